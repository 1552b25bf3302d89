"""Commits to the file, shared by requests: an answer goes out only once its changes are safe."""

from datetime import datetime
from typing import NamedTuple

from smsvoice.emulator.engine.context import Call


class Batch:
    """Requests and due actions whose changes are kept together, or not at all."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        """What is published once the changes are safe, in order."""
        self.is_settled: bool = False
        self.failure: BaseException | None = None
        """Why none of the changes could be kept."""

    def settle(self, failure: BaseException | None = None) -> None:
        """Note what became of the changes."""
        self.is_settled, self.failure = True, failure


class Trouble(NamedTuple):
    """Why the emulator cannot keep its changes."""

    error: str
    """The class of the error; its text may repeat what a person wrote."""
    since: datetime
    """Since when, on the emulator's clock."""
