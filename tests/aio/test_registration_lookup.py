"""Finding the registration of a number or of a sender ID."""

from typing import Any

import pytest

from smsvoice import AsyncSmsVoice, Emulator, ResourceNotFoundError
from tests.factories.aio.registrations import filled_in, toll_free_number
from tests.factories.calls import calls_of

SENDER_ID = "GB_SENDER_ID_REGISTRATION"


async def test_a_number_leads_to_its_registration(sms: AsyncSmsVoice, clock: Any) -> None:
    """Two calls, from a handle that knows nothing; what comes back is loaded."""
    made = await filled_in(sms, clock)
    (bound,) = await made.associations().collect()
    number = sms.phone_numbers.at(bound.resource_id)
    calls = calls_of(sms)

    found = await number.registration()

    assert found == made
    assert found is not None
    assert found.status == "CREATED"
    assert calls == ["DescribePhoneNumbers", "DescribeRegistrations"]


async def test_a_number_without_a_registration_says_so(sms: AsyncSmsVoice) -> None:
    """One call, and None."""
    number = await toll_free_number(sms)
    calls = calls_of(sms)

    assert await number.registration() is None
    assert calls == ["DescribePhoneNumbers"]


async def test_a_sender_id_leads_to_its_registration(sms: AsyncSmsVoice) -> None:
    """Once it is associated; before that there is none."""
    sender = await sms.sender_ids.request("EXAMPLE", "GB")
    made = await sms.registrations.create(SENDER_ID)

    before = await sender.registration()
    await made.associate(sender.arn)
    calls = calls_of(sms)
    after = await sender.registration()

    assert before is None
    assert after == made
    assert calls == ["DescribeSenderIds", "DescribeRegistrations"]


async def test_the_registration_of_what_is_gone_is_not_found(
    sms: AsyncSmsVoice, emulator: Emulator
) -> None:
    """Neither of a number nor of a sender ID."""
    number = await toll_free_number(sms)
    sender = await sms.sender_ids.request("EXAMPLE", "GB")
    await number.release()
    await sender.release()
    emulator.advance(60)

    with pytest.raises(ResourceNotFoundError):
        await number.registration()
    with pytest.raises(ResourceNotFoundError):
        await sender.registration()
