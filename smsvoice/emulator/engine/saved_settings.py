"""What an emulator with a file remembers beside its records: the time, its settings, its starts."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from smsvoice.emulator.engine import settings_json
from smsvoice.emulator.engine.clock import LATEST
from smsvoice.emulator.engine.settings import Settings
from smsvoice.emulator.engine.sqlite import SqliteBackend, UnusableFileError


class SavedSettings:
    """Notes in the backend's file; without a file, nothing."""

    def __init__(self, backend: SqliteBackend | None) -> None:
        self._backend = backend

    def settings(self) -> Settings | None:
        """The settings of last time; those that this version does not know are passed over.

        Raises:
            UnusableFileError: the note cannot be read.
        """
        noted = self._noted("settings")
        if noted is None:
            return None
        if not isinstance(noted, dict):
            raise self._damaged("settings", "it is no JSON object")
        try:
            return Settings(**settings_json.known(cast("dict[str, Any]", noted)))
        except settings_json.SettingError as wrong:
            raise self._damaged("settings", str(wrong)) from None

    def time(self, running: bool) -> datetime | None:
        """Where the emulator's time is: a running clock went on while nothing ran.

        Raises:
            UnusableFileError: the note cannot be read.
        """
        noted = self._noted("clock")
        if noted is None:
            return None
        try:
            moment = datetime.fromisoformat(noted["moment"])
            passed = datetime.now(UTC) - datetime.fromisoformat(noted["noted_at"])
            # The wall clock may have been put back meanwhile; the emulator's is not.
            found = moment + max(passed, timedelta()) if running else moment
            is_too_late = found >= LATEST
        except (ValueError, TypeError, LookupError, OverflowError) as wrong:
            raise self._damaged("clock", type(wrong).__name__) from None
        if is_too_late:
            raise self._damaged("clock", f"it is beyond the year {LATEST.year - 1}")
        return found

    def random_source(self, seed: int | None) -> random.Random | None:
        """Where ids come from: with a seed alike each time, yet never those of an earlier start."""
        starts = self._noted("starts") or 0
        if not isinstance(starts, int):
            raise self._damaged("starts", "it is no number")
        if self._backend is not None:
            self._backend.note("starts", starts + 1)
        if seed is None:
            return None
        return random.Random(f"{seed} {starts}" if starts else seed)  # noqa: S311  for tests

    def save(self, settings: Settings, moment: datetime) -> None:
        """Write settings and time down."""
        if self._backend is None:
            return
        self._backend.note("settings", settings_json.as_json(settings))
        clock = {"moment": moment.isoformat(), "noted_at": datetime.now(UTC).isoformat()}
        self._backend.note("clock", clock)

    def _damaged(self, name: str, why: str) -> UnusableFileError:
        assert self._backend is not None
        return self._backend.damaged_note(name, why)

    def _noted(self, name: str) -> Any:
        return None if self._backend is None else self._backend.noted(name)
