"""Accounts to diagnose: a healthy one, and one for each thing that can be wrong with an account."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from smsvoice.emulator import Emulator
from smsvoice.models.rcs_agents import RcsAgentStatus
from tests.factories.constants import EVENTS_TOPIC, GOOD, INBOUND_TOPIC, LONDON, SERVICE, SETTLED
from tests.factories.identities import agent, number
from tests.factories.registrations import PNG, TOLL_FREE, fill, register

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

PERSON = "+12065550142"
"""A recipient whose number must not show in any finding."""


@dataclass(frozen=True)
class Ailment:
    """An account, a recipient to look at, and the findings that it must come to."""

    arrange: "Callable[[PinpointSMSVoiceV2Client, Emulator], object]"
    finds: Sequence[tuple[str, str, str]]
    """Severity, check, and a part of what is said: the sentence, why, and the remedy."""
    to: str | None = None
    only: bool = True
    """Whether nothing else is found but notes."""


def client(emulator: Emulator) -> "PinpointSMSVoiceV2Client":
    """A raw client of the emulator."""
    return emulator.session().client(SERVICE)


def healthy(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> dict[str, Any]:
    """An account where all is well: a number, a configuration set, and events that go somewhere."""
    made = number(aws, emulator, number_type="TEN_DLC")
    aws.put_keyword(
        OriginationIdentity=made["PhoneNumberId"],
        Keyword="START",
        KeywordMessage="Welcome back",
        KeywordAction="OPT_IN",
    )
    aws.create_configuration_set(ConfigurationSetName="shop")
    aws.create_event_destination(
        ConfigurationSetName="shop",
        EventDestinationName="topic",
        MatchingEventTypes=["ALL"],
        SnsDestination={"TopicArn": EVENTS_TOPIC},
    )
    return made


def arrange(ailment: Ailment, emulator: Emulator) -> None:
    """Make the account."""
    aws = client(emulator)
    if ailment is not AILMENTS["nothing to send from"]:
        healthy(aws, emulator)
    ailment.arrange(aws, emulator)


def _sandbox(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    emulator.settings.sandbox = True
    aws.create_verified_destination_number(DestinationPhoneNumber=LONDON)


def _spend_limits(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    aws.set_text_message_spend_limit_override(MonthlyLimit=0)
    aws.set_voice_message_spend_limit_override(MonthlyLimit=1)


def _denied(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    waiting = aws.request_phone_number(
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
        NumberCapabilities=["SMS"],
        NumberType="TOLL_FREE",
    )
    registration = register(aws, TOLL_FREE)
    fill(aws, emulator, registration)
    aws.create_registration_association(
        RegistrationId=registration, ResourceId=waiting["PhoneNumberId"]
    )
    emulator.advance(SETTLED)
    aws.submit_registration_version(RegistrationId=registration)
    emulator.deny(
        registration,
        reason="OPT_IN_NOT_CLEAR",
        description="The opt-in does not show what people agree to; call +12065550142",
        field_paths=["messagingUseCase.optInDescription"],
    )


def _unregistered(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    aws.request_phone_number(
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
        NumberCapabilities=["SMS"],
        NumberType="TOLL_FREE",
    )
    register(aws, TOLL_FREE)


def _no_events(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    aws.create_configuration_set(ConfigurationSetName="silent")
    aws.update_event_destination(
        ConfigurationSetName="shop", EventDestinationName="topic", Enabled=False
    )


def _protect(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    made = aws.create_protect_configuration()["ProtectConfigurationId"]
    aws.set_account_default_protect_configuration(ProtectConfigurationId=made)
    blocks: Any = {code: {"ProtectStatus": "BLOCK"} for code in ("US", "FR", "DE")}
    aws.update_protect_configuration_country_rule_set(
        ProtectConfigurationId=made, NumberCapability="SMS", CountryRuleSetUpdates=blocks
    )


def _one_person(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    made = aws.create_protect_configuration()["ProtectConfigurationId"]
    aws.associate_protect_configuration(ProtectConfigurationId=made, ConfigurationSetName="shop")
    aws.put_protect_configuration_rule_set_number_override(
        ProtectConfigurationId=made, DestinationPhoneNumber=PERSON, Action="BLOCK"
    )
    aws.put_opted_out_number(OptOutListName="Default", OptedOutNumber=PERSON)


def _opted_out_elsewhere(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    for name in ("unused", "of-a-number"):
        aws.create_opt_out_list(OptOutListName=name)
        aws.put_opted_out_number(OptOutListName=name, OptedOutNumber=PERSON)
    held = number(aws, emulator, number_type="TEN_DLC")
    aws.update_phone_number(PhoneNumberId=held["PhoneNumberId"], OptOutListName="of-a-number")


def _opt_out_words(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    (held,) = aws.describe_phone_numbers()["PhoneNumbers"]
    aws.put_keyword(
        OriginationIdentity=held["PhoneNumberId"],
        Keyword="CANCEL",
        KeywordMessage="Your order is canceled",
        KeywordAction="AUTOMATIC_RESPONSE",
    )
    by_hand = number(aws, emulator, country="GB")
    aws.update_phone_number(
        PhoneNumberId=by_hand["PhoneNumberId"],
        TwoWayEnabled=True,
        TwoWayChannelArn=INBOUND_TOPIC,
        SelfManagedOptOutsEnabled=True,
    )
    number(aws, emulator, country="CA")


def _notify(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    emulator.settings.rejected_display_names = {"Bank"}
    emulator.settings.display_names_to_verify = {"Brand"}
    for name in ("Bank", "Brand"):
        aws.create_notify_configuration(
            DisplayName=name, UseCase="CODE_VERIFICATION", EnabledChannels=["SMS"]
        )
    emulator.advance(SETTLED)


def _rcs(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    agent(emulator, status=RcsAgentStatus.TESTING)
    aws.create_rcs_agent()


def _waiting(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    (held,) = aws.describe_phone_numbers()["PhoneNumbers"]
    uploaded = aws.create_registration_attachment(AttachmentBody=PNG)
    emulator.fail_upload(uploaded["RegistrationAttachmentId"])
    aws.create_pool(
        OriginationIdentity=held["PhoneNumberId"],
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
    )
    aws.create_notify_configuration(
        DisplayName="Shop", UseCase="CODE_VERIFICATION", EnabledChannels=["SMS"]
    )
    for index in range(24):
        aws.create_opt_out_list(OptOutListName=f"list-{index}")


def _permissions(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    for operation in ("DescribeSpendLimits", "DescribeKeywords", "DescribeRegistrations"):
        emulator.faults.add("access_denied", operation=operation, share=1.0)


def _disabled(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    emulator.settings.account_refusal = "ACCOUNT_DISABLED"


def _nothing(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    """Nothing at all, as in a region that was named by mistake."""


AILMENTS = {
    "sandbox": Ailment(
        _sandbox,
        [
            ("error", "sandbox", "reaches verified and simulator numbers only"),
            ("error", "verified-numbers", "the recipient is not among the account's verified"),
            ("error", "reach", "DESTINATION_PHONE_NUMBER_NOT_VERIFIED"),
            ("warning", "verified-numbers", "is PENDING"),
        ],
        to=PERSON,
    ),
    "spend limits": Ailment(
        _spend_limits,
        [
            ("error", "spend-limits", "TEXT is US$0: every such message is refused"),
            ("warning", "spend-limits", "VOICE is US$1:"),
            ("error", "reach", "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT"),
        ],
        to=GOOD,
    ),
    "a registration that was turned down": Ailment(
        _denied,
        [
            ("error", "registrations", "OPT_IN_NOT_CLEAR: The opt-in does not show what"),
            ("error", "registrations", "messagingUseCase.optInDescription"),
            ("warning", "phone-numbers", "REQUIRES_UPDATES"),
        ],
    ),
    "a number without registration": Ailment(
        _unregistered,
        [
            ("error", "phone-numbers", "US TOLL_FREE) is PENDING and cannot send"),
            ("warning", "registrations", "was never submitted"),
        ],
    ),
    "events that go nowhere": Ailment(
        _no_events,
        [
            ("warning", "events", "configuration set silent has no event destination"),
            ("warning", "events", "topic of configuration set shop is switched off"),
        ],
    ),
    "protect rules": Ailment(
        _protect,
        [
            ("warning", "protect", "blocks texts to US, where you have senders"),
            ("note", "protect", "blocks texts to 2 countries: DE, FR"),
            ("error", "reach", "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION"),
        ],
        to=PERSON,
    ),
    "a person on two lists": Ailment(
        _opted_out_elsewhere,
        [
            ("note", "opt-outs", "on the opt-out list unused, which no sender here uses"),
            ("error", "opt-outs", "the recipient is on the opt-out list of-a-number |"),
        ],
        to=PERSON,
    ),
    "a person who is blocked": Ailment(
        _one_person,
        [
            ("error", "protect", "blocks the recipient by an exception"),
            ("error", "opt-outs", "the recipient is on the opt-out list Default"),
            ("error", "reach", "DESTINATION_PHONE_NUMBER_OPTED_OUT"),
        ],
        to=PERSON,
    ),
    "words that do not opt out": Ailment(
        _opt_out_words,
        [
            ("warning", "keywords", "CANCEL to phone-"),
            ("note", "keywords", "cannot come back by a text"),
            ("note", "opt-outs", "AWS neither answers STOP nor keeps who opted out"),
        ],
    ),
    "notify": Ailment(
        _notify,
        [
            ("error", "notify", "was rejected and sends nothing"),
            ("error", "notify", "sends nothing until its brand is verified"),
        ],
    ),
    "RCS": Ailment(
        _rcs,
        [
            ("warning", "rcs", "is TESTING: it reaches its testers only"),
            ("warning", "rcs", "is CREATED and cannot send"),
        ],
    ),
    "things that wait": Ailment(
        _waiting,
        [
            ("warning", "registration-attachments", "failed"),
            ("warning", "pools", "is CREATING and cannot send"),
            ("warning", "notify", "is PENDING and sends nothing yet"),
            ("warning", "quotas", "25 of 25 OPT_OUT_LISTS are used"),
        ],
    ),
    "missing permissions": Ailment(
        _permissions,
        [
            ("unchecked", "spend-limits", "sms-voice:DescribeSpendLimits is missing"),
            ("unchecked", "keywords", "sms-voice:DescribeKeywords is missing"),
            ("unchecked", "registrations", "sms-voice:DescribeRegistrations is missing"),
        ],
        only=False,
    ),
    "a country out of reach": Ailment(
        _nothing,
        [("error", "reach", "INVALID_IDENTITY_FOR_DESTINATION_COUNTRY")],
        to=LONDON,
    ),
    "a disabled account": Ailment(
        _disabled,
        [("error", "account", "ACCOUNT_DISABLED")],
        to=PERSON,
    ),
    "nothing to send from": Ailment(
        _nothing,
        [
            ("error", "senders", "no phone number, sender ID, RCS agent or notify configuration"),
            ("warning", "events", "the account has no configuration set"),
        ],
    ),
}
