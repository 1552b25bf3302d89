"""A template is parsed once, and filled with the values of each row."""

import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsvoice.bulk.templates import MissingColumnError, Templates
from smsvoice.core.errors import RequestError, SmsVoiceError
from smsvoice.models.common import MessageType
from smsvoice.models.messages import SendTextMessageRequest

PHONE = "+12065550100"


def filled(text: str, **row: Any) -> object:
    return Templates({"message_body": text}).filled(row)["message_body"]


def problems_of(common: dict[str, Any]) -> str:
    with pytest.raises(RequestError) as raised:
        Templates(common)
    assert PHONE not in repr(raised.value)
    return str(raised.value)


@pytest.mark.parametrize(
    ("text", "row", "expected"),
    [
        ("Hello {name}", {"name": "Ada"}, "Hello Ada"),
        ("{a}{b}{a}", {"a": 1, "b": "x"}, "1x1"),
        ("{name}", {"name": ""}, ""),
        ("{{name}}", {"name": "Ada"}, "{name}"),
        ("{{{name}}}", {"name": "Ada"}, "{Ada}"),
        ("{first name}!", {"first name": "Ada"}, "Ada!"),
        ("{naïve}", {"naïve": "é😀"}, "é😀"),
        ("{name}", {"name": "{code} {{ }} {"}, "{code} {{ }} {"),
        ("{n}", {"n": 42.0}, "42.0"),
        ("{n}", {"n": Decimal("1.50")}, "1.50"),
        ("{n}", {"n": False}, "False"),
        ("50 %s {n}%", {"n": 5}, "50 %s 5%"),
        ("no braces", {}, "no braces"),
        ("", {}, ""),
    ],
)
def test_columns_are_inserted_as_text(text: str, row: dict[str, Any], expected: str) -> None:
    assert filled(text, **row) == expected


def test_templates_stand_at_any_depth_and_the_rest_stays_as_it_is() -> None:
    body = SendTextMessageRequest(destination_phone_number=PHONE)
    untouched = {"a": [1, {"b": "c"}], "b": ("x",)}
    common = {
        "template_variables": {"code": "{code}", "list": ["{a}", 1, ("{b}", "c")]},
        "max_price": "0.05",
        "message_type": MessageType.TRANSACTIONAL,
        "time_to_live": 60,
        "dry_run": True,
        "body": body,
        "context": untouched,
        "escaped": ["{{x}}"],
        "{key}": b"{bytes}",
    }
    templates = Templates(common)

    members = templates.filled({"code": 1234, "a": "A", "b": "B", "other": "x"})

    assert list(members) == list(common)
    assert members == common | {
        "template_variables": {"code": "1234", "list": ["A", 1, ("B", "c")]},
        "escaped": ["{x}"],
    }
    assert members["body"] is body
    assert members["context"] is untouched
    assert templates.columns == {"code", "a", "b"}


def test_rows_do_not_share_what_is_filled() -> None:
    templates = Templates({"context": {"n": "{n}"}})
    one, two = templates.filled({"n": 1}), templates.filled({"n": 2})
    one["context"]["extra"] = "x"
    one["more"] = "y"

    assert two == {"context": {"n": "2"}}
    assert templates.filled({"n": 3}) == {"context": {"n": "3"}}


def test_without_templates_no_column_is_used() -> None:
    templates = Templates({"message_body": "Hello", "context": {"a": "{{}}"}})

    assert templates.columns == frozenset()
    assert templates.filled({}) == {"message_body": "Hello", "context": {"a": "{}"}}


@pytest.mark.parametrize("text", ["{a.b}", "{a[0]}", "{a!r}", "{a:>5}", '{"a": 1}', "x {a:{b}}"])
def test_only_names_of_columns_stand_in_braces(text: str) -> None:
    assert problems_of({"message_body": f"{PHONE} {text}"}) == (
        "templates: message_body: takes only the name of a column in braces, e.g. {name}; "
        "{{ and }} write a brace itself"
    )


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("{", "has a brace without its pair"),
        ("}", "has a brace without its pair"),
        ("{a", "has a brace without its pair"),
        ("a}b{c}", "has a brace without its pair"),
        ("{}", "has braces without the name of a column"),
        ("{ }", "has braces without the name of a column"),
    ],
)
def test_wrong_braces_are_named_with_the_remedy(text: str, rule: str) -> None:
    assert problems_of({"message_body": text}) == (
        f"templates: message_body: {rule}; {{{{ and }}}} write a brace itself"
    )


def test_every_wrong_member_is_named_and_keys_are_hidden() -> None:
    text = problems_of(
        {"message_body": "{", "template_variables": {PHONE: ["{}"]}, "media_urls": ["ok", "}"]}
    )

    assert "message_body: has" in text
    assert "template_variables[...][0]: has" in text
    assert "media_urls[1]: has" in text


MISSING: list[dict[str, Any]] = [{}, {"name": None}, {"name": float("nan")}]


@pytest.mark.parametrize("lacking", MISSING)
def test_a_row_without_a_value_is_refused(lacking: dict[str, Any]) -> None:
    row = {"customer_id": "Secret", "phone": PHONE} | lacking
    with pytest.raises(MissingColumnError) as raised:
        Templates({"message_body": "Hello {name}"}).filled(row)

    has = ", ".join(row)
    assert (raised.value.member, raised.value.column) == ("message_body", "name")
    assert str(raised.value) == (
        f'message_body: the row has no column "name", or nothing in it (it has: {has})'
    )
    assert isinstance(raised.value, SmsVoiceError)


def test_the_member_of_a_nested_template_is_named() -> None:
    templates = Templates({"template_variables": {"code": "{code}"}, "media_urls": ["{url}"]})

    for row, member in (({"url": "u"}, "template_variables[...]"), ({"code": 1}, "media_urls[0]")):
        with pytest.raises(MissingColumnError) as raised:
            templates.filled(row)
        assert raised.value.member == member


@pytest.mark.parametrize("show", [str, repr])
def test_names_of_columns_that_may_be_private_are_hidden(show: Callable[[object], str]) -> None:
    row = {PHONE: 1, "x" * 41: 2, "Ada Lovelace": 3, "n12345": 4, "phone": "Secret"}
    with pytest.raises(MissingColumnError) as raised:
        Templates({"message_body": "{Dear Ada}"}).filled(row)

    text = "message_body: the row has no such column, or nothing in it (it has: phone, 4 more)"
    assert text in show(raised.value)
    assert not any(part in show(raised.value) for part in (PHONE, "xx", "Ada", "12345", "Secret"))


def test_many_columns_are_counted_and_an_empty_row_has_none() -> None:
    with pytest.raises(MissingColumnError, match=r"x19, 5 more\)"):
        filled("{name}", **{f"x{n}": n for n in range(25)})
    with pytest.raises(MissingColumnError, match=r"it has: no columns\)"):
        filled("{name}")


def test_templates_and_their_error_are_pickled_and_show_no_values() -> None:
    templates = pickle.loads(pickle.dumps(Templates({"message_body": "Secret {a}", "b": ["{c}"]})))
    with pytest.raises(MissingColumnError) as raised:
        templates.filled({"a": PHONE})
    copied = pickle.loads(pickle.dumps(raised.value))

    assert templates.filled({"a": 1, "c": 2}) == {"message_body": "Secret 1", "b": ["2"]}
    assert repr(templates) == "<Templates of 2 members>"
    assert (copied.member, copied.column, str(copied)) == ("b[0]", "c", str(raised.value))


@given(
    st.lists(st.sampled_from(["a", "bc", "first name"]) | st.text(max_size=5).map(lambda t: (t,))),
    st.fixed_dictionaries({"a": st.text(), "bc": st.text(), "first name": st.integers()}),
)
def test_templates_are_filled_as_format_fills_them(
    parts: list[str | tuple[str]], row: dict[str, Any]
) -> None:
    """With any text around the columns and in the row."""
    text = "".join(
        part[0].replace("{", "{{").replace("}", "}}") if isinstance(part, tuple) else f"{{{part}}}"
        for part in parts
    )

    assert filled(text, **row) == text.format_map(row)
