"""Verified numbers as objects: adding one, sending its code, and handing the code in."""

# Mirrored from tests/aio/test_verified_numbers.py by `python -m codegen`. Change that file, not this one.

import re
from typing import Any

import pytest

from smsvoice import (
    ConflictError,
    Emulator,
    NotLoadedError,
    Progress,
    RequestError,
    ResourceNotFoundError,
    SmsVoice,
    ValidationError,
    WaitFailedError,
    WaitTimeoutError,
)
from smsvoice.models.common import Tag
from smsvoice.models.reasons import ConflictExceptionReason, ValidationExceptionReason

NUMBER = "+12065550142"
SIMULATOR = "+14254147755"
DAY = 86_400


def code_in(emulator: Emulator) -> str:
    """The code in the message that arrived last."""
    found = re.search(r"\d{6}", emulator.messages[-1].body)
    assert found is not None
    return found[0]


def test_a_number_is_verified_with_the_code_that_it_received(
    sms: SmsVoice, emulator: Emulator
) -> None:
    """From PENDING to VERIFIED, and the handle knows."""
    made = sms.verified_numbers.create(NUMBER, tags=[Tag(key="who", value="tester")])
    assert made.status == "PENDING"

    sent = made.send_code("TEXT", language_code="EN_US")
    assert sent.message_id == emulator.messages[-1].message_id
    same = made.verify(code_in(emulator))

    assert same is made
    assert made.status == "VERIFIED"
    assert (sms.verified_numbers.get(made.id)).status == "VERIFIED"
    assert [tag.key for tag in made.tags.list()] == ["who"]
    assert made.arn.endswith(made.id)


def test_a_wrong_code_has_its_reason(sms: SmsVoice) -> None:
    """The error carries a typed reason and not the code."""
    made = sms.verified_numbers.create(NUMBER)
    made.send_code("TEXT")

    with pytest.raises(ValidationError) as refusal:
        made.verify("WRONG1")

    assert refusal.value.reason == ValidationExceptionReason.VERIFICATION_CODE_MISMATCH
    assert "WRONG1" not in str(refusal.value)


def test_a_number_that_is_verified_gets_no_more_codes(sms: SmsVoice, emulator: Emulator) -> None:
    """Neither sending nor verifying again makes sense."""
    made = sms.verified_numbers.create(NUMBER)
    made.send_code("TEXT")
    made.verify(code_in(emulator))

    with pytest.raises(ConflictError) as refusal:
        made.send_code("VOICE")

    assert refusal.value.reason == ConflictExceptionReason.VERIFICATION_ALREADY_COMPLETE


def test_the_list_takes_numbers_and_ids_in_any_number(sms: SmsVoice) -> None:
    """AWS takes five at a time; seven are asked for in two calls."""
    numbers = [f"+1206555014{digit}" for digit in range(7)]
    made = [sms.verified_numbers.create(number) for number in numbers]

    by_number = sms.verified_numbers.list(destination_phone_numbers=numbers).collect()
    by_id = sms.verified_numbers.list(ids=[one.id for one in made]).collect()
    by_both = sms.verified_numbers.list(
        ids=[one.id for one in made[:2]], destination_phone_numbers=numbers[1:2]
    ).collect()

    assert by_number == made
    assert by_id == made
    assert by_both == made[1:2]


def test_the_list_takes_filters(sms: SmsVoice) -> None:
    """By status and by the agent whose tester a number is."""
    agent = sms.rcs_agents.create()
    tester = sms.verified_numbers.create(NUMBER, rcs_agent_id=agent.id)
    unsupported = sms.verified_numbers.create(SIMULATOR)

    assert sms.verified_numbers.list(rcs_agent_id=agent.id).collect() == [tester]
    assert sms.verified_numbers.list(status="UNSUPPORTED").collect() == [unsupported]
    assert len(sms.verified_numbers.list(status=["PENDING", "UNSUPPORTED"]).collect()) == 2
    with pytest.raises(RequestError, match="did you mean PENDING"):
        sms.verified_numbers.list(status="PENDNG")


def test_a_number_stays_for_a_day(sms: SmsVoice, emulator: Emulator) -> None:
    """Deleting works after 24 hours, and once."""
    made = sms.verified_numbers.create(NUMBER)

    with pytest.raises(ConflictError) as refusal:
        made.delete()
    assert refusal.value.reason == ConflictExceptionReason.RESOURCE_DELETION_NOT_ALLOWED

    emulator.advance(DAY)
    made.delete()
    with pytest.raises(ResourceNotFoundError):
        made.refresh()


def test_waiting_ends_when_a_tester_accepts(sms: SmsVoice, clock: Any) -> None:
    """Testers of an RCS agent agree on their phone; the wait sees it and tells each look."""
    agent = sms.rcs_agents.create()
    made = sms.verified_numbers.create(NUMBER, rcs_agent_id=agent.id)
    seen: list[Progress] = []

    same = made.wait_until_verified(clock=clock, progress=seen.append)

    assert same.status == "VERIFIED"
    assert next(one.state for one in seen) == "PENDING"
    assert [one.state for one in seen][-1] == "VERIFIED"
    assert len(clock.slept) == len(seen) - 1


def test_waiting_for_an_unsupported_number_fails_at_once(sms: SmsVoice, clock: Any) -> None:
    """There is nothing to wait for."""
    made = sms.verified_numbers.create(SIMULATOR)

    with pytest.raises(WaitFailedError, match="cannot verify"):
        made.wait_until_verified(clock=clock)

    assert clock.slept == []


def test_waiting_has_an_end(sms: SmsVoice, clock: Any) -> None:
    """Nobody hands in the code: the time runs out, and the error tells the last state."""
    made = sms.verified_numbers.create(NUMBER)

    with pytest.raises(WaitTimeoutError) as over:
        made.wait_until_verified(timeout=60, clock=clock)

    assert over.value.last_state == "PENDING"
    assert over.value.seconds >= 60


def test_waiting_for_a_number_that_is_gone_fails(sms: SmsVoice, clock: Any) -> None:
    """An id that names nothing ends the wait at once."""
    with pytest.raises(WaitFailedError, match="no such thing"):
        sms.verified_numbers.at("vdn-0").wait_until_verified(clock=clock)


def test_a_handle_prints_neither_number_nor_code(sms: SmsVoice) -> None:
    """Identity and status are enough."""
    made = sms.verified_numbers.create(NUMBER)

    assert "5550142" not in repr(made)
    assert repr(made).endswith(f"VerifiedNumber {made.id} PENDING>")
    with pytest.raises(NotLoadedError, match=r"verified_numbers\.get"):
        _ = sms.verified_numbers.at(made.id).status
