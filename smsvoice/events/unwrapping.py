"""Out of the envelopes of AWS's services, nested as they come, to the records inside."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, Final, cast

from smsvoice.events.carrier import Carrier, Kind, firehose_kind, text_in
from smsvoice.events.documents import UnreadableError, documents, from_base64

Members = Mapping[str, Any]
Found = tuple[Any, Carrier]
"""A JSON value or an UnreadableError, and how it came."""

_TEST: Final = "CONTROL_MESSAGE"
"""What CloudWatch calls a message by which it tests a subscription."""
_DEEPEST: Final = 12
"""How many envelopes may stand in each other; AWS's own make five at most."""


def unwrapped(found: Any, carrier: Carrier, depth: int = 0) -> Iterator[Found]:
    """What stands in all envelopes around it, in order."""
    if depth > _DEEPEST:
        yield UnreadableError("it stands in too many envelopes"), carrier
    elif isinstance(found, str | bytes | bytearray | memoryview):
        for document in documents(cast("str | bytes", found)):
            if isinstance(document, str):  # JSON in JSON
                yield from unwrapped(document, carrier, depth + 1)
            elif isinstance(document, UnreadableError):
                yield document, replace(carrier, record=_kept(carrier, found))
            else:
                yield from unwrapped(document, carrier, depth + 1)
    elif isinstance(found, list | tuple):
        records = cast("list[Any]", found)
        if not records and carrier.path:
            yield UnreadableError("it holds no record"), carrier
        for place, one in enumerate(records):
            yield from _guarded(one, _numbered(carrier, place), depth + 1)
    elif isinstance(found, Mapping):
        yield from _out_of(cast("Members", found), carrier, depth)
    else:
        yield found, carrier


def _out_of(found: Members, carrier: Carrier, depth: int) -> Iterator[Found]:
    for is_it, inside in _ENVELOPES:
        if is_it(found):
            is_empty = True
            for inner, around in inside(found, carrier):
                is_empty = False
                if isinstance(inner, UnreadableError):
                    yield inner, around
                else:
                    yield from _guarded(inner, around, depth + 1)
            if is_empty and carrier.path and found.get("messageType") != _TEST:
                yield UnreadableError("it holds no record"), carrier
            return
    yield found, carrier


def _guarded(found: Any, carrier: Carrier, depth: int) -> Iterator[Found]:
    """What stands in one record; what fails there costs no other record."""
    try:
        yield from unwrapped(found, carrier, depth)
    except Exception as failed:  # noqa: BLE001  an object that lies about its kind
        why = f"it cannot be read ({type(failed).__name__})"
        yield UnreadableError(why), replace(carrier, record=_kept(carrier, found))


def _kept(carrier: Carrier, found: Any) -> Any:
    return found if carrier.record is None else carrier.record


def _numbered(carrier: Carrier, place: int) -> Carrier:
    """The carrier of one of several records; the place counts in the outermost list only."""
    return carrier if carrier.path else replace(carrier, index=place)


def _within(carrier: Carrier, kind: Kind, record: Any, **ids: Any) -> Carrier:
    """The carrier of what a service carries; ids of services further out stay."""
    if not carrier.path:
        return replace(carrier, kind=kind, path=(kind,), record=record, **ids)
    new = {n: v for n, v in ids.items() if v and not getattr(carrier, n)}
    return replace(carrier, path=(*carrier.path, kind), **new)


# --- one function for each envelope: what is in it, and how it came -------------------------------


def _listed(name: str, found: Members, carrier: Carrier) -> Iterator[Found]:
    """A list of records; boto3's `receive_message` leaves that of an empty queue out."""
    for place, record in enumerate(found.get(name, ())):
        yield record, _numbered(carrier, place)


def _sns_record(found: Members, carrier: Carrier) -> Iterator[Found]:
    """An SNS notification as Lambda gets it."""
    yield from _sns(found["Sns"], carrier, record=found)


def _sns(found: Members, carrier: Carrier, record: Any = None) -> Iterator[Found]:
    """An SNS notification; its message may have been decoded by a framework."""
    number = text_in(found, "MessageId")
    around = _within(
        carrier,
        "sns",
        found if record is None else record,
        message_id=number,
        at=_instant(found.get("Timestamp")),
    )
    topic = text_in(found, "TopicArn")
    yield found["Message"], replace(around, sns_message_id=number, topic_arn=topic)


def _sqs(found: Members, carrier: Carrier) -> Iterator[Found]:
    """A message of SQS, in the spelling of Lambda or of boto3."""
    yield (
        found["body"] if "body" in found else found["Body"],
        _within(
            carrier,
            "sqs",
            found,
            message_id=text_in(found, "messageId", "MessageId"),
            receipt_handle=text_in(found, "receiptHandle", "ReceiptHandle"),
        ),
    )


def _kinesis(found: Members, carrier: Carrier) -> Iterator[Found]:
    """A record of a Kinesis data stream."""
    inner = found["kinesis"]
    around = _within(carrier, "kinesis", found, message_id=text_in(inner, "sequenceNumber"))
    yield from _encoded(inner, around)


def _firehose(found: Members, carrier: Carrier) -> Iterator[Found]:
    """Records that Firehose hands to a Lambda that transforms them, or to an HTTP endpoint."""
    kind = firehose_kind(found)
    for place, record in enumerate(found["records"]):
        around = _within(_numbered(carrier, place), kind, record)
        if not isinstance(record, Mapping):
            yield UnreadableError("the record is no JSON object"), around
            continue
        inner = cast("Members", record)
        yield from _encoded(inner, replace(around, message_id=text_in(inner, "recordId")))


def _encoded(record: Members, carrier: Carrier) -> Iterator[Found]:
    try:
        data: Any = from_base64(record.get("data"))
    except UnreadableError as unreadable:
        data = unreadable
    yield data, carrier


def _cloudwatch(found: Members, carrier: Carrier) -> Iterator[Found]:
    """A subscription of CloudWatch Logs: base64 of gzip of JSON."""
    inner = found["awslogs"]
    yield from _encoded(inner, _within(carrier, "cloudwatch", found))


def _log_events(found: Members, carrier: Carrier) -> Iterator[Found]:
    """The lines of a CloudWatch subscription; nothing in a message that only tests it."""
    if found.get("messageType") == _TEST:
        return
    is_new = "cloudwatch" not in carrier.path
    around = _within(carrier, "cloudwatch", found) if is_new else carrier
    around = replace(
        around,
        account=around.account or text_in(found, "owner"),
        log_group=text_in(found, "logGroup"),
        log_stream=text_in(found, "logStream"),
    )
    is_outermost = around.path == ("cloudwatch",)
    for place, line in enumerate(found["logEvents"]):
        here = replace(around, index=place) if is_outermost else around
        if not isinstance(line, Mapping) or "message" not in line:
            yield UnreadableError("the log event has no message"), here
            continue
        number = text_in(cast("Members", line), "id")
        yield line["message"], replace(here, message_id=here.message_id or number)


def _event_bridge(found: Members, carrier: Carrier) -> Iterator[Found]:
    """An event of EventBridge."""
    number = text_in(found, "id")
    around = _within(
        carrier,
        "eventbridge",
        found,
        message_id=number,
        at=_instant(found.get("time")),
        account=text_in(found, "account"),
        region=text_in(found, "region"),
    )
    given: Any = found.get("resources")
    listed = cast("list[Any]", given) if isinstance(given, list | tuple) else []
    resources = tuple(map(str, listed))
    yield found["detail"], replace(around, event_bridge_id=number, resources=resources)


def _is_list(found: Members, name: str) -> bool:
    return isinstance(found.get(name), list | tuple)


_ENVELOPES: Final[
    tuple[tuple[Callable[[Members], bool], Callable[[Members, Carrier], Iterator[Found]]], ...]
] = (
    (lambda one: _is_list(one, "Records"), partial(_listed, "Records")),
    (lambda one: _is_list(one, "records"), _firehose),
    (
        lambda one: _is_list(one, "Messages") or set(one) == {"ResponseMetadata"},
        partial(_listed, "Messages"),
    ),
    (lambda one: isinstance(one.get("awslogs"), Mapping), _cloudwatch),
    (lambda one: _is_list(one, "logEvents"), _log_events),
    (lambda one: isinstance(one.get("kinesis"), Mapping), _kinesis),
    (lambda one: isinstance(one.get("Sns"), Mapping) and "Message" in one["Sns"], _sns_record),
    (lambda one: "detail" in one and ("detail-type" in one or "source" in one), _event_bridge),
    (
        lambda one: (
            "Message" in one
            and one.get("Type", "Notification") == "Notification"
            and any(name in one for name in ("Type", "TopicArn", "Timestamp"))
        ),
        _sns,
    ),
    (lambda one: "body" in one and ("messageId" in one or "receiptHandle" in one), _sqs),
    (lambda one: "Body" in one and ("MessageId" in one or "ReceiptHandle" in one), _sqs),
)
"""How each envelope is known, and what opens it."""


def _instant(given: object) -> datetime | None:
    if not isinstance(given, str):
        return None
    try:
        found = datetime.fromisoformat(given)
    except (ValueError, OverflowError):
        return None
    return found if found.tzinfo is not None else None
