"""The benchmark of comparisons: its arithmetic, and what the guide shows of it; nothing is timed."""

from pathlib import Path

import pytest

from benchmarks import codes_timing
from smsvoice.codes.keyed import is_same

GUIDE = Path(__file__).parents[2] / "docs/codes.md"


@pytest.mark.parametrize("code", ["000000", "481516", "9999999999"])
def test_only_the_right_code_is_the_same(code: str) -> None:
    given = {kind: make(code) for kind, make in codes_timing.GIVEN.items()}

    assert [kind for kind, text in given.items() if is_same(code, text)] == ["right"]
    assert {len(text) for text in given.values()} == {len(code)}
    assert len(set(given.values())) == len(given)


def test_the_guide_shows_its_table(capsys: pytest.CaptureFixture[str]) -> None:
    codes_timing.main(["20"])
    printed = capsys.readouterr().out.splitlines()
    kinds = [line.split(" | ")[:2] for line in printed if line.startswith(("| 6 |", "| 10 |"))]
    guide = GUIDE.read_text("utf-8")

    assert len(kinds) == 10
    for kind in kinds:
        assert " | ".join(kind) in guide
