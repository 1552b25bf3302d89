"""Tags on everything that has an ARN."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.constants import SETTLED
from tests.factories.identities import number, pool
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

ROOT = "arn:aws:sms-voice:us-east-1:123456789012:"
TEAM = {"Key": "team", "Value": "news"}
KINDS = [
    "configuration-set",
    "notify-configuration",
    "opt-out-list",
    "phone-number",
    "pool",
    "protect-configuration",
    "rcs-agent",
    "registration",
    "registration-attachment",
    "sender-id",
    "verified-destination-number",
]


def _made(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", kind: str, tags: Any) -> Any:
    """The answer to creating one thing of a kind with tags."""
    if kind == "phone-number":
        return number(aws, emulator, Tags=tags)
    if kind == "pool":
        return pool(aws, emulator, number(aws, emulator)["PhoneNumberId"], Tags=tags)
    creates: dict[str, Any] = {
        "configuration-set": lambda: aws.create_configuration_set(
            ConfigurationSetName="set", Tags=tags
        ),
        "notify-configuration": lambda: aws.create_notify_configuration(
            DisplayName="Example",
            UseCase="CODE_VERIFICATION",
            EnabledChannels=["SMS"],
            Tags=tags,
        ),
        "opt-out-list": lambda: aws.create_opt_out_list(OptOutListName="news", Tags=tags),
        "protect-configuration": lambda: aws.create_protect_configuration(Tags=tags),
        "rcs-agent": lambda: aws.create_rcs_agent(Tags=tags),
        "registration": lambda: aws.create_registration(
            RegistrationType="US_TEN_DLC_BRAND_REGISTRATION", Tags=tags
        ),
        "registration-attachment": lambda: aws.create_registration_attachment(
            AttachmentBody=b"%PDF-1.7", Tags=tags
        ),
        "sender-id": lambda: aws.request_sender_id(
            SenderId="Example", IsoCountryCode="GB", Tags=tags
        ),
        "verified-destination-number": lambda: aws.create_verified_destination_number(
            DestinationPhoneNumber="+12065550142", Tags=tags
        ),
    }
    return creates[kind]()


def _arn(made: Any, kind: str) -> str:
    name = "".join(word.capitalize() for word in kind.split("-")) + "Arn"
    return str(made[name])


@pytest.mark.parametrize("kind", KINDS)
def test_everything_keeps_the_tags_it_was_made_with(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", kind: str
) -> None:
    """They are told in the answer and afterwards, and can be changed and taken off."""
    made = _made(aws, emulator, kind, [TEAM, {"Key": "stage", "Value": ""}])
    arn = _arn(made, kind)

    first = aws.list_tags_for_resource(ResourceArn=arn)
    aws.tag_resource(ResourceArn=arn, Tags=[{"Key": "team", "Value": "codes"}])
    aws.untag_resource(ResourceArn=arn, TagKeys=["stage", "unknown"])
    then = aws.list_tags_for_resource(ResourceArn=arn)

    assert made["Tags"] == first["Tags"] == [TEAM, {"Key": "stage", "Value": ""}]
    assert then["Tags"] == [{"Key": "team", "Value": "codes"}]
    assert then["ResourceArn"] == arn


def test_the_default_list_can_be_tagged_before_it_was_asked_for(
    aws: "PinpointSMSVoiceV2Client",
) -> None:
    """It is there from the beginning."""
    arn = f"{ROOT}opt-out-list/Default"

    aws.tag_resource(ResourceArn=arn, Tags=[TEAM])  # type: ignore[list-item]

    assert aws.list_tags_for_resource(ResourceArn=arn)["Tags"] == [TEAM]


@pytest.mark.parametrize("kind", KINDS)
def test_an_arn_that_names_nothing_is_not_found(aws: "PinpointSMSVoiceV2Client", kind: str) -> None:
    """The kind is told, whatever is done with it."""
    arn = f"{ROOT}{kind}/nobody"
    calls = (
        lambda: aws.tag_resource(ResourceArn=arn, Tags=[TEAM]),  # type: ignore[list-item]
        lambda: aws.untag_resource(ResourceArn=arn, TagKeys=["team"]),
        lambda: aws.list_tags_for_resource(ResourceArn=arn),
    )

    for each in calls:
        with refuses() as refused:
            each()
        assert (refused.code, refused.resource_type) == ("ResourceNotFoundException", kind)


@pytest.mark.parametrize(
    "arn",
    [
        f"{ROOT}message/0f8fad5b",
        "arn:aws:sns:us-east-1:123456789012:topic",
        "arn:aws:sms-voice:eu-west-1:123456789012:pool/pool-1",
    ],
)
def test_what_has_no_tags_here_is_an_invalid_arn(aws: "PinpointSMSVoiceV2Client", arn: str) -> None:
    """Messages, other services and other regions."""
    with refuses() as refused:
        aws.list_tags_for_resource(ResourceArn=arn)

    assert refused.reason == "INVALID_ARN"


def test_a_resource_has_50_tags(aws: "PinpointSMSVoiceV2Client") -> None:
    """More are over the quota, when it is made and later; the same key is no more."""
    tags: Any = [{"Key": f"k{index}", "Value": "v"} for index in range(50)]
    more: Any = [{"Key": "one-more", "Value": "v"}]
    arn = aws.create_opt_out_list(OptOutListName="news", Tags=tags)["OptOutListArn"]

    with refuses() as later:
        aws.tag_resource(ResourceArn=arn, Tags=more)
    with refuses() as at_once:
        aws.create_opt_out_list(OptOutListName="codes", Tags=tags + more)
    aws.tag_resource(ResourceArn=arn, Tags=tags)

    assert later.reason == at_once.reason == "TAGS_PER_RESOURCE"
    assert len(aws.list_tags_for_resource(ResourceArn=arn)["Tags"]) == 50
    assert len(aws.describe_opt_out_lists()["OptOutLists"]) == 2


def test_keys_of_aws_are_reserved(aws: "PinpointSMSVoiceV2Client") -> None:
    """Nobody else may begin a key with aws:."""
    with refuses() as refused:
        aws.create_opt_out_list(OptOutListName="news", Tags=[{"Key": "aws:x", "Value": "1"}])

    assert (refused.reason, refused.fields) == ("INVALID_PARAMETER", ["Tags"])


def test_what_is_gone_takes_its_tags_along(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A list, a sender ID, a number and a pool made anew begin without."""
    listed = aws.create_opt_out_list(OptOutListName="news", Tags=[TEAM])["OptOutListArn"]  # type: ignore[list-item]
    sender = _made(aws, emulator, "sender-id", [TEAM])["SenderIdArn"]
    held = number(aws, emulator, Tags=[TEAM])
    made = pool(aws, emulator, sender, IsoCountryCode="GB", Tags=[TEAM])
    aws.delete_pool(PoolId=made["PoolId"])
    aws.release_phone_number(PhoneNumberId=held["PhoneNumberId"])
    emulator.advance(SETTLED)
    aws.delete_opt_out_list(OptOutListName="news")
    aws.release_sender_id(SenderId="Example", IsoCountryCode="GB")

    for arn in (listed, sender, held["PhoneNumberArn"], made["PoolArn"]):
        with refuses() as refused:
            aws.list_tags_for_resource(ResourceArn=arn)
        assert refused.code == "ResourceNotFoundException"
    aws.create_opt_out_list(OptOutListName="news")

    assert aws.list_tags_for_resource(ResourceArn=listed)["Tags"] == []
