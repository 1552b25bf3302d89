"""The ledger: which messages have left, and when the next may leave.

A row stands from just before a message leaves, and is committed by then. So no row means: surely
not sent. Its state is `sending`, then `sent`, `refused` or `unknown`; what provably never left is
deleted. Whatever its state, a message with a row is never sent again. No phone number and no text
is in it. The database's clock is the only clock.
"""

import atexit
import os
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple

import sqlalchemy as sa

from smsvoice.bulk.errors import LedgerError
from smsvoice.bulk.ledger._database import Database, named_failures
from smsvoice.bulk.ledger._schema import CAMPAIGNS, MESSAGES
from smsvoice.bulk.ledger._writes import (
    Begin,
    Clock,
    Forget,
    Places,
    PushBack,
    Settle,
    Statements,
)
from smsvoice.bulk.ledger.group import GroupCommit, Write
from smsvoice.bulk.outcomes import Outcome, Result
from smsvoice.databases.location import file_of

_PAGE: Final = 1_000
_IDLE: float = 10.0
"""A connection that was not used for so many seconds may have ended meanwhile."""

_FORKED: Final = (
    "this process was forked while its parent read the file, and SQLite's locks do not survive a "
    'fork: fork at another time, or start processes by the method "spawn"'
)


class Entry(NamedTuple):
    """One row of the ledger."""

    key: str
    state: str
    parts: int
    message_id: str | None
    reason: str | None

    @property
    def result(self) -> Result:
        """What became of the message; one without an answer is unknown."""
        outcome = Outcome.UNKNOWN if self.state == "sending" else Outcome(self.state)
        return Result(self.key, outcome, self.message_id, self.reason, self.parts)


class Ledger:
    """A ledger, safe between threads and processes and, on PostgreSQL, between hosts."""

    def __init__(self, url: str, clock: Clock | None = None) -> None:
        """Open it, and make its tables where there are none.

        Args:
            url: as `ledger_url` gives it.
            clock: gives the time instead of the database, for simulations.

        Raises:
            LedgerError: it cannot be used.
            MissingExtraError: psycopg is not installed.
        """
        self._database = Database(url)
        self._statements = Statements(self._database, clock)
        self._group: GroupCommit[Write] = GroupCommit(self._write_all)
        self._kept: sa.Connection | None = None
        self._used_at = 0.0
        m = MESSAGES.c
        columns = (m.key, m.state, m.parts, m.message_id, m.reason)
        self._known = sa.select(*columns).where(
            m.campaign == sa.bindparam("c"), m.key.in_(sa.bindparam("keys", expanding=True))
        )
        age = self._database.now - sa.bindparam("min_age", type_=sa.Double)
        is_lost = sa.and_(m.state == "sending", m.begun_at <= age)
        self._state = sa.case((is_lost, "unknown"), else_=m.state)
        """A message that was begun long ago and has no answer counts as unknown."""

    def begin(self, campaign: str, key: str, parts: int) -> bool:
        """Write, durably, that a message leaves now; False where this key has left before."""
        write = Begin(campaign, key, parts)
        self._group.run(write)
        return write.is_new

    def settle(
        self,
        campaign: str,
        key: str,
        state: str,
        *,
        message_id: str | None = None,
        reason: str | None = None,
    ) -> None:
        """Write what became of a message, with the next commit; only one that is open changes."""
        reason = None if reason is None else reason[:64]
        self._group.add(Settle(campaign, key, state, message_id, reason))

    def flush(self) -> None:
        """Commit what became of messages."""
        self._group.flush()

    def forget(self, campaign: str, key: str) -> None:
        """Delete a message that was begun and provably never left."""
        self._group.run(Forget(campaign, key))

    def places(self, line: str, parts: Sequence[int], per_second: float) -> Places:
        """Take places in a line for some messages: when each of them may leave.

        No lock is held meanwhile, and a process that dies loses its places and nothing else.
        """
        write = Places(line, parts, per_second)
        self._group.run(write)
        return write

    def push_back(self, line: str) -> float:
        """AWS throttled a message of a line: the pause that all processes make, in seconds."""
        write = PushBack(line)
        self._group.run(write)
        return write.pause

    def _write_all(self, group: Sequence[Write]) -> None:
        with named_failures():
            try:
                connection = self._checked()
                with connection.begin():
                    self._statements.run(connection, group)
                self._used_at = time.monotonic()
            except BaseException:
                self._let_go()
                raise

    def _checked(self) -> sa.Connection:
        """The connection that writes; the pool looks whether one that was idle is still there."""
        if self._kept is not None and time.monotonic() - self._used_at > _IDLE:
            self._kept.close()
            self._kept = None
        if self._kept is None:
            self._kept = self._database.writer()
        return self._kept

    def _let_go(self) -> None:
        kept, self._kept = self._kept, None
        if kept is not None:
            with named_failures():
                kept.invalidate()
                kept.close()

    def known(self, campaign: str, keys: Sequence[str]) -> dict[str, Entry]:
        """The rows that some keys have already."""
        with self._database.reading() as connection:
            rows = connection.execute(self._known, {"c": campaign, "keys": list(keys)})
            return {row.key: Entry(*row) for row in rows}

    def entries(
        self, campaign: str, states: Sequence[str], min_age: float, page: int = _PAGE
    ) -> Iterator[Entry]:
        """All rows of a campaign in some states, in order of their keys, page by page."""
        m, after = MESSAGES.c, ""
        columns = (m.key, self._state.label("state"), m.parts, m.message_id, m.reason)
        query = (
            sa.select(*columns)
            .where(m.campaign == campaign, m.key > sa.bindparam("after"), self._state.in_(states))
            .order_by(m.key)
            .limit(page)
        )
        while True:
            with self._database.reading() as connection:
                rows = connection.execute(query, {"after": after, "min_age": min_age}).all()
            yield from (Entry(*row) for row in rows)
            if len(rows) < page:
                return
            after = rows[-1].key

    def totals(self, campaign: str, min_age: float) -> dict[str, tuple[int, int]]:
        """Messages and parts of a campaign by state."""
        state, m = self._state.label("state"), MESSAGES.c
        inner = sa.select(state, m.parts).where(m.campaign == campaign).subquery()
        query = sa.select(inner.c.state, sa.func.count(), sa.func.sum(inner.c.parts)).group_by(
            inner.c.state
        )
        with self._database.reading() as connection:
            rows = connection.execute(query, {"min_age": min_age}).all()
        return {name: (int(count), int(parts)) for name, count, parts in rows}

    def settle_many(self, campaign: str, accepted: Iterable[tuple[str, str]]) -> int:
        """Write that messages were accepted, by key and message id; how many were open."""
        m = MESSAGES.c
        statement = (
            sa.update(MESSAGES)
            .where(
                m.campaign == campaign,
                m.key == sa.bindparam("k"),
                sa.or_(m.state == "sending", m.state == "unknown"),
            )
            .values(state="sent", message_id=sa.bindparam("id"), reason=None)
            .returning(m.key)
        )
        settled, source = 0, iter(accepted)
        while some := sorted(islice(source, _PAGE)):  # in order, as all writers take their locks
            with self._database.writing() as connection:
                for key, message_id in some:
                    given: dict[str, Any] = {"k": key, "id": message_id}
                    settled += connection.execute(statement, given).first() is not None
        return settled

    def delete_before(
        self, campaign: str, states: Sequence[str], moment: float, min_age: float
    ) -> int:
        """Delete rows of a campaign in some states that were begun before a moment."""
        m = MESSAGES.c
        gone = sa.delete(MESSAGES).where(
            m.campaign == campaign, self._state.in_(states), m.begun_at < moment
        )
        with self._database.writing() as connection:
            return connection.execute(gone, {"min_age": min_age}).rowcount

    def stops(self, campaign: str) -> int:
        """How often a campaign was stopped."""
        query = sa.select(CAMPAIGNS.c.stops).where(CAMPAIGNS.c.campaign == campaign)
        with self._database.reading() as connection:
            return connection.execute(query).scalar() or 0

    def stop(self, campaign: str) -> None:
        """Stop the calls of a campaign that run now, in all processes."""
        c = CAMPAIGNS.c
        new = self._database.insert(CAMPAIGNS).values(campaign=campaign, stops=1)
        more = new.on_conflict_do_update(index_elements=["campaign"], set_={"stops": c.stops + 1})
        with self._database.writing() as connection:
            connection.execute(more)

    def rest(self) -> None:
        """Write nothing until `go_on`, and close the connections to a file that no thread uses."""
        if self._database.is_sqlite:
            self._group.hold()
            if self._kept is not None:
                self._kept.close()
                self._kept = None
            _, used = self._database.connections()
            if not used:
                self._database.engine.dispose()

    def go_on(self) -> None:
        """Write again."""
        if self._database.is_sqlite:
            self._group.go_on()

    def has_open(self, url: str) -> bool:
        """Whether it has connections to a file."""
        mine = self._database.engine.url.database
        is_it = self._database.is_sqlite and mine == file_of(url)
        return is_it and self._database.connections()[0] > 0

    def close(self) -> None:
        """Close all connections."""
        self._let_go()
        self._database.engine.dispose()


class _Opened:
    """The ledgers of this process; those of a parent stay the parent's after a fork.

    SQLite keeps one record of a file's locks in a process, and a fork copies it without the locks.
    So no connection to a file may be open during a fork, or the child may not use the file.
    """

    def __init__(self) -> None:
        self._ledgers: dict[str, Ledger] = {}
        self._parents: list[dict[str, Ledger]] = []
        self._lock = threading.Lock()
        atexit.register(self.close)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(
                before=self._forking,
                after_in_parent=self._go_on,
                after_in_child=self._forked,
            )

    def get(self, url: str) -> Ledger:
        with self._lock:
            if url not in self._ledgers:
                parents = [each for parent in self._parents for each in parent.values()]
                if any(each.has_open(url) for each in parents):
                    raise LedgerError(_FORKED)
                self._ledgers[url] = Ledger(url)
            return self._ledgers[url]

    def close(self) -> None:
        with self._lock:
            while self._ledgers:
                self._ledgers.popitem()[1].close()

    def _forking(self) -> None:
        self._lock.acquire()
        for ledger in self._ledgers.values():
            ledger.rest()

    def _go_on(self) -> None:
        for ledger in self._ledgers.values():
            ledger.go_on()
        self._lock.release()

    def _forked(self) -> None:
        self._lock = threading.Lock()  # it is held since before the fork
        self._parents.append(self._ledgers)  # closing them here would end the parent's connections
        self._ledgers = {}


_opened: Final = _Opened()


def opened(url: str) -> Ledger:
    """The ledger of this process.

    Raises:
        LedgerError: it cannot be used.
    """
    return _opened.get(url)


def close_all() -> None:
    """Close all ledgers of this process; they are opened again when they are used."""
    _opened.close()
