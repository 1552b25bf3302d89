"""Protect configurations: rules by country and by number, and whom they guard."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.constants import GOOD, LONDON, START
from tests.factories.events import heard, listen
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator


@pytest.fixture
def protect(aws: "PinpointSMSVoiceV2Client") -> str:
    """The id of a protect configuration."""
    return aws.create_protect_configuration()["ProtectConfigurationId"]


def rule(aws: "PinpointSMSVoiceV2Client", protect: str, status: Any, country: str = "GB") -> None:
    """Set the rule of one country for texts."""
    aws.update_protect_configuration_country_rule_set(
        ProtectConfigurationId=protect,
        NumberCapability="SMS",
        CountryRuleSetUpdates={country: {"ProtectStatus": status}},
    )


def send(aws: "PinpointSMSVoiceV2Client", **more: Any) -> None:
    """A text to London."""
    aws.send_text_message(DestinationPhoneNumber=LONDON, MessageBody="hello", **more)


def test_a_new_configuration_allows_every_country(
    aws: "PinpointSMSVoiceV2Client", protect: str
) -> None:
    """Every country is in the rule set, and every one is ALLOW."""
    found = aws.get_protect_configuration_country_rule_set(
        ProtectConfigurationId=protect, NumberCapability="SMS"
    )

    statuses = {rule["ProtectStatus"] for rule in found["CountryRuleSet"].values()}
    assert protect.startswith("protect-")
    assert statuses == {"ALLOW"}
    assert {"US", "GB", "DE"} <= set(found["CountryRuleSet"])


def test_an_update_leaves_other_countries_and_channels(
    aws: "PinpointSMSVoiceV2Client", protect: str
) -> None:
    """Countries are changed one by one, in one channel."""
    rule(aws, protect, "BLOCK", "GB")
    rule(aws, protect, "MONITOR", "DE")

    sms = aws.get_protect_configuration_country_rule_set(
        ProtectConfigurationId=protect, NumberCapability="SMS"
    )["CountryRuleSet"]
    voice = aws.get_protect_configuration_country_rule_set(
        ProtectConfigurationId=protect, NumberCapability="VOICE"
    )["CountryRuleSet"]
    told = {country: sms[country]["ProtectStatus"] for country in ("GB", "DE", "US")}
    assert told == {"GB": "BLOCK", "DE": "MONITOR", "US": "ALLOW"}
    assert voice["GB"]["ProtectStatus"] == "ALLOW"


def test_a_blocked_country_is_refused_in_the_observed_words(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", protect: str
) -> None:
    """Reason, kind and id are members of the refusal and part of its text."""
    rule(aws, protect, "BLOCK")

    with refuses() as refused:
        send(aws, ProtectConfigurationId=protect)

    reason = "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION"
    assert (refused.reason, refused.resource_type) == (reason, "protect-configuration")
    assert refused.response["Error"]["Message"] == (
        f'Conflict Occurred - Reason="{reason}" ResourceType="protect-configuration"'
        f' ResourceId="{protect}"'
    )
    assert emulator.messages == []


def test_the_nearest_configuration_judges(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", protect: str
) -> None:
    """The request's goes before the configuration set's, and that before the account's."""
    lenient = aws.create_protect_configuration()["ProtectConfigurationId"]
    rule(aws, protect, "BLOCK")
    aws.create_configuration_set(ConfigurationSetName="set")
    aws.set_account_default_protect_configuration(ProtectConfigurationId=protect)

    with refuses() as by_account:
        send(aws)
    aws.associate_protect_configuration(ProtectConfigurationId=lenient, ConfigurationSetName="set")
    send(aws, ConfigurationSetName="set")
    with refuses() as by_request:
        send(aws, ConfigurationSetName="set", ProtectConfigurationId=protect)

    assert by_account.reason == by_request.reason
    assert by_account.reason == "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION"
    assert [message.protect_configuration_id for message in emulator.messages] == [lenient]


def test_an_override_goes_before_the_country_until_it_expires(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", protect: str
) -> None:
    """An allowed number in a blocked country is reached for as long as the override lasts."""
    rule(aws, protect, "BLOCK")
    aws.put_protect_configuration_rule_set_number_override(
        ProtectConfigurationId=protect,
        DestinationPhoneNumber=LONDON,
        Action="ALLOW",
        ExpirationTimestamp=START + timedelta(hours=1),
    )

    send(aws, ProtectConfigurationId=protect)
    emulator.advance(3600)
    with refuses() as refused:
        send(aws, ProtectConfigurationId=protect)

    assert len(emulator.messages) == 1
    assert refused.reason == "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION"


def test_a_blocked_number_has_a_reason_of_its_own(
    aws: "PinpointSMSVoiceV2Client", protect: str
) -> None:
    """A number can be blocked in a country that is allowed, until its override is deleted."""
    override = {"ProtectConfigurationId": protect, "DestinationPhoneNumber": LONDON}
    aws.put_protect_configuration_rule_set_number_override(**override, Action="BLOCK")

    with refuses() as refused:
        send(aws, ProtectConfigurationId=protect)
    gone = aws.delete_protect_configuration_rule_set_number_override(**override)
    send(aws, ProtectConfigurationId=protect)
    with refuses() as unknown:
        aws.delete_protect_configuration_rule_set_number_override(**override)

    assert refused.reason == "DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE"
    assert (gone["Action"], gone["IsoCountryCode"]) == ("BLOCK", "GB")
    assert unknown.code == "ResourceNotFoundException"


def test_opting_out_wins_against_an_override(aws: "PinpointSMSVoiceV2Client", protect: str) -> None:
    """Whoever does not want messages gets none, allowed or not, and that is what is told."""
    aws.put_protect_configuration_rule_set_number_override(
        ProtectConfigurationId=protect, DestinationPhoneNumber=LONDON, Action="ALLOW"
    )
    aws.put_opted_out_number(OptOutListName="Default", OptedOutNumber=LONDON)

    with refuses() as refused:
        send(aws, ProtectConfigurationId=protect)
    rule(aws, protect, "BLOCK")
    with refuses() as also:
        send(aws, ProtectConfigurationId=protect)

    assert refused.reason == also.reason == "DESTINATION_PHONE_NUMBER_OPTED_OUT"


@pytest.mark.parametrize(
    ("status", "told"),
    [("FILTER", ["TEXT_PROTECT_BLOCKED"]), ("MONITOR", ["TEXT_QUEUED", "TEXT_SUCCESSFUL"])],
)
def test_a_suspicious_number_is_filtered_or_monitored(
    aws: "PinpointSMSVoiceV2Client",
    emulator: "Emulator",
    protect: str,
    status: str,
    told: list[str],
) -> None:
    """Either way the send is accepted, and events carry the assessment."""
    emulator.settings.suspicious_numbers.add(LONDON)
    rule(aws, protect, status)

    send(aws, ProtectConfigurationId=protect, ConfigurationSetName=listen(aws))
    emulator.advance(2)

    event = emulator.events[-1]
    assessment = {
        "protectRecommendation": "BLOCK",
        "protectInsights": {"blockReason": "AIT_SUSPECTED"},
    }
    detail: Any = event.body["detail"]
    assert heard(emulator)[: len(told)] == told
    assert detail["protectConfigurationAssessment"] == assessment
    assert detail["protectConfiguration"] == {
        "protectConfigurationId": protect,
        "protectStatus": status,
    }
    (message,) = emulator.messages
    assert message.state == ("BLOCKED" if status == "FILTER" else "DELIVERED")


def test_an_ordinary_number_passes_the_filter(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", protect: str
) -> None:
    """FILTER holds back only what is suspicious."""
    rule(aws, protect, "FILTER")

    send(aws, ProtectConfigurationId=protect)
    emulator.advance(2)

    detail: Any = emulator.events[-1].body["detail"]
    assert emulator.messages[0].state == "DELIVERED"
    assert detail["protectConfigurationAssessment"] == {"protectRecommendation": "ALLOW"}


def test_the_account_has_one_default(aws: "PinpointSMSVoiceV2Client", protect: str) -> None:
    """Another takes its place, it shows in Describe, and taking it away twice is not found."""
    other = aws.create_protect_configuration()["ProtectConfigurationId"]
    aws.set_account_default_protect_configuration(ProtectConfigurationId=protect)
    aws.set_account_default_protect_configuration(ProtectConfigurationId=other)

    defaults = aws.describe_protect_configurations(
        Filters=[{"Name": "account-default", "Values": ["true"]}]
    )["ProtectConfigurations"]
    gone = aws.delete_account_default_protect_configuration()
    with refuses() as refused:
        aws.delete_account_default_protect_configuration()

    assert [one["ProtectConfigurationId"] for one in defaults] == [other]
    assert gone["DefaultProtectConfigurationId"] == other
    assert (refused.code, refused.resource_type) == (
        "ResourceNotFoundException",
        "protect-configuration",
    )


def test_deleting_is_refused_while_it_is_protected_or_used(
    aws: "PinpointSMSVoiceV2Client", protect: str
) -> None:
    """Three things stand in the way, each with its reason, and then it goes."""
    reasons: list[str | None] = []

    def try_to_delete() -> None:
        with refuses() as refused:
            aws.delete_protect_configuration(ProtectConfigurationId=protect)
        reasons.append(refused.reason)

    aws.create_configuration_set(ConfigurationSetName="set")
    pair = {"ProtectConfigurationId": protect, "ConfigurationSetName": "set"}
    aws.update_protect_configuration(ProtectConfigurationId=protect, DeletionProtectionEnabled=True)
    try_to_delete()
    aws.update_protect_configuration(
        ProtectConfigurationId=protect, DeletionProtectionEnabled=False
    )
    aws.set_account_default_protect_configuration(ProtectConfigurationId=protect)
    try_to_delete()
    aws.delete_account_default_protect_configuration()
    aws.associate_protect_configuration(**pair)
    try_to_delete()
    aws.disassociate_protect_configuration(**pair)

    aws.delete_protect_configuration(ProtectConfigurationId=protect)

    assert reasons == [
        "DELETION_PROTECTION_ENABLED",
        "PROTECT_CONFIGURATION_IS_ACCOUNT_DEFAULT",
        "PROTECT_CONFIGURATION_ASSOCIATED_WITH_CONFIGURATION_SET",
    ]
    assert aws.describe_protect_configurations()["ProtectConfigurations"] == []


def test_a_set_is_disassociated_by_its_own_configuration_only(
    aws: "PinpointSMSVoiceV2Client", protect: str
) -> None:
    """Associating replaces silently; the one that was replaced cannot let go any more."""
    other = aws.create_protect_configuration()["ProtectConfigurationId"]
    aws.create_configuration_set(ConfigurationSetName="set")
    for each in (protect, other):
        aws.associate_protect_configuration(ProtectConfigurationId=each, ConfigurationSetName="set")

    with refuses() as refused:
        aws.disassociate_protect_configuration(
            ProtectConfigurationId=protect, ConfigurationSetName="set"
        )

    (found,) = aws.describe_configuration_sets(
        Filters=[{"Name": "protect-configuration-id", "Values": [other]}]
    )["ConfigurationSets"]
    assert found["ProtectConfigurationId"] == other
    assert refused.reason == "PROTECT_CONFIGURATION_NOT_ASSOCIATED_WITH_CONFIGURATION_SET"


def test_there_are_25_configurations_at_most(aws: "PinpointSMSVoiceV2Client") -> None:
    """The twenty-sixth is over the quota."""
    for _ in range(25):
        aws.create_protect_configuration()

    with refuses() as refused:
        aws.create_protect_configuration()

    assert refused.reason == "PROTECT_CONFIGURATIONS_PER_ACCOUNT"


@pytest.mark.parametrize(
    ("name", "value", "numbers"),
    [
        ("iso-country-code", "GB", [LONDON]),
        ("destination-phone-number-begins-with", "+1425", [GOOD]),
        ("action", "BLOCK", [LONDON]),
        ("expires-before", "2026-03-04T00:00:00+00:00", [GOOD]),
        ("expires-after", "1772600000", []),
        ("created-before", "2026-03-02T10:00:00", [LONDON]),
        ("created-after", "2026-03-02T10:00:00+00:00", [GOOD]),
    ],
)
def test_overrides_are_filtered(  # noqa: PLR0917  a table of cases
    aws: "PinpointSMSVoiceV2Client",
    emulator: "Emulator",
    protect: str,
    name: Any,
    value: str,
    numbers: list[str],
) -> None:
    """Each filter passes what it names; times are ISO 8601 or seconds since 1970."""
    aws.put_protect_configuration_rule_set_number_override(
        ProtectConfigurationId=protect, DestinationPhoneNumber=LONDON, Action="BLOCK"
    )
    emulator.advance(3600)
    aws.put_protect_configuration_rule_set_number_override(
        ProtectConfigurationId=protect,
        DestinationPhoneNumber=GOOD,
        Action="ALLOW",
        ExpirationTimestamp=START + timedelta(days=1),
    )

    found = aws.list_protect_configuration_rule_set_number_overrides(
        ProtectConfigurationId=protect, Filters=[{"Name": name, "Values": [value]}]
    )

    listed = [one["DestinationPhoneNumber"] for one in found["RuleSetNumberOverrides"]]
    assert listed == numbers
    assert found["ProtectConfigurationId"] == protect


def test_a_time_that_is_none_is_refused(aws: "PinpointSMSVoiceV2Client", protect: str) -> None:
    """A filter by time takes times, and an override does not begin expired."""
    aws.put_protect_configuration_rule_set_number_override(
        ProtectConfigurationId=protect, DestinationPhoneNumber=LONDON, Action="BLOCK"
    )

    with refuses() as no_time:
        aws.list_protect_configuration_rule_set_number_overrides(
            ProtectConfigurationId=protect,
            Filters=[{"Name": "created-before", "Values": ["yesterday"]}],
        )
    with refuses() as past:
        aws.put_protect_configuration_rule_set_number_override(
            ProtectConfigurationId=protect,
            DestinationPhoneNumber=LONDON,
            Action="BLOCK",
            ExpirationTimestamp=START - timedelta(hours=1),
        )

    assert no_time.reason == "INVALID_FILTER_VALUES"
    assert (past.reason, past.fields) == ("INVALID_PARAMETER", ["ExpirationTimestamp"])


def test_an_unknown_configuration_is_not_found(aws: "PinpointSMSVoiceV2Client") -> None:
    """A send names a protect configuration that there is."""
    with refuses() as refused:
        send(aws, ProtectConfigurationId="protect-0")

    assert (refused.code, refused.resource_type) == (
        "ResourceNotFoundException",
        "protect-configuration",
    )


@pytest.mark.parametrize("country", ["QQ", "EU", "XX"])
def test_a_country_must_be_one(aws: "PinpointSMSVoiceV2Client", protect: str, country: str) -> None:
    """None of the update is kept; territories without numbers of their own are countries too."""
    update: Any = {"ProtectConfigurationId": protect, "NumberCapability": "SMS"}

    with refuses() as refused:
        aws.update_protect_configuration_country_rule_set(
            **update,
            CountryRuleSetUpdates={
                "GB": {"ProtectStatus": "BLOCK"},
                country: {"ProtectStatus": "BLOCK"},
            },
        )
    rules = aws.update_protect_configuration_country_rule_set(
        **update, CountryRuleSetUpdates={"AX": {"ProtectStatus": "BLOCK"}}
    )["CountryRuleSet"]

    assert (refused.reason, refused.fields) == ("INVALID_PARAMETER", ["CountryRuleSetUpdates"])
    assert rules["AX"]["ProtectStatus"] == "BLOCK"
    assert rules["GB"]["ProtectStatus"] == "ALLOW"
