"""Rows of tables as dicts: CSV files, and with the extra `tables` Parquet, Arrow and data frames.

from smsvoice.bulk import read_rows

for row in read_rows("spring.csv"):
    ...

shares = read_rows("spring.parquet").shares(10_000)  # for Dask, Celery and others
"""

from collections.abc import Iterator, Sequence
from os import PathLike
from pathlib import Path
from typing import Any, Protocol, cast

from smsvoice.bulk._arrow_rows import file_rows, table_rows
from smsvoice.bulk._csv_rows import csv_rows
from smsvoice.bulk._source import Source, wrong

_SEPARATORS = {".csv": ",", ".tsv": "\t"}
_ARROW = (".parquet", ".arrow", ".feather")
_TAKEN = (
    "must be a path that ends in .csv, .tsv, .parquet, .arrow or .feather, or a table of pandas, "
    "Polars (a LazyFrame after collect()), DuckDB or pyarrow; dicts need no read_rows"
)


class ArrowStream(Protocol):
    """A table that gives its data as an Arrow stream: pandas, Polars, DuckDB, pyarrow."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """Give the stream, as the Arrow PyCapsule interface describes it."""
        ...


class ArrowArray(Protocol):
    """A table that gives its data as one Arrow array of structs."""

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any:
        """Give the array, as the Arrow PyCapsule interface describes it."""
        ...


class Rows:
    """The rows of a table, or of a range of it, each a dict; made by `read_rows`.

    It may be iterated again and again, and few rows are in memory at a time. Only a stream without
    a length, such as a pyarrow RecordBatchReader, is read once; then RequestError is raised.
    It can be pickled when made from a path; of a table in memory the table is pickled with it.
    """

    __slots__ = ("_first", "_last", "_source")

    def __init__(self, source: Source, first: int, last: int | None) -> None:
        self._source = source
        self._first = first
        self._last = last

    @property
    def first(self) -> int:
        """The number of the first row, counted from 0 in the whole table."""
        return self._first

    @property
    def last(self) -> int | None:
        """The number after that of the last row; None is the end of the table."""
        return self._last

    @property
    def columns(self) -> tuple[str, ...]:
        """The names that a row may have, in the order of the table."""
        return self._source.columns

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return self._source.rows(self._first, self._last)

    def __length_hint__(self) -> int:
        count = self._source.count()
        if count is None:
            return cast("int", NotImplemented)  # as the protocol of length hints wants it
        end = count if self._last is None else min(count, self._last)
        return max(end - self._first, 0)

    def shares(self, size: int = 10_000) -> "Iterator[Rows]":
        """Cut the rows into successive ranges, e.g. one for each task of Dask or Celery.

        To pickle a share of a file costs little: it holds the path, not the rows. A share of a CSV
        file knows the byte where it begins; one of a Parquet file reads only the row groups that
        it overlaps. If the size of the file changes, reading a share raises RequestError.

        Args:
            size: how many rows a share has; the last has what is left.

        Returns:
            An iterator of shares, whose `first` and `last` are row numbers of the whole table.

        Raises:
            RequestError: `size` is not a whole number of 1 or more.
        """
        if not _is_number(size, 1):
            raise wrong("must be a whole number, 1 or more", "size")
        found = self._source.shares(self._first, self._last, size)
        return (Rows(source, first, last) for source, first, last in found)

    def __repr__(self) -> str:
        end = "the end" if self._last is None else self._last
        return f"<Rows of {self._source}: {self._first} to {end}>"


def read_rows(
    source: str | PathLike[str] | ArrowStream | ArrowArray,
    first: int = 0,
    last: int | None = None,
    *,
    columns: Sequence[str] | None = None,
) -> Rows:
    """Read the rows of a table as dicts, a few at a time.

    What holds no value is left out of a row: an empty cell of a CSV file, a null of other tables.
    So a member that is optional is not sent as an empty text.

    CSV files are UTF-8, with or without a byte order mark; their first row names the columns, and
    all values are text. Cells are separated by commas, in `.tsv` by tabs; a CSV file whose header
    has semicolons and no commas is read with semicolons. Blank lines are no rows. A column without
    a name is left out, and so is an index of pandas without a name.

    Values of other tables become Python objects: int, float, str, bool, Decimal, datetime. Times
    in nanoseconds are cut to microseconds; a map becomes a dict.

    Args:
        source: the path of a `.csv`, `.tsv`, `.parquet`, `.arrow` or `.feather` file, or a table in
            memory: of pandas, Polars, DuckDB, pyarrow, or any other with the Arrow PyCapsule
            interface. A DuckDB relation runs its query each time, and its connection is busy until
            the last row; give it an ORDER BY where numbers of rows matter. All but `.csv` and
            `.tsv` needs the extra `tables`.
        first: the number of the first row to read, counted from 0.
        last: the number of the row to stop before; None reads to the end.
        columns: the columns to read, if not all.

    Returns:
        The rows, which can be iterated, and cut into shares.

    Raises:
        RequestError: the source is none of these, there is no such file, it has no header, or two
            columns have the same name; a name of `columns` is unknown; `first` or `last` is no
            number of a row. Iterating raises it for a row that has more cells than the header.
        ImportError: pyarrow is not installed: pip install "smsvoice[tables]".
    """
    if not _is_number(first, 0):
        raise wrong("must be a whole number, 0 or more", "first")
    if last is not None and not _is_number(last, first):
        raise wrong("must be a whole number that is not less than first, or None", "last")
    if columns is not None and (isinstance(columns, str) or not columns):
        raise wrong('must be a list of names, e.g. ["phone"]', "columns")
    if isinstance(source, str | PathLike):
        return Rows(_file(source, columns), first, last)
    if isinstance(source, type) or not (
        hasattr(source, "__arrow_c_stream__") or hasattr(source, "__arrow_c_array__")
    ):
        raise wrong(_TAKEN)
    return Rows(table_rows(source, columns), first, last)


def _file(given: str | PathLike[str], columns: Sequence[str] | None) -> Source:
    path = Path(given).absolute()
    ending = path.suffix.lower()
    if ending not in _SEPARATORS and ending not in _ARROW:
        raise wrong(_TAKEN)
    if "://" in str(given):
        raise wrong("must be a file on this machine; open others with Polars or DuckDB first")
    if not path.is_file():
        raise wrong(f"there is no file {path.name} in that folder")
    if ending in _SEPARATORS:
        return csv_rows(path, _SEPARATORS[ending], columns)
    return file_rows(path, columns)


def _is_number(value: object, least: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= least
