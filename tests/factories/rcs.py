"""RCS messages sent by a raw client."""

from typing import TYPE_CHECKING, Any

from tests.factories.constants import TORONTO

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client


TEXT: dict[str, Any] = {"Content": {"TextMessage": {"Body": "hello"}}}


def send(aws: "PinpointSMSVoiceV2Client", sender: str, to: str = TORONTO, **more: Any) -> str:
    """Send an RCS message; its id."""
    arguments: dict[str, Any] = {"RcsMessageContent": TEXT, **more}
    return aws.send_rcs_message(DestinationPhoneNumber=to, OriginationIdentity=sender, **arguments)[
        "MessageId"
    ]


def card(**more: Any) -> dict[str, Any]:
    """Content that is one card."""
    shown = {"CardOrientation": "VERTICAL", "CardContent": {"Title": "Sale"}, **more}
    return {"Content": {"RichCard": shown}}


def carousel(**more: Any) -> dict[str, Any]:
    """Content that is two cards side by side."""
    shown = {"CardWidth": "SMALL", "CardContents": [{"Title": "One"}, {"Title": "Two"}], **more}
    return {"Content": {"Carousel": shown}}
