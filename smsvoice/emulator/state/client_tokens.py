"""ClientToken: the same request with the same token gets the same answer, and nothing new is made.

A token that comes again with another body is refused: with Conflict/RESOURCE_ALREADY_EXISTS where
the operation models Conflict, which AWS does not document and is inferred here. Inferred as well: a
token counts for 24 hours, and no longer than what was made under it is there.
"""

import hashlib
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from smsvoice.core.documents import decode_record, encode_json
from smsvoice.core.model import OutputModel, RequestModel, ResultModel
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.service_errors import conflict, invalid
from smsvoice.emulator.engine.store import TableOf
from smsvoice.emulator.engine.table import Table
from smsvoice.emulator.state.configuration_sets import sets
from smsvoice.emulator.state.identities import arn_of, members_of
from smsvoice.emulator.state.protect import overrides
from smsvoice.emulator.state.tags import is_known
from smsvoice.models.reasons import ConflictExceptionReason, ValidationExceptionReason

LASTS = timedelta(hours=24)
"""How long a token is remembered."""


class Remembered(OutputModel):
    """An answer that was given under a token."""

    request: str
    answer: str
    at: datetime
    """When it was given."""
    arns: tuple[str, ...] = ()
    """The resources in it that were there then."""


def remembered(call: Call, request: RequestModel, body: bytes) -> ResultModel | None:
    """The answer that this very request had before, if it carries a token and came before."""
    key = _key(call, request, body)
    found = None if key is None else kept_answers(call).get(key)
    if found is None or call.operation is None or call.now - found.at >= LASTS:
        return None
    result: ResultModel = decode_record(call.operation.result, found.answer.encode())
    if not _still_stands(call, found, result):
        return None
    if found.request != _digest(request):
        if call.may_answer("ConflictException"):
            raise conflict(ConflictExceptionReason.RESOURCE_ALREADY_EXISTS)
        raise invalid(ValidationExceptionReason.INVALID_REQUEST, "ClientToken")
    return result


def remember(call: Call, request: RequestModel, body: bytes, result: ResultModel) -> None:
    """Keep the answer, should the same request come again."""
    key = _key(call, request, body)
    if key is None:
        return
    table = kept_answers(call)
    _drop_old(table, call.now)
    table.drop(key)  # so that the oldest answers stay first
    kept = Remembered(
        request=_digest(request),
        answer=encode_json(result).decode(),
        at=call.now,
        arns=tuple(arn for arn in _arns(result) if is_known(call, arn)),
    )
    table.put(key, kept)


kept_answers: TableOf[Remembered] = TableOf("client_tokens", Remembered)
"""Answers that were given under a client token."""


def _drop_old(table: Table[Remembered], now: datetime) -> None:
    while (oldest := table.oldest()) is not None:
        found = table.get(oldest)
        if found is None or now - found.at < LASTS:
            return
        table.drop(oldest)


def _arns(result: ResultModel) -> Iterator[str]:
    for name in type(result).model_fields:
        value: object = getattr(result, name)
        if name.endswith("_arn") and isinstance(value, str):
            yield value


def _still_stands(call: Call, found: Remembered, result: ResultModel) -> bool:
    """Whether all that was made, or changed, is as the answer said."""
    stands = _STANDS.get(call.operation.name if call.operation is not None else "")
    return all(is_known(call, arn) for arn in found.arns) and (
        stands is None or stands(call, result)
    )


def _is_member(call: Call, result: Any) -> bool:
    members = members_of(call, result.pool_id)
    return any(arn_of(one) == result.origination_identity_arn for one in members)


def _has_destination(call: Call, result: Any) -> bool:
    table = sets(call)
    found = table.get(result.configuration_set_name)
    wanted = result.event_destination.event_destination_name
    return found is not None and any(
        one.event_destination_name == wanted for one in found.event_destinations
    )


def _has_override(call: Call, result: Any) -> bool:
    table = overrides(call, result.protect_configuration_id)
    return result.destination_phone_number in table


_STANDS: dict[str, Callable[[Call, Any], bool]] = {
    "AssociateOriginationIdentity": _is_member,
    "CreateEventDestination": _has_destination,
    "DisassociateOriginationIdentity": lambda call, result: not _is_member(call, result),
    "PutProtectConfigurationRuleSetNumberOverride": _has_override,
}
"""What makes no resource of its own is looked at here."""


def _key(call: Call, request: RequestModel, body: bytes) -> str | None:
    if b"ClientToken" not in body or call.operation is None:
        return None
    token: str | None = getattr(request, "client_token", None)
    if token is None:
        return None
    return f"{call.operation.name} {token}"


def _digest(request: RequestModel) -> str:
    return hashlib.sha256(encode_json(request)).hexdigest()
