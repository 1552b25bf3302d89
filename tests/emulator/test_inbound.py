"""What people write back, and what becomes of it."""

from typing import TYPE_CHECKING, Any

import pytest

from smsvoice.models.rcs_agents import RcsAgentStatus
from tests.factories.constants import INBOUND_TOPIC
from tests.factories.identities import agent, number, pool, short_code
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

PERSON = "+12065550142"


def _opted_out(aws: "PinpointSMSVoiceV2Client", name: str = "Default") -> list[bool]:
    found = aws.describe_opted_out_numbers(OptOutListName=name)["OptedOutNumbers"]
    return [one["EndUserOptedOut"] for one in found]


def test_a_keyword_answers_by_itself(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """The reply goes to the person, from the number, whatever case they wrote in."""
    made = number(aws, emulator)
    aws.put_keyword(
        OriginationIdentity=made["PhoneNumberId"], Keyword="JOIN", KeywordMessage="Welcome"
    )

    record = emulator.inbound(PERSON, made["PhoneNumber"], "  join please ")

    (reply,) = emulator.messages
    assert (record.message_keyword, record.keyword_action) == ("JOIN", "AUTOMATIC_RESPONSE")
    assert record.reply_message_id == reply.message_id
    assert (reply.destination_phone_number, reply.body) == (PERSON, "Welcome")
    assert reply.origination_identity == made["PhoneNumber"]
    assert reply.operation == "AutomaticResponse"
    assert not record.is_published
    with pytest.raises(ValueError, match="two-way is off"):
        record.payload()


@pytest.mark.parametrize(
    ("body", "keyword"),
    [
        ("join us now", "JOIN US"),
        ("JOIN", "JOIN"),
        ("Join, us!", "JOIN US"),
        ("joiner", None),
        ("", None),
    ],
)
def test_the_longest_keyword_wins(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", body: str, keyword: str | None
) -> None:
    """Whole words only; without one AWS makes a keyword of the account's id."""
    made = number(aws, emulator)
    for word in ("JOIN", "JOIN US"):
        aws.put_keyword(
            OriginationIdentity=made["PhoneNumberId"], Keyword=word, KeywordMessage=word
        )

    record = emulator.inbound(PERSON, made["PhoneNumber"], body)

    assert record.message_keyword == (keyword or "keyword_123456789012")
    assert [one.body for one in emulator.messages] == ([keyword] if keyword else [])


@pytest.mark.parametrize(
    "word",
    ["ARRET", "cancel", "End", "OPT-OUT", "OPTOUT", "QUIT", "REMOVE", "STOP", "TD", "UNSUBSCRIBE"],
)
def test_every_opt_out_word_stops(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", word: str
) -> None:
    """The person is on the list by their own wish, gets STOP's reply, and no more texts."""
    made = number(aws, emulator)

    record = emulator.inbound(PERSON, made["PhoneNumber"], word)
    with refuses() as refused:
        aws.send_text_message(
            OriginationIdentity=made["PhoneNumberId"],
            DestinationPhoneNumber=PERSON,
            MessageBody="hello",
        )

    assert _opted_out(aws) == [True]
    assert (record.message_keyword, record.keyword_action) == (word.upper(), "OPT_OUT")
    assert len(emulator.messages) == 1
    assert refused.reason == "DESTINATION_PHONE_NUMBER_OPTED_OUT"


@pytest.mark.parametrize("body", ["Stop.", "STOP!", "stop\n", "“STOP”", "(opt-out)", "*stop* it"])
def test_marks_around_a_word_do_not_hide_it(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", body: str
) -> None:
    """People write them, and mean the word."""
    made = number(aws, emulator)

    record = emulator.inbound(PERSON, made["PhoneNumber"], body)

    assert record.keyword_action == "OPT_OUT"
    assert _opted_out(aws) == [True]


def test_a_keyword_may_be_a_mark(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """What is defined with marks is found with them."""
    made = number(aws, emulator)
    aws.put_keyword(OriginationIdentity=made["PhoneNumberId"], Keyword="?", KeywordMessage="Ask")

    asked = emulator.inbound(PERSON, made["PhoneNumber"], "? when")
    other = emulator.inbound(PERSON, made["PhoneNumber"], "when?")

    assert (asked.message_keyword, other.keyword_action) == ("?", None)


def test_an_opt_in_keyword_brings_back(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """START does nothing until it is defined; then it takes the person off the list."""
    made = number(aws, emulator)
    emulator.inbound(PERSON, made["PhoneNumber"], "STOP")

    emulator.inbound(PERSON, made["PhoneNumber"], "START")
    before = _opted_out(aws)
    aws.put_keyword(
        OriginationIdentity=made["PhoneNumberId"],
        Keyword="START",
        KeywordMessage="Welcome back",
        KeywordAction="OPT_IN",
    )
    emulator.inbound(PERSON, made["PhoneNumber"], "start")

    assert before == [True]
    assert _opted_out(aws) == []
    assert emulator.messages[-1].body == "Welcome back"


def test_an_opt_out_word_can_be_a_keyword_of_ones_own(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """What is defined goes before what is usual."""
    made = number(aws, emulator)
    aws.put_keyword(
        OriginationIdentity=made["PhoneNumberId"], Keyword="END", KeywordMessage="The end"
    )

    emulator.inbound(PERSON, made["PhoneNumber"], "end")

    assert _opted_out(aws) == []
    assert emulator.messages[0].body == "The end"


def test_a_pools_settings_count_for_its_numbers(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Its list, its keywords, its channel."""
    aws.create_opt_out_list(OptOutListName="news")
    made = number(aws, emulator, OptOutListName="news")
    key = pool(aws, emulator, made["PhoneNumberId"])["PoolId"]
    aws.update_pool(PoolId=key, TwoWayEnabled=True, TwoWayChannelArn=INBOUND_TOPIC)
    aws.put_keyword(OriginationIdentity=key, Keyword="STOP", KeywordMessage="Goodbye")

    record = emulator.inbound(PERSON, made["PhoneNumber"], "stop")

    assert (_opted_out(aws), _opted_out(aws, "news")) == ([], [True])
    assert emulator.messages[0].body == "Goodbye"
    assert record.two_way_channel_arn == INBOUND_TOPIC


def test_two_way_publishes_everything(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """With AWS's six members; the message that is answered only where there was one."""
    made = number(aws, emulator)
    aws.update_phone_number(
        PhoneNumberId=made["PhoneNumberId"], TwoWayEnabled=True, TwoWayChannelArn=INBOUND_TOPIC
    )

    unasked = emulator.inbound(PERSON, made["PhoneNumber"], "Hello there")
    sent = aws.send_text_message(
        OriginationIdentity=made["PhoneNumberId"],
        DestinationPhoneNumber=PERSON,
        MessageBody="Yes?",
    )
    answer = emulator.inbound(PERSON, made["PhoneNumber"], "help")

    assert unasked.payload() == {
        "originationNumber": PERSON,
        "destinationNumber": made["PhoneNumber"],
        "messageKeyword": "keyword_123456789012",
        "messageBody": "Hello there",
        "inboundMessageId": unasked.inbound_message_id,
    }
    assert answer.payload()["previousPublishedMessageId"] == sent["MessageId"]
    assert answer.is_published
    assert answer.reply_message_id is not None
    assert emulator.inbound_messages == [unasked, answer]


def test_self_managed_opt_outs_are_left_to_the_owner(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """No reply and no entry, but STOP is published."""
    made = number(aws, emulator)
    aws.update_phone_number(
        PhoneNumberId=made["PhoneNumberId"],
        TwoWayEnabled=True,
        TwoWayChannelArn=INBOUND_TOPIC,
        SelfManagedOptOutsEnabled=True,
    )

    record = emulator.inbound(PERSON, made["PhoneNumber"], "STOP")

    assert (record.is_published, record.keyword_action) == (True, None)
    assert emulator.messages == []
    assert _opted_out(aws) == []


@pytest.mark.parametrize("word", ["UNSTOP", "start"])
def test_the_carrier_handles_stop_on_a_toll_free_number(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", word: str
) -> None:
    """Only STOP, without a reply of ours; UNSTOP and START bring the person back."""
    made = number(aws, emulator, number_type="TOLL_FREE")

    other_word = emulator.inbound(PERSON, made["PhoneNumber"], "QUIT")
    emulator.inbound(PERSON, made["PhoneNumber"], "stop")
    stopped = _opted_out(aws)
    back = emulator.inbound(PERSON, made["PhoneNumber"], word)

    assert other_word.keyword_action is None
    assert stopped == [True]
    assert back.keyword_action == "OPT_IN"
    assert _opted_out(aws) == []
    assert emulator.messages == []


def test_start_may_be_answered_on_a_toll_free_number(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """It is no keyword of the carrier's, who takes the person off the list all the same."""
    made = number(aws, emulator, number_type="TOLL_FREE")
    aws.put_keyword(
        OriginationIdentity=made["PhoneNumberId"], Keyword="START", KeywordMessage="Welcome back"
    )
    emulator.inbound(PERSON, made["PhoneNumber"], "STOP")

    record = emulator.inbound(PERSON, made["PhoneNumber"], "Start!")

    assert _opted_out(aws) == []
    assert record.message_keyword == "START"
    assert [one.body for one in emulator.messages] == ["Welcome back"]


def test_short_codes_and_agents_hear_too(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """By short code and by id; an agent answers by RCS."""
    code, rcs = short_code(aws, emulator), agent(emulator)

    by_text = emulator.inbound(PERSON, code["PhoneNumber"], "HELP")
    by_rcs = emulator.inbound(PERSON, rcs, "HELP")

    assert (by_text.destination_number, by_rcs.destination_number) == ("24273", rcs)
    assert [one.channel for one in emulator.messages] == ["SMS", "RCS"]


def test_a_spent_limit_silences_replies(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The keyword still does what it does."""
    made = number(aws, emulator)
    aws.set_text_message_spend_limit_override(MonthlyLimit=0)

    record = emulator.inbound(PERSON, made["PhoneNumber"], "STOP")

    assert record.reply_message_id is None
    assert emulator.messages == []
    assert _opted_out(aws) == [True]


@pytest.mark.parametrize("destination", ["+12065550199", "Example", "phone-nobody"])
def test_inbound_to_an_unknown_number_is_refused(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", destination: str
) -> None:
    """The lever says so, and does not repeat the number."""
    aws.request_sender_id(SenderId="Example", IsoCountryCode="GB")

    with pytest.raises(LookupError) as problem:
        emulator.inbound(PERSON, destination, "hello")

    assert destination not in str(problem.value)
    assert emulator.inbound_messages == []


def test_what_is_not_active_does_not_hear(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A waiting number and an agent that is only a draft."""
    asked: dict[str, Any] = {
        "IsoCountryCode": "US",
        "MessageType": "TRANSACTIONAL",
        "NumberCapabilities": ["SMS"],
        "NumberType": "TOLL_FREE",
    }
    waiting = aws.request_phone_number(**asked)["PhoneNumber"]
    draft = agent(emulator, status=RcsAgentStatus.CREATED)

    for destination in (waiting, draft):
        with pytest.raises(LookupError):
            emulator.inbound(PERSON, destination, "hello")

    assert emulator.inbound_messages == []


def test_a_person_has_a_number(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """Anything else is refused by the lever, and not repeated."""
    made = number(aws, emulator)

    with pytest.raises(ValueError, match="no phone number") as problem:
        emulator.inbound("+999555", made["PhoneNumber"], "hello")

    assert "999555" not in str(problem.value)


def test_a_record_keeps_a_secret(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """Neither numbers nor words are in its repr."""
    made = number(aws, emulator)

    record = emulator.inbound(PERSON, made["PhoneNumber"], "secret word")

    assert not any(
        part in repr(record) for part in (PERSON, made["PhoneNumber"], "secret", "SECRET")
    )
