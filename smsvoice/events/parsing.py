"""Whatever brought events, turned into a batch of them."""

from itertools import islice
from typing import Any, Final, cast

from smsvoice.events.batch import Batch
from smsvoice.events.carrier import NOTHING_KNOWN, Carrier
from smsvoice.events.documents import documents
from smsvoice.events.items import Item, Unparsed
from smsvoice.events.reading import event_in
from smsvoice.events.unwrapping import unwrapped

MAX_ITEMS: Final = 100_000
"""More events than this are in nothing that AWS hands over."""


def parse(anything: Any) -> Batch:
    """Read every event in what a Lambda function, a webhook, a queue or a file got.

    Deliveries, replies and changes of registrations are found in what SNS, SQS, EventBridge,
    Kinesis, Firehose and CloudWatch Logs hand over, as they stand in each other: text, bytes,
    compressed bytes, or what was decoded already.

    Args:
        anything: the `event` of a Lambda function, the body of a request, what boto3's
            `receive_message` gives, its `Messages` or one of them, an object that Firehose wrote to
            S3, or an event itself.

    Returns:
        The events in the order in which they came. It never raises: a record that is no event is an
        `Unparsed` with the reason, and costs no other record. A message by which CloudWatch
        tests a subscription holds none.

    AWS: https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-format.html
    """
    items: list[Item] = []
    came = anything
    try:
        came = _decoded(anything)
        for found, carrier in unwrapped(came, NOTHING_KNOWN):
            if len(items) >= MAX_ITEMS:
                reason = f"the rest was not read: there are more than {MAX_ITEMS} records"
                items.append(Unparsed(reason=reason, carrier=carrier, raw=None))
                break
            items.append(_read(found, carrier))
    except Exception as failed:  # noqa: BLE001  an input that lies about its kind
        reason = f"it cannot be read ({type(failed).__name__})"
        items.append(Unparsed(reason=reason, raw=anything))
    return Batch(items, came)


def _decoded(anything: Any) -> Any:
    """The one document that text or bytes hold, which a batch answers to; else what came."""
    if not isinstance(anything, str | bytes | bytearray | memoryview):
        return anything
    given = cast("str | bytes", anything)
    found: list[Any] = list(islice(documents(given), 2))
    is_one = len(found) == 1 and isinstance(found[0], dict | list)
    return cast("object", found[0]) if is_one else given


def _read(found: Any, carrier: Carrier) -> Item:
    try:
        return event_in(found, carrier)
    except Exception as failed:  # noqa: BLE001  likewise, and the others are still read
        reason = f"it cannot be read ({type(failed).__name__})"
        return Unparsed(reason=reason, carrier=carrier, raw=found)
