"""Rows of CSV files, by the csv module of the standard library."""

import codecs
import csv
import io
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from smsvoice.bulk._source import Row, check_unchanged, chosen, wrong
from smsvoice.core.redact import is_number_like


@dataclass(frozen=True, slots=True)
class CsvRows:
    """The rows of a CSV file from one of them on."""

    path: Path
    delimiter: str
    names: tuple[str, ...]
    """One for each cell of a row; empty where the cell is left out."""
    offset: int
    """The bytes of the file before the first of these rows."""
    at: int = 0
    """The number of the row that begins there."""
    end: int | None = None
    """The number that the row after the last would have, where it is known."""
    size: int | None = None
    """The bytes of the whole file when its shares were made."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are read."""
        return tuple(name for name in self.names if name)

    def __str__(self) -> str:
        return self.path.name

    def count(self) -> int | None:
        """Return the end of a share; the rows of a whole file are not counted."""
        return self.end

    def rows(self, first: int, last: int | None) -> Iterator[Row]:
        """Read rows; a cell that is empty is left out."""
        check_unchanged(self.path, self.size)
        names, width = self.names, len(self.names)
        with _text(self.path, self.offset) as lines:
            for number, cells in self._records(lines, last):
                if number < first:
                    continue
                if len(cells) > width:
                    more = f"row {number} has {len(cells)} cells, and the header has {width}"
                    raise wrong(f"{more}; put cells that hold a separator into quotes")
                yield {
                    name: cell for name, cell in zip(names, cells, strict=False) if cell and name
                }

    def shares(self, first: int, last: int | None, size: int) -> Iterator[tuple[Self, int, int]]:
        """Cut the rows into ranges, each with the byte at which it begins."""
        check_unchanged(self.path, self.size)
        whole = replace(self, size=self.path.stat().st_size)
        with _text(self.path, self.offset) as text:
            lines = _Counted(text, self.offset)
            start, number, begin, after = first, first - 1, lines.taken, lines.taken
            for number, _ in self._records(lines, last):
                if number == start:
                    begin = after
                after = lines.taken
                if number + 1 == start + size:
                    end = number + 1
                    yield replace(whole, offset=begin, at=start, end=end), start, end
                    start = end
            if number >= start:
                end = number + 1
                yield replace(whole, offset=begin, at=start, end=end), start, end

    def _records(self, lines: Iterable[str], last: int | None) -> Iterator[tuple[int, list[str]]]:
        """Read records that are not blank, with their numbers."""
        number = self.at
        if last is not None and last <= number:
            return
        try:
            for cells in csv.reader(lines, delimiter=self.delimiter, strict=True):
                if cells:
                    yield number, cells
                    number += 1
                    if number == last:
                        return
        except csv.Error as error:
            raise wrong(f"row {number} is no sound CSV: {error}") from None
        except UnicodeDecodeError:
            raise _not_utf8(f"in row {number} or after it") from None


def csv_rows(path: Path, delimiter: str, wanted: Sequence[str] | None) -> CsvRows:
    """Read the header of a CSV file; where it holds semicolons alone, they separate its cells."""
    names, offset = _header(path, delimiter)
    if len(names) == 1 and delimiter == "," and ";" in names[0]:
        delimiter = ";"
        names, offset = _header(path, delimiter)
    if any(is_number_like(name.strip()) for name in names):
        raise wrong("has no header: its first row must name the columns")
    read = chosen([name for name in names if name], wanted)
    return CsvRows(path, delimiter, tuple(n if n in read else "" for n in names), offset)


def _header(path: Path, delimiter: str) -> tuple[list[str], int]:
    """Return the names in the first row that is not blank, and the bytes up to the next row."""
    with path.open("rb") as file:
        mark = len(codecs.BOM_UTF8) if file.read(3) == codecs.BOM_UTF8 else 0
    with _text(path, mark) as text:
        lines = _Counted(text, mark)
        try:
            cells = csv.reader(lines, delimiter=delimiter, strict=True)
            names = next((row for row in cells if any(row)), None)
        except csv.Error as error:
            raise wrong(f"the header is no sound CSV: {error}") from None
        except UnicodeDecodeError:
            raise _not_utf8("at its beginning") from None
    if names is None:
        raise wrong("has no header: its first row must name the columns")
    return names, lines.taken


class _Counted:
    """Lines of a file, and the bytes up to the end of the last one that was taken."""

    def __init__(self, lines: Iterable[str], taken: int) -> None:
        self._lines = lines
        self.taken = taken

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.taken += len(line) if line.isascii() else len(line.encode())
            yield line


@contextmanager
def _text(path: Path, offset: int) -> Generator[Iterable[str]]:
    """The lines of a file from a byte on, with their ends as they are."""
    with path.open("rb") as file:
        file.seek(offset)
        with io.TextIOWrapper(file, encoding="utf-8", newline="") as text:
            yield text


def _not_utf8(where: str) -> Exception:
    return wrong(f"is no UTF-8 {where}; save the file as UTF-8")
