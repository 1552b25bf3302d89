"""Which texts can be a person's phone number."""

import pytest

from smsvoice.core import phone_numbers
from smsvoice.core.countries import countries, dialling_codes
from smsvoice.core.phone_numbers import MOST_DIGITS, problem_of
from smsvoice.core.simulators import SIMULATORS


@pytest.mark.parametrize(
    "number",
    [
        "+12065550142",
        "+447700900123",
        "+4915112345678",
        "+919876543210",
        "+8613812345678",
        "+29022222",
        "+5215512345678",
        "+881612345678",
    ],
)
def test_numbers_that_fit_their_plan_have_no_problem(number: str) -> None:
    """From four digits on Saint Helena to thirteen with the code in China."""
    assert problem_of(number) is None


@pytest.mark.parametrize("number", sorted(SIMULATORS))
def test_each_simulator_number_is_plausible(number: str) -> None:
    """AWS lists them, and so they fit."""
    assert problem_of(number) is None


@pytest.mark.parametrize(
    ("number", "rule"),
    [
        ("", "must begin with a plus sign"),
        ("12065550142", "must begin with a plus sign"),
        ("2065550142", "must begin with a plus sign"),
        ("00447700900123", "must begin with a plus sign"),
        ("+", "must be digits alone"),
        ("+1 (206) 555-0142", "must be digits alone"),
        ("++12065550142", "must be digits alone"),
        ("+1206555٠١٤٢", "must be digits alone"),
        ("+12065550142\n", "must be digits alone"),
        ("+9991234567", "must begin with the calling code of a country"),
        ("+012065550142", "must begin with the calling code of a country"),
        ("+12", "must have 10 digits after its calling code, and has 1: check it for a missing"),
        ("+1206", "must have 10 digits after its calling code, and has 3"),
        ("+44770", "must have 7 to 10 digits after its calling code, and has 3"),
        ("+120655501420000000", "must have 10 digits after its calling code, and has 17"),
        ("+4407700900123", "and has 11: check it for a digit too many or a zero"),
    ],
)
def test_the_rule_that_is_broken_is_named_without_the_number(number: str, rule: str) -> None:
    """A person's digits never stand in an error."""
    problem = problem_of(number)

    assert problem is not None
    assert rule in problem
    assert len(number) < len("+44") or number.removeprefix("+") not in problem


def test_every_country_that_has_a_calling_code_has_a_plan() -> None:
    """The table of lengths and the emulator's table of countries agree."""
    leads = {lead for country in countries() for lead in dialling_codes(country)}

    assert all("must begin" not in (problem_of(f"+{lead}") or "must begin") for lead in leads), (
        leads
    )


def test_no_plan_allows_more_digits_than_e164() -> None:
    """Fifteen digits, the calling code included."""
    plans = phone_numbers._lengths()

    assert all(len(code) + most <= MOST_DIGITS for code, (_, most) in plans.items())
    assert all(fewest <= most for fewest, most in plans.values())
