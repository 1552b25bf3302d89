"""Characters that word processors and phones put in, and what the GSM alphabet has instead."""

import re
import unicodedata
from typing import Final

from smsvoice.text.alphabet import outside

REPLACEMENTS: Final[dict[str, str]] = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02b9\u02bc\u0060\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\u2043", "-"),
    **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007", " "),
    **dict.fromkeys("\u2008\u2009\u200a\u202f\u205f\u3000\t", " "),
    **dict.fromkeys("\u2028\u2029\u0085\v", "\n"),
    **dict.fromkeys("\u2022\u2023\u25e6\u00b7\u2219", "*"),
    **dict.fromkeys("\u200b\u2060\ufeff", ""),
    "\u00ad": "",  # a soft hyphen shows only where a line breaks
    "\u2026": "...",
    "\u2039": "<",
    "\u203a": ">",
    "\u2044": "/",
    "\u2215": "/",
    "\u00d7": "x",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
}
"""What reads the same in the GSM alphabet; letters with marks that it lacks are left alone."""

_found: Final = re.compile(f"[{''.join(map(re.escape, REPLACEMENTS))}]")


def with_replacements(text: str) -> str:
    """A text with all replacements, and with single letters for those of several characters."""
    composed = unicodedata.normalize("NFC", text) if outside.search(text) else text
    return _found.sub(lambda one: REPLACEMENTS[one[0]], composed)
