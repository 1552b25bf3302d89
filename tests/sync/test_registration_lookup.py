"""Finding the registration of a number or of a sender ID."""

# Mirrored from tests/aio/test_registration_lookup.py by `python -m codegen`. Change that file, not this one.

from typing import Any

import pytest

from smsvoice import Emulator, ResourceNotFoundError, SmsVoice
from tests.factories.calls import calls_of
from tests.factories.sync.registrations import filled_in, toll_free_number

SENDER_ID = "GB_SENDER_ID_REGISTRATION"


def test_a_number_leads_to_its_registration(sms: SmsVoice, clock: Any) -> None:
    """Two calls, from a handle that knows nothing; what comes back is loaded."""
    made = filled_in(sms, clock)
    (bound,) = made.associations().collect()
    number = sms.phone_numbers.at(bound.resource_id)
    calls = calls_of(sms)

    found = number.registration()

    assert found == made
    assert found is not None
    assert found.status == "CREATED"
    assert calls == ["DescribePhoneNumbers", "DescribeRegistrations"]


def test_a_number_without_a_registration_says_so(sms: SmsVoice) -> None:
    """One call, and None."""
    number = toll_free_number(sms)
    calls = calls_of(sms)

    assert number.registration() is None
    assert calls == ["DescribePhoneNumbers"]


def test_a_sender_id_leads_to_its_registration(sms: SmsVoice) -> None:
    """Once it is associated; before that there is none."""
    sender = sms.sender_ids.request("EXAMPLE", "GB")
    made = sms.registrations.create(SENDER_ID)

    before = sender.registration()
    made.associate(sender.arn)
    calls = calls_of(sms)
    after = sender.registration()

    assert before is None
    assert after == made
    assert calls == ["DescribeSenderIds", "DescribeRegistrations"]


def test_the_registration_of_what_is_gone_is_not_found(sms: SmsVoice, emulator: Emulator) -> None:
    """Neither of a number nor of a sender ID."""
    number = toll_free_number(sms)
    sender = sms.sender_ids.request("EXAMPLE", "GB")
    number.release()
    sender.release()
    emulator.advance(60)

    with pytest.raises(ResourceNotFoundError):
        number.registration()
    with pytest.raises(ResourceNotFoundError):
        sender.registration()
