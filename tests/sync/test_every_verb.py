"""Our objects reach every operation of AWS, in both flavours, and AWS says yes to each."""

# Mirrored from tests/aio/test_every_verb.py by `python -m codegen`. Change that file, not this one.

import inspect
from typing import Any

import pytest

from smsvoice import Emulator, SmsVoice, operations
from smsvoice.emulator.engine.wire import TARGET, Answer
from tests.sync import scenario


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


def test_objects_reach_all_operations(
    sms: SmsVoice, emulator: Emulator, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of them, by verbs alone: the door with AWS's names stays shut."""
    accepted = accepted_by(emulator, monkeypatch)

    scenario.look_at_the_account(sms)
    scenario.limit_spending(sms)
    scenario.keep_an_opt_out_list(sms)
    scenario.keep_a_configuration_set(sms)
    scenario.protect_the_account(sms)
    scenario.lease_and_release_a_number(sms)
    scenario.lease_and_release_a_sender_id(sms)
    pool = scenario.keep_a_pool(sms, clock)
    scenario.send_messages(sms, emulator)
    scenario.launch_an_rcs_agent(sms, emulator, clock)
    scenario.read_the_form(sms)
    scenario.register_a_number(sms, emulator, clock)
    scenario.give_up_a_registration(sms)
    scenario.verify_a_number(sms, emulator)
    scenario.send_codes(sms, emulator, clock, pool)

    assert accepted == set(operations.names())
    assert len(accepted) == 110
    assert ".api" not in inspect.getsource(scenario)
