"""A clock for waiters that moves the emulator forward."""

# Mirrored from tests/factories/aio/clocks.py by `python -m codegen`. Change that file, not this one.

from smsvoice import Emulator


class EmulatorClock:
    """A waiter's clock that puts the emulator forward instead of sleeping; `slept` tells each time."""

    def __init__(self, emulator: Emulator) -> None:
        """Move this emulator."""
        self._emulator = emulator
        self.slept: list[float] = []

    def now(self) -> float:
        """Seconds, as the emulator sees them."""
        return self._emulator.now().timestamp()

    def sleep(self, seconds: float) -> None:
        """Let the emulator's time pass, and nobody wait."""
        self.slept.append(seconds)
        self._emulator.advance(seconds)
