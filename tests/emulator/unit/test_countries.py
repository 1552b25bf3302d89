"""A phone number's first digits name its country."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsvoice.core.countries import (
    countries,
    country_of,
    dialling_code_of,
    dialling_codes,
    is_country,
)


@pytest.mark.parametrize(
    ("number", "country", "code"),
    [
        ("+12065550142", "US", "1"),
        ("+14165550142", "CA", "1"),
        ("+17875550142", "PR", "1"),
        ("+447700900123", "GB", "44"),
        ("+447797123456", "JE", "44"),
        ("+35312345678", "IE", "353"),
        ("+79161234567", "RU", "7"),
        ("+77011234567", "KZ", "7"),
        ("33612345678", "FR", "33"),
    ],
)
def test_the_longest_known_prefix_names_the_country(number: str, country: str, code: str) -> None:
    assert (country_of(number), dialling_code_of(number)) == (country, code)


@pytest.mark.parametrize("number", ["", "+", "+0123", "+2101234567"])
def test_a_number_without_a_known_prefix_has_no_country(number: str) -> None:
    assert country_of(number) is None
    assert dialling_code_of(number) is None


@given(st.sampled_from(countries()))
def test_every_dialling_code_leads_back_to_its_country(country: str) -> None:
    assert is_country(country)
    assert {country_of(f"+{code}") for code in dialling_codes(country)} == {country}


def test_a_country_without_numbers_of_its_own_is_a_country() -> None:
    assert is_country("VA")
    assert dialling_codes("VA") == ()


@pytest.mark.parametrize("code", ["", "us", "ZZ", "USA"])
def test_other_codes_are_no_countries(code: str) -> None:
    assert not is_country(code)
