"""Rows of Parquet and Arrow files, and of tables in memory, by pyarrow."""

import re
from collections.abc import Generator, Iterator, Sequence, Sized
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Self, cast

from smsvoice.bulk._source import Row, check_unchanged, chosen, pyarrow, wrong

_AT_ONCE = 1_000
"""Rows that are Python objects at one time."""

_UNNAMED_INDEX = re.compile(r"__index_level_[0-9]+__")
"""What pandas calls an index without a name."""

_IPC_FILE = b"ARROW1"


@dataclass(frozen=True, slots=True)
class FileRows:
    """The rows of a Parquet or an Arrow file."""

    path: Path
    columns: tuple[str, ...]
    total: int | None
    """The rows of the file; None for an Arrow stream, which does not say."""
    size: int | None = None
    """The bytes of the file when its shares were made."""

    def __str__(self) -> str:
        return self.path.name

    def count(self) -> int | None:
        """Return the rows of the file."""
        return self.total

    def rows(self, first: int, last: int | None) -> Iterator[Row]:
        """Read rows, with what holds no value left out."""
        check_unchanged(self.path, self.size)
        for batch in _within(self._batches(first, last), first, last):
            yield from _dicts(batch)

    def shares(self, first: int, last: int | None, size: int) -> Iterator[tuple[Self, int, int]]:
        """Cut the rows into ranges."""
        check_unchanged(self.path, self.size)
        total = self.total
        if total is None:
            total = sum(batch.num_rows for _, batch in self._batches(first, last))
        whole = replace(self, size=self.path.stat().st_size, total=total)
        end = total if last is None else min(last, total)
        for start in range(first, end, size):
            yield whole, start, min(start + size, end)

    def _batches(self, first: int, last: int | None) -> Iterator[tuple[int, Any]]:
        """Read batches that may hold rows of a range, each with the number of its first row."""
        if self.path.suffix.lower() == ".parquet":
            yield from self._row_groups(first, last)
            return
        at = 0
        with _arrow_file(self.path) as reader:
            for batch in _read(reader):
                yield at, batch.select(self.columns)
                at += batch.num_rows

    def _row_groups(self, first: int, last: int | None) -> Iterator[tuple[int, Any]]:
        with _parquet_file(self.path) as file:
            at, start, groups = 0, None, list[int]()
            for group in range(file.metadata.num_row_groups):
                rows = file.metadata.row_group(group).num_rows
                if at + rows > first and (last is None or at < last):
                    groups.append(group)
                    start = at if start is None else start
                at += rows
            at = start or 0
            asked = {"row_groups": groups, "columns": list(self.columns), "use_threads": False}
            for batch in file.iter_batches(_AT_ONCE, **asked) if groups else ():
                yield at, batch.select(self.columns)
                at += batch.num_rows


@dataclass(slots=True)
class TableRows:
    """The rows of a table in memory, or of a stream that is read once."""

    table: Any
    kind: str
    columns: tuple[str, ...]
    once: bool = False
    spent: bool = False
    at: int = 0
    """The number of the table's first row: a share is a table whose rows keep their numbers."""

    def __str__(self) -> str:
        return self.kind

    def count(self) -> int | None:
        """Return the rows where the table has them; DuckDB would run the query to count them."""
        module = type(self.table).__module__.partition(".")[0]
        if not isinstance(self.table, Sized) or module in {"duckdb", "_duckdb"}:
            return None
        return self.at + len(self.table)

    def rows(self, first: int, last: int | None) -> Iterator[Row]:
        """Read rows, with what holds no value left out."""
        for batch in self._ranged(first, last):
            yield from _dicts(batch)

    def shares(self, first: int, last: int | None, size: int) -> Iterator[tuple[Self, int, int]]:
        """Cut the rows into ranges, each a table of its own that shares memory with the whole."""
        held: list[Any] = []
        start = end = first
        for whole in self._ranged(first, last):
            batch = whole
            while batch.num_rows:
                held.append(batch.slice(0, start + size - end))
                end += held[-1].num_rows
                batch = batch.slice(held[-1].num_rows)
                if end == start + size:
                    yield self._share(held, start), start, end
                    held, start = [], end
        if held:
            yield self._share(held, start), start, end

    def _share(self, batches: list[Any], start: int) -> Self:
        table = pyarrow().Table.from_batches(batches)
        return replace(self, table=table, at=start, once=False, spent=False)

    def _ranged(self, first: int, last: int | None) -> Iterator[Any]:
        if self.spent:
            rule = "is a stream, which is read once; make a table of it to read it again"
            raise wrong(rule)
        self.spent = self.once
        with _opened(self.table) as reader:
            yield from _within(_numbered(_read(reader), self.at, self.columns), first, last)

    def __getstate__(self) -> tuple[Any, ...]:
        """Pickle a share without the rest of the table: an Arrow stream holds only its rows."""
        if self.once:
            raise TypeError("a stream cannot be pickled; pickle its shares, or read from a path")
        table, *others = (getattr(self, field.name) for field in fields(self))
        pa = pyarrow()
        if not isinstance(table, pa.Table):
            return (table, None, *others)
        table = table.cast(_without_views(table.schema))  # views keep the whole column
        sink = pa.BufferOutputStream()
        with pyarrow("pyarrow.ipc").new_stream(sink, table.schema) as writer:
            writer.write_table(table)
        return (None, sink.getvalue().to_pybytes(), *others)

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        """Read the Arrow stream of a share again."""
        table, packed, *others = state
        if packed is not None:
            table = pyarrow("pyarrow.ipc").open_stream(packed).read_all()
        for field, value in zip(fields(self), (table, *others), strict=True):
            setattr(self, field.name, value)


def file_rows(path: Path, wanted: Sequence[str] | None) -> FileRows:
    """Read the names of the columns, and the number of rows where the file says it."""
    pa = pyarrow()
    is_parquet = path.suffix.lower() == ".parquet"
    total: int | None
    try:
        if is_parquet:
            with _parquet_file(path) as file:
                names, total = file.schema_arrow.names, file.metadata.num_rows
        else:
            with _arrow_file(path) as reader:
                names = reader.schema.names
                total = reader.count_rows() if hasattr(reader, "count_rows") else None
    except pa.ArrowInvalid:
        raise wrong(f"{path.name} is no {'Parquet' if is_parquet else 'Arrow'} file") from None
    return FileRows(path, _columns(names, wanted), total)


def table_rows(table: Any, wanted: Sequence[str] | None) -> TableRows:
    """Take a table with the Arrow capsule interface; a stream without a length is read once."""
    pa = pyarrow()
    kind = f"{type(table).__module__.partition('.')[0].lstrip('_')} {type(table).__name__}"
    try:
        if not hasattr(table, "__arrow_c_stream__"):
            table = pa.Table.from_batches([pa.record_batch(table)])
        once = not isinstance(table, Sized)
        if once and not isinstance(table, pa.RecordBatchReader):
            table = pa.RecordBatchReader.from_stream(table)
        names = _names_of(table)
    except (pa.ArrowException, TypeError, ValueError):
        need = "each column needs a name of its own, and values of one type"
        raise wrong(f"the {kind} is no Arrow table: {need}") from None
    return TableRows(table, kind, _columns(names, wanted), once=once)


def _names_of(table: Any) -> list[str]:
    """Return the names; Polars and DuckDB have them ready, and DuckDB would run its query."""
    ready = getattr(table, "columns", None)
    if isinstance(ready, list) and all(isinstance(n, str) for n in cast("list[object]", ready)):
        return cast("list[str]", ready)
    with _opened(table) as reader:
        return cast("list[str]", reader.schema.names)


def _columns(names: list[str], wanted: Sequence[str] | None) -> tuple[str, ...]:
    return chosen([name for name in names if not _UNNAMED_INDEX.fullmatch(name)], wanted)


@contextmanager
def _opened(table: Any) -> Generator[Any]:
    """A reader of the table; the caller's own stays open."""
    pa = pyarrow()
    if isinstance(table, pa.RecordBatchReader):
        yield table
        return
    with pa.RecordBatchReader.from_stream(table) as reader:
        yield reader


@contextmanager
def _parquet_file(path: Path) -> Generator[Any]:
    """A Parquet file that is read page by page: to buffer ahead would hold whole columns."""
    flat = {"buffer_size": 1 << 20, "pre_buffer": False}
    with pyarrow("pyarrow.parquet").ParquetFile(path, **flat) as file:
        yield file


@contextmanager
def _arrow_file(path: Path) -> Generator[Any]:
    """A reader of an Arrow file or stream, which differ in their first bytes."""
    ipc = pyarrow("pyarrow.ipc")
    with pyarrow().memory_map(str(path)) as file:
        is_file = file.read(len(_IPC_FILE)) == _IPC_FILE
        file.seek(0)
        with ipc.open_file(file) if is_file else ipc.open_stream(file) as reader:
            yield reader


def _read(reader: Any) -> Iterator[Any]:
    """Read batches one by one."""
    if hasattr(reader, "get_batch"):
        yield from map(reader.get_batch, range(reader.num_record_batches))
    else:
        yield from reader


def _numbered(
    batches: Iterator[Any], at: int, columns: tuple[str, ...]
) -> Iterator[tuple[int, Any]]:
    for batch in batches:
        yield at, batch.select(columns)
        at += batch.num_rows


def _within(batches: Iterator[tuple[int, Any]], first: int, last: int | None) -> Iterator[Any]:
    """Cut the rows of a range out of batches; no batch after the range is read."""
    if last is not None and last <= first:
        return
    for at, batch in batches:
        skip = max(first - at, 0)
        end = batch.num_rows if last is None else min(last - at, batch.num_rows)
        if end > skip:
            yield batch.slice(skip, end - skip)
        if last is not None and at + batch.num_rows >= last:
            return


def _dicts(batch: Any) -> Iterator[Row]:
    """Make Python objects of a batch, a few rows at a time."""
    names: list[str] = batch.schema.names
    for start in range(0, batch.num_rows, _AT_ONCE):
        part = batch.slice(start, _AT_ONCE)
        values = [_objects(column) for column in part]
        rows = (dict(zip(names, row, strict=True)) for row in zip(*values, strict=True))
        if any(None in column for column in values):
            rows = ({n: value for n, value in row.items() if value is not None} for row in rows)
        yield from rows


def _objects(column: Any) -> list[Any]:
    """Make Python objects of a column: whole microseconds for times, a dict for a map."""
    kind = column.type
    if getattr(kind, "unit", None) == "ns":
        column = column.cast(_in_microseconds(kind), safe=False)
    objects: list[Any] = column.to_pylist()
    if pyarrow().types.is_map(kind):
        return [one if one is None else dict(one) for one in objects]
    return objects


def _without_views(schema: Any) -> Any:
    pa = pyarrow()
    plain = {pa.string_view(): pa.large_string(), pa.binary_view(): pa.large_binary()}
    return pa.schema([field.with_type(plain.get(field.type, field.type)) for field in schema])


def _in_microseconds(kind: Any) -> Any:
    pa = pyarrow()
    if pa.types.is_timestamp(kind):
        return pa.timestamp("us", tz=kind.tz)
    return pa.duration("us") if pa.types.is_duration(kind) else pa.time64("us")
