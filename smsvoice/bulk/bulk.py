"""Many messages, each at most once: a campaign that any number of processes send together."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from os import PathLike
from typing import TYPE_CHECKING, Any, Final, Literal

from smsvoice.bulk import keys
from smsvoice.bulk.arguments import (
    must_be_a_campaign,
    must_be_an_age,
    must_be_functions,
    must_be_limits,
    paces,
    seconds_of,
    states,
)
from smsvoice.bulk.hours import Hours, Window
from smsvoice.bulk.ledger.location import ledger_url
from smsvoice.bulk.messages import KeyOf, Reader, as_rows
from smsvoice.bulk.outcomes import BulkProgress, Outcome, Preview, Report, Result
from smsvoice.bulk.previewing import checked_first, must_be_right, previewed
from smsvoice.bulk.settings import Settings
from smsvoice.core.errors import MissingExtraError
from smsvoice.core.operation import Operation
from smsvoice.databases.location import without_password
from smsvoice.sync.client import SmsVoice

if TYPE_CHECKING:
    from smsvoice.bulk.ledger._ledger import Ledger
    from smsvoice.bulk.run import Run

_OPERATION: Final = "SendTextMessage"
_MIN_AGE: Final = 60.0


@dataclass(frozen=True, eq=False)
class Bulk:
    """A campaign: many messages, each sent once at most, whatever crashes.

        paces = {"+12065550100": 100}
        bulk = Bulk("spring-sale", ledger="spring.db", sms=sms, parts_per_second=paces)
        report = bulk.send(rows)

    Call `send` again after a crash with the same rows: what has left is skipped. Several threads,
    processes and hosts may call it at once, each with its own rows or with the same ones. A Bulk
    can be pickled where its `sms` can.
    """

    name: str
    """The name of the campaign, 1 to 64 letters, digits, dots, colons, hyphens and underscores.
    A key is sent once for each name."""
    ledger: "str | PathLike[str]" = field(repr=False)
    """The database that holds which messages have left: the path of an SQLite file, for one host,
    or `postgresql+psycopg://user@host/database`, for many. A relative path counts from the folder
    in which the Bulk is made, also where that changes or the Bulk is pickled. It is held as a
    URL."""
    sms: SmsVoice = field(repr=False)
    """The client that sends."""
    parts_per_second: "Mapping[str, float] | float" = field(
        default_factory=dict[str, float], repr=False
    )
    """Message parts per second of each origination identity, written as the rows write it; `*` is
    for each of all others. A number is for each identity. One without a pace sends one part per
    second."""
    requests_per_second: float | None = None
    """Send requests per second of the account and region, over all identities; None for no such
    limit."""
    secret: bytes = field(default=b"", repr=False)
    """With it, rows without a key get one that is made from the phone number: at least 16 random
    bytes, the same in every process. If it is empty, the environment variable
    SMSVOICE_LEDGER_SECRET is used."""
    threads: int = 16
    """How many messages may be in flight at once in each call of `send`. The client needs as many
    connections: `Config(max_pool_connections=...)`, 10 by default."""

    def __post_init__(self) -> None:
        must_be_a_campaign(
            name=self.name,
            sms=self.sms,
            threads=self.threads,
            pace=self.parts_per_second,
            requests_per_second=self.requests_per_second,
        )
        object.__setattr__(self, "ledger", ledger_url(self.ledger))
        keys.secret_of(self.secret)

    def preview(
        self,
        rows: Iterable[Any],
        *,
        key: KeyOf = "key",
        make: Callable[[Any], Any] | None = None,
        operation: "str | Operation[Any, Any]" = _OPERATION,
        **common: Any,
    ) -> Preview:
        """Check rows and count what `send` would send. No call is made.

        Args:
            rows: as for `send`.
            key: as for `send`.
            make: as for `send`.
            operation: as for `send`.
            common: as for `send`.

        Returns:
            Rows, parts and seconds, in all and by identity, and what is wrong with rows.

        Raises:
            RequestError: an argument cannot be used, or rows have no key and there is no secret.
        """
        reader = self._reader(key, make, operation, common)
        return previewed(
            reader, as_rows(rows), paces(self.parts_per_second), self.requests_per_second
        )

    def send(
        self,
        rows: Iterable[Any],
        *,
        key: KeyOf = "key",
        make: Callable[[Any], Any] | None = None,
        operation: "str | Operation[Any, Any]" = _OPERATION,
        on_result: Callable[[Result], object] | None = None,
        on_invalid: Literal["skip", "stop"] = "skip",
        window: Window | None = None,
        not_after: datetime | None = None,
        max_seconds: float | None = None,
        stop_after_refusals: int | None = 50,
        progress: "Callable[[BulkProgress], object] | bool | None" = None,
        **common: Any,
    ) -> Report:
        """Send rows, each once at most, at paces that all processes with this ledger keep together.

        Each row is a mapping with the members of the request, e.g. `destination_phone_number` and
        `message_body`, and with `key`, your id of this message. Without a key it is made from the
        recipient's number: one message for each person in this campaign.

        After Ctrl-C no further message leaves, and those in flight are finished. Calling `send`
        again with the same rows goes on.

        Args:
            rows: mappings, or request models; also what `read_rows` gives. They are read as they
                are sent, so a generator of any length takes little memory.
            key: the column that holds the key, or a function that gives it for a row.
            make: a function that makes the request of a row: any of the requests that send.
            operation: the operation that mappings are members of, e.g. "SendMediaMessage".
            on_result: called with the result of every row, one at a time, from other threads.
            on_invalid: `skip` leaves wrong rows out, and counts them; `stop` checks all rows
                before the first leaves, and raises.
            window: the hours of a day in which messages may leave, with their time zone:
                `("08:00", "21:00", "America/New_York")`. Outside of them `send` waits.
            not_after: no message leaves after this moment, a datetime with a time zone. This and
                the end of the window also limit `time_to_live`, so that carriers give up a message
                that they could not deliver by then.
            max_seconds: the call stops after so many seconds; for functions whose time is limited.
            stop_after_refusals: the call stops when AWS has not accepted so many messages in a
                row; None for no such rule.
            progress: True draws a bar on a terminal (extra `progress`); or a function that is
                called twice a second with a `BulkProgress`.
            common: members that all rows share. Text in them may name columns of the rows:
                `message_body="Hello {name}"`; `{{` and `}}` are braces. With templates, columns
                that are no members of the request are for them alone.

        Returns:
            What this call did. What a crashed call did is in the ledger: see `totals`.

        Raises:
            RequestError: an argument cannot be used, or rows have no key and there is no secret.
            RowsError: rows are wrong, and `on_invalid="stop"`; nothing has left.
            MissingCredentialsError: there are no credentials; nothing has left.
            BulkStoppedError: AWS refuses every message, a limit that was set is reached, or `stop`
                was called.
            LedgerError: the ledger cannot be used.
            ImportError: SQLAlchemy is not installed: pip install "smsvoice[bulk]".
        """
        run, reader = self._run(
            key=key,
            make=make,
            operation=operation,
            on_result=on_result,
            window=window,
            not_after=not_after,
            max_seconds=max_seconds,
            stop_after_refusals=stop_after_refusals,
            progress=progress,
            common=common,
        )
        given = as_rows(rows)
        if checked_first(on_invalid):
            must_be_right(reader, given)
        return run.send(reader, given)

    def _run(
        self,
        *,
        key: KeyOf,
        make: Callable[[Any], Any] | None,
        operation: "str | Operation[Any, Any]",
        on_result: Callable[[Result], object] | None,
        window: Window | None,
        not_after: datetime | None,
        max_seconds: float | None,
        stop_after_refusals: int | None,
        progress: "Callable[[BulkProgress], object] | bool | None",
        common: Mapping[str, Any],
    ) -> "tuple[Run, Reader]":
        """A call of `send` that has not begun, with all arguments checked."""
        hours = Hours(window, not_after)
        must_be_functions(make=make, on_result=on_result, progress=progress)
        must_be_limits(max_seconds=max_seconds, stop_after_refusals=stop_after_refusals)
        reader = self._reader(key, make, operation, common)
        ledger = self._opened()
        from smsvoice.bulk.run import Run  # noqa: PLC0415  needs the extra `bulk`

        settings = Settings(
            campaign=self.name,
            per_second=paces(self.parts_per_second),
            requests_per_second=self.requests_per_second,
            threads=self.threads,
            max_seconds=max_seconds,
            stop_after_refusals=stop_after_refusals,
            hours=hours,
            on_result=on_result,
            progress=progress,
        )
        return Run(self.sms, ledger, settings), reader

    def results(self, *outcomes: Outcome, min_age: float = _MIN_AGE) -> Iterator[Result]:
        """Read what became of the messages of this campaign from the ledger, in order of the keys.

        Args:
            outcomes: some of SENT, REFUSED and UNKNOWN; without any, all three.
            min_age: a message that has been on its way for so many seconds is UNKNOWN; younger
                ones are left out.

        Raises:
            RequestError: the ledger holds no such outcome, or `min_age` is no number.
            LedgerError: the ledger cannot be used.
        """
        must_be_an_age("results", min_age)
        entries = self._opened().entries(self.name, states("results", outcomes), min_age)
        return (entry.result for entry in entries)

    def totals(self, min_age: float = _MIN_AGE) -> Report:
        """Count the messages of this campaign by outcome, from the ledger, over all calls.

        Args:
            min_age: a message that has been on its way for so many seconds is UNKNOWN; younger
                ones are `in_flight`.

        Raises:
            RequestError: `min_age` is no number.
            LedgerError: the ledger cannot be used.
        """
        must_be_an_age("totals", min_age)
        found = self._opened().totals(self.name, min_age)
        in_flight, _ = found.pop("sending", (0, 0))
        parts = sum(parts for state, (_, parts) in found.items() if state != "refused")
        counts = {Outcome(state): count for state, (count, _) in found.items()}
        return Report(counts, parts, in_flight=in_flight)

    def reconcile(self, events: Any) -> int:
        """Make unknown messages SENT that have a delivery event: AWS accepted them.

        Args:
            events: whatever `smsvoice.events.parse` takes, a batch or items that it gave, or an
                iterable of these. Events of other campaigns are passed over.

        Returns:
            How many messages are SENT now that were unknown or on their way.

        Raises:
            LedgerError: the ledger cannot be used.
        """
        from smsvoice.bulk.reconciling import accepted_keys  # noqa: PLC0415  loads the parser

        return self._opened().settle_many(self.name, accepted_keys(self.name, events))

    def export(
        self,
        path: "str | PathLike[str]",
        rows: Iterable[Mapping[str, Any]] | None = None,
        *,
        key: KeyOf = "key",
        **common: Any,
    ) -> int:
        """Write what became of messages as a table: `.csv`, `.parquet` or `.arrow`.

        Args:
            path: the file; only its owner may read it.
            rows: your own table, e.g. from `read_rows`: each of its rows is written with the
                columns `outcome`, `message_id`, `reason` and `parts`; a row that the ledger does
                not hold is `not_sent`, one without a key `invalid`. Otherwise all that the ledger
                holds, by `key`. Messages on their way are `unknown`.
            key: as for `send`.
            common: as for `send`, where keys are made from numbers that a template names.

        Returns:
            How many rows were written.

        Raises:
            RequestError: the file's ending is none of these, or a value does not fit its column.
            LedgerError: the ledger cannot be used.
            ImportError: pyarrow is needed: pip install "smsvoice[tables]".
        """
        from smsvoice.bulk.exporting import (  # noqa: PLC0415  as needed
            columns_of,
            export_ledger,
            export_rows,
        )

        if rows is None:
            return export_ledger(path, self.results(min_age=0))
        reader = self._reader(key, None, _OPERATION, common)
        given = as_rows(rows, "export")
        keyed = ((reader.key_of(row), row) for row in given)
        return export_rows(path, columns_of(given), keyed, self._opened(), self.name)

    def stop(self) -> None:
        """Stop the calls of `send` that run now, in every process; what is in flight is finished.

        They raise BulkStoppedError within a second. A call that begins later sends again.

        Raises:
            LedgerError: the ledger cannot be used.
        """
        self._opened().stop(self.name)

    def forget(self, *outcomes: Outcome, before: datetime) -> int:
        """Delete messages of this campaign from the ledger: their keys may be sent again then.

        For a campaign that is over for good; or, with `Outcome.REFUSED`, to try again what AWS
        refused, once the reason is gone, such as a wrong identity.

        Args:
            outcomes: some of SENT, REFUSED and UNKNOWN; without any, all three. Messages on their
                way always stay.
            before: only messages that left before this moment, a datetime with a time zone.

        Returns:
            How many were deleted.

        Raises:
            RequestError: `before` has no time zone, or the ledger holds no such outcome.
            LedgerError: the ledger cannot be used.
        """
        wanted, seconds = states("forget", outcomes), seconds_of(before)
        return self._opened().delete_before(self.name, wanted, seconds, _MIN_AGE)

    def __repr__(self) -> str:
        where = without_password(str(self.ledger)).rpartition("/")[2]
        return f"<Bulk {self.name} ledger={where}>"

    def _opened(self) -> "Ledger":
        try:
            from smsvoice.bulk.ledger._ledger import opened  # noqa: PLC0415  the extra `bulk`
        except ImportError as lacking:
            raise MissingExtraError("sqlalchemy", "bulk") from lacking
        return opened(str(self.ledger))

    def _reader(
        self,
        key: KeyOf,
        make: Callable[[Any], Any] | None,
        operation: "str | Operation[Any, Any]",
        common: Mapping[str, Any],
    ) -> Reader:
        secret = keys.secret_of(self.secret)
        return Reader(
            self.name, self.sms, secret, key=key, make=make, operation=operation, common=common
        )
