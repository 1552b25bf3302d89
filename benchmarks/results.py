"""Everything that one run measured; it can be written down and read again."""

import dataclasses
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.ratios import Cost, Rounds


@dataclass
class Measured:
    """The rounds of some jobs in one environment, and the jobs that came to nothing."""

    versions: dict[str, str] = field(default_factory=dict[str, str])
    jobs: dict[str, Rounds] = field(default_factory=dict[str, Rounds])
    failed: dict[str, str] = field(default_factory=dict[str, str])
    """A job's name, or `all`, and why there is no figure."""


@dataclass
class Results:
    """Ours and each peer's, and on what they were measured."""

    machine: dict[str, str] = field(default_factory=dict[str, str])
    ours: Measured = field(default_factory=Measured)
    peers: dict[str, Measured] = field(default_factory=dict[str, Measured])

    def write(self, path: Path) -> None:
        """Keep it as JSON."""
        path.write_text(json.dumps(dataclasses.asdict(self), indent=1), "utf-8")

    @classmethod
    def read(cls, path: Path) -> "Results":
        """What `write` kept."""
        told = json.loads(path.read_text("utf-8"))
        return cls(
            machine=told["machine"],
            ours=_measured(told["ours"]),
            peers={name: _measured(one) for name, one in told["peers"].items()},
        )


def _measured(told: dict[str, Any]) -> Measured:
    jobs = {name: _rounds(one) for name, one in told["jobs"].items()}
    return Measured(told["versions"], jobs, told["failed"])


def _rounds(told: dict[str, list[dict[str, float]]]) -> Rounds:
    return {name: [Cost(**one) for one in costs] for name, costs in told.items()}
