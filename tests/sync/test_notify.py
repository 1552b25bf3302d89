"""Notify as objects: configurations, the review of their names, and the countries reached."""

# Mirrored from tests/aio/test_notify.py by `python -m codegen`. Change that file, not this one.

from typing import Any

import pytest
from botocore.stub import Stubber

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
from smsvoice.models.notify import NotifyConfigurationStatus
from smsvoice.models.reasons import ConflictExceptionReason
from tests.factories.calls import calls_of, sent_by
from tests.factories.constants import START
from tests.factories.sync.clocks import EmulatorClock
from tests.factories.sync.identities import pooled
from tests.factories.sync.notify import ENGLISH, GERMAN, active, created


def test_a_configuration_is_known_from_its_creation(sms: SmsVoice) -> None:
    """What AWS answered is its data, tags are kept, and the name of the brand is in no repr."""
    calls = calls_of(sms)

    made = created(sms, enabled_countries=["US", "DE"], tags=[Tag(key="team", value="a")])

    assert made.status == "PENDING"
    assert made.data.enabled_countries == ("US", "DE")
    assert made.arn.endswith(made.id)
    assert repr(made) == f"<{type(made).__name__} {made.id} PENDING>"
    assert calls == ["CreateNotifyConfiguration"]
    assert made.tags.list() == (Tag(key="team", value="a"),)


def test_tags_are_added_and_removed(sms: SmsVoice) -> None:
    """As on everything else that has an ARN."""
    made = created(sms)

    made.tags.add({"team": "codes", "stage": "test"})
    made.tags.remove("stage")

    assert made.tags.list() == (Tag(key="team", value="codes"),)


def test_get_finds_what_is_there_and_refuses_what_is_not(sms: SmsVoice) -> None:
    """By id and by ARN; a bare handle makes no call and says what loads it."""
    made = created(sms)

    assert sms.notify_configurations.get(made.id) == made
    assert (sms.notify_configurations.get(made.arn)).data == made.data
    with pytest.raises(ResourceNotFoundError) as refused:
        sms.notify_configurations.get("nc-0")
    assert refused.value.resource_type == "notify-configuration"
    with pytest.raises(NotLoadedError, match=r"notify_configurations\.get\(id\)"):
        _ = sms.notify_configurations.at(made.id).status


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["Bank", "Shop"]),
        ({"display_name": "Bank"}, ["Bank"]),
        ({"display_name": ["Bank", "Shop"]}, ["Bank", "Shop"]),
        ({"enabled_countries": "DE"}, ["Bank"]),
        ({"enabled_channels": "VOICE"}, ["Shop"]),
        ({"default_template": GERMAN}, ["Bank"]),
        ({"default_pool": "pool-0"}, []),
        ({"use_case": "CODE_VERIFICATION"}, ["Bank", "Shop"]),
        ({"status": "ACTIVE"}, ["Bank"]),
        ({"status": "PENDING"}, ["Shop"]),
        ({"deletion_protection_enabled": True}, ["Bank"]),
        ({"deletion_protection_enabled": False}, ["Shop"]),
        ({"tier_upgrade_status": ["BASIC", "ADVANCED"]}, ["Bank", "Shop"]),
        ({"tier_upgrade_status": "PENDING_UPGRADE"}, []),
        ({"status": "ACTIVE", "enabled_channels": "VOICE"}, []),
    ],
)
def test_configurations_are_filtered(
    sms: SmsVoice, clock: EmulatorClock, wanted: dict[str, Any], found: list[str]
) -> None:
    """Each of AWS's filters is an argument, and all of them must pass."""
    active(
        sms,
        clock,
        display_name="Bank",
        enabled_countries=["DE"],
        enabled_channels=["SMS"],
        default_template_id=GERMAN,
        deletion_protection_enabled=True,
    )
    created(sms, enabled_countries=["US"])

    told = sms.notify_configurations.list(**wanted, max_results=1).collect()

    assert sorted(one.data.display_name for one in told) == found


def test_a_pool_that_is_bound_is_a_filter(sms: SmsVoice, clock: EmulatorClock) -> None:
    """By the pool's id."""
    pool = pooled(sms, clock)
    bound = created(sms, pool_id=pool.id)
    created(sms)

    assert sms.notify_configurations.list(default_pool=pool.id).collect() == [bound]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"statsu": "ACTIVE"}, "did you mean status"),
        ({"status": "ACTVE"}, "did you mean ACTIVE"),
        ({"enabled_channels": ["SMS", "VOIC"]}, "did you mean VOICE"),
        ({"use_case": "CODE_VERIFICATON"}, "did you mean CODE_VERIFICATION"),
        ({"tier_upgrade_status": "ADVANCE"}, "did you mean ADVANCED"),
        ({"ids": "nc-1"}, "must be a list"),
        ({"max_results": 101}, "100 or less"),
    ],
)
def test_a_mistake_in_a_list_is_refused_before_the_wire(
    sms: SmsVoice, wrong: dict[str, Any], told: str
) -> None:
    """A misspelt filter would otherwise find nothing, and say nothing."""
    calls = calls_of(sms)

    with pytest.raises(RequestError, match=told):
        sms.notify_configurations.list(**wrong)

    assert calls == []


def test_a_status_that_aws_lists_tomorrow_passes_when_it_is_explicit(
    sms: SmsVoice,
) -> None:
    """An enum member made by hand is meant; only the service refuses it, as long as it does."""
    sent = sent_by(sms)
    explicit = NotifyConfigurationStatus("ON_HOLD")

    with pytest.raises(ValidationError) as refused:
        sms.notify_configurations.list(status=explicit).collect()

    assert refused.value.reason == "INVALID_FILTER_VALUES"
    assert sent[0]["Filters"] == [{"Name": "status", "Values": ["ON_HOLD"]}]


def test_twelve_ids_make_three_calls(sms: SmsVoice) -> None:
    """AWS takes five at a time; each item is loaded without a call of its own."""
    made = [created(sms) for _ in range(12)]
    calls = calls_of(sms)

    found = sms.notify_configurations.list(ids=[one.id for one in made]).collect()

    assert set(found) == set(made)
    assert {one.status for one in found} == {"PENDING"}
    assert calls == ["DescribeNotifyConfigurations"] * 3


def test_an_empty_list_of_ids_lists_no_configurations(sms: SmsVoice) -> None:
    """An empty list of ids is not a wish for all of them."""
    created(sms)

    assert sms.notify_configurations.list(ids=[]).collect() == []


def test_update_changes_what_is_given(sms: SmsVoice, clock: EmulatorClock) -> None:
    """False included; the rest stays, and AWS agrees with `data`."""
    made = created(sms, deletion_protection_enabled=True, enabled_countries=["US"])
    pool = pooled(sms, clock)

    same = made.update(pool_id=pool.id, enabled_channels=["SMS"], deletion_protection_enabled=False)

    assert same is made
    assert (made.data.pool_id, made.data.enabled_channels) == (pool.id, ("SMS",))
    assert made.data.deletion_protection_enabled is False
    assert made.data.default_template_id == ENGLISH
    assert made.data.enabled_countries == ("US",)
    again = sms.notify_configurations.get(made.id)
    assert again.data.model_dump(exclude={"status"}) == made.data.model_dump(exclude={"status"})


@pytest.mark.parametrize(
    ("member", "unset"),
    [
        ("default_template_id", "UNSET_DEFAULT_TEMPLATE"),
        ("pool_id", "UNSET_DEFAULT_POOL_FOR_NOTIFY"),
    ],
)
def test_aws_words_for_nothing_clear_a_default(
    sms: SmsVoice, clock: EmulatorClock, member: str, unset: str
) -> None:
    """The handle knows at once, and the other default stays."""
    made = created(sms, pool_id=(pooled(sms, clock)).id)
    before = made.data

    made.update(**{member: unset})

    defaults = {"default_template_id", "pool_id"}
    told = made.data.model_dump(include=defaults)
    assert told == before.model_dump(include=defaults) | {member: None}
    assert (sms.notify_configurations.get(made.id)).data.model_dump(include=defaults) == told


def test_a_protected_configuration_stays(sms: SmsVoice) -> None:
    """Until the protection is switched off; then nothing is found."""
    made = created(sms, deletion_protection_enabled=True)

    with pytest.raises(ConflictError) as refused:
        made.delete()
    made.update(deletion_protection_enabled=False)
    made.delete()

    assert refused.value.reason == ConflictExceptionReason.DELETION_PROTECTION_ENABLED
    with pytest.raises(ResourceNotFoundError):
        made.refresh()
    with pytest.raises(ResourceNotFoundError):
        made.delete()


def test_a_wait_ends_when_the_display_name_has_passed(sms: SmsVoice, clock: EmulatorClock) -> None:
    """Each look is told, and none comes within a second of another."""
    made = created(sms)
    seen: list[Progress] = []

    same = made.wait_until_active(clock=clock, progress=seen.append)

    assert same is made
    assert made.status == "ACTIVE"
    assert (seen[0].state, seen[-1].state) == ("PENDING", "ACTIVE")
    assert len(clock.slept) == len(seen) - 1
    assert min(clock.slept) >= 1


def test_a_rejected_display_name_ends_the_wait_with_its_reason(
    sms: SmsVoice, emulator: Emulator, clock: EmulatorClock
) -> None:
    """AWS's own words are part of the error."""
    emulator.settings.rejected_display_names.add("Bank")
    made = created(sms, display_name="Bank")

    with pytest.raises(WaitFailedError, match="AWS rejected it") as failed:
        made.wait_until_active(clock=clock)

    assert failed.value.last_state == "REJECTED"
    assert made.data.rejection_reason is not None
    assert made.data.rejection_reason in failed.value.why


def test_a_display_name_to_verify_needs_a_person(
    sms: SmsVoice, emulator: Emulator, clock: EmulatorClock
) -> None:
    """Waiting on would not help; after the person it goes on."""
    emulator.settings.display_names_to_verify.add("Bank")
    made = created(sms, display_name="Bank")

    with pytest.raises(WaitFailedError, match=r"a person must act.*display name") as failed:
        made.wait_until_active(clock=clock)
    emulator.review_notify_configuration(made.id, status=NotifyConfigurationStatus.ACTIVE)
    made.wait_until_active(clock=clock)

    assert failed.value.last_state == "REQUIRES_VERIFICATION"
    assert made.status == "ACTIVE"


def test_a_review_that_takes_long_runs_out_of_time(
    sms: SmsVoice, emulator: Emulator, clock: EmulatorClock
) -> None:
    """The error tells the last state and the seconds spent."""
    emulator.settings.seconds_to_settle = 86_400
    made = created(sms)

    with pytest.raises(WaitTimeoutError) as late:
        made.wait_until_active(clock=clock, timeout=45)

    assert late.value.last_state == "PENDING"
    assert late.value.seconds == pytest.approx(45, abs=0.01)
    assert sum(clock.slept) == pytest.approx(45, abs=0.01)


def test_a_configuration_that_is_gone_ends_the_wait(sms: SmsVoice, clock: EmulatorClock) -> None:
    """An id that names nothing becomes active never, be it deleted before or meanwhile."""
    made = created(sms)
    sms.notify_configurations.at(made.id).delete()

    with pytest.raises(WaitFailedError, match="no such thing") as failed:
        made.wait_until_active(clock=clock)

    assert failed.value.last_state is None
    assert clock.slept == []


def test_a_configuration_that_goes_while_it_is_waited_for_ends_the_wait(
    sms: SmsVoice, clock: EmulatorClock
) -> None:
    """AWS listed it once, and then no more."""
    made = created(sms)
    told = made.data.model_dump(by_alias=True, exclude_none=True) | {"CreatedTimestamp": START}
    with Stubber(sms.boto_client) as aws:
        aws.add_response("describe_notify_configurations", {"NotifyConfigurations": [told]})
        aws.add_client_error("describe_notify_configurations", "ResourceNotFoundException")

        with pytest.raises(WaitFailedError, match="no such thing"):
            made.wait_until_active(clock=clock)

    assert len(clock.slept) == 1


def test_countries_are_listed_by_channel_and_tier(sms: SmsVoice) -> None:
    """Page by page, each with its name."""
    sent = sent_by(sms)

    basic = sms.notify_countries.list(
        channels=["VOICE"], use_cases=["CODE_VERIFICATION"], tier="BASIC", max_results=7
    ).collect()
    every = sms.notify_countries.list().collect()

    names = {one.iso_country_code: one.country_name for one in basic}
    assert len(basic) == 30
    assert names["DE"] == "Germany"
    assert len(every) > len(basic)
    assert sent[0] == {
        "Channels": ["VOICE"],
        "UseCases": ["CODE_VERIFICATION"],
        "Tier": "BASIC",
        "MaxResults": 7,
    }
    assert len(sent) > 5


def test_an_unknown_tier_is_refused_before_the_wire(sms: SmsVoice) -> None:
    """With the nearest one."""
    with pytest.raises(RequestError, match="did you mean BASIC"):
        sms.notify_countries.list(tier="BASC")
