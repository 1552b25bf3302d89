"""Gifts: an account in a valid state in one step, as if every step had been walked."""

from collections.abc import Callable
from datetime import UTC
from typing import TYPE_CHECKING, Any

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.controls.internal_client import call_operation
from smsvoice.emulator.data.forms import FORMS
from smsvoice.emulator.data.sender_id_countries import WITH_REGISTRATION
from smsvoice.emulator.engine.settings import Settings
from smsvoice.emulator.state.identities import phone_numbers, pools, rcs_agents
from smsvoice.emulator.state.notify_configurations import configurations
from smsvoice.emulator.state.registrations import registrations
from smsvoice.models.registrations import RegistrationStatus
from tests.factories.constants import SERVICE, START

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

SEATTLE = "+12065550142"


def number_of(aws: "PinpointSMSVoiceV2Client", key: str) -> Any:
    """A phone number as AWS describes it."""
    (found,) = aws.describe_phone_numbers(PhoneNumberIds=[key])["PhoneNumbers"]
    return found


@pytest.mark.parametrize(
    ("number_type", "statuses"),
    [
        ("TEN_DLC", "ACTIVE PENDING ASSOCIATING DISASSOCIATING"),
        ("TOLL_FREE", "ACTIVE PENDING DISASSOCIATING"),
        ("LONG_CODE", "ACTIVE PENDING ASSOCIATING DISASSOCIATING"),
        ("SHORT_CODE", "ACTIVE PENDING"),
        ("SIMULATOR", "ACTIVE DISASSOCIATING"),
    ],
)
def test_a_number_of_each_type_has_the_statuses_of_its_type(
    emulator: Emulator, aws: "PinpointSMSVoiceV2Client", number_type: str, statuses: str
) -> None:
    """And is refused with the reason where its type never has one."""
    for status in ("ACTIVE", "PENDING", "ASSOCIATING", "DISASSOCIATING", "DELETED"):
        if status not in statuses.split():
            with pytest.raises(ValueError, match="status"):
                emulator.give.number(number_type, status=status)
            continue
        found = number_of(aws, emulator.give.number(number_type, status=status))
        assert (found["NumberType"], found["Status"]) == (number_type, status)
    assert len(aws.describe_phone_numbers()["PhoneNumbers"]) == len(statuses.split())


def test_a_number_that_is_given_sends_and_its_registrations_hang_together(
    emulator: Emulator, aws: "PinpointSMSVoiceV2Client"
) -> None:
    """Number, campaign and brand are bound to each other; nothing of the way was published."""
    key = emulator.give.number("TEN_DLC")

    campaign_id = number_of(aws, key)["RegistrationId"]
    bound = aws.list_registration_associations(RegistrationId=campaign_id)
    kinds = {one["ResourceType"]: one["ResourceId"] for one in bound["RegistrationAssociations"]}
    registrations = aws.describe_registrations()["Registrations"]
    (version,) = aws.describe_registration_versions(RegistrationId=campaign_id)[
        "RegistrationVersions"
    ]
    aws.send_text_message(
        DestinationPhoneNumber=SEATTLE, OriginationIdentity=key, MessageBody="Hello"
    )

    assert kinds["phone-number"] == key
    assert {one["RegistrationId"] for one in registrations} == {campaign_id, kinds["registration"]}
    assert {one["RegistrationStatus"] for one in registrations} == {"COMPLETE"}
    assert version["RegistrationVersionStatus"] == "APPROVED"
    assert "ApprovedTimestamp" in version["RegistrationVersionStatusHistory"]
    assert [event.event_type for event in emulator.events] == ["TEXT_QUEUED"]
    assert emulator.now() == START.replace(tzinfo=UTC)


def test_numbers_share_a_campaign_and_toll_free_ones_do_not(
    emulator: Emulator, aws: "PinpointSMSVoiceV2Client"
) -> None:
    """As each type works at AWS."""
    ours = {
        number_type: {
            number_of(aws, emulator.give.number(number_type))["RegistrationId"] for _ in range(3)
        }
        for number_type in ("TEN_DLC", "TOLL_FREE")
    }

    assert {name: len(found) for name, found in ours.items()} == {"TEN_DLC": 1, "TOLL_FREE": 3}
    assert len(aws.describe_registration_attachments()["RegistrationAttachments"]) == 1


def test_a_number_can_be_two_way_and_in_a_pool_in_another_region(emulator: Emulator) -> None:
    """All that goes with it in the same step."""
    topic = "arn:aws:sns:eu-west-1:123456789012:two-way"
    aws = emulator.session("eu-west-1").client(SERVICE)
    number = emulator.give.number(
        "LONG_CODE",
        country="GB",
        message_type="PROMOTIONAL",
        number_capabilities=["SMS"],
        two_way_channel_arn=topic,
        region_name="eu-west-1",
    )
    pool = emulator.give.pool(number, message_type="PROMOTIONAL", region_name="eu-west-1")
    other = emulator.give.number(
        "LONG_CODE",
        country="GB",
        message_type="PROMOTIONAL",
        number_capabilities=["SMS"],
        two_way_channel_arn=topic,
        pool_id=pool,
        region_name="eu-west-1",
    )

    found = number_of(aws, other)
    assert (found["TwoWayEnabled"], found["TwoWayChannelArn"]) == (True, topic)
    assert (found["PoolId"], found["IsoCountryCode"]) == (pool, "GB")
    assert len(aws.list_pool_origination_identities(PoolId=pool)["OriginationIdentities"]) == 2


@pytest.mark.parametrize("form", FORMS)
def test_each_form_has_every_status_that_it_can_have(form: str) -> None:
    """Filled in well enough for a reviewer; what it never has is refused."""
    region = "ap-south-1" if form.startswith("IN_") else "us-east-1"
    settings = Settings(quotas=False, region=region)
    with Emulator(settings=settings, starting_at=START, clock_runs=False, seed=7) as emulator:
        refused = set[str]()
        for status in RegistrationStatus:
            try:
                key = emulator.give.registration(form, status=status)
            except ValueError as why:
                assert str(why).startswith("status")
                refused.add(status)
                continue
            asked = {"RegistrationIds": [key]}
            told = call_operation(emulator.engine, "DescribeRegistrations", asked)
            assert told["Registrations"][0]["RegistrationStatus"] == status

    own = {
        "US_TOLL_FREE_REGISTRATION": {"CLOSED"},
        "US_TEN_DLC_BRAND_REGISTRATION": {"REQUIRES_AUTHENTICATION"},
        "US_TEN_DLC_CAMPAIGN_REGISTRATION": {"PROVISIONING"},
    }.get(form, set())
    assert refused == {"DELETED", "CLOSED", "REQUIRES_AUTHENTICATION", "PROVISIONING"} - own


def test_a_registration_under_review_goes_on_from_there(
    emulator: Emulator, aws: "PinpointSMSVoiceV2Client"
) -> None:
    """With the values that were given, about the number that was given."""
    number = emulator.give.number("TOLL_FREE", status="PENDING")
    key = emulator.give.registration(
        "US_TOLL_FREE_REGISTRATION",
        status="SUBMITTED",
        resource_id=number,
        fields={
            "companyInfo.companyName": "Example Ltd",
            "companyInfo.businessType": ["GOVERNMENT"],
        },
    )
    emulator.advance(10)
    emulator.approve(key)
    emulator.advance(10)

    values = aws.describe_registration_field_values(RegistrationId=key)["RegistrationFieldValues"]
    held = {one["FieldPath"]: one.get("TextValue") or one.get("SelectChoices") for one in values}
    assert held["companyInfo.companyName"] == "Example Ltd"
    assert held["companyInfo.businessType"] == ["GOVERNMENT"]
    assert number_of(aws, number)["Status"] == "ACTIVE"
    assert {one.event_type for one in emulator.events} == {"Registration Status Change"}


def test_an_rcs_agent_has_each_status(emulator: Emulator, aws: "PinpointSMSVoiceV2Client") -> None:
    """With the launch that goes with it."""
    for status in ("CREATED", "PENDING", "TESTING", "PARTIAL", "ACTIVE"):
        key = emulator.give.rcs_agent(country="DE", status=status)

        (found,) = aws.describe_rcs_agents(RcsAgentIds=[key])["RcsAgents"]
        launch = aws.describe_rcs_agent_country_launch_status(RcsAgentId=key)["CountryLaunchStatus"]
        assert found["Status"] == status
        assert [(one["IsoCountryCode"], one["Status"]) for one in launch] == (
            [("DE", status)] if status in ("PARTIAL", "ACTIVE") else []
        )


def test_a_notify_configuration_has_each_status_and_tier(
    emulator: Emulator, aws: "PinpointSMSVoiceV2Client"
) -> None:
    """One that is pending is reviewed in its time."""
    wanted = {
        emulator.give.notify_configuration(
            status=status, display_name="Shop", tier=tier, enabled_countries=["US", "DE"]
        ): (status, tier, "Shop", ["US", "DE"])
        for status in ("PENDING", "ACTIVE", "REJECTED", "REQUIRES_VERIFICATION")
        for tier in ("BASIC", "ADVANCED")
    }

    found = aws.describe_notify_configurations()["NotifyConfigurations"]
    emulator.advance(5)
    later = aws.describe_notify_configurations()["NotifyConfigurations"]

    assert wanted == {
        one["NotifyConfigurationId"]: (
            one["Status"],
            one["Tier"],
            one["DisplayName"],
            one["EnabledCountries"],
        )
        for one in found
    }
    assert [one["Status"] for one in later[:4]] == ["ACTIVE"] * 4


def test_a_sender_id_is_registered_where_it_must_be(
    emulator: Emulator, aws: "PinpointSMSVoiceV2Client"
) -> None:
    """And can be had once in a country."""
    for country in ("AT", "AU", "CN", "FR", "GB", "SG", "VN"):
        assert emulator.give.sender_id("MYSHOP", country=country) == "MYSHOP"
        with pytest.raises(ValueError, match=r"already|RESOURCE_ALREADY_EXISTS"):
            emulator.give.sender_id("MYSHOP", country=country)

    found = aws.describe_sender_ids()["SenderIds"]
    assert len(found) == 7
    for one in found:
        assert one["Registered"] is (one["IsoCountryCode"] in WITH_REGISTRATION)


def test_a_pool_is_of_what_is_there_and_of_new_numbers(
    emulator: Emulator, aws: "PinpointSMSVoiceV2Client"
) -> None:
    """Agents and sender IDs too; it is described while it is made and while it goes."""
    agent, name = emulator.give.rcs_agent(), emulator.give.sender_id()
    mixed = emulator.give.pool(agent, name, numbers=2, number_type="TOLL_FREE")
    making = emulator.give.pool(status="CREATING")
    going = emulator.give.pool(status="DELETING")

    members = aws.list_pool_origination_identities(PoolId=mixed)["OriginationIdentities"]
    statuses = {one["PoolId"]: one["Status"] for one in aws.describe_pools()["Pools"]}
    assert [one["OriginationIdentity"] for one in members][:2] == [agent, name]
    assert len(members) == 4
    assert statuses == {mixed: "ACTIVE", making: "CREATING", going: "DELETING"}


def test_people_are_opted_out_of_a_list_that_is_made(
    emulator: Emulator, aws: "PinpointSMSVoiceV2Client"
) -> None:
    """Of the default one otherwise."""
    assert emulator.give.opted_out(SEATTLE) == "Default"
    assert emulator.give.opted_out(SEATTLE, "+12065550143", opt_out_list_name="news") == "news"

    lists = {one["OptOutListName"] for one in aws.describe_opt_out_lists()["OptOutLists"]}
    found = aws.describe_opted_out_numbers(OptOutListName="news")["OptedOutNumbers"]
    assert lists == {"Default", "news"}
    assert [one["EndUserOptedOut"] for one in found] == [False, False]


@pytest.mark.parametrize(
    ("mistake", "words"),
    [
        (lambda give: give.number("TENDLC"), "number_type must be one of"),
        (lambda give: give.number("TEN_DLC", country="GB"), "IsoCountryCode"),
        (lambda give: give.number("TEN_DLC", country="usa"), "iso_country_code"),
        (lambda give: give.number("TEN_DLC", region_name="here"), "region_name"),
        (lambda give: give.number("TEN_DLC", opt_out_list_name="none"), "ResourceNotFound"),
        (lambda give: give.number("LONG_CODE", status="PENDING", pool_id="pool-1"), "NotFound"),
        (lambda give: give.sender_id("EXAMPLE", country="US"), "SENDER_ID_NOT_SUPPORTED"),
        (lambda give: give.sender_id("EXAMPL", country="IN"), "ap-south-1"),
        (lambda give: give.pool(numbers=0), "numbers must be"),
        (lambda give: give.pool("phone-1"), "identities"),
        (lambda give: give.pool("NONE"), "identities"),
        (lambda give: give.pool(numbers=2, status="CREATING"), "CREATING"),
        (lambda give: give.pool(status="READY"), "status must be one of"),
        (lambda give: give.rcs_agent(country="AR"), "country must be one of"),
        (lambda give: give.rcs_agent(status="DELETED"), "gone"),
        (lambda give: give.registration("US_TOLLFREE"), "US_TOLL_FREE_REGISTRATION"),
        (lambda give: give.registration("US_TOLL_FREE_REGISTRATION", fields={"a.b": "c"}), "a.b"),
        (
            lambda give: give.registration(
                "US_TOLL_FREE_REGISTRATION", fields={"companyInfo.website": "none"}
            ),
            "companyInfo.website",
        ),
        (
            lambda give: give.registration(
                "US_TEN_DLC_BRAND_REGISTRATION", fields={"companyInfo.stockSymbol": "EX"}
            ),
            "companyInfo.stockSymbol",
        ),
        (lambda give: give.notify_configuration(tier="GOLD"), "tier must be one of"),
        (lambda give: give.notify_configuration(display_name="x" * 16), "display_name"),
        (lambda give: give.opted_out(SEATTLE, "+12"), "OptedOutNumber"),
    ],
)
def test_a_mistake_is_an_error_and_leaves_nothing(
    emulator: Emulator, mistake: Callable[[Any], object], words: str
) -> None:
    """It names the argument or AWS's reason, never a number."""
    with pytest.raises(ValueError, match=words) as refused:
        mistake(emulator.give)

    assert SEATTLE not in str(refused.value)
    accounts = emulator.engine.accounts()
    kinds = (phone_numbers, registrations, rcs_agents, pools, configurations)
    assert [len(kind(one)) for one in accounts for kind in kinds] == [0] * 5 * len(accounts)


def test_quotas_hold_for_gifts_too(emulator: Emulator) -> None:
    """Until the settings switch them off."""
    for _ in range(5):
        emulator.give.rcs_agent(status="CREATED")
    with pytest.raises(ValueError, match="RCS_AGENTS_PER_ACCOUNT"):
        emulator.give.rcs_agent(status="CREATED")

    emulator.settings.quotas = False

    assert emulator.give.rcs_agent(status="CREATED").startswith("rcs-")
