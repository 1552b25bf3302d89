"""Notify configurations, and codes sent from them, by a raw client."""

from typing import TYPE_CHECKING, Any

from tests.factories.constants import GOOD

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator


ENGLISH = "notify-code-verification-english-001"
WITH_MINUTES = "notify-code-verification-english-002"
WITHOUT_VOICE = "notify-code-verification-english-003"
RETIRED = "notify-code-verification-english-004"


def notify_configuration(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", **more: Any) -> str:
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


def described(aws: "PinpointSMSVoiceV2Client", key: str) -> Any:
    """What AWS tells of a configuration."""
    return aws.describe_notify_configurations(NotifyConfigurationIds=[key])["NotifyConfigurations"][
        0
    ]


def text_code(aws: "PinpointSMSVoiceV2Client", shop: str, to: str = GOOD, **more: Any) -> Any:
    """Send a code as a text; the answer."""
    arguments: dict[str, Any] = {"TemplateVariables": {"code": "4711"}, **more}
    return aws.send_notify_text_message(
        NotifyConfigurationId=shop, DestinationPhoneNumber=to, **arguments
    )


def call_with_code(aws: "PinpointSMSVoiceV2Client", shop: str, to: str = GOOD, **more: Any) -> Any:
    """Send a code as a call; the answer."""
    arguments: dict[str, Any] = {"TemplateVariables": {"code": "4711"}, **more}
    return aws.send_notify_voice_message(
        NotifyConfigurationId=shop, DestinationPhoneNumber=to, **arguments
    )
