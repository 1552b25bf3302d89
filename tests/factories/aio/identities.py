"""Things that tests begin with."""

from typing import Any

from smsvoice import AsyncSmsVoice
from smsvoice.aio.resources.phone_numbers import AsyncPhoneNumber
from smsvoice.aio.resources.pools import AsyncPool

SIMULATED = "+14254147755"
"""A recipient to whom simulator numbers may send, and whom everything reaches."""


async def leased(sms: AsyncSmsVoice, **members: Any) -> AsyncPhoneNumber:
    """A phone number, ACTIVE at once: one of the simulator unless told otherwise."""
    usual = {
        "iso_country_code": "US",
        "message_type": "TRANSACTIONAL",
        "number_capabilities": ["SMS", "VOICE", "MMS"],
        "number_type": "SIMULATOR",
    }
    return await sms.phone_numbers.request(**usual | members)


async def pooled(sms: AsyncSmsVoice, clock: Any, **members: Any) -> AsyncPool:
    """An ACTIVE pool with one number in it."""
    number = await leased(sms)
    pool = await sms.pools.create(
        origination_identity=number.id, message_type="TRANSACTIONAL", **members
    )
    return await pool.wait_until_active(clock=clock)
