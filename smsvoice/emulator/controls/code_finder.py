"""The one-time code in a message: what a person would type from it.

Codes of notify are found by the template that they were sent with; in other texts a code is a run
of 4 to 10 digits beside a word for it.
"""

import re
from functools import cache
from typing import Final

from smsvoice.emulator.data.catalogue import TEMPLATES
from smsvoice.emulator.state.records import Message

NO_CODE: Final = (
    "no message holds a one-time code: 4 to 10 digits beside a word such as code, PIN or password, "
    "or alone"
)
_WORD = re.compile(
    r"code|c[oó]digo|codice|kod|\bpin\b|\botp\b|pass(?:word|code|wort)|kennwort|clave|"
    r"contrase[nñ]a|mot de passe|verif|v[ée]rif|best[äa]tig",
    re.IGNORECASE,
)
_DIGITS = re.compile(
    r"(?<![\d+.,:/])(?<!\d-)"
    r"(?:\d{3}[- ]\d{3}|\d(?:(?:, ?| )\d){3,9}|\d{4,10})"
    r"(?!\d)(?![.,:/-]\d)"
)
_BOUND_TO_A_SITE = re.compile(r"^@\S+ #(\w{4,10})(?: .*)?$", re.MULTILINE)
_VARIABLE = re.compile(r"\\\{\\\{(\w+)\\\}\\\}")


def code_in(message: Message) -> str | None:
    """The one-time code of a message; None where it holds none."""
    if message.notify_configuration_id is not None:
        for template in _templates():
            found = template.fullmatch(message.body)
            if found is not None:
                return found["code"]
    return _code_in_text(message.body)


def _code_in_text(body: str) -> str | None:
    bound = _BOUND_TO_A_SITE.search(body)
    if bound is not None:
        return bound[1]
    candidates = list(_DIGITS.finditer(body))
    if len(candidates) == 1 and candidates[0][0] == body.strip():
        return _plain(candidates[0][0])
    words = [word.span() for word in _WORD.finditer(body)]
    if not words or not candidates:
        return None
    nearest = min(candidates, key=lambda one: min(_gap(one.span(), word) for word in words))
    return _plain(nearest[0])


def _gap(digits: tuple[int, int], word: tuple[int, int]) -> int:
    """Characters between a word and digits, whichever comes first."""
    return max(digits[0] - word[1], word[0] - digits[1], 0)


def _plain(written: str) -> str:
    return re.sub(r"\D", "", written)


@cache
def _templates() -> tuple[re.Pattern[str], ...]:
    """Each text of notify as a pattern whose group `code` is the code."""

    def group(found: re.Match[str]) -> str:
        return r"(?P<code>[A-Za-z0-9]+)" if found[1] == "code" else ".+?"

    texts = [template.content or "" for template in TEMPLATES.values()]
    return tuple(re.compile(_VARIABLE.sub(group, re.escape(text))) for text in texts)
