"""Verified numbers as objects: adding one, sending its code, and handing the code in."""

import re
from typing import Any

import pytest

from smsvoice import (
    AsyncSmsVoice,
    ConflictError,
    Emulator,
    NotLoadedError,
    Progress,
    RequestError,
    ResourceNotFoundError,
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


async def test_a_number_is_verified_with_the_code_that_it_received(
    sms: AsyncSmsVoice, emulator: Emulator
) -> None:
    """From PENDING to VERIFIED, and the handle knows."""
    made = await sms.verified_numbers.create(NUMBER, tags=[Tag(key="who", value="tester")])
    assert made.status == "PENDING"

    sent = await made.send_code("TEXT", language_code="EN_US")
    assert sent.message_id == emulator.messages[-1].message_id
    same = await made.verify(code_in(emulator))

    assert same is made
    assert made.status == "VERIFIED"
    assert (await sms.verified_numbers.get(made.id)).status == "VERIFIED"
    assert [tag.key for tag in await made.tags.list()] == ["who"]
    assert made.arn.endswith(made.id)


async def test_a_wrong_code_has_its_reason(sms: AsyncSmsVoice) -> None:
    """The error carries a typed reason and not the code."""
    made = await sms.verified_numbers.create(NUMBER)
    await made.send_code("TEXT")

    with pytest.raises(ValidationError) as refusal:
        await made.verify("WRONG1")

    assert refusal.value.reason == ValidationExceptionReason.VERIFICATION_CODE_MISMATCH
    assert "WRONG1" not in str(refusal.value)


async def test_a_number_that_is_verified_gets_no_more_codes(
    sms: AsyncSmsVoice, emulator: Emulator
) -> None:
    """Neither sending nor verifying again makes sense."""
    made = await sms.verified_numbers.create(NUMBER)
    await made.send_code("TEXT")
    await made.verify(code_in(emulator))

    with pytest.raises(ConflictError) as refusal:
        await made.send_code("VOICE")

    assert refusal.value.reason == ConflictExceptionReason.VERIFICATION_ALREADY_COMPLETE


async def test_the_list_takes_numbers_and_ids_in_any_number(sms: AsyncSmsVoice) -> None:
    """AWS takes five at a time; seven are asked for in two calls."""
    numbers = [f"+1206555014{digit}" for digit in range(7)]
    made = [await sms.verified_numbers.create(number) for number in numbers]

    by_number = await sms.verified_numbers.list(destination_phone_numbers=numbers).collect()
    by_id = await sms.verified_numbers.list(ids=[one.id for one in made]).collect()
    by_both = await sms.verified_numbers.list(
        ids=[one.id for one in made[:2]], destination_phone_numbers=numbers[1:2]
    ).collect()

    assert by_number == made
    assert by_id == made
    assert by_both == made[1:2]


async def test_the_list_takes_filters(sms: AsyncSmsVoice) -> None:
    """By status and by the agent whose tester a number is."""
    agent = await sms.rcs_agents.create()
    tester = await sms.verified_numbers.create(NUMBER, rcs_agent_id=agent.id)
    unsupported = await sms.verified_numbers.create(SIMULATOR)

    assert await sms.verified_numbers.list(rcs_agent_id=agent.id).collect() == [tester]
    assert await sms.verified_numbers.list(status="UNSUPPORTED").collect() == [unsupported]
    assert len(await sms.verified_numbers.list(status=["PENDING", "UNSUPPORTED"]).collect()) == 2
    with pytest.raises(RequestError, match="did you mean PENDING"):
        sms.verified_numbers.list(status="PENDNG")


async def test_a_number_stays_for_a_day(sms: AsyncSmsVoice, emulator: Emulator) -> None:
    """Deleting works after 24 hours, and once."""
    made = await sms.verified_numbers.create(NUMBER)

    with pytest.raises(ConflictError) as refusal:
        await made.delete()
    assert refusal.value.reason == ConflictExceptionReason.RESOURCE_DELETION_NOT_ALLOWED

    emulator.advance(DAY)
    await made.delete()
    with pytest.raises(ResourceNotFoundError):
        await made.refresh()


async def test_waiting_ends_when_a_tester_accepts(sms: AsyncSmsVoice, clock: Any) -> None:
    """Testers of an RCS agent agree on their phone; the wait sees it and tells each look."""
    agent = await sms.rcs_agents.create()
    made = await sms.verified_numbers.create(NUMBER, rcs_agent_id=agent.id)
    seen: list[Progress] = []

    same = await made.wait_until_verified(clock=clock, progress=seen.append)

    assert same.status == "VERIFIED"
    assert next(one.state for one in seen) == "PENDING"
    assert [one.state for one in seen][-1] == "VERIFIED"
    assert len(clock.slept) == len(seen) - 1


async def test_waiting_for_an_unsupported_number_fails_at_once(
    sms: AsyncSmsVoice, clock: Any
) -> None:
    """There is nothing to wait for."""
    made = await sms.verified_numbers.create(SIMULATOR)

    with pytest.raises(WaitFailedError, match="cannot verify"):
        await made.wait_until_verified(clock=clock)

    assert clock.slept == []


async def test_waiting_has_an_end(sms: AsyncSmsVoice, clock: Any) -> None:
    """Nobody hands in the code: the time runs out, and the error tells the last state."""
    made = await sms.verified_numbers.create(NUMBER)

    with pytest.raises(WaitTimeoutError) as over:
        await made.wait_until_verified(timeout=60, clock=clock)

    assert over.value.last_state == "PENDING"
    assert over.value.seconds >= 60


async def test_waiting_for_a_number_that_is_gone_fails(sms: AsyncSmsVoice, clock: Any) -> None:
    """An id that names nothing ends the wait at once."""
    with pytest.raises(WaitFailedError, match="no such thing"):
        await sms.verified_numbers.at("vdn-0").wait_until_verified(clock=clock)


async def test_a_handle_prints_neither_number_nor_code(sms: AsyncSmsVoice) -> None:
    """Identity and status are enough."""
    made = await sms.verified_numbers.create(NUMBER)

    assert "5550142" not in repr(made)
    assert repr(made).endswith(f"VerifiedNumber {made.id} PENDING>")
    with pytest.raises(NotLoadedError, match=r"verified_numbers\.get"):
        _ = sms.verified_numbers.at(made.id).status
