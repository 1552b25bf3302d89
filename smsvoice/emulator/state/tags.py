"""Tags, which hang on ARNs: every resource enters its ARN here when it is made, tags or not.

So this is also where one sees whether an ARN names anything.
AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/phone-numbers-tags.html
"""

from collections.abc import Iterable, Sequence

from smsvoice.core.model import OutputModel
from smsvoice.emulator.data import quotas
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.lookup import key_of
from smsvoice.emulator.engine.service_errors import invalid, not_found, quota_exceeded
from smsvoice.emulator.engine.store import TableOf
from smsvoice.emulator.state.policies import drop_policy
from smsvoice.models.common import Tag
from smsvoice.models.reasons import (
    ResourceType,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)

_RESERVED = "aws:"
_KINDS = frozenset(
    (
        ResourceType.CONFIGURATION_SET,
        ResourceType.NOTIFY_CONFIGURATION,
        ResourceType.OPT_OUT_LIST,
        ResourceType.PHONE_NUMBER,
        ResourceType.POOL,
        ResourceType.PROTECT_CONFIGURATION,
        ResourceType.RCS_AGENT,
        ResourceType.REGISTRATION,
        ResourceType.REGISTRATION_ATTACHMENT,
        ResourceType.SENDER_ID,
        ResourceType.VERIFIED_DESTINATION_NUMBER,
    )
)


class Tagged(OutputModel):
    """A resource's tags."""

    tags: tuple[Tag, ...] = ()


tagged: TableOf[Tagged] = TableOf("tags", Tagged)
"""Tags by ARN; every resource is here, with tags or without."""


def store_tags(call: Call, arn: str, tags: Iterable[Tag] | None) -> tuple[Tag, ...]:
    """Enter a new resource with its tags, or with none; the tags as an answer repeats them."""
    kept = _with(call, (), tags or ())
    tagged(call).put(arn, Tagged(tags=kept))
    return kept


def forget(call: Call, arn: str) -> None:
    """Drop what hangs on a resource that is gone: its tags and its policy."""
    tagged(call).drop(arn)
    drop_policy(call, arn)


def is_known(call: Call, arn: str) -> bool:
    """Whether an ARN names a resource of the account."""
    return arn in tagged(call)


def kind_in(arn: str) -> ResourceType | None:
    """The kind of resource that an ARN names, if it is a kind that has tags."""
    kind = ResourceType(arn.split(":", 5)[-1].partition("/")[0])
    return kind if kind in _KINDS else None


def must_exist(call: Call, arn: str) -> None:
    """Refuse an ARN that names nothing here."""
    kind = kind_in(arn)
    if kind is None:
        raise invalid(ValidationExceptionReason.INVALID_ARN, "ResourceArn", "is of no known kind")
    key_of(call, arn, kind)
    if arn not in tagged(call):
        raise not_found(kind, arn)


def tags_of(call: Call, arn: str) -> tuple[Tag, ...]:
    """A resource's tags, or the refusal that there is no such resource."""
    must_exist(call, arn)
    found = tagged(call).get(arn)
    return found.tags if found is not None else ()


def add(call: Call, arn: str, tags: Sequence[Tag]) -> None:
    """Put tags on a resource; a key that is there gets the new value."""
    kept = _with(call, tags_of(call, arn), tags)
    tagged(call).put(arn, Tagged(tags=kept))


def remove(call: Call, arn: str, keys: Iterable[str]) -> None:
    """Take tags off a resource; a key that is not there is no matter."""
    gone = set(keys)
    kept = tuple(tag for tag in tags_of(call, arn) if tag.key not in gone)
    tagged(call).put(arn, Tagged(tags=kept))


def _with(call: Call, before: Iterable[Tag], more: Iterable[Tag]) -> tuple[Tag, ...]:
    found = {tag.key: tag for tag in before}
    for tag in more:
        if tag.key.lower().startswith(_RESERVED):
            reason = ValidationExceptionReason.INVALID_PARAMETER
            raise invalid(reason, "Tags", "keys that begin with aws: are reserved")
        found[tag.key] = tag
    if call.settings.quotas and len(found) > quotas.TAGS_PER_RESOURCE:
        raise quota_exceeded(ServiceQuotaExceededExceptionReason.TAGS_PER_RESOURCE)
    return tuple(found.values())
