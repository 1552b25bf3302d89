"""Opt-out lists and the numbers on them."""

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.factories.constants import START
from tests.factories.identities import number, pool
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

NUMBER = "+12065550142"


def test_every_account_has_a_default_list(aws: "PinpointSMSVoiceV2Client") -> None:
    """`Default` is there before anything was made."""
    (listed,) = aws.describe_opt_out_lists()["OptOutLists"]

    assert listed["OptOutListName"] == "Default"
    assert listed["CreatedTimestamp"] == START


def test_a_name_is_taken_once(aws: "PinpointSMSVoiceV2Client") -> None:
    """A second list of the same name is a conflict, and the first answer is repeated by token."""
    first = aws.create_opt_out_list(OptOutListName="news", ClientToken="t")

    with refuses() as refused:
        aws.create_opt_out_list(OptOutListName="news")

    again = aws.create_opt_out_list(OptOutListName="news", ClientToken="t")
    assert (refused.code, refused.reason) == ("ConflictException", "RESOURCE_ALREADY_EXISTS")
    assert refused.resource_type == "opt-out-list"
    assert again["OptOutListArn"] == first["OptOutListArn"]


def test_an_account_has_25_lists(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """`Default` is one of them."""
    for index in range(24):
        aws.create_opt_out_list(OptOutListName=f"news-{index}")

    with refuses() as refused:
        aws.create_opt_out_list(OptOutListName="one-too-many")
    emulator.settings.quotas = False
    aws.create_opt_out_list(OptOutListName="one-too-many")

    assert refused.code == "ServiceQuotaExceededException"
    assert refused.reason == "OPT_OUT_LISTS_PER_ACCOUNT"


def test_deleting_a_list_drops_its_numbers(aws: "PinpointSMSVoiceV2Client") -> None:
    """A list made anew under an old name is empty."""
    aws.create_opt_out_list(OptOutListName="news")
    aws.put_opted_out_number(OptOutListName="news", OptedOutNumber=NUMBER)
    aws.delete_opt_out_list(OptOutListName="news")
    aws.create_opt_out_list(OptOutListName="news")

    found = aws.describe_opted_out_numbers(OptOutListName="news")

    assert found["OptedOutNumbers"] == []


def test_the_default_list_stays(aws: "PinpointSMSVoiceV2Client") -> None:
    """`Default` cannot be deleted."""
    with refuses() as refused:
        aws.delete_opt_out_list(OptOutListName="Default")

    assert refused.reason == "RESOURCE_DELETION_NOT_ALLOWED"


def test_a_number_comes_off_once_in_thirty_days(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The second removal within thirty days is refused; afterwards it is not."""
    for time in range(2):
        aws.put_opted_out_number(OptOutListName="Default", OptedOutNumber=NUMBER)
        with_first = aws.describe_opted_out_numbers(OptOutListName="Default")
        assert [one["EndUserOptedOut"] for one in with_first["OptedOutNumbers"]] == [False]
        if time == 0:
            aws.delete_opted_out_number(OptOutListName="Default", OptedOutNumber=NUMBER)

    with refuses() as refused:
        aws.delete_opted_out_number(OptOutListName="Default", OptedOutNumber=NUMBER)
    emulator.advance(timedelta(days=30).total_seconds())
    aws.delete_opted_out_number(OptOutListName="Default", OptedOutNumber=NUMBER)

    assert refused.reason == "PHONE_NUMBER_CANNOT_BE_OPTED_IN"


def test_an_unknown_number_is_not_found(aws: "PinpointSMSVoiceV2Client") -> None:
    """Taking off a number that is not on the list says so."""
    with refuses() as refused:
        aws.delete_opted_out_number(OptOutListName="Default", OptedOutNumber=NUMBER)

    assert refused.code == "ResourceNotFoundException"
    assert refused.resource_type == "opted-out-number"


def test_a_message_to_an_opted_out_number_is_refused(aws: "PinpointSMSVoiceV2Client") -> None:
    """The recipient's wish wins, and nothing is sent."""
    aws.put_opted_out_number(OptOutListName="Default", OptedOutNumber="+14254147755")

    with refuses() as refused:
        aws.send_text_message(DestinationPhoneNumber="+14254147755", MessageBody="hello")

    assert refused.reason == "DESTINATION_PHONE_NUMBER_OPTED_OUT"


@pytest.mark.parametrize("by_pool", [False, True])
def test_a_list_that_is_used_stays(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", *, by_pool: bool
) -> None:
    """A number or a pool that goes by it holds it."""
    aws.create_opt_out_list(OptOutListName="news")
    key = number(aws, emulator)["PhoneNumberId"]
    if by_pool:
        aws.update_pool(PoolId=pool(aws, emulator, key)["PoolId"], OptOutListName="news")
    else:
        aws.update_phone_number(PhoneNumberId=key, OptOutListName="news")

    with refuses() as refused:
        aws.delete_opt_out_list(OptOutListName="news")

    assert (refused.reason, refused.resource_type) == ("RESOURCE_NOT_EMPTY", "opt-out-list")
