"""`python -m tests.floor`: report the measured coverage, and hold it to a floor that only rises.

Coverage below `fail_under` in pyproject.toml fails. So does coverage that has risen more than half
a point above it, until the floor follows; what was won once is not lost unseen.
"""

import sys

import coverage

SLACK = 0.5
"""How far, in points, coverage may stand above the floor: runs differ by some tenths."""


def verdict(measured: float, floor: float) -> str | None:
    """What is wrong with a coverage in percent, and the remedy; None if nothing is."""
    if round(measured, 1) < floor:
        return f"Coverage is {measured:.1f} %, below the floor of {floor:.1f} %: add tests."
    if round(measured - floor, 1) > SLACK:
        return (
            f"Coverage is {measured:.1f} %, well above the floor of {floor:.1f} %. "
            f"Raise it in pyproject.toml: fail_under = {int(measured * 10) / 10:.1f}"
        )
    return None


def main() -> None:
    """Print the files with gaps, then the verdict."""
    data = coverage.Coverage()
    data.load()
    measured = data.report()
    floor = data.get_option("report:fail_under")
    assert isinstance(floor, float)
    if wrong := verdict(measured, floor):
        sys.exit(wrong)


if __name__ == "__main__":
    main()
