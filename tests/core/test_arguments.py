"""Arguments that do not fit, told with the nearest name; and Python's own errors left alone."""

import inspect
from typing import Any

import pytest

from smsvoice import AsyncSmsVoice, RequestError, SmsVoice
from smsvoice.core.arguments import checked_arguments
from tests.contract.wire import Wire

session = Wire().session()
sms = SmsVoice(session=session)
asms = AsyncSmsVoice(session=session)
REQUIRED = "is required"
TWICE = "is given twice"
NEAREST = "is no argument; did you mean third?"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"pool_idd": "p"}, "delete_pool(): pool_idd: is no argument; did you mean pool_id?"),
        ({"pool_idd": "p"}, "pool_id: is required"),
        ({}, "pool_id: is required"),
        ({"pool_id": "p", "xyz": 1}, "xyz: is no argument"),
    ],
)
async def test_a_misspelt_or_missing_argument_is_a_request_error(
    arguments: dict[str, Any], told: str
) -> None:
    """In both flavours; where a call is awaited, when it is."""
    with pytest.raises(RequestError) as wrong:
        sms.api.delete_pool(**arguments)
    with pytest.raises(RequestError) as wrong_too:
        await asms.api.delete_pool(**arguments)

    assert told in str(wrong.value)
    assert str(wrong_too.value) == str(wrong.value)


async def test_a_name_that_is_a_number_is_not_repeated() -> None:
    """In both flavours."""
    arguments: Any = {"+447700900123": 1, "message_body": "x"}
    with pytest.raises(RequestError, match="a member: is no argument") as wrong:
        sms.messages.send_text("+447700900124", **arguments)
    with pytest.raises(RequestError, match="a member: is no argument") as wrong_too:
        await asms.messages.send_text("+447700900124", **arguments)

    assert "7700900" not in f"{wrong.value!r}{wrong_too.value!r}"


def test_arguments_are_given_by_name() -> None:
    """AWS's arguments have no order."""
    with pytest.raises(RequestError, match="give these by name: pool_id"):
        sms.api.delete_pool("pool-1")  # type: ignore[call-arg]


def test_an_argument_given_by_place_and_by_name_is_refused() -> None:
    """By place and by name."""
    with pytest.raises(RequestError, match="notify_configuration_id: is given twice"):
        sms.notify_configurations.at("nc-1", notify_configuration_id="nc-2")  # type: ignore[misc]


@checked_arguments
def joined(self: object, first: str, second: str, *, third: str, fourth: str = "d") -> str:
    """Two arguments by place, one that must be named, one with a default."""
    return first + second + third + fourth


@pytest.mark.parametrize(
    ("places", "names", "wrong"),
    [
        ((), {}, {"first": REQUIRED, "second": REQUIRED, "third": REQUIRED}),
        (("a",), {}, {"second": REQUIRED, "third": REQUIRED}),
        (("a", "b"), {}, {"third": REQUIRED}),
        (("a",), {"second": "b", "thirdd": "c"}, {"thirdd": NEAREST, "third": REQUIRED}),
        (("a", "b", "c"), {}, {"": "give these by name: third, fourth", "third": REQUIRED}),
        (("a",), {"first": "a", "second": "b", "third": "c"}, {"first": TWICE}),
        (("a", "b"), {"second": "b", "third": "c"}, {"second": TWICE}),
    ],
)
def test_each_argument_at_fault_is_named_and_no_other(
    places: tuple[str, ...], names: dict[str, str], wrong: dict[str, str]
) -> None:
    """By place, by name, and both."""
    with pytest.raises(RequestError) as refused:
        joined(None, *places, **names)

    assert refused.value.what == "joined()"
    assert [(one.field, one.rule) for one in refused.value.problems] == list(wrong.items())
    assert joined(None, "a", "b", third="c") == "abcd"


def test_the_signature_is_still_there_to_be_read() -> None:
    """By `help`, by editors and by `inspect`."""
    parameters = inspect.signature(sms.api.create_pool).parameters

    assert list(parameters)[:2] == ["origination_identity", "message_type"]
    assert all(p.kind is p.KEYWORD_ONLY for p in parameters.values())
    assert (inspect.getdoc(sms.api.create_pool) or "").startswith("Create a pool from")
    assert set(inspect.get_annotations(type(sms.api).create_pool, eval_str=True)) == {
        *parameters,
        "return",
    }


def test_a_type_error_from_inside_is_left_alone() -> None:
    """It is somebody else's mistake."""

    @checked_arguments
    def broken(self: object) -> int:
        return len(5)  # type: ignore[arg-type]

    with pytest.raises(TypeError, match="has no len"):
        broken(None)
