"""What is wrong with a request, in plain words: one true sentence a mistake, and no value."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, get_args

import pytest
from pydantic import ValidationError
from pydantic_core.core_schema import ErrorType

from smsvoice import RequestError, SmsVoice, operations
from smsvoice.core.model import InputModel
from smsvoice.core.sentences import ON_THE_WIRE, RULES
from smsvoice.emulator.engine.codec import decode_request
from smsvoice.models.messages import (
    SendMediaMessageRequest,
    SendTextMessageRequest,
    SendVoiceMessageRequest,
)
from smsvoice.models.notify import SendNotifyTextMessageRequest
from smsvoice.models.pools import CreatePoolRequest, DescribePoolsRequest
from smsvoice.models.rcs_messages import RcsContent, RcsMessageContent, SendRcsMessageRequest
from tests.contract.wire import Wire

MARK = "5550142"
PYDANTICS_WORDS = re.compile(
    r"[Ii]nput|valid (?!\w+ time)|tuple|dictionary|instance of|unable to|parse|string|"
    r"iterat|integer|boolean|decoded|Error|extra|permitted"
)
OURS = {"nothing_given", "too_many_given"}
OLDER = {"string_sub_type"}
"""What earlier releases of Pydantic have too."""
LATER = datetime(2026, 1, 1)  # noqa: DTZ001  the mistake itself


class Grudging:
    """A list that breaks when it is walked, with a secret in its words."""

    def __iter__(self) -> Iterator[str]:
        """Break."""
        raise ValueError(MARK)


WRONG: list[Any] = [
    None, True, 7, -1, 10**40, 0.5, float("nan"), float("inf"), Decimal("0.5"), b"\xff", MARK, "",
    "\ud800", "x" * 5000, [], [MARK], [None], [{}], {}, {"a": MARK}, {"a": {"b": []}}, {7: MARK}, LATER,
    datetime(2026, 1, 1, tzinfo=UTC), object(), Grudging(), (x for x in "ab"), {MARK}, range(300),
    {str(n): "x" for n in range(300)},
]  # fmt: skip


def every_request() -> list[type[InputModel]]:
    """The request of every operation."""
    return [operations.by_name(name).request for name in operations.names()]


def rules_of(model: type[InputModel], members: dict[str, Any]) -> list[str]:
    """What is said about members given in Python."""
    try:
        model(**members)
    except RequestError as wrong:
        return [problem.rule for problem in wrong.problems]
    return []


def rules_on_the_wire(model: Any, body: bytes) -> list[str]:
    """What is said about a body that somebody sent to a service."""
    try:
        decode_request(model, body)
    except RequestError as wrong:
        return [problem.rule for problem in wrong.problems]
    return []


@pytest.mark.parametrize("model", every_request(), ids=lambda model: model.__name__)
def test_no_rule_is_in_pydantics_words(model: type[InputModel]) -> None:
    """Whatever is given for whichever member, in Python and on the wire."""
    said: set[str] = set()
    for name, field in model.model_fields.items():
        for wrong in WRONG:
            said |= set(rules_of(model, {name: wrong}))
            said |= set(rules_of(model, {name: [wrong]}))
            said |= set(rules_of(model, {name: {"a": wrong}}))
        for wrong in (7, 0.5, True, "x", "", [], [7], {}, {"a": 7}, "9" * 5000):
            body = json.dumps({str(field.validation_alias or field.alias): wrong}).encode()
            spoken = set(rules_on_the_wire(model, body))
            assert not [s for s in spoken if "Python" in s or "package" in s or "datetime" in s]
            said |= spoken

    patterns = [s for s in said if s.startswith("must match")]
    others = {s.replace("StringList", "") for s in said if s not in patterns}
    assert not [s for s in others if PYDANTICS_WORDS.search(re.sub(r"[A-Z]\w+|did you.*", "", s))]
    assert not [s for s in said if MARK in s]
    assert "is not what this member takes" not in said


def test_every_kind_that_our_schemas_can_give_has_a_sentence() -> None:
    """By the kinds of schema that requests are made of; a new kind of schema stops this test."""
    prefixes = {
        "str": ("string_",), "int": ("int_",), "float": ("float_", "finite_"), "bool": ("bool_",),
        "bytes": ("bytes_",), "tuple": ("tuple_", "too_", "iteration_"), "dict": ("dict_", "mapping_"),
        "datetime": ("datetime_", "timezone_aware"), "model": ("model_type", "model_attributes_type"),
    }  # fmt: skip
    plumbing = {
        "model-field", "default", "nullable", "model-fields", "with-info", "no-info", "function-plain",
        "function-wrap", "function-after", "function-before", "json-or-python", "union", "definitions", "definition-ref",
    }  # fmt: skip
    pydantics: set[str] = set(get_args(ErrorType))
    unreachable = {"string_not_ascii", "datetime_past", "datetime_future"}

    kinds = {
        kind for model in every_request() for kind in schema_kinds(model.__pydantic_core_schema__)
    }

    assert kinds - plumbing == set(prefixes)
    due = {k for k in pydantics if k.startswith(tuple(p for one in prefixes.values() for p in one))}
    assert due - unreachable <= set(RULES)
    assert set(ON_THE_WIRE) <= set(RULES) <= pydantics | OURS | OLDER


def schema_kinds(schema: Any) -> Iterator[str]:
    """The types of a core schema and of all within it."""
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str):
            yield schema["type"]
        for key, inner in schema.items():
            if key not in ("metadata", "serialization"):
                yield from schema_kinds(inner)
    elif isinstance(schema, list | tuple):
        for inner in schema:
            yield from schema_kinds(inner)


def said(model: type[InputModel], **members: Any) -> str:
    """The whole text."""
    with pytest.raises(RequestError) as wrong:
        model(**members)
    return str(wrong.value)


@pytest.mark.parametrize(
    ("members", "told"),
    [
        ({"media_urls": ["https://example.com/x.png"]}, "media_urls[0]: must match s3://"),
        ({"media_urls": []}, "media_urls: must have at least 1 item"),
        ({"media_urls": (x for x in ["https://example.com"])}, "media_urls[0]: must match s3://"),
        ({"media_urls": "s3://b/k"}, "media_urls: must be a list, even of one"),
        ({"media_urls": ["s3://bucket/key"] * 2}, "media_urls: must have at most 1 item"),
        ({"max_price": 0.5}, 'max_price: must be text: US dollars with a point, e.g. "0.05"'),
        ({"max_price": Decimal("0.5")}, 'must be text: US dollars with a point, e.g. "0.05"'),
        ({"max_price": 1}, 'must be text: US dollars with a point, e.g. "0.05"'),
        ({"max_price": "1"}, 'US dollars with a point, e.g. "0.05"'),
        ({"dry_run": "yes"}, "dry_run: must be True or False"),
        ({"time_to_live": 7.5}, "time_to_live: must be a whole number"),
        ({"context": ["a"]}, "context: must be a dict"),
        ({"context": {"a": 7}}, "context[...]: must be text"),
    ],
)
def test_a_mistake_is_reported_once_and_correctly(members: dict[str, Any], told: str) -> None:
    """Member, rule, and what to write instead."""
    text = said(
        SendMediaMessageRequest,
        **{"destination_phone_number": "+12065550142", "origination_identity": "p"} | members,
    )

    assert told in text
    assert ";" not in text


def test_a_number_that_is_no_text_gets_an_example() -> None:
    """The usual mistake: an int loses its plus."""
    text = said(SendTextMessageRequest, destination_phone_number=12065550142, message_body="x")

    assert text.endswith('destination_phone_number: must be text: E.164, e.g. "+12065550100"')


def test_a_handle_in_place_of_its_id_is_reported() -> None:
    """`number` where `number.id` is wanted."""
    number = SmsVoice(session=Wire().session()).phone_numbers.at("phone-1")

    text = said(CreatePoolRequest, origination_identity=number, message_type="TRANSACTIONAL")

    assert text.endswith("origination_identity: must be text: give the id of the thing")


def test_a_shape_may_be_a_dict_and_nothing_else() -> None:
    """Told under the name of the shape."""
    members = {"origination_identity": "p", "message_type": "TRANSACTIONAL"}

    assert "tags[0]: must be a Tag, or a dict of its members" in said(
        CreatePoolRequest, **members, tags=["a"]
    )


def test_the_wire_gets_no_advice_about_python() -> None:
    """Who called in another language has no constructor to call; the SDK's caller has."""
    python = said(
        SendVoiceMessageRequest,
        destination_phone_number="+12065550142",
        origination_identity="p",
        voice_id="Matthew",
    )
    body = b'{"DestinationPhoneNumber": "+12065550142", "OriginationIdentity": "p", "VoiceId": "Matthew"}'

    (wire,) = rules_on_the_wire(SendVoiceMessageRequest, body)

    assert python.endswith('VoiceId("...") passes a value that is newer than this package')
    assert wire == "AWS lists no such VoiceId; did you mean MATTHEW?"


@pytest.mark.parametrize(
    ("model", "body", "told"),
    [
        (DescribePoolsRequest, b'{"PoolIds": 7}', "must be a list"),
        (CreatePoolRequest, b'{"OriginationIdentity": "p", "Tags": [7]}', "must be a structure"),
        (SendTextMessageRequest, b'{"Context": []}', "must be a map"),
        (SendTextMessageRequest, b'{"DryRun": 7}', "must be true or false"),
        (
            SendRcsMessageRequest,
            b'{"RcsMessageContent": {"Content": {}}}',
            "give exactly one of TextMessage,",
        ),
    ],
)
def test_on_the_wire_the_words_are_those_of_json(model: Any, body: bytes, told: str) -> None:
    """Lists, maps, structures, and members under AWS's names."""
    assert any(rule.startswith(told) for rule in rules_on_the_wire(model, body))


def test_a_choice_names_its_members_as_python_writes_them() -> None:
    """Snake case for who calls from Python."""
    with pytest.raises(RequestError, match="give exactly one of text_message, file_message"):
        RcsMessageContent(content=RcsContent())


@pytest.mark.parametrize(
    ("brought", "meant"),
    [
        ("to", "destination_phone_number"),
        ("To", "destination_phone_number"),
        ("body", "message_body"),
        ("text", "message_body"),
        ("Message", "message_body"),
        ("from_", "origination_identity"),
        ("sender", "origination_identity"),
        ("SenderID", "origination_identity"),
        ("PhoneNumber", "destination_phone_number"),
        ("phone_number", "destination_phone_number"),
        ("DestinationPhoneNumber", "destination_phone_number"),
        ("media_url", None),
        ("ttl", "time_to_live"),
    ],
)
def test_names_of_other_libraries_are_understood(brought: str, meant: str | None) -> None:
    """Twilio's, SNS's and boto3's own, at the verb, at the operation and at the request."""
    sms = SmsVoice(session=Wire().session())
    hint = f"; did you mean {meant}?" if meant else ""
    arguments: dict[str, Any] = {brought: "x"}

    for call in (sms.messages.send_text, sms.api.send_text_message):
        with pytest.raises(RequestError) as wrong:
            call(**arguments)
        assert f"{brought}: is no argument{hint}" in str(wrong.value)
    if brought != "DestinationPhoneNumber":  # AWS's own name is a name here
        assert f"no such member{hint}" in said(SendTextMessageRequest, **{brought: "x"})


def test_a_hint_names_only_what_the_call_takes() -> None:
    """A handle sends from itself, so it knows no sender."""
    number = SmsVoice(session=Wire().session()).phone_numbers.at("phone-1")

    with pytest.raises(RequestError) as wrong:
        number.send_text("+12065550142", message_body="x", from_="y")  # type: ignore[call-arg]

    assert "from_: is no argument" in str(wrong.value)
    assert "origination_identity" not in str(wrong.value)


def test_the_variables_of_a_code_are_found_by_their_usual_names() -> None:
    """`code=` and `variables=`."""
    for brought in ("code", "variables"):
        text = said(SendNotifyTextMessageRequest, **{brought: "481516"})
        assert (
            f"{brought}: SendNotifyTextMessageRequest has no such member; did you mean template_variables?"
            in text
        )


def test_a_frozen_request_stays_pydantics_own_error() -> None:
    """Nothing of a request can be changed afterwards."""
    request = DescribePoolsRequest()

    with pytest.raises(ValidationError, match="frozen"):
        request.max_results = 5
