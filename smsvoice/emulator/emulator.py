"""The emulator as tests and applications use it: how to connect to it, and its controls."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from smsvoice.emulator.controls.controls import Controls
from smsvoice.emulator.controls.faults import Faults
from smsvoice.emulator.engine.clock import EmulatorClock
from smsvoice.emulator.engine.engine import Engine
from smsvoice.emulator.engine.ids import Ids
from smsvoice.emulator.engine.saved_settings import SavedSettings
from smsvoice.emulator.engine.settings import Settings
from smsvoice.emulator.engine.sqlite import SqliteBackend
from smsvoice.emulator.engine.store import Store
from smsvoice.emulator.service import Service
from smsvoice.emulator.state.records import outbox
from smsvoice.emulator.state.tables import model_of, shape

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from boto3.session import Session


class Emulator(Controls):
    """The whole service in memory, for tests and for trying things out.

    `session()` gives a boto3 session whose every `pinpoint-sms-voice-v2` client talks to it, with
    boto3's own serializer, signer, retries and parser and without a socket.
    """

    def __init__(
        self,
        *,
        settings: Settings | None = None,
        starting_at: datetime | None = None,
        clock_runs: bool = True,
        seed: int | None = None,
        db: "str | Path | None" = None,
    ) -> None:
        """Start empty, or with what a file has.

        Args:
            settings: how the account behaves.
            starting_at: the moment to start at, UTC; now otherwise.
            clock_runs: False stops the clock; then time passes only by `advance`.
            seed: makes ids, codes and the choice of faults the same every time.
            db: a file that keeps state, time and settings, so that they outlive the process;
                its settings and time go before `starting_at`, and `settings` before its settings.

        Raises:
            UnusableFileError: the file is another's, open in another emulator, or holds what this
                version cannot read.
            ValueError: `starting_at` is beyond the year 8999.
        """
        backend = None if db is None else SqliteBackend(db, shape())
        self._saved = SavedSettings(backend)
        try:
            self.settings: Settings = settings or self._saved.settings() or Settings()
            time = self._saved.time(clock_runs) or starting_at
            clock = EmulatorClock(time, running=clock_runs)
            store = Store(backend, model_of)
            source = self._saved.random_source(seed)
        except BaseException:
            if backend is not None:
                backend.close()
            raise
        service = Service()
        engine = Engine(store, clock, Ids(source), self.settings, service)
        super().__init__(engine, Faults(seed), service.sent_requests)
        self.save()

    def session(self, region_name: str | None = None) -> "Session":
        """A boto3 session that reaches this emulator and nothing else of AWS."""
        from smsvoice.emulator.frontends.in_process import session  # noqa: PLC0415  needs boto3

        return session(self.fault_injector, region_name or self.settings.region)

    @property
    def sns_certificate(self) -> str:
        """The certificate that signs what `settings.event_url` gets, PEM, for `SnsVerifier`.

        Raises:
            ImportError: cryptography is not installed, the extra `sns`.
        """
        return self.engine.poster.signer.certificate

    def advance(self, seconds: float) -> None:
        """Move the clock forward, and do all that comes due meanwhile.

        Raises:
            ValueError: seconds is negative or no number, or leads beyond the year 8999.
        """
        super().advance(seconds)
        self.save()

    def save(self) -> None:
        """Save time and settings to the file, if there is one; `advance` does so by itself."""
        self._saved.save(self.settings, self.now())

    def close(self) -> None:
        """Close the file, if there is one, and end background work such as posting events."""
        try:
            self.save()
        finally:
            self._saved = SavedSettings(None)
            self.engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: "TracebackType | None",
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Emulator {self.engine.count(outbox)} messages>"
