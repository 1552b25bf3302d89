"""Texts: what is taken, what is refused and why, and what becomes of them."""

from typing import TYPE_CHECKING, Any

import pytest

from smsvoice.emulator.state.identities import sender_id_key, sender_ids
from smsvoice.models.sender_ids import SenderIdInformation
from tests.factories.constants import BAD, GOOD, LONDON, TORONTO
from tests.factories.events import heard, listen
from tests.factories.identities import agent, long_code, pool_id, simulator, verified
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator


def text(aws: "PinpointSMSVoiceV2Client", to: str = GOOD, **more: Any) -> str:
    """Send a text; its id."""
    arguments: dict[str, Any] = {"MessageBody": "hello", **more}
    return aws.send_text_message(DestinationPhoneNumber=to, **arguments)["MessageId"]


def test_a_text_reaches_its_recipient(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The outbox shows what was sent, and after a second that it arrived."""
    number = simulator(aws)

    message_id = text(aws, OriginationIdentity=number, Context={"order": "17"})
    emulator.advance(1)

    (message,) = emulator.messages
    (told,) = aws.describe_phone_numbers(PhoneNumberIds=[number])["PhoneNumbers"]
    assert (message.message_id, message.body, message.state) == (message_id, "hello", "DELIVERED")
    assert message.origination_identity == told["PhoneNumber"]
    assert (message.encoding, message.message_parts) == ("GSM", 1)
    assert dict(message.context) == {"order": "17"}


def test_two_equal_sends_are_two_messages(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A send has no token: whatever is sent twice arrives twice."""
    ids = {text(aws), text(aws)}

    assert len(ids) == len(emulator.messages) == 2


@pytest.mark.parametrize("succeeds", [True, False])
def test_simulators_succeed_or_fail(
    aws: "PinpointSMSVoiceV2Client",
    emulator: "Emulator",
    succeeds: bool,
) -> None:
    """AWS's simulator destinations always do the same."""
    text(aws, GOOD if succeeds else BAD, ConfigurationSetName=listen(aws))
    emulator.advance(1)

    last = "TEXT_DELIVERED" if succeeds else "TEXT_UNREACHABLE"
    assert heard(emulator)[-1] == last
    assert emulator.messages[0].state == ("DELIVERED" if succeeds else "FAILED")


def test_a_dry_run_leaves_no_trace(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """It gives an id and costs nothing, but is checked like any other."""
    emulator.settings.spend_limit = 0

    with refuses() as refused:
        text(aws, DryRun=True)
    emulator.settings.spend_limit = 1
    message_id = text(aws, DryRun=True, ConfigurationSetName=listen(aws))
    emulator.advance(10)

    assert refused.reason == "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT"
    assert len(message_id) == 36
    assert emulator.messages == emulator.events == []


@pytest.mark.parametrize(
    ("arguments", "reason", "fields"),
    [
        ({"MessageBody": "x" * 1601}, "INVALID_PARAMETER", ["MessageBody"]),
        ({"MaxPrice": "0.001"}, "PRICE_OVER_THRESHOLD", ["MaxPrice"]),
        ({"MaxPrice": "10"}, "INVALID_PARAMETER", ["MaxPrice"]),
        ({"TimeToLive": 259201}, "INVALID_PARAMETER", ["TimeToLive"]),
        ({"DestinationPhoneNumber": "+999123456"}, "INVALID_PARAMETER", ["DestinationPhoneNumber"]),
        (
            {"DestinationPhoneNumber": "+8613800138000"},
            "DESTINATION_COUNTRY_BLOCKED",
            ["DestinationPhoneNumber"],
        ),
    ],
)
def test_a_wrong_request_is_refused_with_its_member(
    aws: "PinpointSMSVoiceV2Client", arguments: dict[str, Any], reason: str, fields: list[str]
) -> None:
    """The refusal names the reason and the member at fault, and nothing is sent."""
    request: dict[str, Any] = {"DestinationPhoneNumber": GOOD, "MessageBody": "hello", **arguments}

    with refuses() as refused:
        aws.send_text_message(**request)

    assert (refused.code, refused.reason) == ("ValidationException", reason)
    assert refused.fields == fields


def test_a_text_needs_a_body(aws: "PinpointSMSVoiceV2Client") -> None:
    """AWS's model leaves the body optional; the service does not."""
    with refuses() as refused:
        aws.send_text_message(DestinationPhoneNumber=GOOD)

    assert (refused.reason, refused.fields) == ("MISSING_PARAMETER", ["MessageBody"])


def test_a_price_within_the_ceiling_passes(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The ceiling is compared with the price of one part, however many the text takes."""
    text(aws, MessageBody="x" * 320, MaxPrice="0.01")

    (message,) = emulator.messages
    assert (message.message_parts, message.price, message.carrier_fee) == (3, "0.018", "0.009")


def test_an_identity_must_reach_the_country(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A simulator number reaches simulators only, and nobody reaches Canada by a shared route."""
    number = simulator(aws)

    with refuses() as unfit:
        text(aws, LONDON, OriginationIdentity=number)
    with refuses() as nobody:
        text(aws, TORONTO)
    with refuses() as unknown:
        text(aws, OriginationIdentity="phone-" + "0" * 32)

    assert unfit.reason == "INVALID_IDENTITY_FOR_DESTINATION_COUNTRY"
    assert nobody.reason == "NO_ORIGINATION_IDENTITIES_FOUND"
    assert (unknown.code, unknown.resource_type) == ("ResourceNotFoundException", "phone-number")
    assert emulator.messages == []


def test_opting_out_counts_on_the_list_of_the_identity(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A number with a list of its own does not mind the account's default list."""
    number = simulator(aws)
    aws.create_opt_out_list(OptOutListName="news")
    aws.update_phone_number(PhoneNumberId=number, OptOutListName="news")
    aws.put_opted_out_number(OptOutListName="Default", OptedOutNumber=GOOD)

    text(aws, OriginationIdentity=number)
    aws.put_opted_out_number(OptOutListName="news", OptedOutNumber=GOOD)
    with refuses() as refused:
        text(aws, OriginationIdentity=number)

    assert len(emulator.messages) == 1
    assert refused.reason == "DESTINATION_PHONE_NUMBER_OPTED_OUT"
    assert refused.resource_type == "opted-out-number"


@pytest.mark.parametrize("refusal", ["INSUFFICIENT_ACCOUNT_REPUTATION", "ACCOUNT_DISABLED"])
def test_a_paused_or_closed_account_may_not_send(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", refusal: Any
) -> None:
    """A setting shows what a sender with a bad reputation meets."""
    emulator.settings.account_refusal = refusal

    with refuses() as refused:
        text(aws)

    assert (refused.code, refused.reason) == ("AccessDeniedException", refusal)


def test_the_sandbox_reaches_verified_numbers_and_simulators(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A stranger is refused until verified; a simulator never is."""
    emulator.settings.sandbox = True

    text(aws)
    with refuses() as refused:
        text(aws, LONDON)
    verified(emulator, LONDON)
    text(aws, LONDON)

    assert refused.reason == "DESTINATION_PHONE_NUMBER_NOT_VERIFIED"
    assert refused.resource_type == "verified-destination-number"
    assert len(emulator.messages) == 2


@pytest.mark.parametrize("body", ["x" * 1531, "ж" * 631])
def test_a_text_that_no_carrier_takes_fails_afterwards(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", body: str
) -> None:
    """The request is accepted, and the event tells of the invalid message."""
    text(aws, MessageBody=body, ConfigurationSetName=listen(aws))
    emulator.advance(1)

    assert heard(emulator) == ["TEXT_QUEUED", "TEXT_INVALID_MESSAGE"]
    assert emulator.messages[0].state == "FAILED"


def test_india_asks_for_an_entity_and_a_template(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Without them the carrier blocks what a sender ID sends; with them it arrives."""
    known = SenderIdInformation(
        sender_id_arn="arn:aws:sms-voice:us-east-1:123456789012:sender-id/SHOP/IN",
        sender_id="SHOP",
        iso_country_code="IN",
        message_types=("TRANSACTIONAL",),
        monthly_leasing_price="0.00",
        deletion_protection_enabled=False,
        registered=True,
    )
    emulator.engine.apply(lambda call: sender_ids(call).put(sender_id_key("SHOP", "IN"), known))

    text(aws, "+919876543210", OriginationIdentity="SHOP")
    parameters = {"IN_ENTITY_ID": "1", "IN_TEMPLATE_ID": "2"}
    text(
        aws,
        "+919876543210",
        OriginationIdentity="SHOP",
        DestinationCountryParameters=parameters,
    )
    emulator.advance(1)

    assert [message.state for message in emulator.messages] == ["FAILED", "DELIVERED"]


def test_a_text_through_a_pool_with_an_agent_goes_by_rcs(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """It is told as TEXT events whose sender is the agent."""
    key = agent(emulator)
    group = pool_id(aws, emulator, long_code(aws, emulator), key)

    text(aws, TORONTO, OriginationIdentity=group, ConfigurationSetName=listen(aws))
    emulator.advance(1)

    (message,) = emulator.messages
    assert (message.channel, message.state) == ("RCS", "DELIVERED")
    assert heard(emulator) == ["TEXT_QUEUED", "TEXT_SUCCESSFUL", "TEXT_DELIVERED"]
    assert {
        e.body["originationPhoneNumber"] for e in emulator.events if e.destination == "topic"
    } == {key}


def test_a_text_falls_back_to_sms_where_rcs_fails(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """At once the same message goes on from the pool's number, and is charged as a text."""
    number = long_code(aws, emulator)
    group = pool_id(aws, emulator, number, agent(emulator))
    (told,) = aws.describe_phone_numbers(PhoneNumberIds=[number])["PhoneNumbers"]
    emulator.script(TORONTO, "RCS_QUEUED", "RCS_FAILED")

    message_id = text(aws, TORONTO, OriginationIdentity=group, ConfigurationSetName=listen(aws))
    (before,) = emulator.messages
    emulator.advance(2)

    (after,) = emulator.messages
    assert (before.channel, before.state) == ("RCS", "PENDING")
    assert (after.channel, after.state) == ("SMS", "DELIVERED")
    assert after.message_id == message_id
    assert after.origination_identity == told["PhoneNumber"]
    assert heard(emulator) == [
        "TEXT_QUEUED",
        "TEXT_UNREACHABLE",
        "RCS_FALLEN_BACK_TO_SMS",
        "TEXT_QUEUED",
        "TEXT_SUCCESSFUL",
        "TEXT_DELIVERED",
    ]
    assert {
        event.body["messageId"] for event in emulator.events if event.destination == "topic"
    } == {message_id}


def test_a_text_straight_from_an_agent_does_not_fall_back(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Whoever names the agent gets the agent or nothing."""
    key = agent(emulator)
    long_code(aws, emulator)
    emulator.script(TORONTO, "RCS_FAILED")

    text(aws, TORONTO, OriginationIdentity=key)
    emulator.advance(60)

    (message,) = emulator.messages
    assert (message.channel, message.state) == ("RCS", "FAILED")
