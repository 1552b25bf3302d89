"""Rows of tables are dicts, whatever the table is, and shares joined are the whole."""

import csv
import io
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from operator import length_hint
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsvoice.bulk import tables
from smsvoice.bulk.tables import Rows, read_rows
from smsvoice.core.errors import RequestError
from tests.bulk.tables import (
    FILES,
    IN_MEMORY,
    KINDS,
    ROWS,
    arrow_table,
    pa,
    pandas_frame,
    polars_frame,
    rule_of,
    table_of,
    write_csv,
    write_parquet,
)


@pytest.fixture(params=KINDS)
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """The same rows as each kind of table."""
    return table_of(request.param, tmp_path)


@pytest.fixture(params=FILES)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The same rows as each kind of file."""
    return FILES[request.param](tmp_path / request.param, ROWS)


def test_every_kind_of_table_gives_the_same_rows_again_and_again(source: Any) -> None:
    rows = read_rows(source)

    assert list(rows) == ROWS
    assert list(rows) == ROWS
    assert rows.columns == ("phone", "name")


@pytest.mark.parametrize(("first", "last"), [(0, 0), (0, 1), (6, 8), (24, 25), (3, None), (25, 99)])
def test_a_range_is_a_slice(source: Any, first: int, last: int | None) -> None:
    rows = read_rows(source, first, last)

    assert list(rows) == ROWS[first:last]
    assert (rows.first, rows.last) == (first, last)


@pytest.mark.parametrize("size", [1, 7, 10, 25, 100])
def test_shares_joined_are_the_whole(source: Any, size: int) -> None:
    shares = list(read_rows(source).shares(size))

    assert [row for share in shares for row in share] == ROWS
    assert [share.first for share in shares] == list(range(0, 25, size))
    assert [share.last for share in shares] == [min(n + size, 25) for n in range(0, 25, size)]
    assert [length_hint(share) for share in shares] == [len(list(share)) for share in shares]


def test_shares_of_a_range_and_of_a_share_keep_the_numbers_of_the_table(source: Any) -> None:
    (share,) = read_rows(source, 3, 15).shares(100)
    parts = list(share.shares(5))

    assert [(part.first, part.last) for part in parts] == [(3, 8), (8, 13), (13, 15)]
    assert [row for part in parts for row in part] == ROWS[3:15]


def test_a_range_without_rows_has_no_shares(source: Any) -> None:
    assert list(read_rows(source, 25).shares()) == []
    assert list(read_rows(source, 4, 4).shares()) == []


def test_columns_are_chosen_in_the_order_of_the_table(source: Any) -> None:
    rows = read_rows(source, columns=["name"])

    assert rows.columns == ("name",)
    assert list(rows)[:2] == [{"name": "name 0"}, {"name": "name 1"}]
    assert read_rows(source, columns=["name", "phone"]).columns == ("phone", "name")


def test_a_column_that_the_table_lacks_is_named_with_the_nearest(source: Any) -> None:
    text = rule_of(lambda: read_rows(source, columns=["phonee"]))

    assert text == 'read_rows: columns: the table has no column "phonee"; did you mean phone?'


def test_rows_and_shares_of_a_file_are_pickled_small(path: Path) -> None:
    rows = read_rows(path, 2, 20)
    shares = [pickle.loads(pickle.dumps(share)) for share in rows.shares(6)]

    assert list(pickle.loads(pickle.dumps(rows))) == ROWS[2:20]
    assert [row for share in shares for row in share] == ROWS[2:20]
    assert all(len(pickle.dumps(share)) < 700 for share in shares)


@pytest.mark.parametrize("kind", ["pyarrow", "pandas", "polars"])
def test_rows_of_a_table_in_memory_are_pickled_with_it(kind: str) -> None:
    rows = pickle.loads(pickle.dumps(read_rows(IN_MEMORY[kind](ROWS), 3)))

    assert list(rows) == ROWS[3:]


@pytest.mark.parametrize("kind", ["pyarrow", "pandas", "polars", "duckdb"])
def test_a_share_of_a_table_in_memory_is_pickled_without_the_rest(kind: str) -> None:
    many = [{"phone": f"{n:09}", "note": "x" * 100} for n in range(5_000)]
    shares = read_rows(IN_MEMORY[kind](many)).shares(10)
    packed = pickle.dumps(next(shares))

    assert len(packed) < 5_000
    assert list(pickle.loads(packed)) == many[:10]


def test_a_share_of_csv_is_read_from_its_byte_on(tmp_path: Path) -> None:
    """What stands before it may even be broken."""
    path = write_csv(tmp_path / "people.csv", ROWS)
    share = list(read_rows(path).shares(10))[1]
    text = path.read_bytes()
    path.write_bytes(text.replace(b"name 3", b'"ame 3', 1))

    assert list(share) == ROWS[10:20]
    with pytest.raises(RequestError, match="row 3 is no sound CSV"):
        list(read_rows(path))


def test_a_file_that_changed_is_not_read_by_its_shares(path: Path) -> None:
    shares = list(read_rows(path).shares(10))
    with path.open("ab") as file:
        file.write(b"x")

    assert "has changed since its shares were made" in rule_of(lambda: list(shares[1]))
    assert "has changed since its shares were made" in rule_of(lambda: list(shares[1].shares(2)))


def test_length_is_hinted_where_it_is_cheap(source: Any) -> None:
    cheap = not isinstance(source, Path) or source.suffix not in {".csv", ".TSV"}
    cheap = cheap and "duckdb" not in type(source).__module__ and "stream" not in str(source)
    if isinstance(source, Path) and source.suffix in {".arrow", ".feather"}:
        cheap = cheap and hasattr(pa.RecordBatchFileReader, "count_rows")  # not in pyarrow 19

    assert length_hint(read_rows(source), -1) in ({25} if cheap else {-1, 25})
    if cheap:
        assert length_hint(read_rows(source, 20)) == 5
        assert length_hint(read_rows(source, 20, 22)) == 2
        assert length_hint(read_rows(source, 30)) == 0


def test_repr_shows_the_kind_and_the_range(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "people.csv", ROWS)

    assert repr(read_rows(path, 3)) == "<Rows of people.csv: 3 to the end>"
    assert repr(read_rows(str(path), 3, 8)) == "<Rows of people.csv: 3 to 8>"
    assert repr(read_rows(polars_frame(ROWS))) == "<Rows of polars DataFrame: 0 to the end>"


def reader_of(rows: list[dict[str, Any]]) -> Any:
    return arrow_table(rows).to_reader(4)


class OnceStream:
    """A stream of a library that nothing here knows."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self._reader = reader_of(rows)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._reader.__arrow_c_stream__(requested_schema)


@pytest.mark.parametrize("stream", [reader_of, OnceStream])
def test_a_stream_is_read_once(stream: Callable[[list[dict[str, Any]]], Any]) -> None:
    rows = read_rows(stream(ROWS), 2)

    assert list(rows) == ROWS[2:]
    assert "is a stream, which is read once" in rule_of(lambda: list(rows))
    assert "is a stream, which is read once" in rule_of(lambda: list(rows.shares()))


@pytest.mark.parametrize("stream", [reader_of, OnceStream])
def test_shares_of_a_stream_are_read_again_and_again_and_pickled(
    stream: Callable[[list[dict[str, Any]]], Any],
) -> None:
    rows = read_rows(stream(ROWS))
    with pytest.raises(TypeError, match="pickle its shares"):
        pickle.dumps(rows)
    shares = list(rows.shares(10))

    assert [list(share) for share in shares] == [ROWS[:10], ROWS[10:20], ROWS[20:]]
    assert list(pickle.loads(pickle.dumps(shares[2]))) == ROWS[20:]


def test_a_duckdb_connection_is_free_after_the_rows() -> None:
    """Also when not all were read."""
    duckdb = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    rows = read_rows(connection.sql("SELECT range AS n FROM range(1000000)"))
    some = iter(rows)

    assert next(some) == {"n": 0}
    some.close()  # type: ignore[attr-defined]
    assert connection.execute("SELECT 1").fetchall() == [(1,)]
    assert list(read_rows(connection.sql("SELECT range AS n FROM range(1000000)"), 5, 6)) == [
        {"n": 5}
    ]
    assert connection.execute("SELECT 1").fetchall() == [(1,)]


def test_empty_cells_and_nulls_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("phone,name,city\n1,,x\n2,b\n\n,,\n")
    sparse: list[dict[str, Any]] = [
        {"a": 1, "b": None},
        {"a": None, "b": "x"},
        {"a": None, "b": None},
    ]

    assert list(read_rows(path)) == [{"phone": "1", "city": "x"}, {"phone": "2", "name": "b"}, {}]
    assert list(read_rows(arrow_table(sparse))) == [{"a": 1}, {"b": "x"}, {}]
    assert list(read_rows(polars_frame(sparse))) == [{"a": 1}, {"b": "x"}, {}]


def test_values_are_python_objects() -> None:
    moment = datetime(2026, 3, 1, 12, tzinfo=UTC)
    row = {
        "whole": 2**53 + 1,
        "part": 1.5,
        "money": Decimal("1.50"),
        "moment": moment,
        "day": date(2026, 3, 1),
        "yes": True,
        "inner": {"a": [1]},
    }

    (read,) = read_rows(arrow_table([row]))
    assert read == row
    assert type(read["whole"]) is int


def test_times_in_nanoseconds_become_datetimes_and_maps_become_dicts() -> None:
    moment = datetime(2026, 3, 1, 12, 0, 0, 1, tzinfo=UTC)
    nanos = pa.array([1_772_366_400_000_001_234], pa.timestamp("ns", tz="UTC"))
    table = pa.table(
        {
            "moment": nanos,
            "wait": pa.array([1_234], pa.duration("ns")),
            "clock": pa.array([1_234], pa.time64("ns")),
            "map": pa.array([[("code", "1")]], pa.map_(pa.string(), pa.string())),
            "none": pa.array([None], pa.map_(pa.string(), pa.string())),
        }
    )

    (row,) = read_rows(table)
    assert row["moment"] == moment
    assert type(row["moment"]) is datetime
    assert row["wait"] == timedelta(microseconds=1)
    assert row["clock"].microsecond == 1
    assert row["map"] == {"code": "1"}
    assert "none" not in row


def test_an_index_of_pandas_is_a_column_only_with_a_name(tmp_path: Path) -> None:
    frame = pandas_frame(ROWS)
    frame = frame[frame["phone"] > "+12065550003"]
    frame.to_parquet(tmp_path / "people.parquet")
    frame.to_csv(tmp_path / "people.csv")
    expected = ROWS[4:]

    assert list(read_rows(frame)) == expected
    assert list(read_rows(tmp_path / "people.parquet")) == expected
    assert list(read_rows(tmp_path / "people.csv")) == expected
    assert list(read_rows(frame.set_index("phone"), columns=["phone"], last=1)) == [
        {"phone": expected[0]["phone"]}
    ]


def test_a_byte_order_mark_and_semicolons_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text('phone;name\n1;"Ada; or J"\n2;Bo,b\n', "utf-8-sig")
    expected = [{"phone": "1", "name": "Ada; or J"}, {"phone": "2", "name": "Bo,b"}]

    assert list(read_rows(path)) == expected
    assert [row for share in read_rows(path).shares(1) for row in share] == expected


CELLS = st.text(st.characters(codec="utf-8"), max_size=8) | st.sampled_from(
    ['"', "\r\n", "\n", "\r", ",", "é\n😀", "\ufeff", "\x00", "\x85", "\u2028"]
)
TABLES = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=8)
)


@settings(max_examples=150, deadline=None)
@given(TABLES, st.integers(1, 4), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_csv_is_read_as_the_csv_module_reads_it(
    table: list[list[str]], size: int, line_end: str, marked: bool
) -> None:
    """Whole, in ranges and in shares, with quotes, line ends and any letters in the cells."""
    names = ["one", "two", "three"][: len(table[0]) if table else 1]
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=line_end, quoting=csv.QUOTE_ALL).writerows([names, *table])
    expected = [{n: c for n, c in zip(names, cells, strict=True) if c} for cells in table]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "people.csv"
        path.write_bytes(text.getvalue().encode("utf-8-sig" if marked else "utf-8"))

        rows = read_rows(path)
        shares = [pickle.loads(pickle.dumps(share)) for share in rows.shares(size)]

        assert list(rows) == expected
        assert [list(share) for share in shares] == [
            expected[n : n + size] for n in range(0, len(expected), size)
        ]
        assert list(read_rows(path, size, size + 2)) == expected[size : size + 2]


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, 30), st.integers(1, 9), st.integers(0, 12), st.integers(0, 12), st.integers(1, 9)
)
def test_ranges_of_parquet_are_slices(
    count: int, group: int, first: int, length: int, size: int
) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    everything = [{"n": n} for n in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "people.parquet"
        pq.write_table(
            pa.table({"n": pa.array(range(count), pa.int64())}), path, row_group_size=group
        )
        rows = read_rows(path, first, first + length)

        assert list(rows) == everything[first : first + length]
        assert [row for share in rows.shares(size) for row in share] == list(rows)


def test_a_range_of_parquet_reads_only_its_row_groups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    path = write_parquet(tmp_path / "people.parquet", ROWS)
    asked: list[list[int]] = []
    iter_batches = pq.ParquetFile.iter_batches

    def watched(file: Any, *args: Any, **options: Any) -> Iterator[Any]:
        asked.append(options["row_groups"])
        yield from iter_batches(file, *args, **options)

    monkeypatch.setattr(pq.ParquetFile, "iter_batches", watched)
    list(read_rows(path, 8, 14))
    list(read_rows(path, 13, 15))

    assert asked == [[1], [1, 2]]


def test_without_pyarrow_csv_is_read_and_the_extra_is_named_for_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame, parquet = polars_frame(ROWS), write_parquet(tmp_path / "people.parquet", ROWS)
    path = write_csv(tmp_path / "people.csv", ROWS)
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    assert list(read_rows(path)) == ROWS
    for source in (frame, parquet):
        with pytest.raises(ImportError, match=r'pip install "smsvoice\[tables\]"'):
            read_rows(source)


def test_importing_the_module_loads_no_pyarrow() -> None:
    program = "import smsvoice.bulk.tables, sys; sys.exit('pyarrow' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
    assert isinstance(tables.read_rows(polars_frame(ROWS)), Rows)
