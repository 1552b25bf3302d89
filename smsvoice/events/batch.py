"""All events of one delivery, and the answer that its carrier wants."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, cast, overload

from smsvoice.core.errors import SmsVoiceError
from smsvoice.events.carrier import firehose_kind, object_in, text_in
from smsvoice.events.items import Item

_PARTIAL: Final = frozenset(("sqs", "kinesis"))
_OK, _UNAVAILABLE = 200, 503


class RetryError(SmsVoiceError):
    """Events are to come again, and their carrier knows no partial answer.

    Raise it out of your handler: AWS then delivers the whole batch again.
    """


class Batch(Sequence[Item]):
    """The events of one delivery, in the order in which they came.

    Iterate over it; ask for what you cannot handle yet again by `retry`, and return `response()`
    from your handler. Unparsed records are not asked for again unless you say so.
    """

    def __init__(self, items: Sequence[Item], came: object) -> None:
        """Hold the items that were found in what came."""
        self._items = tuple(items)
        self._came: Mapping[str, Any] = object_in(came) or {}
        self._listed = cast("Sequence[Any]", came) if isinstance(came, list | tuple) else ()
        self._again: dict[int, None] = {}
        self._ids = frozenset(map(id, self._items))

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Item]: ...
    def __getitem__(self, place: int | slice) -> Item | Sequence[Item]:
        return self._items[place]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self)}, {len(self._again)} to come again>"

    @property
    def has_retries(self) -> bool:
        """Whether an item is to come again."""
        return bool(self._again)

    @property
    def status_code(self) -> int:
        """The HTTP status for Firehose: 200, or 503 when items are to come again."""
        return _UNAVAILABLE if self._again else _OK

    @property
    def receipt_handles(self) -> list[str]:
        """Of what boto3's `receive_message` gave: the handles of the messages to delete.

        Those that hold an item to come again are left out: SQS hands them over once more.
        """
        handles = [text_in(object_in(one) or {}, "ReceiptHandle") for one in self._messages]
        return [one for place, one in enumerate(handles) if one and place not in self._again]

    def retry(self, item: Item) -> None:
        """Ask for the record of an item again, an event that came before your own row for one.

        A Firehose transformation does not repeat a record: it puts it among its errors in S3.

        Raises:
            ValueError: the item is of another batch.
        """
        if id(item) not in self._ids:
            raise ValueError("the item is not of this batch")
        self._again[item.carrier.index] = None

    def response(self) -> dict[str, Any] | None:
        """What the carrier wants back from your handler.

        Returns:
            For SQS and Kinesis `{"batchItemFailures": [...]}`, which their event source mapping
            needs the setting ReportBatchItemFailures for; for a Firehose transformation its
            records, unchanged; for a Firehose HTTP endpoint the body of the answer, whose status
            is `status_code`; None for all others, which want nothing back. A queue that you poll
            yourself wants `receipt_handles` deleted.

        Raises:
            RetryError: items are to come again, and the carrier has no answer that says so.

        AWS: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
        """
        kind = self._kind
        if kind in _PARTIAL:
            return {"batchItemFailures": [self._failure(place) for place in self._again]}
        if kind == "firehose_transform":
            records = enumerate(self._came["records"])
            return {"records": [self._transformed(place, one) for place, one in records]}
        if kind == "firehose_http":
            answer = {
                "requestId": self._came.get("requestId"),
                "timestamp": self._came.get("timestamp"),
            }
            more = {"errorMessage": "not all records could be handled yet"}
            return answer | (more if self._again else {})
        if self._again and not self._messages:
            raise RetryError("items are to come again: let this error leave your handler")
        return None

    @property
    def _messages(self) -> Sequence[Any]:
        """What boto3's `receive_message` gave: its answer, the list in it or one message."""
        records: Any = self._came.get("Messages")
        if isinstance(records, list | tuple):
            return cast("Sequence[Any]", records)
        listed = (self._came,) if self._came else self._listed
        is_polled = all("ReceiptHandle" in (object_in(one) or {}) for one in listed)
        return listed if is_polled else ()

    @property
    def _kind(self) -> str:
        """The carrier that waits for an answer, whether or not anything was in its records."""
        if isinstance(self._came.get("records"), list | tuple):
            return firehose_kind(self._came)
        records = self._came.get("Records")
        if not isinstance(records, list | tuple):
            return ""
        first = object_in(next(iter(cast("list[Any]", records)), None))
        if first is None:
            return ""
        return "kinesis" if "kinesis" in first else "sqs" if "body" in first else ""

    def _failure(self, place: int) -> dict[str, str]:
        """Lambda takes an empty identifier for: the whole batch."""
        record: Any = self._came["Records"][place]
        whole = object_in(record) or {}
        if self._kind == "kinesis":
            found = text_in(object_in(whole.get("kinesis")) or {}, "sequenceNumber")
        else:
            found = text_in(whole, "messageId")
        return {"itemIdentifier": found or ""}

    def _transformed(self, place: int, record: Any) -> dict[str, Any]:
        given = object_in(record) or {}
        result = "ProcessingFailed" if place in self._again else "Ok"
        return {"recordId": given.get("recordId"), "result": result, "data": given.get("data")}
