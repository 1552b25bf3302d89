"""The store that the guide to opt-outs prints survives each failure."""

import sqlite3
from typing import Any

import pytest

from smsvoice import Emulator, SmsVoice
from tests.pages import ROOT, blocks, compiled, run

PERSON = "+12065550142"


class FailingDatabase(sqlite3.Connection):
    """A database that fails once, at the statement that is counted down to."""

    left: int | None = None

    def execute(self, *args: Any, **kwargs: Any) -> sqlite3.Cursor:
        """Run a statement, or fail."""
        self._count_down()
        return super().execute(*args, **kwargs)

    def executemany(self, *args: Any, **kwargs: Any) -> sqlite3.Cursor:
        """Run a statement for each row, or fail."""
        self._count_down()
        return super().executemany(*args, **kwargs)

    def _count_down(self) -> None:
        if self.left is not None:
            self.left = self.left - 1 if self.left else None
            if self.left is None:
                raise sqlite3.OperationalError("disk full")


@pytest.mark.parametrize("statement", range(1 + 3 * 2 + 2))
def test_the_store_of_the_page_on_opt_outs_survives_each_failure(
    sms_emulator: Emulator, statement: int
) -> None:
    """At each statement of a sync over three pages: what is at AWS and what is kept by hand stays."""
    page = ROOT / "docs" / "opt-outs.md"
    names: dict[str, Any] = {}
    run(compiled(blocks(page)[1], page), names)
    database = sqlite3.connect(":memory:", factory=FailingDatabase)
    store = names["SqliteOptOuts"](database)
    sms_emulator.settings.page_size = 2
    newsletter = SmsVoice(session=sms_emulator.session()).opt_out_lists.create("newsletter")
    numbers = [f"+120655501{last:02}" for last in range(6)]
    for number in numbers:
        newsletter.add(number)
    newsletter.sync(store)
    store.add_own("newsletter", numbers[0])
    store.add_own("newsletter", "+12065550190")
    newsletter.add(PERSON)
    newsletter.remove(numbers[1])

    database.left = statement
    with pytest.raises(sqlite3.OperationalError):
        newsletter.sync(store)
    assert not database.in_transaction
    store.add("newsletter", "+12065550191")
    newsletter.sync(store)

    kept = {number for (number,) in database.execute("SELECT number FROM opted_out")}
    expected = {*numbers, PERSON, "+12065550190", "+12065550191"} - {numbers[1]}
    assert kept == expected
    assert store.load_position("newsletter") == (3, None)
    newsletter.remove(numbers[0])
    newsletter.sync(store)
    assert not store.holds("newsletter", "+12065550191")
    assert store.holds("newsletter", numbers[0])
    database.close()
