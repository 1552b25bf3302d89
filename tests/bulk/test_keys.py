"""Keys of messages: the caller's own, or made from a number with a secret."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from smsvoice import SmsVoice
from smsvoice.bulk import Bulk
from smsvoice.bulk.keys import (
    ENVIRONMENT,
    LONGEST,
    NO_SECRET,
    broken_rule,
    derived_key,
    line_of,
    secret_of,
)
from smsvoice.core.errors import RequestError

NUMBER = "+12065550100"
SECRET = b"sixteen bytes..."

names = st.text(st.sampled_from("abc.:-_19"), min_size=1, max_size=12)
numbers = st.integers(1_000_000, 999_999_999_999_999).map("+{}".format)


@given(
    st.tuples(names, numbers, st.binary(max_size=200)),
    st.tuples(names, numbers, st.binary(max_size=200)),
)
def test_a_key_depends_on_campaign_number_and_secret(
    one: tuple[str, str, bytes], other: tuple[str, str, bytes]
) -> None:
    assert derived_key(*one) == derived_key(*one)
    assume(one != other)
    assert derived_key(*one) != derived_key(*other)


def test_each_part_counts() -> None:
    keys = {
        derived_key("spring", NUMBER, SECRET),
        derived_key("summer", NUMBER, SECRET),
        derived_key("spring", "+12065550101", SECRET),
        derived_key("spring", NUMBER, SECRET + b"x"),
        derived_key("spring", NUMBER, b""),
    }

    assert len(keys) == 5
    for key in keys:
        assert len(key) == 32
        assert broken_rule(key) is None
        assert NUMBER[1:] not in key


@pytest.mark.parametrize("length", [1, 63, 64, 65, 5000])
def test_all_of_a_long_secret_counts(length: int) -> None:
    first, second = b"x" * length, b"x" * (length - 1) + b"y"

    assert derived_key("spring", NUMBER, first) != derived_key("spring", NUMBER, second)


def test_a_derived_key_stays_the_same_in_all_releases() -> None:
    """Otherwise a campaign that goes on with a new release sends all messages again."""
    assert derived_key("spring", NUMBER, SECRET) == "0cddb7577cf8166b62d4054f6862256b"
    assert derived_key("spring", NUMBER, b"x" * 100) == "04a7538c5ff3470fe31626aeedc96ae0"
    assert derived_key("spring", NUMBER, b"x" * 64) == "ca0d57103249e7953ccbf7dbbec10290"
    assert line_of("eu-west-1", NUMBER) == "169eaff207923c8bf16d300b2221ebfb"


def test_a_line_depends_on_region_and_identity() -> None:
    lines = {line_of("eu-west-1", NUMBER), line_of("us-east-1", NUMBER), line_of("eu-west-1", "x")}

    assert len(lines) == 3
    assert all(len(line) == 32 for line in lines)


def test_the_secret_is_the_given_one_or_that_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    assert secret_of(b"") == b""
    assert secret_of(SECRET) == SECRET
    monkeypatch.setenv(ENVIRONMENT, "pässword pässword")
    assert secret_of(b"") == "pässword pässword".encode()
    assert secret_of(SECRET) == SECRET


def test_a_secret_of_the_environment_may_be_any_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python reads what is no UTF-8 as lone surrogates."""
    secret = bytes(range(240, 256))
    monkeypatch.setenv(ENVIRONMENT, secret.decode("utf-8", "surrogateescape"))

    assert secret_of(b"") == secret


@pytest.mark.parametrize("secret", ["hunter-2 and more", bytearray(b"hunter-2"), None, 7])
def test_a_secret_is_bytes_and_is_not_shown(secret: object) -> None:
    with pytest.raises(RequestError, match=r"^Bulk: secret: must be bytes$") as raised:
        secret_of(secret)  # type: ignore[arg-type]

    assert "hunter" not in f"{raised.value!r}{raised.value}"


@pytest.mark.parametrize(("given", "named"), [(SECRET[:15], "secret"), (b"", ENVIRONMENT)])
def test_a_secret_that_can_be_guessed_is_refused_by_its_name(
    monkeypatch: pytest.MonkeyPatch, given: bytes, named: str
) -> None:
    monkeypatch.setenv(ENVIRONMENT, "fifteen bytes..")
    with pytest.raises(RequestError, match=f"^Bulk: {named}: must have at least 16 bytes"):
        Bulk("spring", ledger="l.db", sms=SmsVoice(region_name="eu-west-1"), secret=given)

    assert secret_of(SECRET) == SECRET


@pytest.mark.parametrize(
    "key", ["a", "7", "x" * LONGEST, "order 7", "ä😀", "12065550100", "+12", "+a"]
)
def test_keys_that_may_be(key: str) -> None:
    """Digits alone may be an order's id."""
    assert broken_rule(key) is None


@pytest.mark.parametrize(
    ("key", "rule"),
    [
        ("", "must be 1 to 128 characters"),
        ("x" * 129, "must be 1 to 128 characters"),
        ("a\0b", "must be 1 to 128 characters"),
        (" a", "must not begin or end with a blank"),
        ("a\n", "must not begin or end with a blank"),
        ("\u00a0a", "must not begin or end with a blank"),
        ("a\ud800b", "must be text that UTF-8 can hold"),
        ("\udcff", "must be text that UTF-8 can hold"),
        ("a\udfff", "must be text that UTF-8 can hold"),
    ],
)
def test_a_wrong_key_is_named(key: str, rule: str) -> None:
    assert broken_rule(key) == rule


@pytest.mark.parametrize(
    "key",
    [
        NUMBER,
        "+1 206 555 0100",
        "+1 (206) 555-0100",
        "+1.206.555.0100",
        "+1-206-555-0100",
        "+1(206)5550100",
        "+49 30 1234567",
        "+1/206/555/0100",
        "tel:+12065550100",
        "TEL:+1-206-555-0100",
        "\uff0b12065550100",
        "+\u0661\u0662\u0660\u0666\u0665\u0665\u0665\u0660\u0661\u0660\u0660",
        "+1\u2011206\u2011555\u20110100",
        "(+1) 206 555 0100",
    ],
)
def test_a_number_is_no_key(key: str) -> None:
    said = broken_rule(key)

    assert said is not None
    assert "must not be a phone number" in said
    assert "206" not in said


@given(numbers, st.text(st.sampled_from(" .-()"), max_size=1))
def test_no_number_is_a_key(number: str, between: str) -> None:
    spelled = number[0] + between.join(number[1:])

    assert broken_rule(spelled.strip()) is not None


def test_the_missing_secret_has_remedies() -> None:
    assert ENVIRONMENT in NO_SECRET
    assert "`secret`" in NO_SECRET
