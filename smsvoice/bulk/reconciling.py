"""From delivery events to the rows of the ledger that they settle."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from smsvoice.bulk.messages import CONTEXT
from smsvoice.events import Batch, Delivery, parse


def accepted_keys(campaign: str, events: Any) -> Iterator[tuple[str, str]]:
    """The keys of a campaign that events are about, with the messages' ids.

    An event of any kind shows that AWS accepted the message, whatever became of it afterwards.
    """
    for item in _deliveries(events):
        name, _, key = item.context.get(CONTEXT, "").partition("/")
        if name == campaign and key:
            yield key, item.message_id


def _deliveries(events: Any) -> Iterator[Delivery]:
    if isinstance(events, Delivery):
        yield events
    elif isinstance(events, Batch) or _is_stream(events):
        for each in cast("Iterable[Any]", events):
            yield from _deliveries(each)
    elif isinstance(events, Mapping):
        given = dict(cast("Mapping[str, Any]", events))
        yield from (item for item in parse(given) if isinstance(item, Delivery))
    elif isinstance(events, str | bytes):
        yield from (item for item in parse(events) if isinstance(item, Delivery))


def _is_stream(events: Any) -> bool:
    """Whether it is several of what `parse` takes; one that it takes may be iterable too."""
    return isinstance(events, Iterable) and not isinstance(events, Mapping | str | bytes)
