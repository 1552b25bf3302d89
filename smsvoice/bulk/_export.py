"""Writing a table to a Parquet, Arrow or CSV file, whole or not at all."""

import csv
import io
import json
import os
import tempfile
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

from smsvoice.bulk._source import is_plain, pyarrow
from smsvoice.core.errors import Problem, RequestError

_AT_ONCE = 10_000
"""Rows that are written at one time, and the size of a row group."""

_ENDINGS = (".parquet", ".arrow", ".csv")


def write_table(
    path: str | os.PathLike[str], columns: Mapping[str, str], rows: Iterable[Mapping[str, Any]]
) -> int:
    """Write rows to a file that only its owner may read; it appears when the last row is in it.

    Args:
        path: where to write; the ending decides: `.parquet`, `.arrow` (an IPC file) or `.csv`. A
            file that is there is replaced.
        columns: the names in their order, each with the kind of its values: `text`, `integer`,
            `time` or `any`. The first 10,000 rows decide the type of `any`. In a CSV file lists and
            dicts are JSON, times ISO 8601.
        rows: what each row has; a name that it lacks is written as null, others are left out.

    Returns:
        How many rows were written.

    Raises:
        RequestError: the ending is another one, there is no such folder, or a value does not fit
            its column.
        ImportError: pyarrow is needed: pip install "smsvoice[tables]".
    """
    target = Path(path).absolute()
    ending = target.suffix.lower()
    if ending not in _ENDINGS:
        raise _wrong("path", "must end in .parquet, .arrow or .csv")
    if not target.parent.is_dir():
        raise _wrong("path", "is in a folder that does not exist; make it first")
    with _beside(target) as file:
        if ending == ".csv":
            return _write_csv(file, columns, rows)
        return _write_arrow(file, ending, columns, rows)


@contextmanager
def _beside(target: Path) -> Generator[IO[bytes]]:
    """A file next to the target that takes its place at the end, or is removed."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    part = Path(name)  # mkstemp gave it mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _write_csv(
    file: IO[bytes], columns: Mapping[str, str], rows: Iterable[Mapping[str, Any]]
) -> int:
    count = 0
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    writer = csv.writer(text)
    try:
        writer.writerow(columns)
        for row in rows:
            writer.writerow([_cell(row.get(name)) for name in columns])
            count += 1
    except UnicodeEncodeError:
        raise _wrong("rows", f"row {count} has text that UTF-8 cannot carry") from None
    finally:
        text.detach()  # the file is closed by who opened it
    return count


def _cell(value: Any) -> Any:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, dict | list | tuple):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value


def _write_arrow(
    file: IO[bytes],
    ending: str,
    columns: Mapping[str, str],
    rows: Iterable[Mapping[str, Any]],
) -> int:
    pa = pyarrow()
    fixed = {"text": pa.string(), "integer": pa.int64(), "time": pa.timestamp("us", tz="UTC")}
    batches = _batches(rows)
    head = next(batches, list[Mapping[str, Any]]())
    schema = pa.schema(
        (name, fixed[kind] if kind != "any" else _type_of(columns, name, head))
        for name, kind in columns.items()
    )
    count = 0
    with _writer(file, ending, schema) as writer:
        for batch in chain([head], batches):
            arrays = [_array(columns, name, batch, schema.field(name).type) for name in columns]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            count += len(batch)
    return count


def _writer(file: IO[bytes], ending: str, schema: Any) -> Any:
    if ending == ".parquet":
        return pyarrow("pyarrow.parquet").ParquetWriter(file, schema)
    return pyarrow("pyarrow.ipc").new_file(file, schema)


def _batches(rows: Iterable[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    left = iter(rows)
    while batch := list(islice(left, _AT_ONCE)):
        yield batch


def _type_of(columns: Mapping[str, str], name: str, head: list[Mapping[str, Any]]) -> Any:
    """The type of the first values; text where there are none."""
    pa = pyarrow()
    found = _array(columns, name, head, None).type
    return pa.string() if pa.types.is_null(found) else found


def _array(columns: Mapping[str, str], name: str, batch: list[Mapping[str, Any]], kind: Any) -> Any:
    pa = pyarrow()
    try:
        return pa.array([row.get(name) for row in batch], kind)
    except (pa.ArrowException, TypeError, ValueError, OverflowError):
        shown = f'column "{name}"' if is_plain(name) else f"column {list(columns).index(name)}"
        rule = "has values that do not fit one type; write a .csv, which takes any"
        if columns[name] != "any":
            rule = f"has a value that is no {columns[name]}"
        raise _wrong(shown, rule) from None


def _wrong(field: str, rule: str) -> RequestError:
    return RequestError("export", (Problem(field, rule),))
