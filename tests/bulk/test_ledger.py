"""The rules of the ledger, each on SQLite and on PostgreSQL."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from smsvoice.bulk.errors import LedgerError
from smsvoice.bulk.keys import line_of
from smsvoice.bulk.ledger._ledger import Entry, Ledger, close_all, opened
from smsvoice.bulk.ledger._writes import Begin, Forget, Settle
from tests.bulk.ledgers import (
    ALL,
    SECONDS,
    STATES,
    begin_all,
    ledger_at,
    rows_of,
    settle_all,
    states_of,
    write,
)


def test_a_key_begins_once_in_a_campaign(ledger: Ledger) -> None:
    assert ledger.begin("spring", "a", 1)
    assert not ledger.begin("spring", "a", 1)
    assert not ledger.begin("spring", "a", 3)
    assert ledger.begin("summer", "a", 2)
    assert ledger.begin("spring", "b", 1)
    assert ledger.known("spring", ["a"])["a"] == Entry("a", "sending", 1, None, None)


@pytest.mark.parametrize("state", STATES)
def test_a_settled_key_begins_no_more(ledger: Ledger, state: str) -> None:
    ledger.begin("spring", "a", 1)
    ledger.settle("spring", "a", state)
    ledger.flush()

    assert not ledger.begin("spring", "a", 1)
    assert states_of(ledger, "spring", ["a"]) == {"a": state}


def test_of_32_threads_one_begins_each_key(ledger: Ledger) -> None:
    start = threading.Barrier(32)

    def begin(_: int) -> list[str]:
        start.wait(SECONDS)
        return [str(key) for key in range(10) if ledger.begin("spring", str(key), 1)]

    with ThreadPoolExecutor(32) as pool:
        begun = Counter(key for keys in pool.map(begin, range(32)) for key in keys)

    assert begun == {str(key): 1 for key in range(10)}


def test_one_of_two_ledgers_begins_each_key(ledger_url: str) -> None:
    """As two processes have them, whose connections are their own; in opposite orders."""
    keys = [str(key) for key in range(40)]
    start = threading.Barrier(8)
    with ledger_at(ledger_url) as first, ledger_at(ledger_url) as second:

        def begin(number: int) -> list[str]:
            ledger = (first, second)[number % 2]
            start.wait(SECONDS)
            ordered = keys if number < 4 else keys[::-1]
            return [key for key in ordered if ledger.begin("spring", key, 1)]

        with ThreadPoolExecutor(8) as pool:
            begun = Counter(key for found in pool.map(begin, range(8)) for key in found)

    assert begun == dict.fromkeys(keys, 1)


def test_in_one_group_one_begin_of_a_key_is_new(ledger: Ledger) -> None:
    """Also where the group has the key in two campaigns, and a key that is there already."""
    ledger.begin("spring", "old", 1)
    group = [Begin(c, k, 1) for c in ("spring", "summer") for k in ("a", "a", "old", "b", "a")]

    write(ledger, group)

    new = [(one.campaign, one.key) for one in group if one.is_new]
    every = {(c, k) for c in ("spring", "summer") for k in ("a", "b", "old")}
    assert len(new) == 5
    assert set(new) == every - {("spring", "old")}


def test_a_group_may_be_large(ledger: Ledger) -> None:
    """SQLAlchemy writes it with several statements."""
    ledger.begin("spring", "1500", 1)
    group = [Begin("spring", str(number), 1) for number in range(2500)]

    write(ledger, group)

    assert [one.key for one in group if not one.is_new] == ["1500"]


def test_two_processes_with_the_same_rows_never_wait_for_each_other(ledger_url: str) -> None:
    """Each settles its own message and begins the other's, at the same moment."""
    with ledger_at(ledger_url) as first, ledger_at(ledger_url) as second:
        first.begin("spring", "a", 1)
        second.begin("spring", "b", 1)
        if not first._database.is_sqlite:  # there each transaction is alone
            for ledger in (first, second):
                _meet_after_a_statement(ledger, threading.Barrier(2) if ledger is first else None)
        first.settle("spring", "a", "sent")
        second.settle("spring", "b", "sent")
        with ThreadPoolExecutor(2) as pool:
            begun = [
                pool.submit(first.begin, "spring", "b", 1),
                pool.submit(second.begin, "spring", "a", 1),
            ]

        assert [each.exception() for each in begun] == [None, None]
        assert [each.result() for each in begun] == [False, False]
        assert states_of(first, "spring", ["a", "b"]) == {"a": "sent", "b": "sent"}


_meeting: list[threading.Barrier] = []


def _meet_after_a_statement(ledger: Ledger, barrier: threading.Barrier | None) -> None:
    """Each connection waits for the other one after its first statement."""
    if barrier is not None:
        _meeting[:] = [barrier]
    is_first = True

    def meet(*_: object) -> None:
        nonlocal is_first
        if is_first:
            is_first = False
            _meeting[0].wait(SECONDS)

    sa.event.listen(ledger._database.engine, "after_cursor_execute", meet)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("before", ALL)
def test_only_open_messages_are_settled(ledger: Ledger, before: str, state: str) -> None:
    ledger.begin("spring", "a", 2)
    if before != "sending":
        ledger.settle("spring", "a", before, message_id="first", reason="one")
    ledger.settle("spring", "a", state, message_id="second", reason="two")
    ledger.flush()

    open_before = before in {"sending", "unknown"}
    expected = (state, 2, "second", "two") if open_before else (before, 2, "first", "one")
    assert ledger.known("spring", ["a"])["a"] == ("a", *expected)


def test_what_never_began_is_not_settled(ledger: Ledger) -> None:
    ledger.settle("spring", "a", "sent")
    ledger.flush()

    assert ledger.known("spring", ["a"]) == {}


def test_a_reason_is_cut(ledger: Ledger) -> None:
    ledger.begin("spring", "a", 1)
    ledger.settle("spring", "a", "refused", reason="x" * 500)
    ledger.flush()

    assert ledger.known("spring", ["a"])["a"].reason == "x" * 64


@pytest.mark.parametrize("state", STATES)
def test_only_what_is_on_its_way_is_forgotten(ledger: Ledger, state: str) -> None:
    begin_all(ledger, "spring", "ab")
    begin_all(ledger, "summer", "a")
    settle_all(ledger, "spring", "b", state)

    for key in ("a", "b", "missing"):
        ledger.forget("spring", key)

    assert states_of(ledger, "spring", ["a", "b"]) == {"b": state}
    assert states_of(ledger, "summer", ["a"]) == {"a": "sending"}
    assert ledger.begin("spring", "a", 1)


def test_unusual_keys_stay_as_they_are(ledger: Ledger) -> None:
    """No two are one, whatever the database thinks of case, accents, blanks and quotes."""
    keys = [
        "a",
        "A",
        "å",
        "a\u030a",
        "a b",
        "%",
        "_",
        "'",
        '"; --',
        "{x}",
        ":k",
        "é" * 128,
        "😀",
        "\\",
    ]
    for key in keys:
        assert ledger.begin("spring", key, 1)
        assert not ledger.begin("spring", key, 1)
        ledger.settle("spring", key, "sent", message_id="x" * 64)
    ledger.flush()

    assert set(ledger.known("spring", keys)) == set(keys)
    assert sorted(entry.key for entry in ledger.entries("spring", ALL, 60, page=3)) == sorted(keys)


def test_nothing_stays_of_a_group_that_failed(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last statement of the group fails, and the next group works."""
    begin_all(ledger, "spring", "ab")
    with monkeypatch.context() as patched:
        patched.setattr(ledger._statements, "_forget", sa.text("DELETE FROM missing"))
        with pytest.raises(LedgerError, match="missing"):
            write(
                ledger,
                [Begin("spring", "c", 1), Settle("spring", "a", "sent"), Forget("spring", "b")],
            )

    assert states_of(ledger, "spring", list("abc")) == {"a": "sending", "b": "sending"}
    assert ledger.begin("spring", "c", 1)


def test_threads_of_one_group_all_hear_of_a_failure(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None of them believes that its message may leave."""
    start = threading.Barrier(8)
    monkeypatch.setattr(ledger._statements, "_begin", sa.text("SELECT missing"))

    def begin(number: int) -> object:
        start.wait(SECONDS)
        try:
            return ledger.begin("spring", str(number), 1)
        except LedgerError as failed:
            return failed.why

    with ThreadPoolExecutor(8) as pool:
        heard = list(pool.map(begin, range(8)))

    assert all("missing" in str(each) for each in heard)
    assert ledger.totals("spring", 60) == {}


def test_a_message_begins_at_the_time_of_the_database_or_of_the_clock(ledger_url: str) -> None:
    with ledger_at(ledger_url) as real:
        real.begin("spring", "a", 1)
        with real._database.reading() as connection:
            now = real._statements.now(connection)
    with ledger_at(ledger_url, lambda _: 1234.5) as simulated:
        simulated.begin("spring", "b", 1)
        rows = {row[1]: row[4] for row in rows_of(simulated)["smsvoice_messages"]}

    assert 1_700_000_000 < rows["a"] <= now
    assert rows["b"] == 1234.5


def test_nothing_in_the_ledger_names_a_number(ledger: Ledger, ledger_url: str) -> None:
    number, recipient = "+12065550100", "+14255550123"
    line = line_of("eu-west-1", number)
    ledger.places(line, [1, 2, 3], 10)
    ledger.push_back(line)
    ledger.begin("spring", "order-7", 1)

    rows = rows_of(ledger)
    assert rows["smsvoice_pace"][0][0] == line
    text = repr(rows)
    for hidden in (number, recipient, number[1:], number[2:], "eu-west-1"):
        assert hidden not in text


def test_places_and_pauses_count_for_all_who_share_a_line(ledger_url: str) -> None:
    now = [1_000_000.0]
    with (
        ledger_at(ledger_url, lambda _: now[0]) as one,
        ledger_at(ledger_url, lambda _: now[0]) as two,
    ):
        assert one.places("line", [1], 1.0).delays == [0.0]
        assert two.places("line", [1, 1], 1.0).delays == pytest.approx([1.05, 2.10], abs=0.011)
        assert two.places("other", [1], 1.0).delays == [0.0]
        now[0] += 10
        assert one.push_back("line") == 1.0
        assert two.push_back("line") == 1.0
        assert two.places("line", [2], 5.0).delays == [1.0]
        now[0] += 1
        assert two.push_back("line") == 2.0
        assert one.places("line", [1], float("inf")).delays == [2.0]


def test_many_threads_take_places_in_new_lines_at_once(ledger_url: str) -> None:
    with ledger_at(ledger_url, lambda _: 5e8) as one, ledger_at(ledger_url, lambda _: 5e8) as two:
        start = threading.Barrier(8)

        def take(number: int) -> dict[str, list[float]]:
            start.wait(SECONDS)
            ledger = (one, two)[number % 2]
            return {line: ledger.places(line, [1], 10.0).delays for line in ("c", "a", "b")}

        with ThreadPoolExecutor(8) as pool:
            taken = list(pool.map(take, range(8)))

    for line in "abc":
        times = sorted(each[line][0] for each in taken)
        assert times == pytest.approx([number * 0.105 for number in range(8)], abs=0.011)


def test_a_ledger_is_opened_once_in_a_process(ledger_url: str) -> None:
    start = threading.Barrier(8)

    def open_it(_: int) -> Ledger:
        start.wait(SECONDS)
        return opened(ledger_url)

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(open_it, range(8)))) == 1
    first = opened(ledger_url)
    close_all()
    assert opened(ledger_url) is not first


def test_a_closed_ledger_opens_again_when_it_is_used(ledger: Ledger) -> None:
    ledger.begin("spring", "a", 1)
    ledger.close()

    assert not ledger.begin("spring", "a", 1)
    assert ledger.begin("spring", "b", 1)
