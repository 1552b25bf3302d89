"""The example of a worker that polls SQS; moto's SNS publishes to moto's queue."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from moto import mock_aws

from smsvoice import Emulator, SmsVoice, events
from smsvoice.emulator.frontends.moto import answering
from tests.factories.shop import PERSON, Shop, load, open_shop

REGION = "us-east-1"


@pytest.fixture
def shop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    """A shop behind `mock_aws`, reached by clients that know nothing of the emulator."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    with Emulator(clock_runs=False, seed=7) as emulator, mock_aws(), answering(emulator):
        made = open_shop(emulator)
        with SmsVoice() as made.sms:
            yield made


@pytest.fixture
def queue(shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Queue":
    """A queue that is subscribed to a topic, and the worker."""
    return Queue(shop, load("sqs_worker", monkeypatch), tmp_path / "messages.db")


class Queue:
    """A queue whose messages come again at once, and the example that empties it."""

    def __init__(self, shop: Shop, worker: Any, path: Path) -> None:
        self.shop = shop
        self.worker = worker
        self.table = worker.MessageTable(path)
        self.sqs: Any = boto3.client("sqs")
        made = self.sqs.create_queue(QueueName="receipts", Attributes={"VisibilityTimeout": "0"})
        self.url: str = made["QueueUrl"]
        asked = self.sqs.get_queue_attributes(QueueUrl=self.url, AttributeNames=["QueueArn"])
        self._topic: Any = boto3.resource("sns").create_topic(Name="events")
        self._topic.subscribe(Protocol="sqs", Endpoint=asked["Attributes"]["QueueArn"])

    def publish(self) -> int:
        """Publish all that AWS would; how many."""
        published = self.shop.published()
        for _, body in published:
            self._topic.publish(Message=json.dumps(body))
        return len(published)

    def work(self) -> int:
        """One round of the worker."""
        done: int = self.worker.work(self.sqs, self.url, self.table, self.shop.sms, wait=0)
        return done

    @property
    def waiting(self) -> int:
        """How many messages are in the queue."""
        name = "ApproximateNumberOfMessages"
        found = self.sqs.get_queue_attributes(QueueUrl=self.url, AttributeNames=[name])
        return int(found["Attributes"][name])


def test_what_is_handled_is_deleted_and_the_rest_comes_again(shop: Shop, queue: Queue) -> None:
    """Events whose row is missing stay in the queue until there is one."""
    early = shop.send()
    shop.emulator.advance(60)
    shop.write("STOP")
    many = queue.publish()

    first, left = queue.work(), queue.waiting
    queue.table.add(early)
    second = queue.work()

    assert many > 1
    assert (first, left, second) == (1, many - 1, many - 1)
    assert queue.waiting == 0
    assert queue.table.is_opted_out(PERSON)
    assert queue.table.outcome(early) == "DELIVERED"


def test_a_question_is_answered_through_a_client_of_its_own(shop: Shop, queue: Queue) -> None:
    """With credentials and region from the environment, as at AWS."""
    shop.write("Hours, please")
    queue.publish()

    assert queue.work() == 1
    (reply,) = shop.emulator.messages
    assert reply.destination_phone_number == PERSON


def test_an_event_that_fails_costs_no_other(
    shop: Shop, queue: Queue, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It stays; the log names no number."""
    monkeypatch.setattr(queue.table, "opt", lambda *_, **__: 1 / 0)
    shop.write("STOP")
    shop.write("Thank you")
    queue.publish()

    assert queue.work() == 1
    assert queue.waiting == 1
    assert "ZeroDivisionError" in caplog.text
    assert PERSON not in caplog.text


def test_an_empty_queue_holds_no_events(queue: Queue) -> None:
    """Not one that cannot be parsed: boto3's answer has no Messages then."""
    received = queue.sqs.receive_message(QueueUrl=queue.url)

    assert "Messages" not in received
    assert list(events.parse(received)) == []
    assert queue.work() == 0


def test_the_worker_starts_with_the_address_of_its_queue(
    shop: Shop, queue: Queue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It works until something ends it."""
    shop.write("STOP")
    queue.publish()
    rounds: list[int] = []
    work = queue.worker.work

    def once(*arguments: Any) -> None:
        if rounds:
            raise KeyboardInterrupt
        rounds.append(work(*arguments, wait=0))

    monkeypatch.setattr(queue.worker, "work", once)
    monkeypatch.setattr("sys.argv", ["sqs_worker.py", queue.url])
    monkeypatch.setenv("MESSAGE_TABLE", str(tmp_path / "own.db"))

    with pytest.raises(KeyboardInterrupt):
        queue.worker.main()

    assert rounds == [1]
    assert queue.worker.MessageTable(tmp_path / "own.db").is_opted_out(PERSON)
