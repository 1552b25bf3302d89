"""The emulator as tests and applications hold it: faces to reach it by, levers to move it."""

import random
from datetime import datetime
from typing import TYPE_CHECKING, Self

from smsvoice.emulator.clock import EmulatorClock
from smsvoice.emulator.engine import Engine
from smsvoice.emulator.ids import Ids
from smsvoice.emulator.records import Message
from smsvoice.emulator.settings import Settings
from smsvoice.emulator.store import Store

if TYPE_CHECKING:
    from types import TracebackType

    from boto3.session import Session


class Emulator:
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
    ) -> None:
        """Start empty.

        Args:
            settings: how the account behaves.
            starting_at: the moment to start at, UTC; now otherwise.
            clock_runs: False lets time pass only by `advance`.
            seed: makes ids and codes the same every time.
        """
        self.settings = settings or Settings()
        ids = Ids(None if seed is None else random.Random(seed))  # noqa: S311  for tests
        clock = EmulatorClock(starting_at, running=clock_runs)
        self.engine = Engine(Store(), clock, ids, self.settings)

    def session(self, region_name: str | None = None) -> "Session":
        """A boto3 session that reaches this emulator and nothing else of AWS."""
        from smsvoice.emulator.faces.in_process import session  # noqa: PLC0415  needs boto3

        return session(self.engine, region_name or self.settings.region)

    @property
    def messages(self) -> list[Message]:
        """Every message that a person would have received or still will, oldest first."""
        return [
            message
            for account in self.engine.store.accounts()
            for message in account.table("messages", Message)
        ]

    def advance(self, seconds: float) -> None:
        """Let time pass, and all that comes due in it happen."""
        self.engine.clock.advance(seconds)
        self.engine.change(lambda call: None)

    def now(self) -> datetime:
        """The emulator's time, UTC."""
        return self.engine.clock.now()

    def reset(self) -> None:
        """Forget everything, but keep the settings and the time."""
        self.engine.store.reset()

    def __enter__(self) -> Self:
        """Use it for a while."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: "TracebackType | None",
    ) -> None:
        """Nothing to release: all of it is memory."""
        self.engine.store.close()

    def __repr__(self) -> str:
        """How much is in it."""
        return f"<Emulator {len(self.messages)} messages>"
