"""Arranging numbers, pools and sender IDs that are ready to use."""

from typing import TYPE_CHECKING, Any

from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.lifecycle.number_activation import activate
from smsvoice.emulator.state.identities import phone_numbers, rcs_agents
from smsvoice.emulator.state.registrations import registrations
from smsvoice.emulator.state.verified_numbers import verified_numbers
from smsvoice.models.phone_numbers import NumberType, PhoneNumberInformation
from smsvoice.models.rcs_agents import RcsAgentInformation, RcsAgentStatus
from smsvoice.models.registrations import RegistrationInformation, RegistrationStatus
from smsvoice.models.verified_numbers import (
    VerificationStatus,
    VerifiedDestinationNumberInformation,
)
from tests.factories.constants import ALL_CAPABILITIES, SETTLED

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator


def number(
    aws: "PinpointSMSVoiceV2Client",
    emulator: "Emulator",
    *,
    number_type: str = "LONG_CODE",
    country: str = "US",
    **more: Any,
) -> dict[str, Any]:
    """An active phone number, whatever registration it would need."""
    asked: dict[str, Any] = {
        "IsoCountryCode": country,
        "MessageType": "TRANSACTIONAL",
        "NumberCapabilities": ["SMS"],
        "NumberType": number_type,
    }
    made: dict[str, Any] = dict(aws.request_phone_number(**(asked | more)))
    emulator.engine.apply(lambda call: activate(call, made["PhoneNumberId"]))
    return made


def short_code(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> dict[str, Any]:
    """An active short code, which AWS Support would have made."""
    made = number(aws, emulator)

    def shorten(call: Call) -> None:
        phone_numbers(call).change(
            made["PhoneNumberId"], phone_number="24273", number_type=NumberType.SHORT_CODE
        )

    emulator.engine.apply(shorten)
    return made | {"PhoneNumber": "24273"}


def change_number(emulator: "Emulator", phone_number_id: str, **members: Any) -> None:
    """Change a number as nobody could from outside."""
    emulator.engine.apply(lambda call: phone_numbers(call).change(phone_number_id, **members))


def many_numbers(emulator: "Emulator", like: str, count: int, **members: Any) -> None:
    """Copies of a number under other ids, more than the quota would allow."""

    def copy(call: Call) -> None:
        table = phone_numbers(call)
        model = table.get(like)
        assert isinstance(model, PhoneNumberInformation)
        for index in range(count):
            key = f"phone-{index:032x}"
            own = {"phone_number_id": key, "phone_number_arn": call.arn("phone-number", key)}
            table.put(key, model.model_copy(update=own | members))

    emulator.engine.apply(copy)


def agent(emulator: "Emulator", **members: Any) -> str:
    """An active RCS agent; its id."""

    def make(call: Call) -> str:
        key = call.ids.resource("rcs")
        made = RcsAgentInformation(
            rcs_agent_arn=call.arn("rcs-agent", key),
            rcs_agent_id=key,
            status=RcsAgentStatus.ACTIVE,
            created_timestamp=call.now,
            deletion_protection_enabled=False,
            opt_out_list_name="Default",
            self_managed_opt_outs_enabled=False,
            two_way_enabled=False,
        )
        rcs_agents(call).put(key, made.model_copy(update=members))
        return key

    found: str = emulator.engine.apply(make)
    return found


def registration(emulator: "Emulator", status: RegistrationStatus) -> str:
    """A 10DLC campaign in some status; its id."""

    def make(call: Call) -> str:
        key = call.ids.resource("registration")
        made = RegistrationInformation(
            registration_arn=call.arn("registration", key),
            registration_id=key,
            registration_type="US_TEN_DLC_CAMPAIGN_REGISTRATION",
            registration_status=status,
            current_version_number=1,
            created_timestamp=call.now,
        )
        registrations(call).put(key, made)
        return key

    found: str = emulator.engine.apply(make)
    return found


def pool(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", identity: str, **more: Any
) -> dict[str, Any]:
    """An active pool of one identity."""
    asked: dict[str, Any] = {"OriginationIdentity": identity, "MessageType": "TRANSACTIONAL"}
    made = dict(aws.create_pool(**(asked | more)))
    emulator.advance(SETTLED)
    return made


def text(aws: "PinpointSMSVoiceV2Client", to: str, **more: Any) -> Any:
    """The answer to a text to somebody."""
    return aws.send_text_message(DestinationPhoneNumber=to, MessageBody="hello", **more)


def last_sender(emulator: "Emulator") -> str | None:
    """Whom the newest message came from."""
    return emulator.messages[-1].origination_identity


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


def verified(emulator: "Emulator", number: str) -> None:
    """Let a number be verified, as its owner would by the code that was sent."""
    made = VerifiedDestinationNumberInformation(
        verified_destination_number_arn="arn:aws:sms-voice:us-east-1:123456789012:verified/1",
        verified_destination_number_id="verified-1",
        destination_phone_number=number,
        status=VerificationStatus.VERIFIED,
        created_timestamp=emulator.now(),
    )
    emulator.engine.apply(lambda call: verified_numbers(call).put("verified-1", made))


def pool_id(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", *members: str) -> str:
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
