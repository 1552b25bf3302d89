"""How an event came: the services that it went through, with their ids."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, cast

Kind = Literal[
    "bare",
    "cloudwatch",
    "eventbridge",
    "firehose_http",
    "firehose_transform",
    "kinesis",
    "sns",
    "sqs",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """How an event came to you; `repr` shows its kind and place only."""

    kind: Kind = "bare"
    """The outermost service, which is the one that wants an answer."""
    path: tuple[Kind, ...] = field(default=(), repr=False)
    """All services from the outermost to the innermost, `("sqs", "sns")` for one."""
    index: int = 0
    """The place of its record in what came, from 0; several events may share a record."""
    message_id: str | None = field(default=None, repr=False)
    """The id of that record: of SQS, SNS, Kinesis (sequence number), Firehose or EventBridge."""
    receipt_handle: str | None = field(default=None, repr=False)
    """What deletes the message from its SQS queue."""
    sns_message_id: str | None = field(default=None, repr=False)
    """The id of the SNS notification around it; a repeat by AWS has another one."""
    topic_arn: str | None = field(default=None, repr=False)
    """The SNS topic that it was published to."""
    event_bridge_id: str | None = field(default=None, repr=False)
    """The id of the EventBridge event around it."""
    account: str | None = field(default=None, repr=False)
    """The AWS account that EventBridge or CloudWatch names."""
    region: str | None = field(default=None, repr=False)
    """The region that EventBridge names."""
    resources: tuple[str, ...] = field(default=(), repr=False)
    """The ARNs that EventBridge names: none for messages, the registration's for registrations."""
    at: datetime | None = field(default=None, repr=False)
    """When SNS or EventBridge took it; the only time that an inbound message has."""
    log_group: str | None = field(default=None, repr=False)
    """The CloudWatch log group."""
    log_stream: str | None = field(default=None, repr=False)
    """The CloudWatch log stream."""
    record: Any = field(default=None, repr=False, compare=False)
    """The record as it came, with all that is not named here."""


NOTHING_KNOWN = Carrier()


def firehose_kind(found: Mapping[str, Any]) -> Kind:
    """Whether Firehose posts records to an HTTP endpoint, or has a Lambda transform them."""
    is_http = "requestId" in found and "invocationId" not in found
    return "firehose_http" if is_http else "firehose_transform"


def object_in(found: object) -> Mapping[str, Any] | None:
    """A JSON object as one; None for all else."""
    return cast("Mapping[str, Any]", found) if isinstance(found, Mapping) else None


def text_in(source: Mapping[str, Any], *names: str) -> str | None:
    """The first of some members that is text and not empty."""
    for name in names:
        found = source.get(name)
        if isinstance(found, str) and found:
            return found
    return None
