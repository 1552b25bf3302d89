"""Our objects reach every operation of AWS, in both flavours, and AWS says yes to each."""

import inspect
from typing import Any

import pytest

from smsvoice import AsyncSmsVoice, Emulator, operations
from smsvoice.emulator.engine.wire import TARGET, Answer
from tests.aio import scenario


def accepted_by(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """A set that grows by AWS's name of each operation that the emulator says yes to from now on."""
    accepted: set[str] = set()
    handle = emulator.engine.handle

    def listen(target: str, authorization: str, body: bytes) -> Answer:
        answer = handle(target, authorization, body)
        if answer.status == 200:
            accepted.add(target.removeprefix(TARGET))
        return answer

    monkeypatch.setattr(emulator.engine, "handle", listen)
    return accepted


async def test_objects_reach_all_operations(
    sms: AsyncSmsVoice, emulator: Emulator, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of them, by verbs alone: the door with AWS's names stays shut."""
    accepted = accepted_by(emulator, monkeypatch)

    await scenario.look_at_the_account(sms)
    await scenario.limit_spending(sms)
    await scenario.keep_an_opt_out_list(sms)
    await scenario.keep_a_configuration_set(sms)
    await scenario.protect_the_account(sms)
    await scenario.lease_and_release_a_number(sms)
    await scenario.lease_and_release_a_sender_id(sms)
    pool = await scenario.keep_a_pool(sms, clock)
    await scenario.send_messages(sms, emulator)
    await scenario.launch_an_rcs_agent(sms, emulator, clock)
    await scenario.read_the_form(sms)
    await scenario.register_a_number(sms, emulator, clock)
    await scenario.give_up_a_registration(sms)
    await scenario.verify_a_number(sms, emulator)
    await scenario.send_codes(sms, emulator, clock, pool)

    assert accepted == set(operations.names())
    assert len(accepted) == 110
    assert ".api" not in inspect.getsource(scenario)
