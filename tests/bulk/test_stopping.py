"""What ends a call before its rows: stop, Ctrl-C, hours, a deadline, throttling."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from smsvoice import SmsVoice
from smsvoice.bulk import Bulk, BulkStoppedError, Outcome, Report, Result
from smsvoice.bulk.ledger.location import ledger_url
from tests.contract.wire import keyed_session
from tests.factories.accounts import Account
from tests.transport.faults import Fault, FaultyServer

Make = Callable[..., Bulk]


def endless(account: Account) -> Any:
    """Rows without an end."""
    return (account.row(f"row-{i}") for i in count())


def test_stop_ends_calls_in_progress_everywhere_and_later_ones_go_on(
    account: Account, bulk: Make, ledger_url: str
) -> None:
    ended: list[BulkStoppedError] = []

    def send() -> None:
        try:
            bulk(ledger=ledger_url, parts_per_second=50).send(endless(account))
        except BulkStoppedError as stopped:
            ended.append(stopped)

    threads = [threading.Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    while len(account.bodies) < 5:
        time.sleep(0.01)
    bulk(ledger=ledger_url).stop()
    for thread in threads:
        thread.join()
    assert [each.why for each in ended] == ["stop() was called"] * 2
    sent = sum(each.report.count(Outcome.SENT) for each in ended)
    assert sent == len(account.bodies) == bulk(ledger=ledger_url).totals().count(Outcome.SENT)
    assert bulk(ledger=ledger_url).send([account.row("later")]).counts == {Outcome.SENT: 1}


def test_a_call_may_be_limited_in_time(account: Account, bulk: Make) -> None:
    mine, sent = bulk(parts_per_second=50), 0
    for seconds in (0.5, 5, 50):  # a machine that is busy sends nothing in the first half second
        with pytest.raises(BulkStoppedError, match="max_seconds are over") as stopped:
            mine.send(endless(account), max_seconds=seconds)
        sent += stopped.value.report.count(Outcome.SENT)
        if sent > 5:
            break
    assert sent == len(account.bodies) > 5


def test_rows_that_were_read_and_stay_are_counted(account: Account, bulk: Make) -> None:
    read: list[str] = []

    def rows() -> Iterator[dict[str, Any]]:
        for row in account.rows(5000):
            read.append(row["key"])
            yield row

    mine = bulk(parts_per_second=20)
    results: list[str] = []

    def seen(result: Result) -> None:
        results.append(result.key)
        if len(results) == 5:
            mine.stop()

    with pytest.raises(BulkStoppedError) as stopped:
        mine.send(rows(), on_result=seen)
    assert sum(stopped.value.report.counts.values()) == len(read) == len(results)
    assert set(read) == set(results)
    assert stopped.value.report.count(Outcome.NOT_SENT) > 5
    assert mine.totals().count(Outcome.SENT) == len(account.bodies)


CHILD = """
import sys
from itertools import count
from smsvoice import SmsVoice
from smsvoice.bulk import Bulk
from tests.contract.wire import keyed_session
from tests.transport.faults import Fault, FaultyServer

with FaultyServer(lambda _: Fault.NONE) as server:
    sms = SmsVoice(keyed_session(), endpoint_url=server.url)
    bulk = Bulk("spring", ledger=sys.argv[1], sms=sms, parts_per_second=200)
    rows = (
        {"key": f"k-{i}", "destination_phone_number": "+12065550142", "message_body": "x"}
        for i in count()
    )
    print("begun", flush=True)
    try:
        bulk.send(rows, on_result=lambda result: print(result.key, flush=True))
    except KeyboardInterrupt as interrupt:
        print("note", interrupt.__notes__[0])
        print("received", len(server.received))
        print("totals", bulk.totals(0), flush=True)
"""


def test_ctrl_c_finishes_what_is_in_flight_and_says_how_to_go_on(tmp_path: Path) -> None:
    command = [sys.executable, "-c", CHILD, str(tmp_path / "ledger.db")]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout is not None
        lines = [child.stdout.readline() for _ in range(20)]
        child.send_signal(signal.SIGINT)
        rest = child.stdout.read().splitlines()
    assert lines[0] == "begun\n"
    said = dict(line.split(" ", 1) for line in rest if line.startswith(("note", "rec", "tot")))
    assert "smsvoice: spring was interrupted, and what was in flight is finished." in said["note"]
    assert "Call send() again with the same rows to go on." in said["note"]
    sent = int(said["received"])
    assert said["totals"] == f"sent {sent}"
    assert f"sent {sent:,}" in said["note"]
    assert child.returncode == 0


def test_nothing_leaves_outside_the_window(account: Account, bulk: Make) -> None:
    now = datetime.now(UTC)
    opens = (now + timedelta(hours=3)).strftime("%H:%M")
    closes = (now + timedelta(hours=4)).strftime("%H:%M")
    states: list[str] = []
    mine = bulk()
    stopper = threading.Timer(1.2, mine.stop)
    stopper.start()
    with pytest.raises(BulkStoppedError, match="stop"):
        mine.send(
            account.rows(3),
            window=(opens, closes, "UTC"),
            progress=lambda progress: states.append(progress.state),
        )
    assert account.bodies == []
    assert "waiting" in states
    assert mine.totals().counts == {}


def test_both_ends_limit_the_time_to_live(account: Account, bulk: Make) -> None:
    now = datetime.now(UTC)
    opens, closes = (now + timedelta(hours=hours) for hours in (-1, 2))
    window = (opens.strftime("%H:%M"), closes.strftime("%H:%M"), "UTC")
    with FaultyServer(lambda _: Fault.NONE) as server:
        sms = SmsVoice(keyed_session(), endpoint_url=server.url)
        rows = [account.row("a"), account.row("b", time_to_live=60)]
        bulk("1", sms=sms).send(rows, window=window)
        deadline = now + timedelta(minutes=10)
        bulk("2", sms=sms).send([account.row("c")], window=window, not_after=deadline)
        bulk("3", sms=sms).send([account.row("d")])
        lives = {r.body["MessageBody"][-1]: r.body.get("TimeToLive", 0) for r in server.received}
    assert 6900 < lives["a"] <= 7200
    assert lives["b"] == 60
    assert 590 < lives["c"] <= 600
    assert lives["d"] == 0


def test_after_the_deadline_nothing_leaves(account: Account, bulk: Make) -> None:
    with pytest.raises(BulkStoppedError, match="the deadline not_after is reached") as stopped:
        bulk().send(account.rows(5), not_after=datetime.now(UTC) + timedelta(seconds=4))
    assert set(stopped.value.report.counts) == {Outcome.NOT_SENT}  # of those that were read
    assert account.bodies == []
    assert bulk().totals().counts == {}


def test_a_throttled_message_holds_back_its_identity_in_all_processes(
    account: Account, bulk: Make, ledger_url: str
) -> None:
    account.emulator.faults.add("throttle", operation="SendTextMessage", times=5)
    mine = bulk(ledger=ledger_url, threads=1)
    started = time.monotonic()
    assert mine.send([account.row("a")]).counts == {Outcome.SENT: 1}
    assert time.monotonic() - started >= 1
    assert len(account.bodies) == 1


def test_a_message_that_stays_throttled_is_not_sent_and_may_go_later(
    account: Account, bulk: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("smsvoice.bulk.pace._LONGEST_PAUSE", 0.01)
    fault = account.emulator.faults.add("throttle", operation="SendTextMessage", share=1.0)
    report = bulk(threads=1).send([account.row("a")])
    assert report.counts == {Outcome.NOT_SENT: 1}
    assert bulk().totals().counts == {}
    account.emulator.faults.clear()
    assert fault.share == 1.0
    assert bulk().send([account.row("a")]).counts == {Outcome.SENT: 1}


def test_requests_per_second_hold_for_all_identities(account: Account, bulk: Make) -> None:
    started = time.monotonic()
    report = bulk(requests_per_second=20).send(account.rows(30))
    assert report.counts == {Outcome.SENT: 30}
    assert time.monotonic() - started > 1  # 30 requests take a second and a half


def test_a_slow_identity_holds_up_no_other(account: Account, bulk: Make) -> None:
    arrived: list[str] = []
    slow, fast = account.numbers
    mine = bulk(parts_per_second={slow: 1, fast: 1000})
    rows = account.rows(400)

    def seen(result: Any) -> None:
        arrived.append(result.key)
        if len(arrived) > 195:
            mine.stop()

    with pytest.raises(BulkStoppedError) as stopped:
        mine.send(rows, on_result=seen)
    assert isinstance(stopped.value.report, Report)
    by_slow = sum(int(key.removeprefix("row-")) % 2 == 0 for key in arrived[:190])
    assert by_slow < 20


def test_sqlite_ledgers_are_named_by_path_or_url(tmp_path: Path) -> None:
    assert ledger_url(tmp_path / "a.db") == ledger_url(f"sqlite:///{tmp_path}/a.db")
