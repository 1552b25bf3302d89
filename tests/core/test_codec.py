"""The codec's finer points: what answers share, what Stubber gives, what records keep."""

import json
import pickle
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone

import pytest

from smsvoice.core import codec
from smsvoice.core.codec import UndecodableError, decode_json, decode_members, encode, merged
from smsvoice.core.documents import decode_record, encode_json
from smsvoice.core.errors import RequestError
from smsvoice.emulator.engine.codec import decode_request, result_from
from smsvoice.models.configuration_sets import (
    CreateEventDestinationResult,
    DescribeConfigurationSetsResult,
)
from smsvoice.models.opt_outs import (
    CreateOptOutListResult,
    DescribeOptOutListsResult,
    OptOutListInformation,
    PutOptedOutNumberRequest,
)
from smsvoice.models.phone_numbers import PhoneNumberInformation, UpdatePhoneNumberResult
from smsvoice.models.pools import DescribePoolsResult

ITEM = {"OptOutListArn": "arn", "OptOutListName": "news", "CreatedTimestamp": 1.25}


def page(count: int) -> bytes:
    """A page of so many lists."""
    return json.dumps({"OptOutLists": [ITEM] * count, "NextToken": "t"}).encode()


def test_items_with_the_same_members_share_one_set_of_their_names() -> None:
    """Ten thousand items need not each remember which members AWS gave."""
    result, noted = decode_json(DescribeOptOutListsResult, page(3))
    first, second, third = result.opt_out_lists or ()

    assert noted == []
    assert first.__pydantic_fields_set__ is second.__pydantic_fields_set__
    changed = third.model_copy(update={"opt_out_list_name": "other"})
    changed.__pydantic_fields_set__.add("mark")
    assert "mark" not in first.__pydantic_fields_set__


def configuration_sets(*destinations: Mapping[str, object]) -> bytes:
    """A page of configuration sets, each with one event destination."""
    sets = [
        {
            "ConfigurationSetArn": "arn",
            "ConfigurationSetName": str(number),
            "EventDestinations": [
                {"EventDestinationName": "logs", "Enabled": True, "MatchingEventTypes": [], **one}
            ],
            "CreatedTimestamp": 1,
        }
        for number, one in enumerate(destinations)
    ]
    return json.dumps({"ConfigurationSets": sets}).encode()


def test_what_is_new_is_noted_at_every_depth() -> None:
    """Also where only one of many items has it, and below a member that others lack."""
    plain: Mapping[str, object] = {}
    topic = {"SnsDestination": {"TopicArn": "arn", "Brand": 1}}
    body = configuration_sets(plain, plain, topic, {"Late": 1}, plain)

    _, noted = decode_json(DescribeConfigurationSetsResult, body)

    assert sorted(noted) == [
        "EventDestination.Late, which is new",
        "SnsDestination.Brand, which is new",
    ]


def test_items_with_other_members_keep_their_own_names() -> None:
    """Each model says which members AWS gave, whatever its neighbours have."""
    plain: Mapping[str, object] = {}
    topic = {"SnsDestination": {"TopicArn": "arn"}}
    strange = {"Strange": 1}

    result, _ = decode_json(
        DescribeConfigurationSetsResult, configuration_sets(plain, topic, strange, plain, topic)
    )

    ends = [one.event_destinations[0] for one in result.configuration_sets or ()]
    usual = {"event_destination_name", "enabled", "matching_event_types"}
    assert [end.model_fields_set for end in ends] == [
        usual,
        usual | {"sns_destination"},
        usual | {"Strange"},
        usual,
        usual | {"sns_destination"},
    ]
    assert ends[0].__pydantic_fields_set__ is ends[3].__pydantic_fields_set__
    assert ends[1].__pydantic_fields_set__ is ends[4].__pydantic_fields_set__


def test_sets_of_names_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer whose items all have other members fills no memory for good."""
    known: dict[frozenset[str], set[str]] = {}
    monkeypatch.setattr(codec, "_shared_key_sets", known)
    monkeypatch.setattr(codec, "_MOST_KEY_SETS", 3)
    strangers = [{f"New{number}": 1} for number in range(9)]

    result, noted = decode_json(DescribeConfigurationSetsResult, configuration_sets(*strangers))

    assert len(known) == 3
    assert len(noted) == 9
    names = [one.event_destinations[0].model_fields_set for one in result.configuration_sets or ()]
    assert all(f"New{number}" in given for number, given in enumerate(names))


@pytest.mark.parametrize("body", [b"<html>", b"[]", b'"text"', b"{", b"5", b"null", b"\xff\xfe{}"])
def test_bytes_that_are_no_json_object_are_refused(body: bytes) -> None:
    """They are not AWS's answer, whatever the status says."""
    with pytest.raises(UndecodableError):
        decode_json(DescribePoolsResult, body)


def test_an_empty_body_is_an_empty_object() -> None:
    """Operations that tell nothing answer with nothing; the guard knows which those are."""
    result, noted = decode_json(CreateEventDestinationResult, b"")
    pools, lacking = decode_json(DescribePoolsResult, b"")

    assert (encode(result), noted) == ({}, [])
    assert (encode(pools), lacking) == (
        {},
        ["no DescribePoolsResult.Pools, which was promised"],
    )


def test_times_that_botocore_parsed_are_in_utc() -> None:
    """`Stubber` answers with whatever zone the test was written in."""
    local = datetime(2026, 1, 1, 12, tzinfo=timezone(timedelta(hours=5)))

    result, _ = decode_members(
        DescribeOptOutListsResult, {"OptOutLists": [ITEM | {"CreatedTimestamp": local}]}
    )

    (told,) = result.opt_out_lists or ()
    assert told.created_timestamp == local
    assert told.created_timestamp.utcoffset() == timedelta(0)


def test_results_and_records_travel() -> None:
    """Through pickle, and through the bytes that the emulator keeps."""
    result, _ = decode_json(DescribeOptOutListsResult, page(2))
    (told, _) = result.opt_out_lists or ()

    assert pickle.loads(pickle.dumps(result)) == result
    assert decode_record(OptOutListInformation, encode_json(told)) == told


def test_requests_are_read_as_a_service_reads_them() -> None:
    """Unknown members are passed over, wrong ones are told, no JSON is no request."""
    body = b'{"OptOutListName": "news", "OptedOutNumber": "+12065550142", "New": 1}'

    assert decode_request(PutOptedOutNumberRequest, body).opt_out_list_name == "news"
    with pytest.raises(RequestError, match="opted_out_number: is required"):
        decode_request(PutOptedOutNumberRequest, b'{"OptOutListName": "news"}')
    for garbage in (b"[]", b"x", b"7"):
        with pytest.raises(UndecodableError):
            decode_request(PutOptedOutNumberRequest, garbage)


def test_what_is_known_of_a_thing_grows_with_every_answer() -> None:
    """An answer's members win; what it does not say stays as it was."""
    created = CreateOptOutListResult(opt_out_list_arn="arn", opt_out_list_name="news")
    first = merged(OptOutListInformation, None, created)
    when = datetime(2026, 1, 1, tzinfo=UTC)

    named = CreateOptOutListResult(opt_out_list_name="news", created_timestamp=when)
    second = merged(OptOutListInformation, first, named)

    assert (second.opt_out_list_arn, second.created_timestamp) == ("arn", when)
    assert result_from(CreateOptOutListResult, second, tags=()).opt_out_list_name == "news"


def test_optional_members_that_an_answer_omits_are_cleared() -> None:
    """A number whose two-way was switched off has no channel; its pool is no matter of the answer."""
    given = UpdatePhoneNumberResult(phone_number_id="phone-1", two_way_channel_arn="arn")
    before = merged(PhoneNumberInformation, None, given)
    before = before.model_copy(update={"pool_id": "pool-1"})

    given = UpdatePhoneNumberResult(phone_number_id="phone-1", two_way_enabled=False)
    after = merged(PhoneNumberInformation, before, given)

    assert (after.two_way_enabled, after.two_way_channel_arn) == (False, None)
    assert after.pool_id == "pool-1"
