"""Notify: configurations, templates and one-time codes."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.constants import GOOD, LONDON, TORONTO
from tests.factories.events import heard, listen
from tests.factories.identities import long_code, pool_id, verified
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

ENGLISH = "notify-code-verification-english-001"
WITH_MINUTES = "notify-code-verification-english-002"
WITHOUT_VOICE = "notify-code-verification-english-003"
RETIRED = "notify-code-verification-english-004"


def make(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", **more: Any) -> str:
    """The id of an active configuration."""
    arguments: dict[str, Any] = {
        "DisplayName": "Shop",
        "UseCase": "CODE_VERIFICATION",
        "EnabledChannels": ["SMS", "VOICE"],
        "DefaultTemplateId": ENGLISH,
        **more,
    }
    made = aws.create_notify_configuration(**arguments)
    emulator.advance(5)
    return made["NotifyConfigurationId"]


@pytest.fixture
def shop(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> str:
    """The id of an active configuration with a default template."""
    return make(aws, emulator)


def told(aws: "PinpointSMSVoiceV2Client", key: str) -> Any:
    """What AWS tells of a configuration."""
    return aws.describe_notify_configurations(NotifyConfigurationIds=[key])["NotifyConfigurations"][
        0
    ]


def text(aws: "PinpointSMSVoiceV2Client", shop: str, to: str = GOOD, **more: Any) -> Any:
    """Send a code as a text; the answer."""
    arguments: dict[str, Any] = {"TemplateVariables": {"code": "4711"}, **more}
    return aws.send_notify_text_message(
        NotifyConfigurationId=shop, DestinationPhoneNumber=to, **arguments
    )


def ring(aws: "PinpointSMSVoiceV2Client", shop: str, to: str = GOOD, **more: Any) -> Any:
    """Send a code as a call; the answer."""
    arguments: dict[str, Any] = {"TemplateVariables": {"code": "4711"}, **more}
    return aws.send_notify_voice_message(
        NotifyConfigurationId=shop, DestinationPhoneNumber=to, **arguments
    )


def test_a_code_arrives_with_its_variables_filled_in(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", shop: str
) -> None:
    """The answer tells the text, and the events are those of texts."""
    answer = text(aws, shop, ConfigurationSetName=listen(aws), MessageFeedbackEnabled=True)
    emulator.advance(1)

    (message,) = emulator.messages
    assert answer["ResolvedMessageBody"] == "Shop: your code is 4711. Tell it to nobody."
    assert answer["TemplateId"] == ENGLISH
    assert (message.body, message.notify_configuration_id) == (answer["ResolvedMessageBody"], shop)
    assert (message.state, message.feedback) == ("DELIVERED", "PENDING")
    assert heard(emulator) == ["TEXT_QUEUED", "TEXT_SUCCESSFUL", "TEXT_DELIVERED"]


def test_a_code_is_read_aloud(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", shop: str
) -> None:
    """By a voice that the template has, with the events of calls."""
    answer = ring(aws, shop, VoiceId="JOANNA", ConfigurationSetName=listen(aws))
    emulator.advance(1)

    (message,) = emulator.messages
    assert message.channel == "VOICE"
    assert message.seconds is not None
    assert "4711" in answer["ResolvedMessageBody"]
    assert heard(emulator)[-1] == "VOICE_COMPLETED"


def test_a_dry_run_resolves_the_text_and_sends_nothing(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", shop: str
) -> None:
    """What the recipient would have read comes back."""
    answer = text(aws, shop, DryRun=True)

    assert "4711" in answer["ResolvedMessageBody"]
    assert emulator.messages == emulator.events == []


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
        text(aws, key)
    emulator.advance(5)

    found = told(aws, key)
    assert made["Status"] == "PENDING"
    assert too_early.reason == "NOTIFY_CONFIGURATION_NOT_ACTIVE"
    assert too_early.resource_type == "notify-configuration"
    assert (found["Status"], "RejectionReason" in found) == (status, told_why)


def test_a_person_can_overrule_the_review(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A configuration that waits for verification sends once it is verified."""
    emulator.settings.display_names_to_verify.add("Bank")
    key = make(aws, emulator, DisplayName="Bank")

    emulator.review_notify_configuration(key, status="ACTIVE")
    text(aws, key)

    assert len(emulator.messages) == 1


def test_there_are_25_configurations_at_most(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The twenty-sixth is over the quota."""
    for _ in range(25):
        make(aws, emulator)

    with refuses() as refused:
        make(aws, emulator)

    assert refused.reason == "NOTIFY_CONFIGURATIONS_PER_ACCOUNT"


@pytest.mark.parametrize(
    ("variables", "template", "fields"),
    [
        ({}, ENGLISH, ["code"]),
        ({"code": "4711", "colour": "red"}, ENGLISH, ["colour"]),
        ({"code": "12345678901"}, ENGLISH, ["code"]),
        ({"code": "47 11"}, ENGLISH, ["code"]),
        ({"code": "4711", "brand": "Bank"}, ENGLISH, ["brand"]),
        ({"code": "4711", "minutes": "61"}, WITH_MINUTES, ["minutes"]),
        ({"code": "4711", "minutes": "0"}, WITH_MINUTES, ["minutes"]),
        ({"code": "4711", "minutes": "soon"}, WITH_MINUTES, ["minutes"]),
        ({"minutes": "soon"}, WITH_MINUTES, ["code", "minutes"]),
    ],
)
def test_variables_are_checked_by_their_rules(
    aws: "PinpointSMSVoiceV2Client",
    shop: str,
    variables: dict[str, str],
    template: str,
    fields: list[str],
) -> None:
    """Missing, unknown, too long, of the wrong form, out of range, or the service's own."""
    with refuses() as refused:
        text(aws, shop, TemplateId=template, TemplateVariables=variables)

    assert refused.reason == "INVALID_PARAMETER"
    assert sorted(refused.fields) == fields


def test_a_default_value_fills_in(aws: "PinpointSMSVoiceV2Client", shop: str) -> None:
    """A variable that need not be given has its default."""
    answer = text(aws, shop, TemplateId=WITH_MINUTES)

    assert answer["ResolvedMessageBody"] == "Shop: enter 4711 within 10 minutes."


@pytest.mark.parametrize(
    ("template", "code", "reason"),
    [
        ("notify-0", "ResourceNotFoundException", None),
        (RETIRED, "ConflictException", "RESOURCE_NOT_ACTIVE"),
        ("UNSET_DEFAULT_TEMPLATE", "ValidationException", "INVALID_PARAMETER"),
    ],
)
def test_a_template_must_be_there_and_active(
    aws: "PinpointSMSVoiceV2Client", shop: str, template: str, code: str, reason: str | None
) -> None:
    """An unknown one, a retired one, and the word that is for updates."""
    with refuses() as refused:
        text(aws, shop, TemplateId=template)

    assert (refused.code, refused.reason) == (code, reason)


def test_without_a_default_every_send_names_its_template(
    aws: "PinpointSMSVoiceV2Client", shop: str
) -> None:
    """An update can take the default away; a creation cannot."""
    aws.update_notify_configuration(
        NotifyConfigurationId=shop, DefaultTemplateId="UNSET_DEFAULT_TEMPLATE"
    )

    with refuses() as refused:
        text(aws, shop)
    text(aws, shop, TemplateId=ENGLISH)
    with refuses() as in_creation:
        aws.create_notify_configuration(
            DisplayName="Shop",
            UseCase="CODE_VERIFICATION",
            EnabledChannels=["SMS"],
            DefaultTemplateId="UNSET_DEFAULT_TEMPLATE",
        )

    assert (refused.reason, refused.fields) == ("MISSING_PARAMETER", ["TemplateId"])
    assert in_creation.fields == ["DefaultTemplateId"]


def test_a_country_must_be_enabled(aws: "PinpointSMSVoiceV2Client", shop: str) -> None:
    """In the configuration when sending, and in the tier when configuring."""
    aws.update_notify_configuration(NotifyConfigurationId=shop, EnabledCountries=["US"])

    with refuses() as elsewhere:
        text(aws, shop, LONDON)
    with refuses() as beyond_the_tier:
        aws.update_notify_configuration(NotifyConfigurationId=shop, EnabledCountries=["BR"])

    assert elsewhere.reason == beyond_the_tier.reason == "COUNTRY_NOT_ENABLED"


def test_a_channel_must_be_enabled(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", shop: str
) -> None:
    """In the configuration and by the template; MMS is none of either."""
    written = make(aws, emulator, EnabledChannels=["SMS"])

    with refuses() as not_configured:
        ring(aws, written)
    with refuses() as not_in_template:
        ring(aws, shop, TemplateId=WITHOUT_VOICE)
    with refuses() as no_channel:
        make(aws, emulator, EnabledChannels=["MMS"])

    assert not_configured.reason == not_in_template.reason == "CHANNEL_NOT_ENABLED"
    assert no_channel.fields == ["EnabledChannels"]


def test_a_voice_must_be_the_templates(aws: "PinpointSMSVoiceV2Client", shop: str) -> None:
    """A German voice does not read English."""
    with refuses() as refused:
        ring(aws, shop, VoiceId="HANS")

    assert (refused.reason, refused.fields) == ("INVALID_PARAMETER", ["VoiceId"])


def test_one_recipient_gets_ten_codes_a_day(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", shop: str
) -> None:
    """The eleventh is refused until a day has passed."""
    for _ in range(10):
        text(aws, shop)

    with refuses() as refused:
        text(aws, shop)
    emulator.advance(86_400)
    text(aws, shop)

    assert refused.code == "ServiceQuotaExceededException"
    assert refused.reason == "DAILY_NOTIFY_TIER_MESSAGE_LIMIT"


def test_the_basic_tier_sends_200_codes_a_day(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", shop: str
) -> None:
    """The advanced tier sends more, and to more countries."""
    for number in range(200):
        text(aws, shop, f"+1425555{1000 + number}")

    with refuses() as refused:
        text(aws, shop)
    emulator.review_notify_configuration(shop, tier_upgrade_status="ADVANCED")
    text(aws, shop)
    changed = aws.update_notify_configuration(NotifyConfigurationId=shop, EnabledCountries=["BR"])

    assert refused.reason == "DAILY_NOTIFY_TIER_MESSAGE_LIMIT"
    assert (changed["Tier"], changed["TierUpgradeStatus"]) == ("ADVANCED", "ADVANCED")
    assert changed["EnabledCountries"] == ["BR"]


def test_a_pool_sends_where_it_reaches_and_keeps_its_list(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Elsewhere AWS's own identities do, but the pool's opt-out list counts everywhere."""
    number = long_code(aws, emulator)
    aws.create_opt_out_list(OptOutListName="codes")
    aws.update_phone_number(PhoneNumberId=number, OptOutListName="codes")
    (shown,) = aws.describe_phone_numbers(PhoneNumberIds=[number])["PhoneNumbers"]
    shop = make(aws, emulator, PoolId=pool_id(aws, emulator, number))
    aws.put_opted_out_number(OptOutListName="Default", OptedOutNumber=TORONTO)
    aws.put_opted_out_number(OptOutListName="codes", OptedOutNumber=LONDON)

    text(aws, shop, TORONTO)
    text(aws, shop, GOOD)
    with refuses() as refused:
        text(aws, shop, LONDON)

    senders = [message.origination_identity for message in emulator.messages]
    assert senders == [shown["PhoneNumber"], "NOTICE"]
    assert refused.reason == "DESTINATION_PHONE_NUMBER_OPTED_OUT"


def test_a_pool_that_is_bound_must_be_there_and_active(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", shop: str
) -> None:
    """It can be bound and let go by an update, and cannot be deleted meanwhile."""
    number = long_code(aws, emulator)
    creating = aws.create_pool(OriginationIdentity=number, MessageType="TRANSACTIONAL")["PoolId"]

    with refuses() as unknown:
        aws.update_notify_configuration(NotifyConfigurationId=shop, PoolId="pool-0")
    with refuses() as too_early:
        make(aws, emulator, PoolId=creating)
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


def test_some_countries_ask_for_an_identity_of_ones_own(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", shop: str
) -> None:
    """India is reached through a pool only."""
    emulator.review_notify_configuration(shop, tier_upgrade_status="ADVANCED")
    aws.update_notify_configuration(NotifyConfigurationId=shop, EnabledCountries=["IN"])

    with refuses() as refused:
        text(aws, shop, "+919876543210")

    assert refused.reason == "NO_ORIGINATION_IDENTITIES_FOUND"


def test_protection_and_sandbox_apply_to_codes(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", shop: str
) -> None:
    """The account's default protect configuration judges, and newcomers reach verified numbers."""
    protect = aws.create_protect_configuration()["ProtectConfigurationId"]
    aws.set_account_default_protect_configuration(ProtectConfigurationId=protect)
    aws.update_protect_configuration_country_rule_set(
        ProtectConfigurationId=protect,
        NumberCapability="SMS",
        CountryRuleSetUpdates={"GB": {"ProtectStatus": "BLOCK"}},
    )

    with refuses() as blocked:
        text(aws, shop, LONDON)
    emulator.settings.sandbox = True
    with refuses() as unverified:
        text(aws, shop, TORONTO)
    verified(emulator, TORONTO)
    text(aws, shop, TORONTO)

    assert blocked.reason == "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION"
    assert unverified.reason == "DESTINATION_PHONE_NUMBER_NOT_VERIFIED"


def test_the_time_to_live_of_a_code_passes(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", shop: str
) -> None:
    """A code that does not arrive in time is not delivered later."""
    emulator.script(GOOD, "TEXT_QUEUED", "TEXT_TTL_EXPIRED")

    text(aws, shop, TimeToLive=30)
    emulator.advance(30)

    assert emulator.messages[0].state == "EXPIRED"


def test_deletion_protection_wins_over_delete(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """It is switched off first; afterwards nothing is found."""
    key = make(aws, emulator, DeletionProtectionEnabled=True)

    with refuses() as refused:
        aws.delete_notify_configuration(NotifyConfigurationId=key)
    aws.update_notify_configuration(NotifyConfigurationId=key, DeletionProtectionEnabled=False)
    aws.delete_notify_configuration(NotifyConfigurationId=key)
    with refuses() as gone:
        text(aws, key)

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
