"""Phone numbers as objects."""

import pytest
from botocore.stub import Stubber

from smsvoice import (
    AsyncSmsVoice,
    Emulator,
    NotLoadedError,
    Progress,
    RequestError,
    ResourceNotFoundError,
    ValidationError,
    WaitFailedError,
    WaitTimeoutError,
)
from smsvoice.models.phone_numbers import NumberPreferenceItem, NumberStatus
from tests.factories.aio.clocks import AsyncEmulatorClock
from tests.factories.aio.identities import SIMULATED, leased
from tests.factories.calls import calls_of, sent_by
from tests.factories.constants import START


async def test_a_number_is_requested_changed_and_released(
    sms: AsyncSmsVoice, clock: AsyncEmulatorClock
) -> None:
    """Each verb folds AWS's answer into `data`."""
    number = await leased(sms, deletion_protection_enabled=True)
    assert number.status == "ACTIVE"
    assert number.data.deletion_protection_enabled is True

    same = await number.update(deletion_protection_enabled=False)
    assert same is number
    assert number.data.deletion_protection_enabled is False
    assert number.data.number_type == "SIMULATOR"

    await number.release()
    assert number.status == "DISASSOCIATING"
    await clock.sleep(60)
    with pytest.raises(ResourceNotFoundError):
        await number.refresh()


async def test_a_handle_makes_no_call_until_a_verb_does(sms: AsyncSmsVoice) -> None:
    """`at` and attributes are silent, and `data` names the remedy."""
    calls = calls_of(sms)

    number = sms.phone_numbers.at("phone-1")

    assert number.id == "phone-1"
    assert number == sms.phone_numbers.at("phone-1")
    with pytest.raises(NotLoadedError, match=r"phone_numbers\.get\(id\)"):
        _ = number.status
    with pytest.raises(NotLoadedError):
        _ = number.arn
    assert calls == []


@pytest.mark.parametrize("wrong", [["phone-1", "phone-2"], "", None, 5])
async def test_one_id_is_one_text(sms: AsyncSmsVoice, wrong: object) -> None:
    """Two ids, no id and something else are refused before the wire."""
    with pytest.raises(RequestError, match="one id"):
        sms.phone_numbers.at(wrong)


async def test_get_takes_one_id(sms: AsyncSmsVoice) -> None:
    """A second id is a mistake that is told as one."""
    calls = calls_of(sms)

    with pytest.raises(RequestError, match="get"):
        await sms.phone_numbers.get("phone-1", "phone-2")

    assert calls == []


async def test_a_listed_number_is_loaded(sms: AsyncSmsVoice) -> None:
    """Items of a list are handles that know their data, without a call each."""
    number = await leased(sms)
    calls = calls_of(sms)

    (found,) = await sms.phone_numbers.list(status="ACTIVE", two_way_enabled=False).collect()

    assert found == number
    assert found.data.phone_number == number.data.phone_number
    assert calls == ["DescribePhoneNumbers"]


async def test_every_filter_of_aws_is_an_argument(sms: AsyncSmsVoice) -> None:
    """They leave under AWS's names, flags as words, one value or several."""
    sent = sent_by(sms)

    found = await sms.phone_numbers.list(
        status=["ACTIVE", NumberStatus.PENDING],
        iso_country_code="US",
        message_type="PROMOTIONAL",
        number_capability=("SMS", "MMS"),
        number_type="TOLL_FREE",
        two_way_enabled=True,
        self_managed_opt_outs_enabled=False,
        opt_out_list_name="Default",
        deletion_protection_enabled=False,
        two_way_channel_arn="arn:aws:sns:us-east-1:123456789012:inbound",
        owner="SELF",
        max_results=7,
    ).collect()

    assert found == []
    assert sent[0]["Filters"] == [
        {"Name": "status", "Values": ["ACTIVE", "PENDING"]},
        {"Name": "iso-country-code", "Values": ["US"]},
        {"Name": "message-type", "Values": ["PROMOTIONAL"]},
        {"Name": "number-capability", "Values": ["SMS", "MMS"]},
        {"Name": "number-type", "Values": ["TOLL_FREE"]},
        {"Name": "two-way-enabled", "Values": ["true"]},
        {"Name": "self-managed-opt-outs-enabled", "Values": ["false"]},
        {"Name": "opt-out-list-name", "Values": ["Default"]},
        {"Name": "deletion-protection-enabled", "Values": ["false"]},
        {
            "Name": "two-way-channel-arn",
            "Values": ["arn:aws:sns:us-east-1:123456789012:inbound"],
        },
    ]
    assert (sent[0]["Owner"], sent[0]["MaxResults"]) == ("SELF", 7)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"statsu": "ACTIVE"}, "did you mean status"),
        ({"status": "ACTVE"}, "did you mean ACTIVE"),
        ({"number_type": ["TOLL_FREE", "TOLLFREE"]}, "did you mean TOLL_FREE"),
        ({"ids": "phone-1"}, "must be a list"),
        ({"ids": ["phone-1"], "owner": "SELF"}, "cannot be combined"),
        ({"ids": ["phone 1"]}, "must match"),
        ({"max_results": 101}, "100 or less"),
    ],
)
async def test_a_mistake_in_a_list_is_refused_before_the_wire(
    sms: AsyncSmsVoice, wrong: dict[str, object], told: str
) -> None:
    """Misspelt filters, unknown values, a text for a list: each names what is wrong."""
    calls = calls_of(sms)

    with pytest.raises(RequestError, match=told):
        sms.phone_numbers.list(**wrong)

    assert calls == []


async def test_a_value_that_aws_lists_tomorrow_passes_when_it_is_explicit(
    sms: AsyncSmsVoice,
) -> None:
    """An enum member made by hand is meant; only the service refuses it, as long as it does."""
    sent = sent_by(sms)

    with pytest.raises(ValidationError) as refused:
        await sms.phone_numbers.list(status=NumberStatus("RESTING")).collect()

    assert refused.value.reason == "INVALID_FILTER_VALUES"
    assert sent[0]["Filters"] == [{"Name": "status", "Values": ["RESTING"]}]


async def test_twelve_ids_make_three_calls(sms: AsyncSmsVoice) -> None:
    """Ids in any number, in the order given."""
    numbers = [await leased(sms) for _ in range(12)]
    wanted = [number.id for number in reversed(numbers)]
    calls = calls_of(sms)

    found = await sms.phone_numbers.list(ids=wanted).collect()

    assert {number.id for number in found} == set(wanted)
    assert calls == ["DescribePhoneNumbers"] * 3


async def test_ids_may_come_as_a_set_or_a_generator(sms: AsyncSmsVoice) -> None:
    """Whatever can be walked; a single text or a number is told as the mistake that it is."""
    wanted = {(await leased(sms)).id for _ in range(7)}

    for ids in (wanted, (one for one in wanted), dict.fromkeys(wanted)):
        found = await sms.phone_numbers.list(ids=ids).collect()
        assert {number.id for number in found} == wanted
    for wrong in ("phone-1", b"phone-1", 5):
        with pytest.raises(RequestError, match="ids: must be a list, even of one"):
            sms.phone_numbers.list(ids=wrong)
        with pytest.raises(RequestError, match="ids: must be a list, even of one"):
            sms.sender_ids.list(ids=wrong)


@pytest.mark.parametrize("wrong", [5, 0.5, [5], ["ACTIVE", 5], object()])
async def test_a_filter_takes_text_and_truth_and_times_alone(
    sms: AsyncSmsVoice, wrong: object
) -> None:
    """Told under the name that was written."""
    with pytest.raises(RequestError, match="status: must be text, True, False or a datetime"):
        sms.phone_numbers.list(status=wrong)


async def test_an_empty_list_of_ids_lists_no_numbers(sms: AsyncSmsVoice) -> None:
    """An empty list of ids is not a wish for all of them."""
    await leased(sms)
    calls = calls_of(sms)

    assert await sms.phone_numbers.list(ids=[]).collect() == []

    assert calls == []


async def test_pages_and_empty_pages_lose_nothing(sms: AsyncSmsVoice, emulator: Emulator) -> None:
    """As many calls as pages, and a walk resumes where it stopped."""
    numbers = {(await leased(sms)).id for _ in range(5)}
    emulator.settings.empty_pages = True
    calls = calls_of(sms)

    pager = sms.phone_numbers.list(max_results=2)
    found = {number.id async for number in pager}

    assert found == numbers
    assert len(calls) == len([page async for page in sms.phone_numbers.list(max_results=2).pages()])
    begun = sms.phone_numbers.list(max_results=2)
    first = await begun.collect(2)
    rest = sms.phone_numbers.list(max_results=2, starting_token=begun.next_token)
    assert {one.id for one in first} | {one.id async for one in rest} == numbers


async def test_free_numbers_are_searched(sms: AsyncSmsVoice) -> None:
    """The search gives numbers, and a wish narrows it."""
    wish = NumberPreferenceItem(preference_type=["EndsWith"], filter=["42"])

    found = await sms.phone_numbers.search_available(
        iso_country_code="US",
        number_type="TEN_DLC",
        number_capabilities=["SMS"],
        number_preference=[wish],
    ).collect(3)

    assert found
    assert all(number.endswith("42") for number in found)


async def test_a_number_sends(sms: AsyncSmsVoice, emulator: Emulator) -> None:
    """Texts, calls and media leave from the number itself."""
    number = await leased(sms)

    text = await number.send_text(SIMULATED, message_body="hello")
    call = await number.send_voice(SIMULATED, message_body="hello")
    media = await number.send_media(SIMULATED, media_urls=["s3://bucket/cat.png"])

    assert [message.message_id for message in emulator.messages] == [
        text.message_id,
        call.message_id,
        media.message_id,
    ]
    origins = {message.origination_identity for message in emulator.messages}
    assert origins == {number.data.phone_number}


async def test_a_wait_ends_when_the_number_is_active(
    sms: AsyncSmsVoice, clock: AsyncEmulatorClock
) -> None:
    """A long code takes seconds; each look is told, and none comes within a second of another."""
    number = await leased(
        sms, iso_country_code="GB", number_type="LONG_CODE", number_capabilities=["SMS"]
    )
    seen: list[Progress] = []
    assert number.status == "PENDING"

    same = await number.wait_until_active(clock=clock, progress=seen.append)

    assert same is number
    assert number.status == "ACTIVE"
    assert seen[0].state == "PENDING"
    assert seen[-1].state == "ACTIVE"
    assert min(clock.slept) >= 1


@pytest.mark.parametrize("number_type", ["TOLL_FREE", "TEN_DLC"])
async def test_a_number_without_registration_needs_a_person(
    sms: AsyncSmsVoice, clock: AsyncEmulatorClock, number_type: str
) -> None:
    """Waiting would not help, and the error says what would."""
    number = await leased(sms, number_type=number_type, number_capabilities=["SMS"])

    with pytest.raises(WaitFailedError, match=r"a person must act.*registration") as failed:
        await number.wait_until_active(clock=clock)

    assert failed.value.last_state == "PENDING"
    assert clock.slept == []


def described(**members: object) -> dict[str, object]:
    """One toll-free number as AWS describes it."""
    number = {
        "PhoneNumberArn": "arn:aws:sms-voice:us-east-1:123456789012:phone-number/phone-1",
        "PhoneNumberId": "phone-1",
        "PhoneNumber": "+18005550142",
        "IsoCountryCode": "US",
        "MessageType": "TRANSACTIONAL",
        "NumberCapabilities": ["SMS"],
        "NumberType": "TOLL_FREE",
        "MonthlyLeasingPrice": "2.00",
        "TwoWayEnabled": False,
        "SelfManagedOptOutsEnabled": False,
        "OptOutListName": "Default",
        "DeletionProtectionEnabled": False,
        "CreatedTimestamp": START,
    }
    return {"PhoneNumbers": [number | members]}


@pytest.mark.closes_path
async def test_a_number_under_review_is_waited_for(
    sms: AsyncSmsVoice, clock: AsyncEmulatorClock
) -> None:
    """PENDING with a registration is no reason to give up."""
    number = sms.phone_numbers.at("phone-1")
    with Stubber(sms.boto_client) as aws:
        for status in ("PENDING", "ASSOCIATING", "PENDING", "ACTIVE"):
            answer = described(Status=status, RegistrationId="registration-1")
            aws.add_response("describe_phone_numbers", answer)

        await number.wait_until_active(clock=clock)

    assert number.status == "ACTIVE"
    assert len(clock.slept) == 3


@pytest.mark.closes_path
async def test_a_released_number_is_not_waited_for(
    sms: AsyncSmsVoice, clock: AsyncEmulatorClock
) -> None:
    """DELETED ends the wait at once."""
    number = sms.phone_numbers.at("phone-1")
    with Stubber(sms.boto_client) as aws:
        aws.add_response("describe_phone_numbers", described(Status="DELETED"))

        with pytest.raises(WaitFailedError, match="it was released"):
            await number.wait_until_active(clock=clock)

    assert clock.slept == []


async def test_a_wait_fails_when_the_number_is_gone(
    sms: AsyncSmsVoice, clock: AsyncEmulatorClock
) -> None:
    """A number that does not exist becomes ACTIVE never."""
    number = sms.phone_numbers.at("phone-0123456789abcdef0123456789abcdef")

    with pytest.raises(WaitFailedError, match="no such thing"):
        await number.wait_until_active(clock=clock)


async def test_a_wait_ends_with_its_time(
    sms: AsyncSmsVoice, emulator: Emulator, clock: AsyncEmulatorClock
) -> None:
    """The last state and the seconds spent are told."""
    emulator.settings.seconds_to_settle = 900
    number = await leased(
        sms, iso_country_code="GB", number_type="LONG_CODE", number_capabilities=["SMS"]
    )

    with pytest.raises(WaitTimeoutError) as late:
        await number.wait_until_active(clock=clock, timeout=10)

    assert (late.value.last_state, late.value.seconds) == ("PENDING", 10)


async def test_a_number_does_not_print_itself(sms: AsyncSmsVoice) -> None:
    """The repr tells id and status, and no phone number."""
    number = await leased(sms)

    assert repr(number) == f"<{type(number).__name__} {number.id} ACTIVE>"
    assert number.data.phone_number not in repr(number.data)
    assert "+12065550142" not in repr(sms.phone_numbers.at("+12065550142"))
