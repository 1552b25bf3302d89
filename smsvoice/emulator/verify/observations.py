"""What a probe sees, without what differs by itself: ids, times, accounts, tokens and numbers."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple, TypeAlias

from botocore.exceptions import ClientError

_ID = re.compile(r"\b[a-z]+-[0-9a-f]{32}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
_ACCOUNT = re.compile(r"(?<![0-9a-zA-Z])\d{12}(?![0-9a-zA-Z])")
_NUMBER = re.compile(r"\+\d{3,}")
_TOKEN = "NextToken"  # noqa: S105  the name of a member

Member: TypeAlias = (
    "Mapping[str, Member] | list[Member] | str | int | float | bool | datetime | None"
)
"""What boto3 makes of a member of an answer."""


class Observation(NamedTuple):
    """One thing that a probe has seen: what it is, and what it was."""

    what: str
    value: str


def refusal_in(error: ClientError) -> Iterator[tuple[str, str]]:
    """What counts of a refusal: code, reason, fields and kind of resource, but no text."""
    response: Any = error.response
    yield "answer", str(response["Error"]["Code"])
    if reason := response.get("Reason"):
        yield "reason", str(reason)
    if fields := response.get("Fields"):
        yield "fields", ", ".join(sorted({str(field["Name"]) for field in fields}))
    if resource := response.get("ResourceType"):
        yield "resource type", str(resource)


def members_in(answer: Member, path: str = "") -> Iterator[tuple[str, str]]:
    """The members of an answer by path, with values that can be compared."""
    if isinstance(answer, Mapping):
        for name, value in sorted(answer.items()):
            yield from members_in(value, f"{path}.{name}" if path else name)
    elif isinstance(answer, list):
        if not answer:
            yield path, "empty"
        for place, item in enumerate(sorted(map(plain, answer))):
            yield f"{path}[{place}]", item
    else:
        yield path, "<token>" if path.endswith(_TOKEN) else plain(answer)


def plain(value: Member) -> str:
    """A value as text, with placeholders for what is another's or another each time."""
    simple = _simple(value)
    return simple if isinstance(simple, str) else json.dumps(simple, ensure_ascii=False)


def _simple(value: Member) -> Any:
    if isinstance(value, Mapping):
        return {name: _simple(member) for name, member in sorted(value.items())}
    if isinstance(value, list):
        return sorted(map(_simple, value), key=str)
    if isinstance(value, bool | int | float):
        return value
    text = "<time>" if isinstance(value, datetime) else str(value)
    for pattern, placeholder in ((_ID, "<id>"), (_NUMBER, "<number>"), (_ACCOUNT, "<account>")):
        text = pattern.sub(placeholder, text)
    return text
