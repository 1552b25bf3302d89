"""Answers with something new or something missing: decoded, kept and told, in all 110 results."""

import json
import warnings
from typing import Any

import pytest
from botocore.model import ListShape, MapShape, Shape, StringShape, StructureShape
from pydantic import BaseModel

from smsvoice import AnswerError, AnswerWarning, SmsVoice, operations
from smsvoice.core.codec import dump
from tests.contract import drawing
from tests.contract.wire import Wire

wire = Wire()
sms = SmsVoice(session=wire.session())
strict = sms.with_options(strict_answers=True)
BRAND_NEW = "BRAND_NEW_TODAY"


def fullest(shape: Shape, *, new_values: bool = False) -> Any:
    """One answer with every member there is, nested ones too."""
    match shape:
        case StructureShape():
            return {n: fullest(m, new_values=new_values) for n, m in shape.members.items()}
        case ListShape():
            return [fullest(shape.member, new_values=new_values)]
        case MapShape():
            return {"key": fullest(shape.value, new_values=new_values)}
        case StringShape() if shape.enum:
            return BRAND_NEW if new_values else shape.enum[0]
    kinds = {"string": "text", "boolean": True, "timestamp": 1_700_000_000.5, "double": 1.5}
    return kinds.get(shape.type_name, 7)


def output(name: str) -> StructureShape:
    """What botocore expects of an operation."""
    return drawing.service().operation_model(name).output_shape


def run(client: SmsVoice, name: str, answer: Any) -> Any:
    """Call an operation whose answer is given; its request does not matter here."""
    wire.answer = json.dumps(answer).encode()
    operation = operations.by_name(name)
    request = operation.request.model_construct()
    return client.call(operation, request)


def with_extras(shape: Shape, value: Any) -> Any:
    """The same answer with a member that nobody knows in every structure."""
    match shape:
        case StructureShape():
            known = {name: with_extras(shape.members[name], one) for name, one in value.items()}
            return known | {"BrandNew": {"a": [1]}}
        case ListShape():
            return [with_extras(shape.member, one) for one in value]
        case MapShape():
            return {key: with_extras(shape.value, one) for key, one in value.items()}
    return value


def has_enum(shape: Shape) -> bool:
    """Whether an enum stands anywhere in a shape."""
    return BRAND_NEW in json.dumps(fullest(shape, new_values=True))


@pytest.mark.parametrize("name", drawing.operations())
def test_the_fullest_answer_is_no_surprise(name: str) -> None:
    """All that the model names is decoded without a warning, strict or not."""
    answer = fullest(output(name))

    with warnings.catch_warnings(action="error"):
        assert dump(run(sms, name, answer)) == dump(run(strict, name, answer))


@pytest.mark.parametrize("name", [n for n in drawing.operations() if has_enum(output(n))])
def test_an_unknown_enum_value_is_kept_and_told(name: str) -> None:
    """It compares as the string it is, and strictness refuses it except for a send."""
    answer = fullest(output(name), new_values=True)

    with pytest.warns(AnswerWarning, match="does not list"):
        result = run(sms, name, answer)

    assert json.dumps(dump(result), default=str).count(BRAND_NEW) == json.dumps(answer).count(
        BRAND_NEW
    )
    raises_when_strict(name, answer)


@pytest.mark.parametrize("name", drawing.operations())
def test_an_unknown_member_is_kept_and_told(name: str) -> None:
    """At every depth, and the known ones are decoded all the same."""
    answer = with_extras(output(name), fullest(output(name)))

    with pytest.warns(AnswerWarning, match="BrandNew, which is new"):
        result = run(sms, name, answer)

    assert result.model_extra == {"BrandNew": {"a": [1]}}
    kept = json.dumps(dump(result), default=str).count("BrandNew")
    assert kept == json.dumps(answer).count("BrandNew")
    raises_when_strict(name, answer)


@pytest.mark.parametrize("name", [n for n in drawing.operations() if output(n).required_members])
def test_a_missing_required_member_is_none_and_told(name: str) -> None:
    """Whatever else was there is kept."""
    answer = fullest(output(name))
    gone = output(name).required_members[0]
    del answer[gone]

    with pytest.warns(AnswerWarning, match=f"no .*{gone}, which was promised"):
        result = run(sms, name, answer)

    assert set(dump(result)) == set(answer)
    raises_when_strict(name, answer)


@pytest.mark.parametrize("name", [n for n in drawing.operations() if output(n).members])
def test_a_member_of_another_type_is_told_and_nothing_else_is_lost(name: str) -> None:
    """The misfit is None, its raw value is kept, and the other members are as they were."""
    answer = fullest(output(name))
    odd = next(iter(answer))
    answer[odd] = {"not": ["what", "was", "promised"]} if not isinstance(answer[odd], dict) else 5

    with pytest.warns(AnswerWarning, match=f"{odd} of another type"):
        result: BaseModel = run(sms, name, answer)

    assert result.model_extra is not None
    assert result.model_extra[odd] == answer[odd]
    raises_when_strict(name, answer)


def raises_when_strict(name: str, answer: Any) -> None:
    """Strictness raises; a send that AWS took never does."""
    if name.startswith("Send"):
        with pytest.warns(AnswerWarning):
            run(strict, name, answer)
    else:
        with pytest.raises(AnswerError):
            run(strict, name, answer)
