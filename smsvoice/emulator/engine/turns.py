"""Turns of putting the clock forward and of requests, which are answered between."""

import time

SLICE_SECONDS = 0.002
"""How long the clock is put forward before requests get a turn, at first."""
LONGEST_SLICE_SECONDS = 0.1
_GROWTH = 0.01
"""How much longer a slice is for each second that has passed, so that it ends although requests
make more come due."""
_PAUSE_SECONDS = 0.002
"""How long requests have."""


class Turns:
    """The turns of one advance."""

    def __init__(self, taken: int) -> None:
        """Begin now; so many requests were taken before."""
        self._started = time.perf_counter()
        self._noticed = taken

    @property
    def slice_seconds(self) -> float:
        """How long the clock may be put forward before requests get a turn."""
        passed = time.perf_counter() - self._started
        return min(SLICE_SECONDS + passed * _GROWTH, LONGEST_SLICE_SECONDS)

    def give_way(self, taken: int) -> None:
        """Let requests in: for a while if some were taken since the last time."""
        before, self._noticed = self._noticed, taken
        time.sleep(0 if taken == before else _PAUSE_SECONDS)
