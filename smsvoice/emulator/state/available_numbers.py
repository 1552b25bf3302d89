"""Numbers that can be had: plausible in their country, and not yet taken.

AWS's stock is AWS's; here a country has all numbers that look right, and a search shows some.
"""

import random
from collections.abc import Iterator, Sequence

from smsvoice.core.countries import country_of, dialling_codes
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.state.identities import phone_numbers
from smsvoice.models.phone_numbers import NumberPreferenceItem, NumberType, PreferenceType
from smsvoice.rules.phone_numbers import MOST_DIGITS, problem_of

IN_STOCK = 25
"""How many numbers a search finds at most."""

_TOLL_FREE = ("800", "833", "844", "855", "866", "877", "888")
_AREAS = ("206", "212", "303", "312", "404", "415", "503", "512", "617", "702", "808", "919")
_AREA, _NATIONAL = 3, 10
_TRIES = 400
_USUAL = 11
_FREE = "800"
_NATIONAL_WITH_FREE = 7


def new_number(call: Call, country: str, number_type: NumberType) -> str:
    """A number of a country that is free, E.164."""
    owned = {number.phone_number for number in phone_numbers(call)}
    while True:
        number = _drawn(call, country, number_type)
        if number not in owned and country_of(number) == country:
            return number


def _drawn(call: Call, country: str, number_type: NumberType) -> str:
    def one_of(choices: Sequence[str]) -> str:
        return choices[int(call.ids.digits(6)) % len(choices)]

    lead = one_of(dialling_codes(country))
    is_toll_free = number_type == NumberType.TOLL_FREE
    if country == "US":
        lead += one_of(_TOLL_FREE if is_toll_free else _AREAS)
    elif is_toll_free:
        lead += _FREE if _length(lead) - len(lead) >= _NATIONAL_WITH_FREE else _FREE[:1]
    begun = f"{lead}{one_of('23456789')}"
    return f"+{begun}{call.ids.digits(_length(begun) - len(begun))}"


def _length(beginning: str) -> int:
    """How many digits a number has that begins so: about eleven, as far as its plan allows."""
    lengths = sorted(range(len(beginning), MOST_DIGITS + 1), key=lambda n: abs(n - _USUAL))
    fitting = (n for n in lengths if problem_of(f"+{beginning.ljust(n, '0')}") is None)
    return next(fitting, _USUAL)


def available(call: Call, wishes: Sequence[NumberPreferenceItem]) -> list[str]:
    """Free 10DLC numbers that meet every wish, E.164; the same ones while they stay free."""
    owned = {number.phone_number for number in phone_numbers(call)}
    found: dict[str, None] = {}
    for national in _candidates(wishes):
        number = f"+1{national}"
        if _is_plausible(national) and number not in owned and _meets(national, wishes):
            found[number] = None
        if len(found) == IN_STOCK:
            break
    return sorted(found)


def _candidates(wishes: Sequence[NumberPreferenceItem]) -> Iterator[str]:
    """Numbers around what is wished for, without the +1; not all of them are good."""
    draw = random.Random("10DLC" + repr([_digits(wish) for wish in wishes]))  # noqa: S311
    for _ in range(_TRIES):
        drawn = draw.choice(_AREAS) + str(draw.randrange(2, 10)) + f"{draw.randrange(10**6):06}"
        for wish in wishes:
            part = draw.choice(_digits(wish))[:_NATIONAL]
            kind = wish.preference_type[0]
            at = _NATIONAL - len(part)
            if kind in (PreferenceType.STARTS_WITH, PreferenceType.EXACT_MATCH):
                at = 0
            elif kind == PreferenceType.CONTAINS:
                at = draw.randrange(at + 1)
            drawn = drawn[:at] + part + drawn[at + len(part) :]
        yield drawn


def _digits(wish: NumberPreferenceItem) -> list[str]:
    """What is wished for, without the country code where it is written with one."""
    at_start = wish.preference_type[0] in (PreferenceType.STARTS_WITH, PreferenceType.EXACT_MATCH)
    return [_national(text, at_start=at_start) for text in wish.filter]


def _national(text: str, *, at_start: bool) -> str:
    # No area code begins with 1, so a 1 in front is the country code; any other code stays, with
    # its plus, and so meets nothing.
    if at_start:
        return text.removeprefix("+1").removeprefix("1")
    return text.removeprefix("+")


def _meets(national: str, wishes: Sequence[NumberPreferenceItem]) -> bool:
    tests = {
        PreferenceType.STARTS_WITH: national.startswith,
        PreferenceType.ENDS_WITH: national.endswith,
        PreferenceType.CONTAINS: national.__contains__,
        PreferenceType.EXACT_MATCH: national.__eq__,
    }
    return all(
        any(tests[PreferenceType(wish.preference_type[0])](part) for part in _digits(wish))
        for wish in wishes
    )


def _is_plausible(national: str) -> bool:
    return (
        len(national) == _NATIONAL
        and national[0] in "23456789"
        and national[_AREA] in "23456789"
        and national[:_AREA] not in _TOLL_FREE
        and country_of(f"+1{national}") == "US"
    )
