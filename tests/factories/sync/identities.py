"""Things that tests begin with."""

# Mirrored from tests/factories/aio/identities.py by `python -m codegen`. Change that file, not this one.

from typing import Any

from smsvoice import SmsVoice
from smsvoice.sync.resources.phone_numbers import PhoneNumber
from smsvoice.sync.resources.pools import Pool

SIMULATED = "+14254147755"
"""A recipient to whom simulator numbers may send, and whom everything reaches."""


def leased(sms: SmsVoice, **members: Any) -> PhoneNumber:
    """A phone number, ACTIVE at once: one of the simulator unless told otherwise."""
    usual = {
        "iso_country_code": "US",
        "message_type": "TRANSACTIONAL",
        "number_capabilities": ["SMS", "VOICE", "MMS"],
        "number_type": "SIMULATOR",
    }
    return sms.phone_numbers.request(**usual | members)


def pooled(sms: SmsVoice, clock: Any, **members: Any) -> Pool:
    """An ACTIVE pool with one number in it."""
    number = leased(sms)
    pool = sms.pools.create(origination_identity=number.id, message_type="TRANSACTIONAL", **members)
    return pool.wait_until_active(clock=clock)
