"""A phone number as people write it becomes E.164, or is refused with the remedy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsvoice.core.countries import countries, dialling_codes
from smsvoice.core.phone_numbers import problem_of
from smsvoice.errors import RequestError
from smsvoice.text import phone_number


@pytest.mark.parametrize(
    ("written", "country", "number"),
    [
        ("(206) 555-0142", "US", "+12065550142"),
        ("1-206-555-0142", "CA", "+12065550142"),
        ("206.555.0142", "us", "+12065550142"),
        ("011 44 7700 900123", "US", "+447700900123"),
        ("+44 (0)20 7946 0958", None, "+442079460958"),
        ("07700 900123", "GB", "+447700900123"),
        ("06 12 34 56 78", "FR", "+33612345678"),
        ("0171/1234567", "DE", "+491711234567"),
        ("06 6982 1234", "IT", "+390669821234"),
        ("612 345 678", "ES", "+34612345678"),
        ("8 (912) 345-67-89", "RU", "+79123456789"),
        ("8 701 123 4567", "KZ", "+77011234567"),
        ("06 20 123 4567", "HU", "+36201234567"),
        ("0011 1 206 555 0142", "AU", "+12065550142"),
        ("07911 123456", "JE", "+447911123456"),
        ("91 98765 43210", "IN", "+919876543210"),
        ("9198765432", "IN", "+919198765432"),
        ("49 151 12345678", "DE", "+4915112345678"),
        ("39 347 1234567", "IT", "+393471234567"),
        ("391 234 5678", "IT", "+393912345678"),
        ("61 412 345 678", "AU", "+61412345678"),
        ("45 12 34 56", "DK", "+4545123456"),
        ("55 91234-5678", "BR", "+5555912345678"),
        ("+39 (0)6 6982 1234", None, "+390669821234"),
        ("(029) 123-45-67", "BY", "+375291234567"),
        ("001 65 8123 4567", "KR", "+6581234567"),
        ("06 12 34 56 78", "MC", "+377612345678"),
        ("0639 12 34 56", "YT", "+262639123456"),
        (
            "\uff0b\uff11\uff12\uff10\uff16\uff15\uff15\uff15\uff10\uff11\uff14\uff12",
            None,
            "+12065550142",
        ),
        ("\u202a+1 206\u2011555\u20110142\u202c", None, "+12065550142"),
    ],
)
def test_a_number_is_read_as_people_write_it(
    written: str, country: str | None, number: str
) -> None:
    assert phone_number(written, country=country) == number


@pytest.mark.parametrize(
    ("written", "country", "rule"),
    [
        ("2065550142", None, "or `country` must be given"),
        ("12345", "US", "must have 10 digits"),
        ("call me", "US", "must be digits"),
        ("", "US", "must"),
        ("+", None, "must"),
        ("+999123456", None, "calling code of a country"),
        ("0612345678", "XX", "country: must be an ISO 3166-1 alpha-2 code"),
        ("12345678", "AQ", "country: has no phone numbers of its own"),
        ("+1206555014212345", None, "must have 10 digits"),
        ("+49 0151 12345678", None, "must not have a 0 behind its calling code"),
        ("12345678", "GS", "country: has no phone numbers of its own"),
    ],
)
def test_what_is_no_number_is_refused(written: str, country: str | None, rule: str) -> None:
    with pytest.raises(RequestError, match=rule) as refused:
        phone_number(written, country=country)

    assert not written or written not in str(refused.value)


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(RequestError, match="text: must be a string"):
        phone_number(12065550142)  # type: ignore[arg-type]
    with pytest.raises(RequestError, match="country: must be"):
        phone_number("2065550142", country=5)  # type: ignore[arg-type]


@given(st.text(max_size=30), st.sampled_from([None, *countries()]))
def test_whatever_comes_out_is_a_number(written: str, country: str | None) -> None:
    try:
        number = phone_number(written, country=country)
    except RequestError:
        return
    assert problem_of(number) is None
    assert phone_number(number) == number


@given(st.sampled_from(countries()), st.text("123456789", min_size=5, max_size=12))
def test_the_international_form_is_the_same_in_every_country(country: str, digits: str) -> None:
    number = f"+{dialling_codes(country)[0]}{digits}"
    if problem_of(number) is None:
        assert phone_number(number, country=country) == number == phone_number(number)
