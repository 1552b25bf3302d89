"""Words that people answer with, and what they ask for, in every account.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/keywords-required.html
"""

import re
from typing import Final

OPT_OUT_WORDS: Final = frozenset(
    ["ARRET", "CANCEL", "END", "OPT-OUT", "OPTOUT", "QUIT", "REMOVE", "STOP", "TD", "UNSUBSCRIBE"]
)
"""Ask for no more messages."""

OPT_IN_WORDS: Final = frozenset(("START", "UNSTOP"))
"""Ask for messages again; carriers of US toll-free numbers act on them by themselves."""

HELP_WORDS: Final = frozenset(("HELP", "INFO"))
"""Ask who writes, and how to stop it."""

_MARKS: Final = re.compile(r"^[\W_]+|[\W_]+$")
"""What stands around a word and does not count."""


def without_marks(text: str) -> str:
    """A text without the marks around its words, which a blank parts."""
    return " ".join(_MARKS.sub("", word) for word in text.split(" "))


def words_of(text: str) -> str:
    """A text in capitals, with one blank between words and without the marks around them."""
    return without_marks(" ".join(text.upper().split())).strip()
