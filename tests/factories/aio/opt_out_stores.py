"""A database for opt-outs, in memory, that fails where a test says."""

from collections.abc import Sequence

from smsvoice.models.opt_outs import OptedOutNumberInformation

Position = tuple[int, str | None]


class StoreFailedError(Exception):
    """The database failed."""


class AsyncMemoryOptOuts:
    """Numbers with the walk that saw them last, and positions, by list."""

    def __init__(self) -> None:
        self.walks: dict[str, dict[str, int]] = {}
        self.entries: dict[str, OptedOutNumberInformation] = {}
        self.positions: dict[str, Position] = {}
        self.fails_at: int | None = None
        """The transaction that fails, the first being 0; None when none does."""
        self.fails_after_commit = False
        """Whether it is saved all the same, as when the connection is lost at the end."""
        self.transactions = 0

    def numbers(self, list_name: str) -> set[str]:
        """Who is opted out."""
        return set(self.walks.get(list_name, {}))

    def hear(self, list_name: str, number: str) -> None:
        """Take in an opt-out that an event brings, with the walk that is under way or next."""
        walk, _ = self.positions.get(list_name, (1, None))
        self.walks.setdefault(list_name, {})[number] = walk

    async def load_position(self, list_name: str) -> Position | None:
        """Where the next call begins."""
        return self.positions.get(list_name)

    async def save_page(
        self,
        list_name: str,
        walk: int,
        numbers: Sequence[OptedOutNumberInformation],
        token: str | None,
    ) -> None:
        """Save a page."""
        self._begin()
        known = self.walks.setdefault(list_name, {})
        for entry in numbers:
            number = entry.opted_out_number
            known[number] = max(walk, known.get(number, walk))
            self.entries[number] = entry
        if walk >= self.positions.get(list_name, (walk, None))[0]:
            self.positions[list_name] = (walk, token)
        self._commit()

    async def finish_walk(self, list_name: str, walk: int) -> None:
        """Remove what the walk has not seen."""
        self._begin()
        known = self.walks.get(list_name, {})
        self.walks[list_name] = {number: seen for number, seen in known.items() if seen >= walk}
        if self.positions[list_name][0] == walk:
            self.positions[list_name] = (walk + 1, None)
        self._commit()

    def _begin(self) -> None:
        if self.fails_at == self.transactions and not self.fails_after_commit:
            self._fail()

    def _commit(self) -> None:
        if self.fails_at == self.transactions:
            self._fail()
        self.transactions += 1

    def _fail(self) -> None:
        self.fails_at = None
        raise StoreFailedError
