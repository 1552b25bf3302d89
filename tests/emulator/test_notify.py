"""Notify: configurations, templates and one-time codes."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.identities import long_code
from tests.factories.notify import (
    ENGLISH,
    described,
    notify_configuration,
    text_code,
)
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator


@pytest.mark.parametrize(
    ("names", "status", "told_why"),
    [
        ("", "ACTIVE", False),
        ("rejected_display_names", "REJECTED", True),
        ("display_names_to_verify", "REQUIRES_VERIFICATION", False),
    ],
)
def test_the_display_name_is_reviewed_in_seconds(
    aws: "PinpointSMSVoiceV2Client",
    emulator: "Emulator",
    names: str,
    status: str,
    told_why: bool,
) -> None:
    """It passes, unless the settings say otherwise; only an active configuration sends."""
    if names:
        getattr(emulator.settings, names).add("Bank")
    made = aws.create_notify_configuration(
        DisplayName="Bank",
        UseCase="CODE_VERIFICATION",
        EnabledChannels=["SMS"],
        DefaultTemplateId=ENGLISH,
    )
    key = made["NotifyConfigurationId"]
    with refuses() as too_early:
        text_code(aws, key)
    emulator.advance(5)

    found = described(aws, key)
    assert made["Status"] == "PENDING"
    assert too_early.reason == "NOTIFY_CONFIGURATION_NOT_ACTIVE"
    assert too_early.resource_type == "notify-configuration"
    assert (found["Status"], "RejectionReason" in found) == (status, told_why)


def test_a_person_can_overrule_the_review(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A configuration that waits for verification sends once it is verified."""
    emulator.settings.display_names_to_verify.add("Bank")
    key = notify_configuration(aws, emulator, DisplayName="Bank")

    emulator.review_notify_configuration(key, status="ACTIVE")
    text_code(aws, key)

    assert len(emulator.messages) == 1


def test_there_are_25_configurations_at_most(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The twenty-sixth is over the quota."""
    for _ in range(25):
        notify_configuration(aws, emulator)

    with refuses() as refused:
        notify_configuration(aws, emulator)

    assert refused.reason == "NOTIFY_CONFIGURATIONS_PER_ACCOUNT"


def test_a_pool_that_is_bound_must_be_there_and_active(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", shop: str
) -> None:
    """It can be bound and let go by an update, and cannot be deleted meanwhile."""
    number = long_code(aws, emulator)
    creating = aws.create_pool(OriginationIdentity=number, MessageType="TRANSACTIONAL")["PoolId"]

    with refuses() as unknown:
        aws.update_notify_configuration(NotifyConfigurationId=shop, PoolId="pool-0")
    with refuses() as too_early:
        notify_configuration(aws, emulator, PoolId=creating)
    emulator.advance(5)
    bound = aws.update_notify_configuration(NotifyConfigurationId=shop, PoolId=creating)
    with refuses() as in_use:
        aws.delete_pool(PoolId=creating)
    free = aws.update_notify_configuration(
        NotifyConfigurationId=shop, PoolId="UNSET_DEFAULT_POOL_FOR_NOTIFY"
    )

    assert (unknown.code, unknown.resource_type) == ("ResourceNotFoundException", "pool")
    assert (too_early.reason, too_early.resource_type) == ("RESOURCE_NOT_ACTIVE", "pool")
    assert in_use.reason == "POOL_ASSOCIATED_TO_NOTIFY_CONFIGURATION"
    assert bound["PoolId"] == creating
    assert "PoolId" not in free


def test_deletion_protection_wins_over_delete(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """It is switched off first; afterwards nothing is found."""
    key = notify_configuration(aws, emulator, DeletionProtectionEnabled=True)

    with refuses() as refused:
        aws.delete_notify_configuration(NotifyConfigurationId=key)
    aws.update_notify_configuration(NotifyConfigurationId=key, DeletionProtectionEnabled=False)
    aws.delete_notify_configuration(NotifyConfigurationId=key)
    with refuses() as gone:
        text_code(aws, key)

    assert refused.reason == "DELETION_PROTECTION_ENABLED"
    assert (gone.code, gone.resource_type) == ("ResourceNotFoundException", "notify-configuration")


@pytest.mark.parametrize(
    ("name", "value", "count"),
    [
        ("display-name", "Shop", 1),
        ("enabled-countries", "US", 1),
        ("enabled-channels", "VOICE", 1),
        ("default-template", ENGLISH, 1),
        ("use-case", "CODE_VERIFICATION", 1),
        ("status", "PENDING", 0),
        ("deletion-protection-enabled", "false", 1),
        ("tier-upgrade-status", "ADVANCED", 0),
    ],
)
def test_configurations_are_filtered(
    aws: "PinpointSMSVoiceV2Client", shop: str, name: Any, value: str, count: int
) -> None:
    """A configuration passes by what it has."""
    found = aws.describe_notify_configurations(Filters=[{"Name": name, "Values": [value]}])

    assert len(found["NotifyConfigurations"]) == count


@pytest.mark.parametrize(
    ("name", "value", "ids"),
    [
        ("language-code", "de", ["notify-code-verification-german-001"]),
        ("supported-voice-ids", "LEA", ["notify-code-verification-french-001"]),
        ("supported-voice-ids", "ZEINA", []),
    ],
)
def test_templates_are_found_by_filter(
    aws: "PinpointSMSVoiceV2Client", name: Any, value: str, ids: list[str]
) -> None:
    """The catalogue is the same for everybody."""
    found = aws.describe_notify_templates(Filters=[{"Name": name, "Values": [value]}])

    assert [one["TemplateId"] for one in found["NotifyTemplates"]] == ids


def test_countries_are_listed_by_channel_and_tier(aws: "PinpointSMSVoiceV2Client") -> None:
    """Thirty in the basic tier, each with its name."""
    pages = aws.get_paginator("list_notify_countries").paginate(
        Tier="BASIC", Channels=["VOICE"], PaginationConfig={"PageSize": 7}
    )

    found = {
        one["IsoCountryCode"]: one["CountryName"]
        for page in pages
        for one in page["NotifyCountries"]
    }
    assert len(found) == 30
    assert found["DE"] == "Germany"
