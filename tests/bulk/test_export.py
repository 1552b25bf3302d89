"""A table is written whole or not at all, and only its owner may read it."""

import csv
import json
import os
import stat
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsvoice.bulk import _export
from smsvoice.bulk._export import write_table
from smsvoice.bulk.tables import read_rows
from smsvoice.core.errors import RequestError

pa = pytest.importorskip("pyarrow")

PHONE = "+12065550100"
ENDINGS = ["parquet", "arrow", "csv"]
COLUMNS = {"key": "text", "parts": "integer", "sent_at": "time", "extra": "any"}
MOMENT = datetime(2026, 3, 1, 12, 0, 0, 5, tzinfo=UTC)


def results(count: int) -> Iterator[dict[str, Any]]:
    for n in range(count):
        yield {"key": f"k{n}", "parts": n, "sent_at": MOMENT, "extra": n / 2, "unlisted": "x"}


def refusal(path: Path, columns: dict[str, str], rows: list[dict[str, Any]]) -> str:
    with pytest.raises(RequestError) as raised:
        write_table(path, columns, rows)
    assert "Secret" not in repr(raised.value)
    assert PHONE not in repr(raised.value)
    assert list(path.parent.iterdir()) == []
    return str(raised.value)


@pytest.mark.parametrize("ending", ["parquet", "arrow", "ARROW"])
def test_what_is_written_is_read_back(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out.{ending}"
    expected = [{name: row[name] for name in COLUMNS} for row in results(25_000)]

    assert write_table(path, COLUMNS, results(25_000)) == 25_000
    assert list(read_rows(path)) == expected
    assert read_rows(path).columns == tuple(COLUMNS)


def test_csv_holds_times_in_iso_8601_and_lists_as_json(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    inner = {"a": [1, MOMENT], "é": None}
    rows: list[dict[str, Any]] = [
        {"key": 'a,\n"b"', "sent_at": MOMENT, "extra": inner},
        {"key": None, "parts": 2, "extra": date(2026, 3, 1)},
    ]

    assert write_table(path, COLUMNS, rows) == 2
    with path.open(encoding="utf-8", newline="") as file:
        header, first, second = csv.reader(file)
    assert header == list(COLUMNS)
    assert first[:3] == ['a,\n"b"', "", "2026-03-01T12:00:00.000005+00:00"]
    assert json.loads(first[3]) == {"a": [1, str(MOMENT)], "é": None}
    assert second == ["", "2", "", "2026-03-01"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_only_the_owner_may_read_the_file_which_replaces_another(
    tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"out.{ending}"
    path.write_text("old")
    path.chmod(0o644)

    write_table(os.fspath(path), COLUMNS, results(3))

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]
    assert len(list(read_rows(path))) == 3


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_an_error_midway_leaves_what_was_there(
    tmp_path: Path, ending: str, error: type[BaseException]
) -> None:
    path = tmp_path / f"out.{ending}"
    path.write_text("old")

    def failing() -> Iterator[dict[str, Any]]:
        yield from results(15_000)
        (part,) = [file for file in tmp_path.iterdir() if file != path]
        assert stat.S_IMODE(part.stat().st_mode) == 0o600
        raise error

    with pytest.raises(error):
        write_table(path, COLUMNS, failing())

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_file_appears_when_the_last_row_is_in_it(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out.{ending}"

    def watching() -> Iterator[dict[str, Any]]:
        for row in results(10_001):
            assert not path.exists()
            yield row

    assert write_table(path, COLUMNS, watching()) == 10_001
    assert path.exists()


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_table_without_rows_has_its_columns(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out.{ending}"

    assert write_table(path, COLUMNS, []) == 0
    assert read_rows(path).columns == tuple(COLUMNS)
    assert list(read_rows(path)) == []


@pytest.mark.parametrize("name", ["out.xlsx", "out", "out.feather"])
def test_another_ending_is_refused(tmp_path: Path, name: str) -> None:
    text = refusal(tmp_path / name, COLUMNS, [])

    assert text == "export: path: must end in .parquet, .arrow or .csv"


def test_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="is in a folder that does not exist"):
        write_table(tmp_path / "none" / "out.csv", COLUMNS, [])


@pytest.mark.parametrize("ending", ["parquet", "arrow"])
@pytest.mark.parametrize(
    ("column", "kind", "value"),
    [("n", "integer", "Secret"), ("n", "text", 5), ("n", "time", PHONE), ("n", "integer", 2**70)],
)
def test_a_value_that_is_not_of_its_kind_names_the_column(
    tmp_path: Path, ending: str, column: str, kind: str, value: Any
) -> None:
    text = refusal(tmp_path / f"out.{ending}", {column: kind}, [{column: value}])

    assert text == f'export: column "n": has a value that is no {kind}'


@pytest.mark.parametrize("ending", ["parquet", "arrow"])
def test_a_later_value_of_another_type_names_the_column(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out.{ending}"
    rule = "has values that do not fit one type; write a .csv, which takes any"
    later = [{"n": 1, PHONE: 1}] * 10_000

    assert refusal(path, {"n": "any"}, [*later, {"n": "Secret"}]) == f'export: column "n": {rule}'
    assert refusal(path, {"n": "any"}, [{"n": 1}, {"n": "Secret"}]) == f'export: column "n": {rule}'
    assert refusal(path, {"n": "any", PHONE: "any"}, [*later, {"n": 1, PHONE: "Secret"}]) == (
        f"export: column 1: {rule}"
    )


def test_a_column_without_a_value_in_the_first_rows_is_text(tmp_path: Path) -> None:
    path = tmp_path / "out.parquet"

    write_table(path, {"n": "any", "k": "integer"}, [{"k": 1}] * 10_000 + [{"n": "x"}])

    assert list(read_rows(path, 10_000)) == [{"n": "x"}]


@pytest.mark.parametrize("ending", ENDINGS)
def test_text_that_utf8_cannot_carry_is_refused(tmp_path: Path, ending: str) -> None:
    text = refusal(tmp_path / f"out.{ending}", {"key": "text"}, [{"key": "Secret \ud800"}])

    assert ("row 0 has text that UTF-8 cannot carry" if ending == "csv" else 'column "key"') in text


def test_csv_needs_no_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(module: str = "pyarrow") -> Any:
        raise ImportError(module)

    monkeypatch.setattr(_export, "pyarrow", lacking)

    assert write_table(tmp_path / "out.csv", COLUMNS, results(2)) == 2
    with pytest.raises(ImportError):
        write_table(tmp_path / "out.parquet", COLUMNS, results(2))
    assert [file.name for file in tmp_path.iterdir()] == ["out.csv"]


VALUES = st.none() | st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.fixed_dictionaries({"a": VALUES, "b": VALUES}), max_size=6),
    st.sampled_from(ENDINGS),
)
def test_any_text_is_read_back(rows: list[dict[str, str | None]], ending: str) -> None:
    expected = [{n: text for n, text in row.items() if text is not None} for row in rows]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"out.{ending}"
        write_table(path, {"a": "text", "b": "any"}, rows)

        assert list(read_rows(path)) == expected
