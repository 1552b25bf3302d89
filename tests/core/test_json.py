"""Models as JSON: schemas that say what is taken and given, and requests that come back from a queue."""

import copy
import importlib
import json
import pickle
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pydantic
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import BaseModel, TypeAdapter

import smsvoice.models
from smsvoice import RequestError, SmsVoice, operations
from smsvoice.core.codec import UndecodableError, validated_request
from smsvoice.core.documents import encode_json
from smsvoice.core.enums import OpenEnum
from smsvoice.core.model import RequestModel
from smsvoice.emulator.engine.codec import decode_request
from smsvoice.models.account import AccountAttributeName
from smsvoice.models.common import DestinationCountryParameterKey, MessageType, Tag
from smsvoice.models.messages import SendTextMessageRequest
from smsvoice.models.pools import CreatePoolRequest, PoolInformation, UpdatePoolRequest
from smsvoice.models.protect import (
    ProtectConfigurationCountryRuleSetInformation,
    ProtectStatus,
    PutProtectConfigurationRuleSetNumberOverrideRequest,
)
from smsvoice.models.registration_attachments import CreateRegistrationAttachmentRequest
from tests.contract import strategies
from tests.contract.wire import Wire
from tests.shares import all_of

TEXT: dict[str, Any] = {"destination_phone_number": "+12065550142", "message_body": "code 4711"}


def models() -> Iterator[type[BaseModel]]:
    """Every model of every room."""
    for room in pkgutil.iter_modules(smsvoice.models.__path__):
        module = importlib.import_module(f"smsvoice.models.{room.name}")
        for member in vars(module).values():
            if (
                isinstance(member, type)
                and issubclass(member, BaseModel)
                and member.__module__ == module.__name__
            ):
                yield member


@pytest.mark.long
@pytest.mark.parametrize("mode", ["validation", "serialization"])
@pytest.mark.parametrize("by_alias", [True, False])
def test_every_model_has_a_schema(mode: Any, by_alias: bool) -> None:
    """Valid schemas, with the members under AWS's names or ours."""
    for model in models():
        schema = model.model_json_schema(mode=mode, by_alias=by_alias)

        Draft202012Validator.check_schema(schema)
        names = {str(f.validation_alias or f.alias) for f in model.model_fields.values()}
        names = names if by_alias else set(model.model_fields)
        assert set(schema.get("properties", {})) == names, model.__name__


@cache
def schema_of(model: type[BaseModel], mode: Any, by_alias: bool) -> Draft202012Validator:
    """What checks JSON against the schema of a model."""
    return Draft202012Validator(model.model_json_schema(mode=mode, by_alias=by_alias))


def newer(value: Any) -> Any:
    """The same value with enum values that this version does not list."""
    match value:
        case OpenEnum():
            return type(value)("BRAND_NEW")
        case RequestModel() | BaseModel():
            return type(value)(**{name: newer(one) for name, one in value if one is not None})
        case tuple():
            return tuple(map(newer, value))
        case dict():
            return {newer(key): newer(one) for key, one in value.items()}
    return value


@pytest.mark.parametrize("name", all_of(operations.names()))
@settings(max_examples=5, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_every_request_comes_back_from_where_it_was_kept(name: str, data: st.DataObject) -> None:
    """From JSON text, from a dict for JSON, from pickle and copy; newer values and all."""
    model: type[RequestModel] = operations.by_name(name).request
    drawn = validated_request(model, data.draw(strategies.requests(name)))

    for request in (drawn, newer(drawn)):
        for by_alias in (True, False):
            text = request.model_dump_json(by_alias=by_alias)
            members = request.model_dump(mode="json", by_alias=by_alias)

            assert model.model_validate_json(text) == request
            assert model(**members) == request
            assert model(**json.loads(json.dumps(members))) == request
            assert json.loads(text) == members
            for mode in ("validation", "serialization"):
                schema_of(model, mode, by_alias).validate(members)
        for twin in (
            pickle.loads(pickle.dumps(request)),
            copy.copy(request),
            copy.deepcopy(request),
        ):
            assert twin == request
            assert hash(twin) == hash(request)
        assert request.model_copy() == request


@given(st.text())
def test_any_newer_value_comes_back_as_it_was(text: str) -> None:
    """Even one that looks like the form in which JSON has it."""
    request = SendTextMessageRequest(**TEXT, message_type=MessageType(f"MessageType({text})"))

    back = SendTextMessageRequest.model_validate_json(request.model_dump_json())

    assert back == request
    assert back.message_type == f"MessageType({text})"


def test_json_says_that_a_value_is_newer_than_the_package() -> None:
    """A listed one is written plainly; a newer one with the name of its enum."""
    known = SendTextMessageRequest(**TEXT, message_type="TRANSACTIONAL")
    new = SendTextMessageRequest(**TEXT, message_type=MessageType("BRAND_NEW"))

    assert known.model_dump(mode="json")["message_type"] == "TRANSACTIONAL"
    assert new.model_dump(mode="json")["message_type"] == "MessageType(BRAND_NEW)"
    assert new.model_dump()["message_type"] == "BRAND_NEW"


@pytest.mark.parametrize("text", ["TRANSACTONAL", "BRAND_NEW", "MessageTyp(BRAND_NEW)"])
def test_a_misspelt_value_is_refused_in_json_as_in_python(text: str) -> None:
    """A queue's JSON is written by people too."""
    readers: tuple[Callable[[], object], ...] = (
        lambda: SendTextMessageRequest(**{**TEXT, "message_type": text}),
        lambda: validated_request(SendTextMessageRequest, {**TEXT, "message_type": text}),
    )
    for read in readers:
        with pytest.raises(RequestError, match="message_type: AWS lists no such MessageType"):
            read()
    with pytest.raises(ValueError, match="AWS does not list this value"):
        SendTextMessageRequest.model_validate_json(json.dumps({**TEXT, "message_type": text}))


@pytest.mark.parametrize("text", ["BRAND_NEW", "MessageType(BRAND_NEW)"])
def test_a_service_takes_only_what_aws_lists(text: str) -> None:
    """On the wire there is no way to write a value that nobody lists."""
    body = json.dumps(
        {"DestinationPhoneNumber": "+12065550142", "MessageBody": "x", "MessageType": text}
    )

    with pytest.raises(RequestError, match="message_type: AWS lists no such MessageType"):
        decode_request(SendTextMessageRequest, body.encode())
    with pytest.raises(UndecodableError):
        decode_request(SendTextMessageRequest, b"[]")


def test_an_answer_is_written_as_aws_writes_it() -> None:
    """What callers and AWS both write has no mark of ours in it on the wire."""
    rule = ProtectConfigurationCountryRuleSetInformation(protect_status=ProtectStatus("NEW"))

    assert encode_json(rule) == b'{"ProtectStatus":"NEW"}'
    assert rule.model_dump_json() == '{"protect_status":"ProtectStatus(NEW)"}'


def test_the_schema_of_a_request_lists_known_values_and_the_form_of_newer_ones() -> None:
    """As the requests themselves take them."""
    schema = SendTextMessageRequest.model_json_schema(by_alias=False)["properties"]

    listed, newer_form = schema["message_type"]["anyOf"][0]["anyOf"]
    assert listed["enum"] == ["TRANSACTIONAL", "PROMOTIONAL"]
    assert newer_form["pattern"] == r"^MessageType\([\s\S]*\)$"
    assert schema["time_to_live"]["anyOf"][0] == {
        "type": "integer",
        "minimum": 5,
        "maximum": 259200,
    }
    assert schema["message_body"]["anyOf"][0]["maxLength"] == 1600
    assert schema["destination_phone_number"]["pattern"] == r"^(?:\+?[1-9][0-9]{1,18})$"
    assert schema["context"]["anyOf"][0]["maxProperties"] == 5


def test_the_schema_of_an_answer_lists_known_values_and_allows_others() -> None:
    """AWS may invent one tomorrow."""
    schema = PoolInformation.model_json_schema(mode="serialization")
    told = {"PoolId": "p", "PoolArn": "a", "Status": "HIBERNATING", "OptOutListName": "Default"}

    assert schema["$defs"]["PoolStatus"]["anyOf"][0]["enum"] == ["CREATING", "ACTIVE", "DELETING"]
    errors = Draft202012Validator(schema).iter_errors(told)
    assert {error.validator for error in errors} == {"required"}


def test_an_enum_in_another_model_has_the_same_schema() -> None:
    """It takes any text there, and its schema says so."""

    class Row(BaseModel):
        kind: MessageType
        name: AccountAttributeName | None = None

    schema = Row.model_json_schema()

    assert Row.model_validate({"kind": "BRAND_NEW"}).kind == "BRAND_NEW"
    Draft202012Validator(schema).validate({"kind": "BRAND_NEW"})
    assert not Draft202012Validator(schema).is_valid({"kind": 5})
    listed = schema["$defs"]["AccountAttributeName"]["anyOf"][0]["enum"]
    assert listed == [member.value for member in AccountAttributeName]


def test_bytes_are_base64_in_json_and_times_are_seconds() -> None:
    """The schema says the size of the text, and that a time is text or a number."""
    request = CreateRegistrationAttachmentRequest(
        attachment_body=bytearray(b"%PDF-\xff\xfe"), client_token="t"
    )
    schema = CreateRegistrationAttachmentRequest.model_json_schema()["properties"]
    times = PutProtectConfigurationRuleSetNumberOverrideRequest.model_json_schema()["properties"]

    assert type(request.attachment_body) is bytes
    assert request.model_dump(mode="json")["attachment_body"] == "JVBERi3//g=="
    assert schema["AttachmentBody"]["anyOf"][0] == {
        "type": "string",
        "contentEncoding": "base64",
        "minLength": 4,
        "maxLength": 9320680,
    }
    assert {"type": "number"} in times["ExpirationTimestamp"]["anyOf"]
    texts: tuple[Any, ...] = ("JVBERi3//g==", "JVBERi3__g==")
    for text in texts:
        assert (
            CreateRegistrationAttachmentRequest(attachment_body=text, client_token="t") == request
        )
    with pytest.raises(RequestError, match="attachment_body: must be bytes, or text in base64"):
        CreateRegistrationAttachmentRequest(attachment_body="no base64!")  # type: ignore[arg-type]


def test_tags_are_a_mapping_or_pairs_in_our_words_or_awss() -> None:
    """All say the same; one pair outside of a list is no mapping of tags."""
    members: dict[str, Any] = {
        "origination_identity": "p",
        "message_type": "TRANSACTIONAL",
        "client_token": "t",
    }
    ways: tuple[Any, ...] = (
        {"team": "shop"},
        [{"key": "team", "value": "shop"}],
        [{"Key": "team", "Value": "shop"}],
    )

    first, *others = (CreatePoolRequest(**members, tags=tags) for tags in ways)

    assert [tag.key for tag in first.tags or ()] == ["team"]
    assert all(other == first for other in others)
    schema = CreatePoolRequest.model_json_schema()
    assert {"team": "shop"} in ways
    Draft202012Validator(schema).validate(
        {"OriginationIdentity": "p", "MessageType": "PROMOTIONAL", "Tags": {"team": "shop"}}
    )
    with pytest.raises(RequestError, match="tags: must be a list, even of one pair, or a mapping"):
        CreatePoolRequest(**members, tags={"Key": "team", "Value": "shop"})
    with pytest.raises(RequestError, match=r"tags\[0\].key: must have at least 1 character"):
        CreatePoolRequest(**members, tags={"": "shop"})


def test_requests_with_maps_hash_by_what_they_hold() -> None:
    """Whatever the order of the entries; a map of enum keys too."""
    parameters = {DestinationCountryParameterKey.IN_ENTITY_ID: "1", "IN_TEMPLATE_ID": "2"}
    one = SendTextMessageRequest(
        **TEXT, context={"a": "1", "b": "2"}, destination_country_parameters=parameters
    )
    same = SendTextMessageRequest(
        **TEXT,
        context={"b": "2", "a": "1"},
        destination_country_parameters=dict(reversed(parameters.items())),
    )

    assert one == same
    assert {one: "sent"}[same] == "sent"
    assert hash(one) != hash(SendTextMessageRequest(**TEXT, context={"a": "1"}))
    assert hash(UpdatePoolRequest(pool_id="p")) == hash(UpdatePoolRequest(pool_id="p"))


WITH_UNKNOWN: list[Any] = [
    [{"key": "a", "value": "b", "foo": 1}],
    [{"Key": "a", "Value": "b", "+12065550142": 1}],
]


@pytest.mark.parametrize("tags", WITH_UNKNOWN)
def test_a_member_that_a_nested_shape_does_not_have_is_refused(tags: Any) -> None:
    """By a constructor, a verb, a copy and a framework; a name that may be private is not printed."""
    base = CreatePoolRequest(origination_identity="p", message_type="TRANSACTIONAL")
    sms = SmsVoice(Wire().session())
    for act in (
        lambda: CreatePoolRequest(
            origination_identity="p", message_type="TRANSACTIONAL", tags=tags
        ),
        lambda: sms.opt_out_lists.create("news", tags=tags),
        lambda: base.model_copy(update={"tags": tags}),
    ):
        with pytest.raises(RequestError, match="Tag has no such member") as refused:
            act()
        assert "5550142" not in str(refused.value)
    with pytest.raises(pydantic.ValidationError, match="these members only: key, value"):
        TypeAdapter(CreatePoolRequest).validate_python(
            {"OriginationIdentity": "p", "MessageType": "TRANSACTIONAL", "Tags": tags}
        )
    assert Tag.model_json_schema()["additionalProperties"] is False
