"""Pools as objects."""

# Mirrored from tests/aio/test_pools.py by `python -m codegen`. Change that file, not this one.

from pathlib import Path

import pytest

from smsvoice import (
    ConflictError,
    Emulator,
    RequestError,
    ResourceNotFoundError,
    ServiceError,
    SmsVoice,
    WaitFailedError,
    WaitTimeoutError,
)
from smsvoice.models.rcs_messages import RcsContent, RcsMessageContent, RcsTextMessage
from tests.factories.calls import sent_by
from tests.factories.sync.clocks import EmulatorClock
from tests.factories.sync.identities import SIMULATED, leased, pooled


def test_a_protected_pool_refuses_deletion(sms: SmsVoice, clock: EmulatorClock) -> None:
    """Deletion protection wins over delete, and says so by reason."""
    pool = pooled(sms, clock, deletion_protection_enabled=True)

    with pytest.raises(ConflictError) as refusal:
        pool.delete()

    assert refusal.value.reason == "DELETION_PROTECTION_ENABLED"


def test_a_pool_is_deleted_and_waited_for(sms: SmsVoice, clock: EmulatorClock) -> None:
    """It is DELETING for a while, then gone."""
    pool = pooled(sms, clock)

    pool.delete()
    assert pool.status == "DELETING"
    pool.wait_until_deleted(clock=clock)

    with pytest.raises(ResourceNotFoundError):
        sms.pools.get(pool.id)


def test_a_pool_that_goes_becomes_active_never(sms: SmsVoice, clock: EmulatorClock) -> None:
    """The wait ends at once."""
    pool = pooled(sms, clock)
    pool.delete()
    clock.slept.clear()

    with pytest.raises(WaitFailedError, match="being deleted"):
        pool.wait_until_active(clock=clock)

    assert clock.slept == []


def test_a_pool_that_stays_ends_the_wait_with_its_time(sms: SmsVoice, clock: EmulatorClock) -> None:
    """Nobody deleted it."""
    pool = pooled(sms, clock)

    with pytest.raises(WaitTimeoutError, match="gone"):
        pool.wait_until_deleted(clock=clock, timeout=20)


def test_identities_come_and_go(sms: SmsVoice, clock: EmulatorClock) -> None:
    """Members are added, listed with filters, and removed."""
    pool = pooled(sms, clock)
    number = leased(sms)

    added = pool.add(number.id)
    members = pool.identities(iso_country_code="US", number_capability="SMS").collect()
    removed = pool.remove(number.id)

    assert added.origination_identity_arn == removed.origination_identity_arn == number.arn
    assert number.arn in [member.origination_identity_arn for member in members]
    assert len(members) == 2
    assert len(pool.identities().collect()) == 1


def test_a_sender_id_comes_and_goes_by_its_arn(sms: SmsVoice, clock: EmulatorClock) -> None:
    """AWS wants its country beside the ARN, which is where the country is taken from."""
    pool = pooled(sms, clock)
    sender = sms.sender_ids.request("Example", iso_country_code="GB")

    added = pool.add(sender.arn)
    removed = pool.remove(sender.arn)
    other = sms.pools.create(origination_identity=sender.arn, message_type="TRANSACTIONAL")

    assert added.iso_country_code == removed.iso_country_code == "GB"
    members = other.identities().collect()
    assert [member.origination_identity for member in members] == ["Example"]


def test_a_pool_is_changed(sms: SmsVoice, clock: EmulatorClock) -> None:
    """What is given changes, False included; the rest stays."""
    pool = pooled(sms, clock, deletion_protection_enabled=True)

    pool.update(shared_routes_enabled=True, deletion_protection_enabled=False)

    assert pool.data.shared_routes_enabled is True
    assert pool.data.deletion_protection_enabled is False
    assert pool.data.opt_out_list_name == "Default"


def test_a_pool_sends(sms: SmsVoice, emulator: Emulator, clock: EmulatorClock) -> None:
    """What leaves a pool leaves from a member of it."""
    pool = pooled(sms, clock)

    pool.send_text(SIMULATED, message_body="hello")
    pool.send_voice(SIMULATED, message_body="hello")
    pool.send_media(SIMULATED, message_body="hello")

    assert [message.destination_phone_number for message in emulator.messages] == [SIMULATED] * 3


def test_a_pool_without_an_agent_sends_no_rcs(
    sms: SmsVoice, emulator: Emulator, clock: EmulatorClock
) -> None:
    """All that was given left by both doors, and AWS says what is lacking."""
    pool = pooled(sms, clock)
    content = RcsMessageContent(content=RcsContent(text_message=RcsTextMessage(body="hello")))
    sent = sent_by(sms)

    with pytest.raises(ConflictError) as by_handle:
        pool.send_rcs(SIMULATED, rcs_message_content=content, time_to_live=60, dry_run=False)
    with pytest.raises(ConflictError):
        sms.messages.send_rcs(
            SIMULATED,
            origination_identity=pool.id,
            rcs_message_content=content,
            time_to_live=60,
            dry_run=False,
        )

    assert by_handle.value.reason == "NO_ORIGINATION_IDENTITIES_FOUND"
    assert sent[0] == sent[1]
    assert sent[0]["RcsMessageContent"] == {"Content": {"TextMessage": {"Body": "hello"}}}
    assert (sent[0]["TimeToLive"], sent[0]["DryRun"]) == (60, False)
    assert emulator.messages == []


def test_every_filter_of_aws_is_an_argument(sms: SmsVoice) -> None:
    """They leave under AWS's names."""
    sent = sent_by(sms)

    sms.pools.list(
        status="ACTIVE",
        message_type="TRANSACTIONAL",
        two_way_enabled=True,
        self_managed_opt_outs_enabled=True,
        opt_out_list_name="Default",
        shared_routes_enabled=False,
        deletion_protection_enabled=False,
        two_way_channel_arn="arn:aws:sns:us-east-1:123456789012:inbound",
        owner="SELF",
    ).collect()

    assert {one["Name"]: one["Values"] for one in sent[0]["Filters"]} == {
        "status": ["ACTIVE"],
        "message-type": ["TRANSACTIONAL"],
        "two-way-enabled": ["true"],
        "self-managed-opt-outs-enabled": ["true"],
        "opt-out-list-name": ["Default"],
        "shared-routes-enabled": ["false"],
        "deletion-protection-enabled": ["false"],
        "two-way-channel-arn": ["arn:aws:sns:us-east-1:123456789012:inbound"],
    }


def test_an_unknown_state_is_refused_before_the_wire(sms: SmsVoice) -> None:
    """With the nearest one that AWS lists."""
    with pytest.raises(RequestError, match="did you mean CREATING"):
        sms.pools.list(status="CREATNG")


def test_a_refused_send_is_traced_from_the_verb_to_the_client(sms: SmsVoice) -> None:
    """No other public method of ours stands between the two."""
    with pytest.raises(ServiceError) as refused:
        sms.pools.at("pool-unknown").send_text("+12065550142", message_body="hello")

    frames = [(entry.path, entry.name) for entry in refused.traceback]
    ours = [
        name for path, name in frames if "smsvoice.sync" in Path(path).as_posix().replace("/", ".")
    ]
    assert ours == ["send_text", "call"]
