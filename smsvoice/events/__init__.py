"""What comes back: delivery receipts, replies and changes of registrations, from every carrier.

    from smsvoice import events

    def handler(event, context):
        batch = events.parse(event)
        for item in batch:
            match item:
                case events.Delivery():
                    settle(item.message_id, item.outcome)
                case events.Inbound():
                    answer(item.person, item.text)
        return batch.response()

Nothing here calls AWS, but for `SnsVerifier`, which reads SNS's certificates.
"""

import importlib
from typing import TYPE_CHECKING, Any

from smsvoice.core.errors import MissingExtraError
from smsvoice.events.batch import Batch as Batch
from smsvoice.events.batch import RetryError as RetryError
from smsvoice.events.carrier import Carrier as Carrier
from smsvoice.events.items import Delivery as Delivery
from smsvoice.events.items import Inbound as Inbound
from smsvoice.events.items import Item as Item
from smsvoice.events.items import RcsInbound as RcsInbound
from smsvoice.events.items import RegistrationChange as RegistrationChange
from smsvoice.events.items import Unparsed as Unparsed
from smsvoice.events.outcome import Outcome as Outcome
from smsvoice.events.parsing import parse as parse

if TYPE_CHECKING:
    from smsvoice.events.sns.envelope import SnsRefusedError as SnsRefusedError
    from smsvoice.events.sns.verifier import Notification as Notification
    from smsvoice.events.sns.verifier import SnsVerifier as SnsVerifier
    from smsvoice.transport.fetching import FetchError as FetchError

__all__ = [
    "Batch",
    "Carrier",
    "Delivery",
    "FetchError",
    "Inbound",
    "Item",
    "Notification",
    "Outcome",
    "RcsInbound",
    "RegistrationChange",
    "RetryError",
    "SnsRefusedError",
    "SnsVerifier",
    "Unparsed",
    "parse",
]


def __getattr__(name: str) -> Any:
    """Load what verifies SNS's signatures when it is first used: it needs the extra `sns`."""
    if name == "FetchError":
        return importlib.import_module("smsvoice.transport.fetching").FetchError
    if name not in ("Notification", "SnsRefusedError", "SnsVerifier"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        return getattr(importlib.import_module("smsvoice.events.sns.verifier"), name)
    except ImportError as lacking:
        raise MissingExtraError("cryptography", "sns") from lacking
