"""Memory does not grow with a table that is read."""

import tracemalloc
from pathlib import Path

import pytest

from smsvoice.bulk.tables import read_rows
from tests.bulk.tables import (
    pa,
)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with tables of 200,000 rows; Parquet has a million, all in one row group."""
    folder = tmp_path_factory.mktemp("large")
    pq = pytest.importorskip("pyarrow.parquet")
    phones = [f"+120{n:08}" for n in range(1_000_000)]
    table = pa.table({"phone": phones, "name": phones})
    pq.write_table(table, folder / "people.parquet", row_group_size=len(phones))
    with pa.ipc.new_file(str(folder / "people.arrow"), table.schema) as writer:
        writer.write_table(table.slice(0, 200_000))
    with (folder / "people.csv").open("w") as file:
        file.write("phone,name\n")
        file.writelines(f"{phone},{phone}\n" for phone in phones[:200_000])
    return folder


@pytest.mark.long
@pytest.mark.parametrize("ending", ["csv", "parquet", "arrow"])
def test_memory_does_not_grow_with_the_table(large: Path, ending: str) -> None:
    """Python's own, and Arrow's, which tracemalloc does not see."""
    before = pa.total_allocated_bytes()
    most = number = 0
    tracemalloc.start()
    try:
        for number, _ in enumerate(read_rows(large / f"people.{ending}", last=200_000)):
            if number % 1_000 == 0:
                most = max(most, pa.total_allocated_bytes() - before)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert number == 199_999
    assert peak < 2_000_000
    assert most < 12_000_000  # pages of two columns; the columns themselves are 24 MB and more


@pytest.mark.long
def test_shares_of_a_large_csv_are_made_with_little_memory(large: Path) -> None:
    tracemalloc.start()
    try:
        ends = [share.last for share in read_rows(large / "people.csv").shares()]
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert ends == list(range(10_000, 210_000, 10_000))
    assert peak < 1_000_000
