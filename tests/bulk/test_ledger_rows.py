"""What a ledger says of its rows, and what is changed for many of them, on both databases."""

import pytest

from smsvoice.bulk.ledger._ledger import Entry, Ledger
from tests.bulk.ledgers import (
    ALL,
    STATES,
    age,
    begin_all,
    ledger_at,
    settle_all,
    states_of,
)


def test_known_gives_the_rows_of_the_keys_that_have_one(ledger: Ledger) -> None:
    begin_all(ledger, "spring", [str(number) for number in range(900)], parts=3)
    begin_all(ledger, "summer", ["1000"])

    found = ledger.known("spring", [str(number) for number in range(400, 1200)])

    assert set(found) == {str(number) for number in range(400, 900)}
    assert found["500"] == Entry("500", "sending", 3, None, None)
    assert ledger.known("spring", []) == {}


def test_totals_by_state(ledger: Ledger) -> None:
    assert ledger.totals("spring", 60) == {}
    begin_all(ledger, "spring", "abcdef", parts=3)
    begin_all(ledger, "summer", "abc", parts=5)
    settle_all(ledger, "spring", "ab", "sent")
    settle_all(ledger, "spring", "c", "refused")
    settle_all(ledger, "spring", "d", "unknown")

    expected = {"sent": (2, 6), "refused": (1, 3), "unknown": (1, 3), "sending": (2, 6)}
    assert ledger.totals("spring", 60) == expected


def test_what_has_no_answer_for_long_counts_as_unknown(ledger: Ledger) -> None:
    begin_all(ledger, "spring", "ab")
    settle_all(ledger, "spring", "b", "sent")
    age(ledger, 100)
    begin_all(ledger, "spring", "c")

    assert ledger.totals("spring", 60) == {"unknown": (1, 1), "sent": (1, 1), "sending": (1, 1)}
    assert ledger.totals("spring", 120) == {"sent": (1, 1), "sending": (2, 2)}
    assert [e.key for e in ledger.entries("spring", ["unknown"], 60)] == ["a"]
    assert [e.state for e in ledger.entries("spring", ["unknown"], 60)] == ["unknown"]
    assert [e.key for e in ledger.entries("spring", ["unknown"], 120)] == []
    assert [e.key for e in ledger.entries("spring", ["sending"], 60)] == ["c"]
    assert [e.key for e in ledger.entries("spring", ["unknown"], 0)] == ["a", "c"]
    assert not ledger.begin("spring", "a", 1)
    ledger.settle("spring", "a", "sent")  # its answer comes after all
    ledger.flush()
    assert ledger.totals("spring", 60) == {"sent": (2, 2), "sending": (1, 1)}


def test_entries_come_page_by_page_while_others_write(ledger: Ledger, ledger_url: str) -> None:
    keys = [f"{number:05}" for number in range(0, 5000, 2)]
    begin_all(ledger, "spring", keys)
    begin_all(ledger, "summer", keys)
    found: list[str] = []
    with ledger_at(ledger_url) as other:
        for number, entry in enumerate(ledger.entries("spring", ["sending"], 60)):
            found.append(entry.key)
            if number % 400 == 0:
                assert other.begin("spring", f"{number * 2 + 1:05}", 1)  # just read past
                assert other.begin("spring", f"{number * 2 + 3999:05}", 1)  # still ahead

    assert found == sorted(set(found))
    assert set(keys) <= set(found)


@pytest.mark.parametrize("rows", [0, 1, 999, 1000, 1001, 2000])
def test_the_last_page_may_be_full_or_empty(ledger: Ledger, rows: int) -> None:
    keys = [f"{number:05}" for number in range(rows)]
    begin_all(ledger, "spring", keys)

    assert [entry.key for entry in ledger.entries("spring", ALL, 60)] == keys


def test_entries_only_of_the_states_that_are_asked_for(ledger: Ledger) -> None:
    begin_all(ledger, "spring", "abcd")
    settle_all(ledger, "spring", "a", "sent")
    settle_all(ledger, "spring", "b", "refused")
    settle_all(ledger, "spring", "c", "unknown")

    assert [e.key for e in ledger.entries("spring", ["sent", "unknown"], 60, page=1)] == ["a", "c"]


def test_many_are_settled_by_their_events(ledger: Ledger) -> None:
    keys = [str(number) for number in range(2100)]
    begin_all(ledger, "spring", keys)
    begin_all(ledger, "summer", keys)
    settle_all(ledger, "spring", ["1"], "refused")
    settle_all(ledger, "spring", ["2"], "unknown")
    settle_all(ledger, "spring", ["3"], "sent")
    events = [(key, f"id-{key}") for key in (*keys, "missing", "5", "6")]

    assert ledger.settle_many("spring", iter(events)) == 2098
    assert ledger.settle_many("spring", iter(events)) == 0
    assert ledger.settle_many("spring", []) == 0

    found = ledger.known("spring", ["1", "2", "3", "2099"])
    assert [found[key].state for key in ("1", "2", "3", "2099")] == [
        "refused",
        "sent",
        "sent",
        "sent",
    ]
    assert [found[key].message_id for key in ("1", "2", "3", "2099")] == [
        None,
        "id-2",
        None,
        "id-2099",
    ]
    assert found["2"].reason is None
    assert ledger.totals("summer", 60) == {"sending": (2100, 2100)}


def test_deleting_keeps_those_on_their_way_and_the_later_ones(ledger: Ledger) -> None:
    begin_all(ledger, "spring", "abcd")
    begin_all(ledger, "summer", "a")
    for key, state in zip("abc", STATES, strict=True):
        settle_all(ledger, "spring", key, state)
    settle_all(ledger, "summer", "a", "sent")
    age(ledger, 30)
    begin_all(ledger, "spring", "e")
    settle_all(ledger, "spring", "e", "sent")
    with ledger._database.reading() as connection:
        now = ledger._statements.now(connection)

    assert ledger.delete_before("spring", STATES, now - 100, 60) == 0
    assert ledger.delete_before("spring", STATES, now - 15, 60) == 3

    assert states_of(ledger, "spring", list("abcde")) == {"d": "sending", "e": "sent"}
    assert states_of(ledger, "summer", ["a"]) == {"a": "sent"}


def test_deleting_takes_what_a_crash_left_on_its_way(ledger: Ledger) -> None:
    """It counts as unknown by then, and would stay for ever."""
    begin_all(ledger, "spring", "a")
    age(ledger, 100)
    begin_all(ledger, "spring", "b")

    assert ledger.delete_before("spring", STATES, 1e11, 60) == 1
    assert states_of(ledger, "spring", ["a", "b"]) == {"b": "sending"}


def test_stops_are_counted_for_each_campaign(ledger: Ledger, ledger_url: str) -> None:
    assert ledger.stops("spring") == 0
    ledger.stop("spring")
    with ledger_at(ledger_url) as other:
        other.stop("spring")
        other.stop("summer")

    assert ledger.stops("spring") == 2
    assert ledger.stops("summer") == 1
