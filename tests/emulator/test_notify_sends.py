"""Notify: sending one-time codes as texts and as calls."""

from typing import TYPE_CHECKING

import pytest

from tests.factories.constants import GOOD, LONDON, TORONTO
from tests.factories.events import heard, listen
from tests.factories.identities import long_code, pool_id, verified
from tests.factories.notify import (
    ENGLISH,
    RETIRED,
    WITH_MINUTES,
    WITHOUT_VOICE,
    call_with_code,
    notify_configuration,
    text_code,
)
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator


def test_a_code_arrives_with_its_variables_filled_in(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", shop: str
) -> None:
    """The answer tells the text, and the events are those of texts."""
    answer = text_code(aws, shop, ConfigurationSetName=listen(aws), MessageFeedbackEnabled=True)
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
    answer = call_with_code(aws, shop, VoiceId="JOANNA", ConfigurationSetName=listen(aws))
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
    answer = text_code(aws, shop, DryRun=True)

    assert "4711" in answer["ResolvedMessageBody"]
    assert emulator.messages == emulator.events == []


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
        text_code(aws, shop, TemplateId=template, TemplateVariables=variables)

    assert refused.reason == "INVALID_PARAMETER"
    assert sorted(refused.fields) == fields


def test_a_default_value_fills_in(aws: "PinpointSMSVoiceV2Client", shop: str) -> None:
    """A variable that need not be given has its default."""
    answer = text_code(aws, shop, TemplateId=WITH_MINUTES)

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
        text_code(aws, shop, TemplateId=template)

    assert (refused.code, refused.reason) == (code, reason)


def test_without_a_default_every_send_names_its_template(
    aws: "PinpointSMSVoiceV2Client", shop: str
) -> None:
    """An update can take the default away; a creation cannot."""
    aws.update_notify_configuration(
        NotifyConfigurationId=shop, DefaultTemplateId="UNSET_DEFAULT_TEMPLATE"
    )

    with refuses() as refused:
        text_code(aws, shop)
    text_code(aws, shop, TemplateId=ENGLISH)
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
        text_code(aws, shop, LONDON)
    with refuses() as beyond_the_tier:
        aws.update_notify_configuration(NotifyConfigurationId=shop, EnabledCountries=["BR"])

    assert elsewhere.reason == beyond_the_tier.reason == "COUNTRY_NOT_ENABLED"


def test_a_channel_must_be_enabled(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", shop: str
) -> None:
    """In the configuration and by the template; MMS is none of either."""
    written = notify_configuration(aws, emulator, EnabledChannels=["SMS"])

    with refuses() as not_configured:
        call_with_code(aws, written)
    with refuses() as not_in_template:
        call_with_code(aws, shop, TemplateId=WITHOUT_VOICE)
    with refuses() as no_channel:
        notify_configuration(aws, emulator, EnabledChannels=["MMS"])

    assert not_configured.reason == not_in_template.reason == "CHANNEL_NOT_ENABLED"
    assert no_channel.fields == ["EnabledChannels"]


def test_a_voice_must_be_the_templates(aws: "PinpointSMSVoiceV2Client", shop: str) -> None:
    """A German voice does not read English."""
    with refuses() as refused:
        call_with_code(aws, shop, VoiceId="HANS")

    assert (refused.reason, refused.fields) == ("INVALID_PARAMETER", ["VoiceId"])


def test_one_recipient_gets_ten_codes_a_day(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", shop: str
) -> None:
    """The eleventh is refused until a day has passed."""
    for _ in range(10):
        text_code(aws, shop)

    with refuses() as refused:
        text_code(aws, shop)
    emulator.advance(86_400)
    text_code(aws, shop)

    assert refused.code == "ServiceQuotaExceededException"
    assert refused.reason == "DAILY_NOTIFY_TIER_MESSAGE_LIMIT"


def test_the_basic_tier_sends_200_codes_a_day(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", shop: str
) -> None:
    """The advanced tier sends more, and to more countries."""
    for number in range(200):
        text_code(aws, shop, f"+1425555{1000 + number}")

    with refuses() as refused:
        text_code(aws, shop)
    emulator.review_notify_configuration(shop, tier_upgrade_status="ADVANCED")
    text_code(aws, shop)
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
    shop = notify_configuration(aws, emulator, PoolId=pool_id(aws, emulator, number))
    aws.put_opted_out_number(OptOutListName="Default", OptedOutNumber=TORONTO)
    aws.put_opted_out_number(OptOutListName="codes", OptedOutNumber=LONDON)

    text_code(aws, shop, TORONTO)
    text_code(aws, shop, GOOD)
    with refuses() as refused:
        text_code(aws, shop, LONDON)

    senders = [message.origination_identity for message in emulator.messages]
    assert senders == [shown["PhoneNumber"], "NOTICE"]
    assert refused.reason == "DESTINATION_PHONE_NUMBER_OPTED_OUT"


def test_some_countries_ask_for_an_identity_of_ones_own(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", shop: str
) -> None:
    """India is reached through a pool only."""
    emulator.review_notify_configuration(shop, tier_upgrade_status="ADVANCED")
    aws.update_notify_configuration(NotifyConfigurationId=shop, EnabledCountries=["IN"])

    with refuses() as refused:
        text_code(aws, shop, "+919876543210")

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
        text_code(aws, shop, LONDON)
    emulator.settings.sandbox = True
    with refuses() as unverified:
        text_code(aws, shop, TORONTO)
    verified(emulator, TORONTO)
    text_code(aws, shop, TORONTO)

    assert blocked.reason == "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION"
    assert unverified.reason == "DESTINATION_PHONE_NUMBER_NOT_VERIFIED"


def test_the_time_to_live_of_a_code_passes(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", shop: str
) -> None:
    """A code that does not arrive in time is not delivered later."""
    emulator.script(GOOD, "TEXT_QUEUED", "TEXT_TTL_EXPIRED")

    text_code(aws, shop, TimeToLive=30)
    emulator.advance(30)

    assert emulator.messages[0].state == "EXPIRED"
