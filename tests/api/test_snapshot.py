"""No public name, argument, member or default changes unseen."""

import shutil
from pathlib import Path

import pytest

from tests.api import ACCEPT, ROOT, accept, current, differences, snapshots

pytestmark = pytest.mark.generator


def test_the_public_names_are_those_that_were_accepted() -> None:
    """A difference is shown as a diff, with the command that accepts it."""
    found = differences(current())

    assert not found, f"\n{found}\n\n{ACCEPT}"


@pytest.mark.long
def test_a_renamed_argument_setting_or_class_shows_in_the_diff(tmp_path: Path) -> None:
    """And nothing else does, on a copy of the package where these three are renamed."""
    renamed = {
        "aio/client.py": ("validate_requests", "check_requests"),
        "emulator/engine/settings.py": ("seconds_to_settle", "settling_time"),
        "models/pools.py": ("class PoolInformation(", "class PoolFacts("),
    }
    shutil.copytree(ROOT / "smsvoice", tmp_path / "smsvoice")
    for name, (before, after) in renamed.items():
        file = tmp_path / "smsvoice" / name
        text = file.read_text("utf-8")
        assert before in text
        file.write_text(text.replace(before, after), "utf-8")
    accept(current(), folder := tmp_path / "snapshots")

    found = differences(snapshots(tmp_path), folder)

    assert differences(current(), folder) == ""
    assert "check_requests: bool" in found
    assert "+emulator.engine.settings.Settings.settling_time: " in found
    assert "+class models.pools.PoolFacts(" in found
    assert "--- accepted/sync" not in found


@pytest.mark.long
@pytest.mark.parametrize(
    ("part", "line"),
    [
        ("aio", "async aio.sends."),
        ("sync", "sync.client.SmsVoice.close() -> None"),
        ("models", "models.pools.PoolInformation.pool_id: "),
        ("operations", "operations.pools.CREATE_POOL"),
        ("errors", "class errors.outcome.OutcomeUnknownError("),
        ("emulator", "class emulator.emulator.Emulator("),
        ("package", "testing.sms_voice("),
        ("rules", "class rules.policies.PolicyDocument("),
    ],
)
def test_each_part_of_the_public_surface_is_in_the_snapshot(part: str, line: str) -> None:
    """A part that the reader lost would hide every change in it."""
    assert line in current()[part]
