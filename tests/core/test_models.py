"""Models: AWS's names and ours, limits, open enums, secrets, values that travel."""

import copy
import pickle
import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from smsvoice import RequestError, operations
from smsvoice.core.codec import encode
from smsvoice.core.constraints import Text
from smsvoice.core.model import aws_name
from smsvoice.core.operation import snake
from smsvoice.models.common import MessageType, Tag
from smsvoice.models.messages import (
    CarrierLookupResult,
    SendTextMessageRequest,
)
from smsvoice.models.pools import CreatePoolRequest, PoolInformation, UpdatePoolRequest
from smsvoice.models.protect import PutProtectConfigurationRuleSetNumberOverrideRequest
from smsvoice.models.rcs_messages import (
    RcsContent,
    RcsFileMessage,
    RcsSuggestedAction,
    RcsTextMessage,
)
from smsvoice.models.registration_attachments import CreateRegistrationAttachmentRequest
from smsvoice.operations import releases
from tests.contract import strategies

TEXT: dict[str, Any] = {"destination_phone_number": "+12065550142", "message_body": "code 4711"}


def test_our_names_and_awss_are_both_taken() -> None:
    """A request is the same, whoever's names it is written in."""
    ours = SendTextMessageRequest(**TEXT)
    members: Any = {"DestinationPhoneNumber": "+12065550142", "MessageBody": "code 4711"}
    theirs = SendTextMessageRequest(**members)

    assert ours == theirs


@pytest.mark.parametrize("name", operations.names())
def test_every_name_goes_there_and_back(name: str) -> None:
    """Each member's alias is AWS's name, derived or stated."""
    operation = operations.by_name(name)

    for model, members in (
        (operation.request, strategies.input_of(name).members),
        (operation.result, strategies.output(name).members),
    ):
        aliases = {str(f.validation_alias or f.alias) for f in model.model_fields.values()}
        newer = {m.split(".")[1] for m in releases.MEMBERS if m.startswith(f"{model.__name__}.")}
        assert set(members) <= aliases <= set(members) | newer


def test_names_that_cannot_be_derived_are_stated() -> None:
    """MCC and MNC keep their capitals."""
    found = CarrierLookupResult.model_validate(
        {"E164PhoneNumber": "+1", "MCC": "310", "MNC": "260", "PhoneNumberType": "MOBILE"}
    )

    assert (found.mcc, found.mnc) == ("310", "260")
    assert (snake("E164PhoneNumber"), aws_name("e164_phone_number")) == (
        "e164_phone_number",
        "E164PhoneNumber",
    )


def test_falsy_values_are_sent_and_none_is_not() -> None:
    """False, 0, empty text and empty collections are values; None means: leave it out."""
    request = UpdatePoolRequest(pool_id="", two_way_enabled=False, opt_out_list_name=None)

    assert encode(request) == {"PoolId": "", "TwoWayEnabled": False}


@pytest.mark.parametrize(
    ("members", "field", "rule"),
    [
        ({"destination_phone_number": "hello"}, "destination_phone_number", "E.164"),
        ({"message_body": "x" * 1601}, "message_body", "at most 1600 characters"),
        ({"message_body": " \n"}, "message_body", "more than white space"),
        ({"time_to_live": 4}, "time_to_live", "must be 5 or more"),
        ({"time_to_live": "300"}, "time_to_live", "must be a whole number"),
        ({"dry_run": "yes"}, "dry_run", "must be True or False"),
        ({"max_price": "1"}, "max_price", "at least 2 characters"),
        ({"max_price": "7,77"}, "max_price", "US dollars"),
        ({"message_type": "TRANSACTONAL"}, "message_type", "did you mean TRANSACTIONAL?"),
        (
            {"message_type": "nothing like it"},
            "message_type",
            "it takes TRANSACTIONAL, PROMOTIONAL",
        ),
        ({"context": {f"k{n}": "v" for n in range(6)}}, "context", "at most 5 items"),
        ({"context": {"secret key": "v"}}, "context[...]", r"must match \S+"),
        ({"mesage_body": "x"}, "mesage_body", "did you mean message_body?"),
        ({"destination_phone_number": None}, "destination_phone_number", "must be text"),
    ],
)
def test_a_wrong_request_names_member_and_rule_and_never_the_value(
    members: dict[str, Any], field: str, rule: str
) -> None:
    """Read aloud, the error says what to do."""
    with pytest.raises(RequestError) as wrong:
        SendTextMessageRequest(**{**TEXT, **members})

    (problem,) = wrong.value.problems
    assert problem.field == field
    assert rule in problem.rule
    assert str(wrong.value).startswith("SendTextMessageRequest: ")
    for given_value in ("hello", "5550142", "4711", "TRANSACTONAL", "secret key", "xxxx", "7,77"):
        assert given_value not in str(wrong.value) + repr(wrong.value)
    assert wrong.value.__cause__ is None
    assert wrong.value.__context__ is None


def test_all_that_is_wrong_is_reported_at_once() -> None:
    """Nobody likes to be told one mistake at a time."""
    with pytest.raises(RequestError) as wrong:
        members: Any = {"message_type": "SOMETHING", "tags": [Tag(key="a", value="b"), {"Key": ""}]}
        CreatePoolRequest(**members)

    assert [problem.field for problem in wrong.value.problems] == [
        "origination_identity",
        "message_type",
        "tags[1].key",
        "tags[1].value",
    ]


def test_a_request_error_is_a_value_error_and_travels() -> None:
    """Through pickle and copy, with all it knows."""
    with pytest.raises(ValueError, match="CreatePoolRequest") as wrong:
        CreatePoolRequest()  # type: ignore[call-arg]

    error: Any = wrong.value
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert twin.problems == error.problems
        assert str(twin) == str(error)


def test_an_explicit_enum_member_passes_though_aws_does_not_list_it() -> None:
    """New values can be sent before this package knows them."""
    request = CreatePoolRequest(origination_identity="p", message_type=MessageType("BRAND_NEW"))

    assert encode(request)["MessageType"] == "BRAND_NEW"
    assert not MessageType(request.message_type).is_known


@given(st.text())
@example("TRANSACTIONAL")
def test_open_enums_behave_like_the_string_they_are(text: str) -> None:
    """Equal, same hash, same after copy and pickle; repr gives it back."""
    value = MessageType(text)

    assert value == text
    assert hash(value) == hash(text)
    by_value: dict[str, int] = {value: 1}
    assert by_value[text] == 1
    assert f"{value}" == str(value) == text
    assert copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == value
    assert type(pickle.loads(pickle.dumps(value))) is MessageType
    assert value.is_known == (text in ("TRANSACTIONAL", "PROMOTIONAL"))
    assert repr(value) == f"MessageType({text!r})"


def test_enum_members_whose_names_differ_hash_like_their_values() -> None:
    """`iso-country-code` is ISO_COUNTRY_CODE, and a dict finds it by either."""
    from smsvoice.models.pools import PoolOriginationIdentitiesFilterName as Name

    by_name: dict[str, int] = {Name.ISO_COUNTRY_CODE: 1}
    assert by_name["iso-country-code"] == 1
    assert Name.ISO_COUNTRY_CODE.is_known


def test_enums_take_no_other_kind() -> None:
    """A number is no value of any enum."""
    with pytest.raises(ValueError, match="5 is not a valid MessageType"):
        MessageType(5)  # type: ignore[arg-type]


def test_a_union_takes_exactly_one_member() -> None:
    """None is too few and two are too many."""
    text, file = RcsTextMessage(body="hi"), RcsFileMessage(file_url="https://example.com/a.png")

    assert RcsContent(text_message=text).text_message == text
    choices: list[dict[str, Any]] = [{}, {"text_message": text, "file_message": file}]
    for members in choices:
        with pytest.raises(RequestError, match="exactly one of text_message, file_message"):
            RcsContent(**members)
    with pytest.raises(RequestError, match="exactly one of reply, open_url"):
        RcsSuggestedAction()


def test_lists_become_tuples_and_requests_stay_values() -> None:
    """Changing the list afterwards changes no request; requests compare and pickle."""
    tags = [Tag(key="a", value="1")]
    request = CreatePoolRequest(
        origination_identity="p", message_type="TRANSACTIONAL", tags=tags, client_token="t"
    )
    tags.append(Tag(key="b", value="2"))

    assert request.tags == (Tag(key="a", value="1"),)
    assert pickle.loads(pickle.dumps(request)) == request == copy.deepcopy(request)
    with pytest.raises(ValidationError, match="frozen"):
        request.message_type = "PROMOTIONAL"


def test_text_is_no_list_of_texts() -> None:
    """The classic mistake with one id is told as such."""
    from smsvoice.models.pools import DescribePoolsRequest

    with pytest.raises(RequestError, match="pool_ids: must be a list, even of one"):
        DescribePoolsRequest(pool_ids="pool-1")


def test_times_need_a_zone() -> None:
    """A naive time is refused; any zone is sent as the same instant."""
    members = {"protect_configuration_id": "p", "destination_phone_number": "+12065550142"}
    model = PutProtectConfigurationRuleSetNumberOverrideRequest
    noon = datetime(2026, 1, 2, 12, tzinfo=timezone(timedelta(hours=2)))

    kept = model(**members, action="BLOCK", expiration_timestamp=noon).expiration_timestamp

    assert kept == datetime(2026, 1, 2, 10, tzinfo=UTC)
    with pytest.raises(
        RequestError, match=r"expiration_timestamp: must be a datetime with a time zone"
    ):
        model(**members, action="BLOCK", expiration_timestamp=datetime(2026, 1, 2))  # noqa: DTZ001


def test_bytes_stay_bytes_until_boto3_encodes_them() -> None:
    """An attachment's body is not touched here."""
    request = CreateRegistrationAttachmentRequest(attachment_body=b"%PDF-\xff", client_token="t")

    assert encode(request) == {"AttachmentBody": b"%PDF-\xff", "ClientToken": "t"}


def test_no_repr_reveals_a_number_a_body_or_a_code() -> None:
    """Three stars instead; nested models and unknown members too."""
    request = SendTextMessageRequest(
        **TEXT, origination_identity="+12065550199", context={"order": "4712"}
    )
    told = CarrierLookupResult.model_validate(
        {"E164PhoneNumber": "+12065550142", "PhoneNumberType": "MOBILE", "Secret": "4713"}
    )

    for text in (repr(request), str(request), f"{request}", repr(told), str([told])):
        assert not re.search("5550142|5550199|471[123]", text)
        assert "'***'" in text
    assert request.message_body == "code 4711"
    assert request.model_dump()["message_body"] == "code 4711"


def test_ids_and_states_do_show() -> None:
    """A repr without anything would help nobody."""
    request = UpdatePoolRequest(pool_id="pool-1", two_way_enabled=False)

    assert repr(request) == "UpdatePoolRequest(pool_id='pool-1', two_way_enabled=False)"


def test_every_model_and_every_field_is_described() -> None:
    """In the source, where editors and the docs read it."""
    import ast
    from pathlib import Path

    import smsvoice.models

    for path in Path(smsvoice.models.__file__).parent.glob("*.py"):
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.ClassDef):
                assert ast.get_docstring(node), node.name
                if ast.unparse(node.bases[0]) == "TypedDict":
                    continue  # its members are those of the model beside it
                follows = dict(zip(node.body, node.body[1:], strict=False))
                fields = [s for s in node.body if isinstance(s, ast.AnnAssign)]
                for field in fields:
                    if ast.unparse(field.target) == "_sensitive":
                        continue
                    after = follows.get(field)
                    assert isinstance(after, ast.Expr), f"{node.name}.{ast.unparse(field.target)}"


@given(st.text(st.characters(codec="ascii", categories=("L", "N", "P", "S", "Z")), max_size=8))
def test_translated_patterns_mean_what_awss_mean(text: str) -> None:
    """Patterns with look-around are said otherwise, since pydantic-core has none."""
    import tomllib
    from pathlib import Path
    from typing import Annotated

    from pydantic import TypeAdapter

    root = Path(__file__).parent.parent.parent
    table = tomllib.loads((root / "codegen/tables/patterns.toml").read_text())

    for pattern, entry in table.items():
        ours = TypeAdapter(Annotated[str, Text(pattern=entry["pydantic_pattern"])])
        try:
            ours.validate_python(text)
            passes = True
        except ValidationError:
            passes = False
        assert passes == bool(re.fullmatch(pattern, text)), pattern


def test_the_information_of_a_pool_is_frozen_and_hashable() -> None:
    """Answers are values too."""
    told = PoolInformation.model_validate(
        {
            "PoolArn": "a",
            "PoolId": "pool-1",
            "Status": "ACTIVE",
            "MessageType": "TRANSACTIONAL",
            "TwoWayEnabled": False,
            "SelfManagedOptOutsEnabled": False,
            "OptOutListName": "Default",
            "SharedRoutesEnabled": False,
            "DeletionProtectionEnabled": False,
            "CreatedTimestamp": 1.5,
        }
    )

    assert told.created_timestamp == datetime(1970, 1, 1, 0, 0, 1, 500000, tzinfo=UTC)
    assert hash(told) == hash(copy.deepcopy(told))
