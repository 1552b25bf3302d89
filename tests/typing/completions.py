"""What editors offer: places where somebody types, and the names that must come first there.

`python -m tests.typing.completions` prints what pyright's and jedi's language servers offer.
"""

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.typing.language_server import COMMANDS, LanguageServer

_HEAD = """\
import smsvoice
from smsvoice import AsyncSmsVoice, Emulator, SmsVoice, errors, models, operations, rcs_content
from smsvoice.models.common import MessageType
from smsvoice.models.messages import SendTextMessageRequest


"""


class Place(NamedTuple):
    """Where somebody types, and what a good editor offers."""

    name: str
    code: str
    wanted: tuple[str, ...]
    within: int
    """How far down pyright's list the wanted names may be; jedi sorts by letters."""
    by_jedi: bool = True
    """Whether jedi can know: it reads no literals and no keys of dicts."""


class Offer(NamedTuple):
    """What one server offers at one place."""

    names: list[str]
    milliseconds: float


def _sync(code: str) -> str:
    return f"{_HEAD}def typed(sms: SmsVoice) -> None:\n    {code}"


def _awaited(code: str) -> str:
    return f"{_HEAD}async def typed(sms: AsyncSmsVoice) -> None:\n    {code}"


def _caught(kind: str, code: str = "error.") -> str:
    return f"{_HEAD}try:\n    pass\nexcept errors.{kind} as error:\n    {code}"


_TEXT = 'sent = sms.messages.send_text("+1", message_body="x")\n    sent.'
_POOL = 'sms.pools.create(origination_identity="x", '

PLACES = (
    Place("sms.", _sync("sms."), ("api", "messages", "pools", "phone_numbers"), 24),
    Place("sms.messages.", _sync("sms.messages."), ("send_text", "send_media", "send_rcs"), 6),
    Place("sms.pools.", _sync("sms.pools."), ("at", "create", "get", "list"), 4),
    Place("sms.account.", _sync("sms.account."), ("attributes", "limits"), 4),
    Place("sms.api.", _sync("sms.api."), ("send_text_message", "create_pool"), 110),
    Place("pool.", _sync('sms.pools.at("x").'), ("add", "delete", "status", "update"), 12),
    Place("pool.data.", _sync('sms.pools.at("x").data.'), ("pool_id", "status"), 12),
    Place("pool.tags.", _sync('sms.pools.at("x").tags.'), ("add", "list", "remove"), 3),
    Place("pool.keywords.", _sync('sms.pools.at("x").keywords.'), ("list", "put", "delete"), 4),
    Place("number.", _sync('sms.phone_numbers.at("x").'), ("release", "update", "status"), 14),
    Place("nc.", _sync('sms.notify_configurations.at("x").'), ("send_text", "send_voice"), 16),
    Place("sent.", _sync(_TEXT), ("message_id", "notes", "response_metadata"), 3),
    Place(
        "metadata.",
        _sync(_TEXT + "response_metadata."),
        ("request_id", "attempts", "status"),
        5,
    ),
    Place(
        "pager.",
        _sync("sms.pools.list()."),
        ("ahead", "collect", "first", "next_token", "pages"),
        5,
    ),
    Place("item.", _sync("for pool in sms.pools.list():\n        pool."), ("delete", "update"), 12),
    Place("conflict.", _caught("ConflictError"), ("reason",), 1),
    Place("refusal.", _caught("ServiceError"), ("code", "message", "reason", "request_id"), 12),
    Place("validation.", _caught("ValidationError"), ("fields", "reason"), 2),
    Place("unknown.", _caught("OutcomeUnknownError"), ("left_at", "operation", "why"), 5),
    Place("wrong.", _caught("RequestError"), ("problems", "what"), 2),
    Place("smsvoice.", f"{_HEAD}smsvoice.", ("SmsVoice", "AsyncPool", "Emulator"), 70),
    Place("from smsvoice import", "from smsvoice import ", ("SmsVoice", "ConflictError"), 70),
    Place("errors.", f"{_HEAD}errors.", ("ConflictError", "NotSentError"), 40),
    Place("models.", f"{_HEAD}models.", ("messages", "pools"), 25),
    Place("models.messages.", f"{_HEAD}models.messages.", ("SendTextMessageRequest",), 40),
    Place("operations.", f"{_HEAD}operations.", ("messages", "by_name"), 30),
    Place("MessageType.", f"{_HEAD}MessageType.", ("PROMOTIONAL", "TRANSACTIONAL"), 6),
    Place("emulator.", f"{_HEAD}Emulator().", ("messages", "inbound", "session"), 30),
    Place("rcs_content.", f"{_HEAD}rcs_content.", ("card", "text"), 30),
    Place("await sms.", _awaited("await sms.messages."), ("send_text", "send_voice"), 6),
    Place(
        "async pool.",
        _awaited(f"pool = await {_POOL}message_type='PROMOTIONAL')\n    pool."),
        ("add", "delete", "status"),
        12,
    ),
    Place("send_text(", _sync("sms.messages.send_text("), ("message_body=",), 15),
    Place(
        "SendTextMessageRequest(",
        f"{_HEAD}SendTextMessageRequest(",
        ("destination_phone_number=", "message_body="),
        14,
    ),
    Place('message_type="', _sync(f'{_POOL}message_type="'), ('"PROMOTIONAL"',), 2, by_jedi=False),
    Place(
        "error.reason ==",
        _caught("ConflictError", "error.reason == errors.ConflictExceptionReason."),
        ("DELETION_PROTECTION_ENABLED",),
        60,
    ),
    Place(
        'sns_destination={"',
        _sync('sms.api.create_event_destination(sns_destination={"'),
        ('"topic_arn"',),
        1,
        by_jedi=False,
    ),
    Place(
        'TagDict {"',
        _sync('tag: models.common.TagDict = {"'),
        ('"key"', '"value"'),
        2,
        by_jedi=False,
    ),
)


def offers(server: str) -> dict[str, Offer]:
    """What a language server offers at each place."""
    with TemporaryDirectory() as folder, LanguageServer(COMMANDS[server], Path(folder)) as asked:
        return {place.name: Offer(*asked.offered(place.code)) for place in PLACES}


def table() -> str:
    """All places, with the first names that each server offers and the milliseconds it took."""
    found = {server: offers(server) for server in COMMANDS}
    lines: list[str] = []
    for place in PLACES:
        lines.append(f"{place.name}    wanted: {', '.join(place.wanted)}")
        for server, by_place in found.items():
            names, milliseconds = by_place[place.name]
            first = ", ".join(names[:8]) or "nothing"
            lines.append(f"    {server:8}{milliseconds:6.0f} ms {len(names):4} names: {first}")
    for server, by_place in found.items():
        times = [offer.milliseconds for offer in by_place.values()]
        lines.append(f"{server}: median {median(times):.0f} ms, first {times[0]:.0f} ms")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
