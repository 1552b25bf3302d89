"""Changing records in atomic steps of a store."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from smsvoice.codes.errors import CodeStoreError
from smsvoice.codes.record import Code, Record
from smsvoice.codes.steps import Steps, in_store
from smsvoice.codes.store import CodeStore

_ROUNDS: Final = 1000


@dataclass(frozen=True, slots=True, repr=False)
class Records:
    """The records of a store."""

    store: CodeStore
    clock: Callable[[], float]
    longest: float
    """Seconds of the longest limit: for how long a send is remembered."""
    cooldown: float
    lifetime: float

    def read(self, key: str) -> Steps[Record]:
        """The record of a key; an empty one where there is none."""
        store = self.store
        return Record.read((yield from in_store(lambda: store.read(key))))

    def change(self, key: str, change: Callable[[Record], Record | None]) -> Steps[Record]:
        """Change a record in one atomic step; gives back the changed one.

        The change is worked out anew for as long as others are faster. Each of them has made a
        change then, and limits bound how many there can be.
        """
        store = self.store
        for _ in range(_ROUNDS):
            before = yield from in_store(lambda: store.read(key))
            record = Record.read(before)
            after = change(record)
            if after is None:
                return record
            seconds = self._kept(after)
            text = after.text()
            done = yield from in_store(lambda: store.replace(key, before, text, seconds))  # noqa: B023
            if done:
                return after
        raise CodeStoreError("a record was changed by others a thousand times while it was changed")

    def _kept(self, record: Record) -> float:
        """For how many seconds a record is needed; an expired code is known as such for a while."""
        now = self.clock()
        ends = [moment.at + self.longest for moment in record.sends]
        for one in record.purposes.values():
            ends.append(one.sent_at + self.cooldown)
            if one.code is not None:
                ends.append(one.code.expires_at + self.lifetime)
        return max([1.0, *(end - now for end in ends)])

    def replace_code(
        self, key: str, purpose: str, generation: str, change: Callable[[Code], Code | None]
    ) -> Steps[Code | None]:
        """Change or remove a code, if it is still the one; gives back what it was."""
        found: list[Code] = []

        def changed(record: Record) -> Record | None:
            found.clear()
            code = record.code_of(purpose)
            if code is None or code.generation != generation:
                return None
            found.append(code)
            return record.with_code(purpose, change(code))

        yield from self.change(key, changed)
        return found[0] if found else None

    def drop(self, keys: Iterable[str], purpose: str | None) -> Steps[None]:
        """Remove the codes for a purpose, or for all."""

        def dropped(record: Record) -> Record | None:
            names = [
                name
                for name, one in record.purposes.items()
                if one.code is not None and purpose in {None, name}
            ]
            for name in names:
                record = record.with_code(name, None)
            return record if names else None

        for key in keys:
            yield from self.change(key, dropped)
