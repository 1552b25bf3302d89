"""Answers with something new or something missing: decoded, kept and told, in all 110 results."""

import json
import warnings
from typing import Any

import pytest
from botocore.model import Shape
from pydantic import BaseModel

from smsvoice import AnswerError, AnswerWarning, Effect, OutcomeUnknownError, SmsVoice, operations
from smsvoice.core.codec import encode, unvalidated_request
from smsvoice.operations import MUST_HAVE
from tests.contract import strategies
from tests.contract.strategies import fullest, output, with_extras
from tests.contract.wire import Wire
from tests.shares import all_of
from tests.transport.faults import no_back_off

wire = Wire()
sms = SmsVoice(session=wire.session())
strict = sms.with_options(strict_answers=True)
BRAND_NEW = "BRAND_NEW_TODAY"


def run(client: SmsVoice, name: str, answer: Any) -> Any:
    """Call an operation whose answer is given; its request does not matter here."""
    wire.answer = json.dumps(answer).encode()
    operation = operations.by_name(name)
    request = unvalidated_request(operation.request, {})
    return client.call(operation, request)


def has_enum(shape: Shape) -> bool:
    """Whether an enum stands anywhere in a shape."""
    return BRAND_NEW in json.dumps(fullest(shape, new_values=BRAND_NEW))


@pytest.mark.parametrize("name", all_of(strategies.operations()))
def test_the_fullest_answer_is_no_surprise(name: str) -> None:
    """All that the model names is decoded without a warning, strict or not."""
    answer = fullest(output(name))

    with warnings.catch_warnings(action="error"):
        assert encode(run(sms, name, answer)) == encode(run(strict, name, answer))


@pytest.mark.parametrize("name", all_of(n for n in strategies.operations() if has_enum(output(n))))
def test_an_unknown_enum_value_is_kept_and_noted(name: str) -> None:
    """It compares as the string it is, and strictness refuses it except for a send."""
    answer = fullest(output(name), new_values=BRAND_NEW)

    with pytest.warns(AnswerWarning, match="does not list"):
        result = run(sms, name, answer)

    assert json.dumps(encode(result), default=str).count(BRAND_NEW) == json.dumps(answer).count(
        BRAND_NEW
    )
    raises_when_strict(name, answer)


@pytest.mark.parametrize("name", all_of(strategies.operations()))
def test_an_unknown_member_is_kept_and_noted(name: str) -> None:
    """At every depth, and the known ones are decoded all the same."""
    answer = with_extras(output(name), fullest(output(name)))

    with pytest.warns(AnswerWarning, match="BrandNew, which is new"):
        result = run(sms, name, answer)

    assert result.model_extra == {"BrandNew": {"a": [1]}}
    kept = json.dumps(encode(result), default=str).count("BrandNew")
    assert kept == json.dumps(answer).count("BrandNew")
    raises_when_strict(name, answer)


def promised(name: str) -> str | None:
    """A member that AWS's model requires, and that an answer can be used without."""
    required = (m for m in output(name).required_members if m != MUST_HAVE.get(name))
    return next(required, None)


@pytest.mark.parametrize("name", all_of(n for n in strategies.operations() if promised(n)))
def test_a_missing_required_member_is_none_and_noted(name: str) -> None:
    """Whatever else was there is kept."""
    answer = fullest(output(name))
    gone = promised(name)
    del answer[gone]

    with pytest.warns(AnswerWarning, match=f"no .*{gone}, which was promised"):
        result = run(sms, name, answer)

    assert set(encode(result)) == set(answer)
    raises_when_strict(name, answer)


def spare(name: str) -> list[str]:
    """The members that an answer can be used without, and a page walked."""
    return [m for m in output(name).members if m not in {MUST_HAVE.get(name), "NextToken"}]


@pytest.mark.parametrize("name", all_of(n for n in strategies.operations() if spare(n)))
def test_a_member_of_another_type_is_noted_and_nothing_else_is_lost(name: str) -> None:
    """The misfit is None, its raw value is kept, and the other members are as they were."""
    answer = fullest(output(name))
    odd = spare(name)[0]
    answer[odd] = {"not": ["what", "was", "promised"]} if not isinstance(answer[odd], dict) else 5

    with pytest.warns(AnswerWarning, match=f"{odd} of another type"):
        result: BaseModel = run(sms, name, answer)

    assert result.model_extra is not None
    assert result.model_extra[odd] == answer[odd]
    raises_when_strict(name, answer)


def raises_when_strict(name: str, answer: Any) -> None:
    """Strictness raises with the result; what must not be done twice gives it as ever."""
    if operations.by_name(name).effect is Effect.ONCE:
        with pytest.warns(AnswerWarning):
            assert run(strict, name, answer).notes
    else:
        with pytest.raises(AnswerError) as refused:
            run(strict, name, answer)
        result = refused.value.result
        assert result is not None
        assert encode(result) == encode(quietly(name, answer))


def quietly(name: str, answer: Any) -> Any:
    """The result of a call whose warnings nobody hears."""
    with warnings.catch_warnings(action="ignore"):
        return run(sms, name, answer)


def unusable(name: str) -> list[dict[str, Any]]:
    """Answers that lack what the operation always gives, in every way there is."""
    whole, member = fullest(output(name)), MUST_HAVE[name]
    misspelt = {member.upper(): whole[member]}
    values: list[Any] = [None, {"no": ["such", "kind"]}]
    match whole[member]:
        case str():
            values.append("")
        case list():
            values += [[None], "text"]
        case dict():
            values[-1] = 5
    gateways = [{}, {"message": "Forbidden"}, {"__type": "ThrottlingException", "message": "m"}]
    return [*gateways, misspelt, *(whole | {member: value} for value in values)]


@pytest.mark.parametrize("name", sorted(MUST_HAVE))
def test_an_answer_without_what_it_must_have_is_no_success(name: str) -> None:
    """A read is asked again and fails; of anything else the outcome is unknown, with AWS's id."""
    is_read = operations.by_name(name).effect is Effect.READS

    with no_back_off():
        for answer in unusable(name):
            before = len(wire.sent)
            with pytest.raises(AnswerError if is_read else OutcomeUnknownError) as refused:
                run(sms, name, answer)
            tries = len(wire.sent) - before
            assert (tries == 1) == (operations.by_name(name).effect is Effect.ONCE)
            assert "it lacks" in str(refused.value)
            if isinstance(refused.value, OutcomeUnknownError):
                assert refused.value.request_id == "r-1"
