"""Notify as objects: configurations, the review of their names, and the countries reached."""

from typing import Any

import pytest
from botocore.stub import Stubber

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
from smsvoice.models.notify import NotifyConfigurationStatus
from smsvoice.models.reasons import ConflictExceptionReason
from tests.factories.aio.clocks import AsyncEmulatorClock
from tests.factories.aio.identities import pooled
from tests.factories.aio.notify import ENGLISH, GERMAN, active, created
from tests.factories.calls import calls_of, sent_by
from tests.factories.constants import START


async def test_a_configuration_is_known_from_its_creation(sms: AsyncSmsVoice) -> None:
    """What AWS answered is its data, tags are kept, and the name of the brand is in no repr."""
    calls = calls_of(sms)

    made = await created(sms, enabled_countries=["US", "DE"], tags=[Tag(key="team", value="a")])

    assert made.status == "PENDING"
    assert made.data.enabled_countries == ("US", "DE")
    assert made.arn.endswith(made.id)
    assert repr(made) == f"<{type(made).__name__} {made.id} PENDING>"
    assert calls == ["CreateNotifyConfiguration"]
    assert await made.tags.list() == (Tag(key="team", value="a"),)


async def test_tags_are_added_and_removed(sms: AsyncSmsVoice) -> None:
    """As on everything else that has an ARN."""
    made = await created(sms)

    await made.tags.add({"team": "codes", "stage": "test"})
    await made.tags.remove("stage")

    assert await made.tags.list() == (Tag(key="team", value="codes"),)


async def test_get_finds_what_is_there_and_refuses_what_is_not(sms: AsyncSmsVoice) -> None:
    """By id and by ARN; a bare handle makes no call and says what loads it."""
    made = await created(sms)

    assert await sms.notify_configurations.get(made.id) == made
    assert (await sms.notify_configurations.get(made.arn)).data == made.data
    with pytest.raises(ResourceNotFoundError) as refused:
        await sms.notify_configurations.get("nc-0")
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
async def test_configurations_are_filtered(
    sms: AsyncSmsVoice, clock: AsyncEmulatorClock, wanted: dict[str, Any], found: list[str]
) -> None:
    """Each of AWS's filters is an argument, and all of them must pass."""
    await active(
        sms,
        clock,
        display_name="Bank",
        enabled_countries=["DE"],
        enabled_channels=["SMS"],
        default_template_id=GERMAN,
        deletion_protection_enabled=True,
    )
    await created(sms, enabled_countries=["US"])

    told = await sms.notify_configurations.list(**wanted, max_results=1).collect()

    assert sorted(one.data.display_name for one in told) == found


async def test_a_pool_that_is_bound_is_a_filter(
    sms: AsyncSmsVoice, clock: AsyncEmulatorClock
) -> None:
    """By the pool's id."""
    pool = await pooled(sms, clock)
    bound = await created(sms, pool_id=pool.id)
    await created(sms)

    assert await sms.notify_configurations.list(default_pool=pool.id).collect() == [bound]


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
async def test_a_mistake_in_a_list_is_refused_before_the_wire(
    sms: AsyncSmsVoice, wrong: dict[str, Any], told: str
) -> None:
    """A misspelt filter would otherwise find nothing, and say nothing."""
    calls = calls_of(sms)

    with pytest.raises(RequestError, match=told):
        sms.notify_configurations.list(**wrong)

    assert calls == []


async def test_a_status_that_aws_lists_tomorrow_passes_when_it_is_explicit(
    sms: AsyncSmsVoice,
) -> None:
    """An enum member made by hand is meant; only the service refuses it, as long as it does."""
    sent = sent_by(sms)
    explicit = NotifyConfigurationStatus("ON_HOLD")

    with pytest.raises(ValidationError) as refused:
        await sms.notify_configurations.list(status=explicit).collect()

    assert refused.value.reason == "INVALID_FILTER_VALUES"
    assert sent[0]["Filters"] == [{"Name": "status", "Values": ["ON_HOLD"]}]


async def test_twelve_ids_make_three_calls(sms: AsyncSmsVoice) -> None:
    """AWS takes five at a time; each item is loaded without a call of its own."""
    made = [await created(sms) for _ in range(12)]
    calls = calls_of(sms)

    found = await sms.notify_configurations.list(ids=[one.id for one in made]).collect()

    assert set(found) == set(made)
    assert {one.status for one in found} == {"PENDING"}
    assert calls == ["DescribeNotifyConfigurations"] * 3


async def test_an_empty_list_of_ids_lists_no_configurations(sms: AsyncSmsVoice) -> None:
    """An empty list of ids is not a wish for all of them."""
    await created(sms)

    assert await sms.notify_configurations.list(ids=[]).collect() == []


async def test_update_changes_what_is_given(sms: AsyncSmsVoice, clock: AsyncEmulatorClock) -> None:
    """False included; the rest stays, and AWS agrees with `data`."""
    made = await created(sms, deletion_protection_enabled=True, enabled_countries=["US"])
    pool = await pooled(sms, clock)

    same = await made.update(
        pool_id=pool.id, enabled_channels=["SMS"], deletion_protection_enabled=False
    )

    assert same is made
    assert (made.data.pool_id, made.data.enabled_channels) == (pool.id, ("SMS",))
    assert made.data.deletion_protection_enabled is False
    assert made.data.default_template_id == ENGLISH
    assert made.data.enabled_countries == ("US",)
    again = await sms.notify_configurations.get(made.id)
    assert again.data.model_dump(exclude={"status"}) == made.data.model_dump(exclude={"status"})


@pytest.mark.parametrize(
    ("member", "unset"),
    [
        ("default_template_id", "UNSET_DEFAULT_TEMPLATE"),
        ("pool_id", "UNSET_DEFAULT_POOL_FOR_NOTIFY"),
    ],
)
async def test_aws_words_for_nothing_clear_a_default(
    sms: AsyncSmsVoice, clock: AsyncEmulatorClock, member: str, unset: str
) -> None:
    """The handle knows at once, and the other default stays."""
    made = await created(sms, pool_id=(await pooled(sms, clock)).id)
    before = made.data

    await made.update(**{member: unset})

    defaults = {"default_template_id", "pool_id"}
    told = made.data.model_dump(include=defaults)
    assert told == before.model_dump(include=defaults) | {member: None}
    assert (await sms.notify_configurations.get(made.id)).data.model_dump(include=defaults) == told


async def test_a_protected_configuration_stays(sms: AsyncSmsVoice) -> None:
    """Until the protection is switched off; then nothing is found."""
    made = await created(sms, deletion_protection_enabled=True)

    with pytest.raises(ConflictError) as refused:
        await made.delete()
    await made.update(deletion_protection_enabled=False)
    await made.delete()

    assert refused.value.reason == ConflictExceptionReason.DELETION_PROTECTION_ENABLED
    with pytest.raises(ResourceNotFoundError):
        await made.refresh()
    with pytest.raises(ResourceNotFoundError):
        await made.delete()


async def test_a_wait_ends_when_the_display_name_has_passed(
    sms: AsyncSmsVoice, clock: AsyncEmulatorClock
) -> None:
    """Each look is told, and none comes within a second of another."""
    made = await created(sms)
    seen: list[Progress] = []

    same = await made.wait_until_active(clock=clock, progress=seen.append)

    assert same is made
    assert made.status == "ACTIVE"
    assert (seen[0].state, seen[-1].state) == ("PENDING", "ACTIVE")
    assert len(clock.slept) == len(seen) - 1
    assert min(clock.slept) >= 1


async def test_a_rejected_display_name_ends_the_wait_with_its_reason(
    sms: AsyncSmsVoice, emulator: Emulator, clock: AsyncEmulatorClock
) -> None:
    """AWS's own words are part of the error."""
    emulator.settings.rejected_display_names.add("Bank")
    made = await created(sms, display_name="Bank")

    with pytest.raises(WaitFailedError, match="AWS rejected it") as failed:
        await made.wait_until_active(clock=clock)

    assert failed.value.last_state == "REJECTED"
    assert made.data.rejection_reason is not None
    assert made.data.rejection_reason in failed.value.why


async def test_a_display_name_to_verify_needs_a_person(
    sms: AsyncSmsVoice, emulator: Emulator, clock: AsyncEmulatorClock
) -> None:
    """Waiting on would not help; after the person it goes on."""
    emulator.settings.display_names_to_verify.add("Bank")
    made = await created(sms, display_name="Bank")

    with pytest.raises(WaitFailedError, match=r"a person must act.*display name") as failed:
        await made.wait_until_active(clock=clock)
    emulator.review_notify_configuration(made.id, status=NotifyConfigurationStatus.ACTIVE)
    await made.wait_until_active(clock=clock)

    assert failed.value.last_state == "REQUIRES_VERIFICATION"
    assert made.status == "ACTIVE"


async def test_a_review_that_takes_long_runs_out_of_time(
    sms: AsyncSmsVoice, emulator: Emulator, clock: AsyncEmulatorClock
) -> None:
    """The error tells the last state and the seconds spent."""
    emulator.settings.seconds_to_settle = 86_400
    made = await created(sms)

    with pytest.raises(WaitTimeoutError) as late:
        await made.wait_until_active(clock=clock, timeout=45)

    assert late.value.last_state == "PENDING"
    assert late.value.seconds == pytest.approx(45, abs=0.01)
    assert sum(clock.slept) == pytest.approx(45, abs=0.01)


async def test_a_configuration_that_is_gone_ends_the_wait(
    sms: AsyncSmsVoice, clock: AsyncEmulatorClock
) -> None:
    """An id that names nothing becomes active never, be it deleted before or meanwhile."""
    made = await created(sms)
    await sms.notify_configurations.at(made.id).delete()

    with pytest.raises(WaitFailedError, match="no such thing") as failed:
        await made.wait_until_active(clock=clock)

    assert failed.value.last_state is None
    assert clock.slept == []


async def test_a_configuration_that_goes_while_it_is_waited_for_ends_the_wait(
    sms: AsyncSmsVoice, clock: AsyncEmulatorClock
) -> None:
    """AWS listed it once, and then no more."""
    made = await created(sms)
    told = made.data.model_dump(by_alias=True, exclude_none=True) | {"CreatedTimestamp": START}
    with Stubber(sms.boto_client) as aws:
        aws.add_response("describe_notify_configurations", {"NotifyConfigurations": [told]})
        aws.add_client_error("describe_notify_configurations", "ResourceNotFoundException")

        with pytest.raises(WaitFailedError, match="no such thing"):
            await made.wait_until_active(clock=clock)

    assert len(clock.slept) == 1


async def test_countries_are_listed_by_channel_and_tier(sms: AsyncSmsVoice) -> None:
    """Page by page, each with its name."""
    sent = sent_by(sms)

    basic = await sms.notify_countries.list(
        channels=["VOICE"], use_cases=["CODE_VERIFICATION"], tier="BASIC", max_results=7
    ).collect()
    every = await sms.notify_countries.list().collect()

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


async def test_an_unknown_tier_is_refused_before_the_wire(sms: AsyncSmsVoice) -> None:
    """With the nearest one."""
    with pytest.raises(RequestError, match="did you mean BASIC"):
        sms.notify_countries.list(tier="BASC")
