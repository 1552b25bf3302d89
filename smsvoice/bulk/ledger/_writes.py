"""What threads write to a ledger, and how a group of it becomes one transaction."""

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

import sqlalchemy as sa

from smsvoice.bulk.ledger._database import Database
from smsvoice.bulk.ledger._schema import MESSAGES, PACE
from smsvoice.bulk.ledger.group import Write
from smsvoice.bulk.pace import Line

Clock = Callable[[sa.Connection], float]


class Begin(Write):
    """A message is about to leave."""

    __slots__ = ("campaign", "is_new", "key", "parts")

    def __init__(self, campaign: str, key: str, parts: int) -> None:
        super().__init__()
        self.campaign = campaign
        self.key = key
        self.parts = parts
        self.is_new: bool = False


class Settle(Write):
    """What became of a message that was begun."""

    __slots__ = ("campaign", "key", "message_id", "reason", "state")

    def __init__(
        self,
        campaign: str,
        key: str,
        state: str,
        message_id: str | None = None,
        reason: str | None = None,
    ) -> None:
        super().__init__()
        self.campaign = campaign
        self.key = key
        self.state = state
        self.message_id = message_id
        self.reason = reason


class Forget(Write):
    """A message that was begun provably never left, or AWS throttled it."""

    __slots__ = ("campaign", "key")

    def __init__(self, campaign: str, key: str) -> None:
        super().__init__()
        self.campaign = campaign
        self.key = key


class Places(Write):
    """Messages take their places in a line.

    `delays` are the seconds after which they may leave, from the moment at which the clock of the
    ledger was read; it is `read_at` by `time.monotonic`, so the commit that follows delays nothing.
    """

    __slots__ = ("delays", "line", "parts", "per_second", "read_at")

    def __init__(self, line: str, parts: Sequence[int], per_second: float) -> None:
        super().__init__()
        self.line: str = line
        self.parts: Sequence[int] = parts
        self.per_second: float = per_second
        self.delays: list[float] = []
        self.read_at: float = 0.0

    @property
    def due(self) -> list[float]:
        """When each message may leave, by `time.monotonic`."""
        return [self.read_at + delay for delay in self.delays]


class PushBack(Write):
    """AWS throttled a message of a line."""

    __slots__ = ("line", "pause")

    def __init__(self, line: str) -> None:
        super().__init__()
        self.line = line
        self.pause: float = 0.0


class Statements:
    """The statements, made once: making one costs more than running it."""

    def __init__(self, database: Database, clock: Clock | None = None) -> None:
        self._clock: Final = clock or self._of_the_database
        self._database = database
        given, m = sa.bindparam, MESSAGES.c
        self._now = sa.select(database.now)
        self._is_begun_by_database = clock is None
        row: dict[str, Any] = {name: given(name) for name in ("campaign", "key", "parts")}
        row |= {"state": "sending", "message_id": None, "reason": None}
        row["begun_at"] = database.now if clock is None else given("now")
        begin = database.insert(MESSAGES).values(row)
        self._begin = begin.on_conflict_do_nothing().returning(m.campaign, m.key)
        one = (m.campaign == given("c"), m.key == given("k"))
        word: dict[str, Any] = {n: given(n) for n in ("state", "message_id", "reason")}
        is_open = sa.or_(m.state == "sending", m.state == "unknown")
        self._settle = sa.update(MESSAGES).where(*one, is_open).values(word)
        self._forget = sa.delete(MESSAGES).where(*one, m.state == "sending")
        line = sa.select(PACE.c.places).where(PACE.c.line == given("l"))
        self._line = line if database.is_sqlite else line.with_for_update()
        new = database.insert(PACE).values(line=given("l"), places=given("p"))
        self._new_line = new.on_conflict_do_nothing()
        self._keep_line = sa.update(PACE).where(PACE.c.line == given("l")).values(places=given("p"))

    def now(self, connection: sa.Connection) -> float:
        """The ledger's time, seconds since 1970."""
        return self._clock(connection)

    def _of_the_database(self, connection: sa.Connection) -> float:
        return float(connection.execute(self._now).scalar_one())

    def run(self, connection: sa.Connection, group: Sequence[Write]) -> None:
        """Run all writes of a group.

        What begins comes first, then what ended, then the lines, each in order of their names: so
        two processes never wait for each other. A begin waits for a process that changes its row,
        and a process changes only rows that it began itself.
        """
        self._run_begins(connection, [one for one in group if isinstance(one, Begin)])
        self._run_settles(connection, [one for one in group if isinstance(one, Settle)])
        self._run_forgets(connection, [one for one in group if isinstance(one, Forget)])
        in_lines = [one for one in group if isinstance(one, Places | PushBack)]
        for name in sorted({one.line for one in in_lines}):
            self._run_line(connection, name, [one for one in in_lines if one.line == name])

    def _run_settles(self, connection: sa.Connection, settles: list[Settle]) -> None:
        if settles:
            rows = [
                {
                    "c": one.campaign,
                    "k": one.key,
                    "state": one.state,
                    "message_id": one.message_id,
                    "reason": one.reason,
                }
                for one in sorted(settles, key=lambda one: (one.campaign, one.key))
            ]
            connection.execute(self._settle, rows)

    def _run_forgets(self, connection: sa.Connection, forgets: list[Forget]) -> None:
        if forgets:
            keys = sorted((one.campaign, one.key) for one in forgets)
            connection.execute(self._forget, [{"c": c, "k": k} for c, k in keys])

    def _run_begins(self, connection: sa.Connection, begins: list[Begin]) -> None:
        if not begins:
            return
        ordered = sorted(begins, key=lambda one: (one.campaign, one.key))
        rows: list[dict[str, Any]] = [
            {"campaign": one.campaign, "key": one.key, "parts": one.parts} for one in ordered
        ]
        if not self._is_begun_by_database:
            now = self.now(connection)
            rows = [row | {"now": now} for row in rows]
        new = {(row.campaign, row.key) for row in connection.execute(self._begin, rows)}
        for one in ordered:  # of two with one key in this group, one is new
            name = (one.campaign, one.key)
            one.is_new = name in new
            new.discard(name)

    def _run_line(
        self, connection: sa.Connection, name: str, writes: Iterable[Places | PushBack]
    ) -> None:
        found = connection.execute(self._line, {"l": name}).scalar()
        if found is None:
            connection.execute(self._new_line, {"l": name, "p": Line().to_text()})
            found = connection.execute(self._line, {"l": name}).scalar_one()
        line = Line.from_text(found)
        now = self.now(connection)  # after the lock is there
        read_at = time.monotonic()
        for write in writes:
            if isinstance(write, PushBack):
                write.pause = line.push_back(now)
            else:
                leaving = line.take(now, write.parts, write.per_second)
                write.read_at = read_at
                write.delays = [max(0.0, at - now) for at in leaving]
        text = line.to_text()
        if text != found:
            connection.execute(self._keep_line, {"l": name, "p": text})
