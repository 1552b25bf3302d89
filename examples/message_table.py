"""A table of one's own for what was sent and who wants no texts, and what each event changes in it.

`receipts_lambda`, `sqs_worker` and `webhook_fastapi` use it; sqlite3 stands for your database.
"""

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from logging import getLogger
from pathlib import Path

from smsvoice import NotSentError, SmsVoice, SmsVoiceError, ThrottlingError, events

HOURS = "We are open from 9 to 5, Monday to Friday."
OPT_IN_KEYWORD = "JOIN"
"""A keyword of your number whose action is OPT_IN, as in two_way_number.py."""

_TABLES = (
    "CREATE TABLE IF NOT EXISTS message (id PRIMARY KEY, outcome, cost, cost_at REAL)",
    "CREATE TABLE IF NOT EXISTS person (number PRIMARY KEY, is_opted_out, since REAL)",
    "CREATE TABLE IF NOT EXISTS answered (question PRIMARY KEY)",
)
_log = getLogger("examples")


class MessageTable:
    """Messages that were sent, people who opted out, and questions that were answered."""

    def __init__(self, path: str | Path) -> None:
        """Keep them in a file."""
        self._path = path
        with self._change() as db:
            for table in _TABLES:
                db.execute(table)

    def add(self, message_id: str) -> None:
        """Note a message that AWS has accepted; an event about it may come before this row."""
        with self._change() as db:
            db.execute("INSERT OR IGNORE INTO message (id) VALUES (?)", (message_id,))

    def settle(self, item: events.Delivery) -> bool:
        """Save what an event says of its message; False where the table does not know it yet.

        The same event twice, and a late one, change nothing.
        """
        with self._change() as db:
            found = "SELECT outcome, cost_at FROM message WHERE id = ?"
            row = db.execute(found, (item.message_id,)).fetchone()
            if row is None:
                return False
            outcome, cost_at = row
            if item.outcome.beats(outcome):
                change = "UPDATE message SET outcome = ? WHERE id = ?"
                db.execute(change, (item.outcome.code, item.message_id))
            at = 0.0 if item.at is None else item.at.timestamp()
            if item.cost and (cost_at is None or at > cost_at):  # restated, so never added up
                change = "UPDATE message SET cost = ?, cost_at = ? WHERE id = ?"
                db.execute(change, (str(item.cost), at, item.message_id))
        return True

    def outcome(self, message_id: str) -> events.Outcome | None:
        """What became of a message; None before the first event, KeyError before its row."""
        with self._change() as db:
            found = "SELECT outcome FROM message WHERE id = ?"
            row = db.execute(found, (message_id,)).fetchone()
        if row is None:
            raise KeyError(message_id)
        return None if row[0] is None else events.Outcome(row[0])

    def cost(self) -> Decimal:
        """What all messages have cost, US dollars."""
        with self._change() as db:
            rows = db.execute("SELECT cost FROM message WHERE cost IS NOT NULL").fetchall()
        return sum((Decimal(cost) for (cost,) in rows), Decimal(0))

    def opt(self, person: str, *, is_out: bool, at: datetime | None) -> None:
        """Note that a person wants no more texts, or wants them again; the newest wish holds."""
        since = (at or datetime.now(UTC)).timestamp()
        with self._change() as db:
            db.execute(
                "INSERT INTO person VALUES (?, ?, ?) ON CONFLICT (number) DO UPDATE SET "
                "is_opted_out = excluded.is_opted_out, since = excluded.since "
                "WHERE excluded.since > since",
                (person, is_out, since),
            )

    def is_opted_out(self, person: str) -> bool:
        """Whether a person wants no texts."""
        with self._change() as db:
            found = "SELECT is_opted_out FROM person WHERE number = ?"
            row = db.execute(found, (person,)).fetchone()
        return row is not None and bool(row[0])

    def begin_answer(self, question: str) -> bool:
        """Claim a question; False where its answer was begun before."""
        with self._change() as db:
            claim = "INSERT OR IGNORE INTO answered VALUES (?)"
            return db.execute(claim, (question,)).rowcount == 1

    def drop_answer(self, question: str) -> None:
        """Give a question back, since its answer was not sent."""
        with self._change() as db:
            db.execute("DELETE FROM answered WHERE question = ?", (question,))

    @contextmanager
    def _change(self) -> Generator[sqlite3.Connection]:
        """A transaction: two workers may handle events of one message at the same time."""
        with closing(sqlite3.connect(self._path, isolation_level=None)) as db, db:
            db.execute("BEGIN IMMEDIATE")
            yield db


def handle(item: events.Item, table: MessageTable, sms: SmsVoice) -> bool:
    """Do what an event asks for; False where it is to come again.

    It may be called twice with the same event: all carriers deliver an event at least once.
    """
    match item:
        case events.Delivery():
            return table.settle(item)
        case events.Inbound(is_opt_out=True):
            table.opt(item.person, is_out=True, at=item.at)
        case events.Inbound(keyword=keyword) if keyword == OPT_IN_KEYWORD:
            table.opt(item.person, is_out=False, at=item.at)
        case events.Inbound(keyword=None) if item.text.strip().upper().startswith("HOURS"):
            # With a keyword, AWS has answered already.
            return _answer(item, table, sms)
        case events.Unparsed():
            _log.warning("not an event: %s", item)  # its repr shows the reason and no content
        case _:
            pass
    return True


def _answer(item: events.Inbound, table: MessageTable, sms: SmsVoice) -> bool:
    """Answer a question once, even where it is delivered twice."""
    if not table.begin_answer(item.dedupe_key):
        return True
    try:
        sent = item.reply(sms, HOURS)
    except (NotSentError, ThrottlingError):  # nothing left, so another attempt is safe
        table.drop_answer(item.dedupe_key)
        return False
    except SmsVoiceError as failed:  # refused, or perhaps sent: a second attempt could text twice
        _log.warning("no answer: %s", failed)
    else:
        table.add(sent.message_id)
    return True
