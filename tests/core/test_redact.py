"""What may be printed, and what is hidden because it could be a phone number or unchecked data."""

import pytest

from smsvoice.core.redact import HIDDEN, mask_numbers, may_reveal, safe_name

PERSON = "+14254147755"


@pytest.mark.parametrize(
    "shown",
    [
        7,
        None,
        "pool-7",
        [],
        ("pool-7", "x"),
        {},
        {"limit": 7, "on": True},
    ],
    ids=repr,
)
def test_what_holds_no_number_is_shown(shown: object) -> None:
    """Python's own numbers, and text without a phone number in it."""
    assert may_reveal(shown) is False


@pytest.mark.parametrize(
    "hidden",
    [
        PERSON,
        f"call {PERSON}",
        ["x", PERSON],
        ("x", f"call {PERSON}"),
        [{"limit": 7}],
        {"x": "any text"},
        {"x": {}},
        {"x": []},
        {"limit": 7, "x": ()},
    ],
    ids=lambda hidden: type(hidden).__name__,
)
def test_what_could_hold_a_number_is_hidden(hidden: object) -> None:
    """A dict that no model has checked may hold anything, and so may a list of such dicts."""
    assert may_reveal(hidden) is True


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("arn:aws:sns:us-east-1:123456789012:x", "arn:aws:sns:us-east-1:123456789012:x"),
        ("x:123456789012 ", f"x:{HIDDEN} "),
        ("x 123456789012:", f"x {HIDDEN}:"),
        ("x:12345678901:x", f"x:{HIDDEN}:x"),
        ("x:+12345678901:x", f"x:{HIDDEN}:x"),
        (";123456789012;", f";{HIDDEN};"),
    ],
)
def test_the_account_of_an_arn_alone_stays(text: str, shown: str) -> None:
    """Twelve digits between two colons; a number of a person beside a colon is hidden."""
    assert mask_numbers(text) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("DestinationPhoneNumber", "DestinationPhoneNumber"),
        ("_x_123", "_x_123"),
        ("x" * 64, "x" * 64),
        ("x" * 65, "a member"),
        ("code1234", "a member"),
        ("1st", "a member"),
        ("Meet at eight", "a member"),
        ("", "a member"),
    ],
)
def test_a_name_that_could_be_a_secret_is_not_repeated(name: str, shown: str) -> None:
    """Only what looks like a member's name is."""
    assert safe_name(name) == shown
