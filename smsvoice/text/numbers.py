"""Phone numbers as people write them, turned into E.164."""

import re
import unicodedata
from typing import Final

from smsvoice.core.countries import dialling_code_of, dialling_codes, is_country
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.phone_numbers import problem_of

_AROUND: Final = re.compile(
    r"[\s()\[\]./\u00a0\u00ad\u2010-\u2015\u2212\u200b-\u200f\u202a-\u202e\u2060\ufeff-]+"
)
"""Blanks, brackets, dots, slashes, hyphens and marks of direction that stand between digits."""
_OPTIONAL_ZERO: Final = re.compile(r"\(\s*0\s*\)")
"""A trunk prefix in brackets, as in +44 (0)20: not dialled from abroad."""
_LEADS_ABROAD: Final = {
    **dict.fromkeys(("HK", "ID", "KH", "KR", "SG", "TH"), "001"),
    "AU": "0011",
    "JP": "010",
    "TW": "002",
}
"""What is dialled before a calling code, where it is not 00, nor 011 as in North America."""
_NO_TRUNK: Final = """
AD AO BF BH BI BJ BN BT BW BZ CL CM CR CV CY CZ DJ DK EE ES FO GI GL GM GN GQ GR GT GW HK HN HT IS
KI KM KW LI LS LU LV ML MO MR MT MU MV MX MZ NC NE NI NO NR NU OM PA PF PG PL PT PW QA SB SC SG
SN ST SV SZ TD TG TL TN TO TV UZ VU WF WS IT SM VA CG CI BJ
"""
_TRUNKS: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(_NO_TRUNK.split(), ()),
    "BY": ("80", "8", "0"),
    "HU": ("06",),
    "KZ": ("8",),
    "LT": ("0", "8"),
    "RU": ("8",),
    "TJ": ("8",),
    "TM": ("8",),
}
"""What stands before national numbers inside a country, where it is not 0; () is nothing.

ITU-T, national numbering plans: https://www.itu.int/oth/T0202.aspx?parent=T0202
"""
_ZERO_BELONGS: Final = frozenset(("225", "229", "242", "378", "39"))
"""Codes of countries whose numbers begin with a 0 of their own: Ivory Coast, Benin, Congo, San
Marino, Italy with the Vatican."""
_SHARED: Final = {
    **dict.fromkeys(("BL", "MF"), "590"),
    **dict.fromkeys(("CC", "CX"), "61"),
    "AX": "358",
    "BQ": "599",
    "EH": "212",
    "SJ": "47",
    "VA": "39",
    "YT": "262",
    **dict.fromkeys(("GG", "IM", "JE"), "44"),
    "KZ": "7",
}
"""Codes that countries share with another one."""
_MOST_NATIONAL: Final = {"BR": 11}
"""Digits of a national number that may begin as its own calling code does; 10 elsewhere."""


def phone_number(text: str, country: str | None = None) -> str:
    """Write a phone number in E.164, as AWS wants it: `(206) 555-0142` becomes `+12065550142`.

    Blanks, brackets, dots, slashes and hyphens are dropped, digits of other scripts are read, and
    the prefix that is dialled inside the country is replaced by its calling code. The length
    is checked by the plan of the country; whether the number is in use is not: AWS's CarrierLookup
    says that, `sms.carriers.lookup(number)`.

    Args:
        text: a number as a person wrote it, in international form or as dialled in `country`.
        country: ISO 3166-1 alpha-2, of numbers without a plus; without it they are refused.

    Raises:
        RequestError: the text is no phone number, or a national one and no country is given.
    """
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]  from callers
        raise _refusal("text", "must be a string")
    code = None if country is None else str(country).upper()
    if code is not None and not is_country(code):
        raise _refusal("country", "must be an ISO 3166-1 alpha-2 code, US for one")
    digits = _plain(text)
    abroad = _without_lead(digits, code)
    number = f"+{abroad}" if abroad is not None else _national(digits, code)
    if re.search("[^0-9]", number[1:]):
        rule = (
            "must be digits, with no more than a plus, blanks, brackets, dots, slashes and hyphens"
        )
        raise _refusal("text", rule)
    wrong = problem_of(number) or _problem_of_zero(number)
    if wrong is not None:
        raise _refusal("text", wrong)
    return number


def _problem_of_zero(number: str) -> str | None:
    """A 0 that is dialled inside a country only has no place behind the calling code."""
    code = dialling_code_of(number)
    if code is None or code in _ZERO_BELONGS or number[len(code) + 1] != "0":
        return None
    return "must not have a 0 behind its calling code: it is dialled inside the country only"


def _plain(text: str) -> str:
    """The digits, and a plus before them."""
    before = _AROUND.sub("", text.partition("(")[0]).removeprefix("+").removeprefix("00")
    kept = text if before in _ZERO_BELONGS else _OPTIONAL_ZERO.sub("", text)
    plain = _AROUND.sub("", kept)
    return "".join(str(unicodedata.digit(c, c)) if c.isdigit() else c for c in plain)


def _without_lead(digits: str, country: str | None) -> str | None:
    """The calling code and what follows, of a number in international form; None of others."""
    lead = _LEADS_ABROAD.get(country or "", "00")
    if country is not None and _is_north_american(country):
        lead = "011"
    for one in ("+", "\uff0b", lead):
        if digits.startswith(one):
            return digits.removeprefix(one)
    return None


def _is_north_american(country: str) -> bool:
    codes = dialling_codes(country)
    return bool(codes) and all(code.startswith("1") for code in codes)


def _national(digits: str, country: str | None) -> str:
    """A number as it is dialled inside a country, with the calling code."""
    if country is None:
        rule = "must begin with a plus sign and the calling code, or `country` must be given"
        raise _refusal("text", rule)
    codes = dialling_codes(country)
    code = _SHARED.get(country) or (codes[0] if codes else "")
    if not code:
        raise _refusal("country", "has no phone numbers of its own: write the number with a plus")
    if _is_north_american(country):
        return f"+1{digits.removeprefix('1')}"
    for trunk in _TRUNKS.get(country, ("0",)):
        if digits.startswith(trunk):
            return f"+{code}{digits.removeprefix(trunk)}"
    # People leave out the plus: then the number begins with the code, and is longer for it.
    is_whole = digits.startswith(code) and problem_of(f"+{digits}") is None
    is_longer = len(digits) > _MOST_NATIONAL.get(country, 10)
    if is_whole and (is_longer or problem_of(f"+{code}{digits}") is not None):
        return f"+{digits}"
    return f"+{code}{digits}"


def _refusal(name: str, rule: str) -> RequestError:
    return RequestError("phone_number", (Problem(name, rule),))
