"""Identities to send from, and where their events go, made in one line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from smsvoice.emulator.state.identities import rcs_agents
from smsvoice.models.rcs_agents import RcsAgentInformation, RcsAgentStatus
from smsvoice.models.verified_numbers import (
    VerificationStatus,
    VerifiedDestinationNumberInformation,
)

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client
    from mypy_boto3_pinpoint_sms_voice_v2.literals import EventTypeType

    from smsvoice.emulator import Emulator

GOOD, BAD = "+14254147755", "+14254147167"
"""Simulator destinations of the United States: always reached, never reached."""
LONDON = "+447700900123"
TORONTO = "+14165550142"
TOPIC = "arn:aws:sns:us-east-1:123456789012:events"
ALL_CAPABILITIES: Sequence[Literal["SMS", "MMS", "VOICE"]] = ("SMS", "MMS", "VOICE")


def simulator(aws: "PinpointSMSVoiceV2Client") -> str:
    """The id of a simulator number, which can do everything at once."""
    return aws.request_phone_number(
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
        NumberCapabilities=ALL_CAPABILITIES,
        NumberType="SIMULATOR",
    )["PhoneNumberId"]


def long_code(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", country: str = "CA") -> str:
    """The id of a long code that is active."""
    made = aws.request_phone_number(
        IsoCountryCode=country,
        MessageType="TRANSACTIONAL",
        NumberCapabilities=ALL_CAPABILITIES if country == "CA" else ("SMS", "VOICE"),
        NumberType="LONG_CODE",
    )
    emulator.advance(5)
    return made["PhoneNumberId"]


def agent(emulator: "Emulator") -> str:
    """The id of an RCS agent that was launched, as weeks of reviews would have left it."""
    key = f"rcs-{'0' * 31}1"
    made = RcsAgentInformation(
        rcs_agent_arn=f"arn:aws:sms-voice:us-east-1:123456789012:rcs-agent/{key}",
        rcs_agent_id=key,
        status=RcsAgentStatus.ACTIVE,
        created_timestamp=emulator.now(),
        deletion_protection_enabled=False,
        opt_out_list_name="Default",
        self_managed_opt_outs_enabled=False,
        two_way_enabled=False,
    )
    emulator.engine.apply(lambda call: rcs_agents(call).put(key, made))
    return key


def verified(emulator: "Emulator", number: str) -> None:
    """Let a number be verified, as its owner would by the code that was sent."""
    made = VerifiedDestinationNumberInformation(
        verified_destination_number_arn="arn:aws:sms-voice:us-east-1:123456789012:verified/1",
        verified_destination_number_id="verified-1",
        destination_phone_number=number,
        status=VerificationStatus.VERIFIED,
        created_timestamp=emulator.now(),
    )
    name, model = "verified_destination_numbers", VerifiedDestinationNumberInformation
    emulator.engine.apply(lambda call: call.table(name, model).put("verified-1", made))


def pool(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", *members: str) -> str:
    """The id of an active pool of some numbers and agents."""
    first, *others = members
    made = (
        aws.create_pool(OriginationIdentity=first, IsoCountryCode="ZZ", MessageType="TRANSACTIONAL")
        if first.startswith("rcs-")
        else aws.create_pool(OriginationIdentity=first, MessageType="TRANSACTIONAL")
    )
    emulator.advance(5)
    for other in others:
        aws.associate_origination_identity(PoolId=made["PoolId"], OriginationIdentity=other)
    return made["PoolId"]


def listen(
    aws: "PinpointSMSVoiceV2Client",
    name: str = "observed",
    types: "Sequence[EventTypeType]" = ("ALL",),
) -> str:
    """The name of a configuration set with one event destination, `topic`."""
    aws.create_configuration_set(ConfigurationSetName=name)
    aws.create_event_destination(
        ConfigurationSetName=name,
        EventDestinationName="topic",
        MatchingEventTypes=types,
        SnsDestination={"TopicArn": TOPIC},
    )
    return name


def heard(emulator: "Emulator", destination: str = "topic") -> list[str]:
    """The event types that a destination was told, in order."""
    return [one.event_type for one in emulator.events if one.destination == destination]
