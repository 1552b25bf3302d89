"""Carrier lookup: what is behind a number, derived from its digits.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/carrier-lookup.html
The carriers are ours; country and network codes are those of ITU-T E.212, or its test network.
`Settings.phone_number_types` sets the type of single numbers.
"""

import re
from dataclasses import dataclass

from smsvoice.core.countries import country_of, dialling_code_of
from smsvoice.core.simulators import SIMULATORS
from smsvoice.emulator.engine.context import Call
from smsvoice.models.messages import PhoneNumberType
from smsvoice.rules.phone_numbers import problem_of

_TRUNK_ZERO = re.compile(r"[(\[{]\s*0\s*[)\]}]")
_TOLL_FREE = ("1800", "1833", "1844", "1855", "1866", "1877", "1888")


@dataclass(frozen=True, slots=True)
class Carrier:
    """A mobile network."""

    name: str
    mcc: str
    mnc: str


_CARRIERS = {
    country: Carrier(f"Example Mobile {country}", mcc, mnc)
    for country, mcc, mnc in (
        *(("US", "310", "800"), ("CA", "302", "990"), ("GB", "234", "99"), ("DE", "262", "99")),
        *(("FR", "208", "99"), ("ES", "214", "99"), ("IT", "222", "99"), ("AU", "505", "99")),
        *(("IN", "404", "99"), ("JP", "440", "99"), ("BR", "724", "99"), ("NL", "204", "99")),
        *(("CH", "228", "99"), ("AT", "232", "99"), ("SE", "240", "99"), ("PL", "260", "99")),
    )
}
_TEST_NETWORK = Carrier("Example Mobile", "001", "01")
_MOBILE_LEADS = {
    "GB": ("447",),
    "DE": ("4915", "4916", "4917"),
    "FR": ("336", "337"),
    "ES": ("346", "347"),
    "IT": ("393",),
    "AU": ("614",),
    "NL": ("316", "3197"),
    "CH": ("4174", "4175", "4176", "4177", "4178", "4179"),
    "AT": ("4365", "4366", "4367", "4368", "4369"),
}
"""How mobile numbers begin where that is known; all other numbers there are landlines."""


def carrier_of(country: str) -> Carrier:
    """The one mobile network of a country here."""
    return _CARRIERS.get(country, _TEST_NETWORK)


def bare(given: str) -> str:
    """A number without the brackets and blanks that people write it with."""
    return "+" + re.sub(r"[^0-9]", "", given)


def cleansed(given: str) -> str:
    """A number by its country's dialling rules: without the zero that is for calls at home."""
    number = bare(_TRUNK_ZERO.sub("", given))
    code = dialling_code_of(number)
    if code is None or code in ("1", "39"):  # in Italy the zero stays
        return number
    return f"+{code}{number.removeprefix(f'+{code}').removeprefix('0')}"


def kind_of(call: Call, number: str) -> PhoneNumberType:
    """What kind of line a number is."""
    known = call.settings.phone_number_types.get(number)
    if known is not None:
        return PhoneNumberType(known)
    digits = number.removeprefix("+")
    country = country_of(number)
    if country is None or problem_of(number) is not None:
        return PhoneNumberType.INVALID
    if number in SIMULATORS:
        return PhoneNumberType.MOBILE
    if digits.startswith(_TOLL_FREE):
        return PhoneNumberType.OTHER
    is_mobile = digits.startswith(_MOBILE_LEADS.get(country, ("",)))
    return PhoneNumberType.MOBILE if is_mobile else PhoneNumberType.LANDLINE
