"""The same rows as every kind of table that `read_rows` takes."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from smsvoice.core.errors import RequestError

PHONE = "+12065550100"
ROWS = [{"phone": f"+1206555{n:04}", "name": f"name {n}"} for n in range(25)]

pa = pytest.importorskip("pyarrow")


def arrow_table(rows: list[dict[str, Any]]) -> Any:
    return pa.Table.from_pylist(rows)


def write_csv(path: Path, rows: list[dict[str, Any]], separator: str = ",") -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=separator)
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_parquet(path: Path, rows: list[dict[str, Any]]) -> Path:
    pq = pytest.importorskip("pyarrow.parquet")
    pq.write_table(arrow_table(rows), path, row_group_size=7)
    return path


def write_arrow(path: Path, rows: list[dict[str, Any]]) -> Path:
    table = arrow_table(rows)
    with pa.ipc.new_file(str(path), table.schema) as writer:
        writer.write_table(table, max_chunksize=4)
    return path


def write_arrow_stream(path: Path, rows: list[dict[str, Any]]) -> Path:
    table = arrow_table(rows)
    with pa.ipc.new_stream(str(path), table.schema) as writer:
        writer.write_table(table, max_chunksize=4)
    return path


def pandas_frame(rows: list[dict[str, Any]]) -> Any:
    return pytest.importorskip("pandas").DataFrame(rows)


def polars_frame(rows: list[dict[str, Any]]) -> Any:
    return pytest.importorskip("polars").DataFrame(rows)


def duckdb_relation(rows: list[dict[str, Any]]) -> Any:
    return pytest.importorskip("duckdb").from_arrow(arrow_table(rows)).order("phone")


class Capsule:
    """A table of a library that nothing here knows: it has the array interface alone."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self._array = arrow_table(rows).to_struct_array().combine_chunks()

    def __arrow_c_array__(self, requested_schema: object = None) -> object:
        return self._array.__arrow_c_array__(requested_schema)


FILES: dict[str, Callable[[Path, list[dict[str, Any]]], Path]] = {
    "people.csv": write_csv,
    "people.TSV": lambda path, rows: write_csv(path, rows, "\t"),
    "people.parquet": write_parquet,
    "people.arrow": write_arrow,
    "people.feather": write_arrow,
    "stream.arrow": write_arrow_stream,
}
IN_MEMORY: dict[str, Callable[[list[dict[str, Any]]], Any]] = {
    "pyarrow": arrow_table,
    "batch": pa.RecordBatch.from_pylist,
    "pandas": pandas_frame,
    "polars": polars_frame,
    "duckdb": duckdb_relation,
    "array": Capsule,
}


KINDS = (*FILES, *IN_MEMORY)


def table_of(kind: str, folder: Path) -> Any:
    """The rows as a table of a kind."""
    return FILES[kind](folder / kind, ROWS) if kind in FILES else IN_MEMORY[kind](ROWS)


def rule_of(call: Callable[[], object]) -> str:
    """The text of the error that a call raises."""
    with pytest.raises(RequestError) as raised:
        call()
    assert PHONE not in repr(raised.value)
    return str(raised.value)
