"""Lost, cut and refused answers: the ledger says of each row what the server knows of it."""

import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from botocore.config import Config

from smsvoice import SmsVoice
from smsvoice.bulk import Bulk, BulkStoppedError, Outcome, Result
from tests.contract.wire import keyed_session
from tests.transport.faults import NOT_TAKEN, Fault, FaultyServer, Received, refusing_url

Make = Callable[..., Bulk]
LOST = [fault for fault in Fault if fault not in {Fault.NONE, *NOT_TAKEN}]


def rows(count: int) -> list[dict[str, Any]]:
    """Rows for a server that takes everything."""
    return [
        {"key": f"k-{i}", "destination_phone_number": "+12065550142", "message_body": f"No {i}"}
        for i in range(count)
    ]


def client(url: str) -> SmsVoice:
    """A client with little patience."""
    return SmsVoice(keyed_session(), endpoint_url=url, config=Config(read_timeout=0.3))


def key_of(received: Received) -> str:
    """The key of a message that arrived."""
    return str(received.body["Context"]["smsvoice"]).partition("/")[2]


@pytest.mark.parametrize("seed", [1, 2])
def test_with_faults_in_thirty_of_a_hundred_calls_the_books_agree_row_by_row(
    bulk: Make, ledger_url: str, seed: int
) -> None:
    draw = random.Random(seed)
    kinds = [fault for fault in Fault if fault is not Fault.NONE]
    met: dict[str, list[Fault]] = {}

    def choose(received: Received) -> Fault:
        fault = draw.choice(kinds) if draw.random() < 0.3 else Fault.NONE
        met.setdefault(key_of(received), []).append(fault)
        return fault

    results: dict[str, Result] = {}

    def keep(result: Result) -> None:
        results[result.key] = result

    with FaultyServer(choose, lambda r: {"MessageId": f"m-{key_of(r)}"}) as server:
        mine = bulk(ledger=ledger_url, sms=client(server.url))
        report = mine.send(rows(150), on_result=keep, stop_after_refusals=None)
        taken = Counter(key_of(received) for received in server.taken)
        book = {result.key: result for result in mine.results(min_age=0)}
        assert max(taken.values()) == 1
        assert sum(report.counts.values()) == len(results) == 150
        for key, result in results.items():
            last = met[key][-1]
            expected = {
                Fault.NONE: Outcome.SENT,
                Fault.THROTTLED: Outcome.NOT_SENT,
                Fault.CONFLICT: Outcome.REFUSED,
            }.get(last, Outcome.UNKNOWN)
            assert result.outcome is expected, (key, met[key])
            assert (key in book) == (expected is not Outcome.NOT_SENT)
            if key in book:
                assert (book[key].outcome, book[key].message_id) == (expected, result.message_id)
            if expected is Outcome.SENT:
                assert result.message_id == f"m-{key}"
                assert taken[key] == 1
        again = mine.send(rows(150), stop_after_refusals=None)
        assert again.count(Outcome.SKIPPED) == len(book)
        assert max(Counter(key_of(received) for received in server.taken).values()) == 1


@pytest.mark.parametrize("fault", LOST)
def test_every_lost_answer_is_unknown_and_never_sent_again(bulk: Make, fault: Fault) -> None:
    with FaultyServer(lambda _: fault) as server:
        mine = bulk(sms=client(server.url))
        assert mine.send(rows(3)).counts == {Outcome.UNKNOWN: 3}
        assert mine.send(rows(3)).counts == {Outcome.SKIPPED: 3}
        assert len(server.received) == 3
        assert mine.totals().counts == {Outcome.UNKNOWN: 3}


def test_without_a_connection_no_row_is_spent_and_the_call_stops(bulk: Make) -> None:
    mine = bulk(sms=client(refusing_url()), threads=2)
    with pytest.raises(BulkStoppedError, match="NotSentError") as stopped:
        mine.send(rows(100), stop_after_refusals=10)
    assert stopped.value.report.count(Outcome.NOT_SENT) == 100
    assert mine.totals().counts == {}


def test_a_long_outage_stops_the_call(bulk: Make) -> None:
    with FaultyServer(lambda _: Fault.ERROR_503) as server:
        mine = bulk(sms=client(server.url), threads=4)
        with pytest.raises(BulkStoppedError, match="OutcomeUnknownError") as stopped:
            mine.send(rows(300))
        assert 50 <= stopped.value.report.count(Outcome.UNKNOWN) <= 53
        assert len(server.received) == stopped.value.report.count(Outcome.UNKNOWN)
