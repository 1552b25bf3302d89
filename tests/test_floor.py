"""The floor under the coverage only rises."""

import pytest

from tests.floor import verdict


@pytest.mark.parametrize("measured", [94.96, 95.0, 95.5])
def test_coverage_at_the_floor_is_accepted(measured: float) -> None:
    """Rounded as it is printed, with the slack that runs differ by."""
    assert verdict(measured, 95.0) is None


def test_coverage_below_the_floor_fails() -> None:
    """With both figures."""
    assert verdict(94.9, 95.0) == "Coverage is 94.9 %, below the floor of 95.0 %: add tests."


def test_coverage_well_above_the_floor_names_the_line_to_write() -> None:
    """So that the gain is kept."""
    assert "fail_under = 96.2" in str(verdict(96.27, 95.0))
