"""Numbers that can be nobody's are refused wherever a person's number is meant."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.identities import agent, number
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

BAD = ["+12", "12", "+1206", "+44770", "+120655501420000000", "+9991234567", "+4407700900123"]
RCS_TEXT: dict[str, Any] = {"Content": {"TextMessage": {"Body": "hello"}}}

Ask = Callable[["PinpointSMSVoiceV2Client", "Emulator", str], object]


def _override(aws: "PinpointSMSVoiceV2Client", _: "Emulator", to: str) -> object:
    protect = aws.create_protect_configuration()["ProtectConfigurationId"]
    return aws.put_protect_configuration_rule_set_number_override(
        ProtectConfigurationId=protect, DestinationPhoneNumber=to, Action="BLOCK"
    )


def _code(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", to: str) -> object:
    made = aws.create_notify_configuration(
        DisplayName="Shop", UseCase="CODE_VERIFICATION", EnabledChannels=["SMS"]
    )
    emulator.advance(5)
    return aws.send_notify_text_message(
        NotifyConfigurationId=made["NotifyConfigurationId"],
        DestinationPhoneNumber=to,
        TemplateId="notify-code-verification-english-001",
        TemplateVariables={"code": "4711"},
    )


ASKS: dict[str, tuple[str, Ask]] = {
    "text": (
        "DestinationPhoneNumber",
        lambda aws, _, to: aws.send_text_message(DestinationPhoneNumber=to, MessageBody="hello"),
    ),
    "media": (
        "DestinationPhoneNumber",
        lambda aws, emulator, to: aws.send_media_message(
            DestinationPhoneNumber=to,
            OriginationIdentity=number(aws, emulator, NumberCapabilities=["MMS"])["PhoneNumberId"],
            MessageBody="hello",
        ),
    ),
    "voice": (
        "DestinationPhoneNumber",
        lambda aws, emulator, to: aws.send_voice_message(
            DestinationPhoneNumber=to,
            OriginationIdentity=number(aws, emulator, NumberCapabilities=["VOICE"])[
                "PhoneNumberId"
            ],
            MessageBody="hello",
        ),
    ),
    "rcs": (
        "DestinationPhoneNumber",
        lambda aws, emulator, to: aws.send_rcs_message(
            DestinationPhoneNumber=to,
            OriginationIdentity=agent(emulator),
            RcsMessageContent=RCS_TEXT,
        ),
    ),
    "code": ("DestinationPhoneNumber", _code),
    "opt-out": (
        "OptedOutNumber",
        lambda aws, _, to: aws.put_opted_out_number(OptOutListName="Default", OptedOutNumber=to),
    ),
    "verified number": (
        "DestinationPhoneNumber",
        lambda aws, _, to: aws.create_verified_destination_number(DestinationPhoneNumber=to),
    ),
    "override": ("DestinationPhoneNumber", _override),
}


@pytest.mark.parametrize("ask", ASKS)
@pytest.mark.parametrize("bad", BAD)
def test_a_number_that_no_plan_allows_is_refused(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", ask: str, bad: str
) -> None:
    """By too few or too many digits, or by a calling code that is none."""
    field, request = ASKS[ask]

    with refuses() as refused:
        request(aws, emulator, bad)

    assert (refused.code, refused.reason) == ("ValidationException", "INVALID_PARAMETER")
    assert refused.fields == [field]
    assert bad.removeprefix("+") not in str(refused.response["Fields"]) or len(bad) < len("+1206")
    assert emulator.messages == []


@pytest.mark.parametrize("ask", ["code", "opt-out", "override", "verified number"])
@pytest.mark.parametrize("good", ["+12065550142", "12065550142"])
def test_the_plus_may_be_missing_on_the_wire(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", ask: str, good: str
) -> None:
    """AWS takes a number with and without."""
    _, request = ASKS[ask]

    assert request(aws, emulator, good)


@pytest.mark.parametrize("bad", [one for one in BAD if one.startswith("+")])
def test_what_a_lookup_calls_invalid_cannot_be_texted(
    aws: "PinpointSMSVoiceV2Client", bad: str
) -> None:
    """The look-up itself answers."""
    found = aws.carrier_lookup(PhoneNumber=bad)

    assert found["PhoneNumberType"] == "INVALID"
    assert "IsoCountryCode" not in found


def test_a_number_that_is_of_no_country_may_be_opted_out(
    aws: "PinpointSMSVoiceV2Client",
) -> None:
    """A satellite phone has a calling code; no text reaches it here."""
    aws.put_opted_out_number(OptOutListName="Default", OptedOutNumber="+881612345678")

    with refuses() as refused:
        aws.send_text_message(DestinationPhoneNumber="+881612345678", MessageBody="hello")

    assert (refused.reason, refused.fields) == ("INVALID_PARAMETER", ["DestinationPhoneNumber"])
