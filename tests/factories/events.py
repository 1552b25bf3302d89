"""Identities to send from, and where their events go, made in one line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tests.factories.constants import EVENTS_TOPIC

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client
    from mypy_boto3_pinpoint_sms_voice_v2.literals import EventTypeType

    from smsvoice.emulator import Emulator


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
        SnsDestination={"TopicArn": EVENTS_TOPIC},
    )
    return name


def heard(emulator: "Emulator", destination: str = "topic") -> list[str]:
    """The event types that a destination was told, in order."""
    return [one.event_type for one in emulator.events if one.destination == destination]
