"""RCS agents: their settings, and how far their registrations let them."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.constants import INBOUND_TOPIC, SETTLED
from tests.factories.identities import pool
from tests.factories.refusals import refuses
from tests.factories.registrations import (
    LAUNCH,
    TESTING,
    bind,
    complete,
    fill,
    register,
    under_review,
)

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

ROLE = "arn:aws:iam::123456789012:role/inbound"
UNSET = "UNSET_RCS_MEDIA_CONFIGURATION"
SITE: dict[str, dict[str, Any]] = {
    "contactWebsite": {"TextValue": "https://example.com"},
    "contactWebsiteLabel": {"TextValue": "Site"},
}
TWO_WAY: dict[str, Any] = {"TwoWayEnabled": True, "TwoWayChannelArn": INBOUND_TOPIC}


def made(aws: "PinpointSMSVoiceV2Client") -> str:
    """The id of a new agent."""
    return aws.create_rcs_agent()["RcsAgentId"]


def told(aws: "PinpointSMSVoiceV2Client", agent: str) -> Any:
    """An agent as it is told."""
    return aws.describe_rcs_agents(RcsAgentIds=[agent])["RcsAgents"][0]


def launch(aws: "PinpointSMSVoiceV2Client", agent: str) -> Any:
    """Its launch in the United States as it is told."""
    found = aws.describe_rcs_agent_country_launch_status(RcsAgentId=agent, IsoCountryCodes=["US"])
    return found["CountryLaunchStatus"][0]


def test_a_new_agent_can_do_nothing_yet(aws: "PinpointSMSVoiceV2Client") -> None:
    """CREATED, without a list of its own unless one is named."""
    aws.create_opt_out_list(OptOutListName="news")

    plain = aws.create_rcs_agent(Tags=[{"Key": "Name", "Value": "agent"}])
    listed = aws.create_rcs_agent(OptOutListName="news", DeletionProtectionEnabled=True)
    with refuses() as refused:
        aws.create_rcs_agent(OptOutListName="absent")

    assert (plain["Status"], plain["TwoWayEnabled"]) == ("CREATED", False)
    assert plain["RcsAgentId"].startswith("rcs-")
    assert "OptOutListName" not in plain
    assert (listed["OptOutListName"], listed["DeletionProtectionEnabled"]) == ("news", True)
    assert refused.resource_type == "opt-out-list"


def test_an_account_has_five_agents(aws: "PinpointSMSVoiceV2Client") -> None:
    """The sixth is over the quota."""
    for _ in range(5):
        made(aws)

    with refuses() as refused:
        made(aws)

    assert refused.reason == "RCS_AGENTS_PER_ACCOUNT"


def test_agents_are_filtered(aws: "PinpointSMSVoiceV2Client") -> None:
    """By a flag; an owner and ids exclude each other."""
    agent, _ = made(aws), made(aws)
    aws.update_rcs_agent(RcsAgentId=agent, **TWO_WAY)

    found = aws.describe_rcs_agents(Filters=[{"Name": "two-way-enabled", "Values": ["true"]}])
    shared = aws.describe_rcs_agents(Owner="SHARED")
    with refuses() as both:
        aws.describe_rcs_agents(Owner="SELF", RcsAgentIds=[agent])
    with refuses() as neither:
        aws.describe_rcs_agents(Filters=[{"Name": "two-way-enabled", "Values": ["perhaps"]}])

    assert [one["RcsAgentId"] for one in found["RcsAgents"]] == [agent]
    assert shared["RcsAgents"] == []
    assert both.reason == "PARAMETERS_CANNOT_BE_USED_TOGETHER"
    assert neither.reason == "INVALID_FILTER_VALUES"


def test_a_testing_registration_makes_testers_reachable(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """CREATED, PENDING under review, CREATED after a denial, TESTING after an approval."""
    agent = made(aws)
    key = under_review(aws, emulator, TESTING, agent, **SITE)
    steps = [(told(aws, agent)["Status"], told(aws, agent)["TestingAgent"]["Status"])]
    emulator.deny(key)
    steps.append((told(aws, agent)["Status"], told(aws, agent)["TestingAgent"]["Status"]))
    aws.create_registration_version(RegistrationId=key)
    fill(aws, emulator, key, **SITE)
    aws.submit_registration_version(RegistrationId=key)
    emulator.approve(key)

    testing = told(aws, agent)["TestingAgent"]
    assert steps == [("PENDING", "PENDING"), ("CREATED", "CREATED")]
    assert (told(aws, agent)["Status"], testing["Status"]) == ("TESTING", "ACTIVE")
    assert testing["RegistrationId"] == key
    assert testing["TestingAgentId"]


def test_one_way_to_reach_the_brand_is_enough(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Without any, all three are asked for; one without its label asks for that."""
    emulator.settings.incomplete_forms = "refused"
    key = register(aws, TESTING)
    bind(aws, key, made(aws))
    fill(aws, emulator, key)
    with refuses() as unreachable:
        aws.submit_registration_version(RegistrationId=key)
    fill(aws, emulator, key, contactPhoneNumber={"TextValue": "+12065550100"})
    with refuses() as unlabelled:
        aws.submit_registration_version(RegistrationId=key)

    assert unreachable.fields == [
        "agentDetails.contactPhoneNumber",
        "agentDetails.contactEmailAddress",
        "agentDetails.contactWebsite",
    ]
    assert unlabelled.fields == ["agentDetails.contactPhoneLabel"]


def test_carriers_launch_an_agent_one_by_one(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """PARTIAL with the first, ACTIVE with the last, PARTIAL again with a new country."""
    agent = made(aws)
    key = under_review(aws, emulator, LAUNCH, agent, **SITE)
    steps = [(told(aws, agent)["Status"], launch(aws, agent)["Status"])]
    emulator.approve(key)
    steps.append((told(aws, agent)["Status"], launch(aws, agent)["Status"]))
    first = [one["Status"] for one in launch(aws, agent)["CarrierStatus"]]
    emulator.advance(SETTLED)
    steps.append((told(aws, agent)["Status"], launch(aws, agent)["Status"]))
    bind(aws, register(aws, "DE_RCS_LAUNCH_REGISTRATION"), agent)

    active = aws.describe_rcs_agent_country_launch_status(
        RcsAgentId=agent, Filters=[{"Name": "country-launch-status", "Values": ["ACTIVE"]}]
    )["CountryLaunchStatus"]
    assert steps == [("PENDING", "PENDING"), ("PARTIAL", "PARTIAL"), ("ACTIVE", "ACTIVE")]
    assert first == ["ACTIVE", "PENDING", "PENDING"]
    assert [one["IsoCountryCode"] for one in active] == ["US"]
    assert active[0]["RcsPlatformId"]
    assert told(aws, agent)["Status"] == "PARTIAL"


def test_a_denied_launch_is_rejected(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """By all carriers of the country; testing goes on."""
    agent = made(aws)
    complete(aws, emulator, TESTING, agent, **SITE)
    key = under_review(aws, emulator, LAUNCH, agent, **SITE)

    emulator.deny(key)

    assert launch(aws, agent)["Status"] == "REJECTED"
    assert {one["Status"] for one in launch(aws, agent)["CarrierStatus"]} == {"REJECTED"}
    assert told(aws, agent)["Status"] == "TESTING"


def test_a_submission_taken_back_is_no_launch(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The agent and its launch are as they were."""
    agent, key = made(aws), register(aws, LAUNCH)
    bind(aws, key, agent)
    fill(aws, emulator, key, **SITE)
    aws.submit_registration_version(RegistrationId=key)

    aws.discard_registration_version(RegistrationId=key)

    assert (told(aws, agent)["Status"], launch(aws, agent)["Status"]) == ("CREATED", "CREATED")


def test_an_agent_has_one_registration_of_a_type(aws: "PinpointSMSVoiceV2Client") -> None:
    """The same one twice, and a second of its type, are both refused."""
    agent, key = made(aws), register(aws, TESTING)
    bind(aws, key, agent)

    with refuses() as twice:
        bind(aws, key, agent)
    with refuses() as second:
        bind(aws, register(aws, TESTING), agent)

    assert twice.reason == "RESOURCE_ALREADY_ASSOCIATED"
    assert second.reason == "RCS_AGENT_ALREADY_ASSOCIATED_TO_REGISTRATION_TYPE"


def test_what_holds_an_agent_keeps_it(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Protection, a pool, a registration, each in its turn; then it goes with its testers."""
    agent, key = made(aws), register(aws, TESTING)
    bind(aws, key, agent)
    aws.update_rcs_agent(RcsAgentId=agent, DeletionProtectionEnabled=True)
    with refuses() as protected:
        aws.delete_rcs_agent(RcsAgentId=agent)
    aws.update_rcs_agent(RcsAgentId=agent, DeletionProtectionEnabled=False)
    with refuses() as registered:
        aws.delete_rcs_agent(RcsAgentId=agent)
    aws.delete_registration(RegistrationId=key)
    aws.create_verified_destination_number(DestinationPhoneNumber="+12065550142", RcsAgentId=agent)

    gone = aws.delete_rcs_agent(RcsAgentId=agent)
    with refuses() as again:
        aws.delete_rcs_agent(RcsAgentId=agent)

    assert protected.reason == "DELETION_PROTECTION_ENABLED"
    assert registered.reason == "RESOURCE_NOT_EMPTY"
    assert gone["Status"] == "DELETED"
    assert again.resource_type == "rcs-agent"
    assert aws.describe_verified_destination_numbers()["VerifiedDestinationNumbers"] == []


def test_an_agent_in_a_pool_is_ruled_by_it(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Neither deleted nor changed in what the pool rules; its protection is its own."""
    agent = made(aws)
    complete(aws, emulator, LAUNCH, agent, **SITE)
    pool(aws, emulator, agent)

    with refuses() as deleted:
        aws.delete_rcs_agent(RcsAgentId=agent)
    with refuses() as changed:
        aws.update_rcs_agent(RcsAgentId=agent, **TWO_WAY)
    protected = aws.update_rcs_agent(RcsAgentId=agent, DeletionProtectionEnabled=True)

    assert deleted.reason == changed.reason == "RCS_AGENT_ASSOCIATED_TO_POOL"
    assert protected["DeletionProtectionEnabled"] is True


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"TwoWayEnabled": True}, "TWO_WAY_CHANNEL_NOT_PRESENT"),
        ({"SelfManagedOptOutsEnabled": True}, "TWO_WAY_NOT_ENABLED"),
        ({"TwoWayRcsEventsEnabled": ["ALL"]}, "TWO_WAY_NOT_ENABLED"),
        (TWO_WAY | {"TwoWayRcsEventsEnabled": ["ALL", "RCS_TYPING"]}, "INVALID_PARAMETER"),
        (TWO_WAY | {"TwoWayMediaS3BucketName": "inbound"}, "MISSING_PARAMETER"),
        (TWO_WAY | {"TwoWayMediaS3Role": ROLE}, "MISSING_PARAMETER"),
        (TWO_WAY | {"TwoWayMediaS3KeyPrefix": "rcs"}, "MISSING_PARAMETER"),
        (
            {"TwoWayMediaS3BucketName": "inbound", "TwoWayMediaS3Role": ROLE},
            "TWO_WAY_NOT_ENABLED",
        ),
        (
            TWO_WAY | {"TwoWayMediaS3BucketName": "inbound", "TwoWayMediaS3Role": UNSET},
            "INVALID_PARAMETER",
        ),
    ],
)
def test_settings_must_go_together(
    aws: "PinpointSMSVoiceV2Client", changes: dict[str, Any], reason: str
) -> None:
    """Two-way comes first; bucket and role come together; ALL stands alone."""
    agent = made(aws)

    with refuses() as refused:
        aws.update_rcs_agent(RcsAgentId=agent, **changes)

    assert (refused.code, refused.reason) == ("ValidationException", reason)


def test_media_and_events_are_switched_on_and_off(aws: "PinpointSMSVoiceV2Client") -> None:
    """Set, unset by AWS's word for it, and forgotten with two-way."""
    agent = made(aws)
    media: Any = {"TwoWayMediaS3BucketName": "inbound", "TwoWayMediaS3Role": ROLE}
    aws.update_rcs_agent(
        RcsAgentId=agent,
        **TWO_WAY,
        **media,
        TwoWayMediaS3KeyPrefix="a",
        TwoWayRcsEventsEnabled=["ALL"],
    )
    on = told(aws, agent)
    unset: Any = {"TwoWayMediaS3BucketName": UNSET, "TwoWayMediaS3Role": UNSET}
    aws.update_rcs_agent(RcsAgentId=agent, **unset, TwoWayRcsEventsEnabled=[])
    bare = told(aws, agent)
    aws.update_rcs_agent(RcsAgentId=agent, **media)

    off = aws.update_rcs_agent(RcsAgentId=agent, TwoWayEnabled=False)

    assert (on["TwoWayMediaS3BucketName"], on["TwoWayMediaS3KeyPrefix"]) == ("inbound", "a")
    assert on["TwoWayRcsEventsEnabled"] == ["ALL"]
    assert "TwoWayMediaS3BucketName" not in bare
    assert "TwoWayMediaS3KeyPrefix" not in bare
    assert bare["TwoWayRcsEventsEnabled"] == []
    assert "TwoWayMediaS3BucketName" not in off
    assert "TwoWayChannelArn" not in off
