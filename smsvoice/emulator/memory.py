"""What an emulator with a file remembers beside its records: the time, its settings, its starts."""

import random
from datetime import UTC, datetime
from typing import Any

from smsvoice.emulator import switches
from smsvoice.emulator.settings import Settings
from smsvoice.emulator.sqlite import SqliteKeeper


class Memory:
    """Notes in the keeper's file; without a file, nothing."""

    def __init__(self, keeper: SqliteKeeper | None) -> None:
        """Remember in a keeper's file."""
        self._keeper = keeper

    def settings(self) -> Settings | None:
        """The settings of last time; switches that this version does not know are passed over."""
        noted: dict[str, Any] | None = self._noted("settings")
        if noted is None:
            return None
        return Settings(**switches.known(noted))

    def time(self, running: bool) -> datetime | None:
        """Where the emulator's time is: a running clock went on while nothing ran."""
        noted: dict[str, str] | None = self._noted("clock")
        if noted is None:
            return None
        moment = datetime.fromisoformat(noted["moment"])
        passed = datetime.now(UTC) - datetime.fromisoformat(noted["noted_at"])
        return moment + passed if running else moment

    def source(self, seed: int | None) -> random.Random | None:
        """Where ids come from: with a seed alike each time, yet never those of an earlier start."""
        starts: int = self._noted("starts") or 0
        if self._keeper is not None:
            self._keeper.note("starts", starts + 1)
        if seed is None:
            return None
        return random.Random(f"{seed} {starts}" if starts else seed)  # noqa: S311  for tests

    def remember(self, settings: Settings, moment: datetime) -> None:
        """Write settings and time down."""
        if self._keeper is None:
            return
        self._keeper.note("settings", switches.as_json(settings))
        clock = {"moment": moment.isoformat(), "noted_at": datetime.now(UTC).isoformat()}
        self._keeper.note("clock", clock)

    def _noted(self, name: str) -> Any:
        return None if self._keeper is None else self._keeper.noted(name)
