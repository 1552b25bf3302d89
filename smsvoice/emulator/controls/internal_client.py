"""Calls of the engine from inside, as a client makes them: for seeds, and for the inbox page."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from smsvoice.emulator.engine.engine import Engine
from smsvoice.emulator.engine.wire import TARGET


class CallRefused(Exception):  # noqa: N818  the service's answer, not a failure of ours
    """The engine answered with an error; `answer` is the body."""

    def __init__(self, answer: Mapping[str, Any]) -> None:
        self.answer = answer
        self.code: str = str(answer["__type"]).rpartition("#")[2]
        super().__init__(self.code)

    @property
    def fields(self) -> list[tuple[str, str]]:
        """The members at fault, each with what is wrong."""
        return [(field["Name"], field["Message"]) for field in self.answer.get("Fields", ())]

    @property
    def spoken(self) -> str:
        """Code, reason and members, without anything that the request held."""
        return in_words(self.code, self.answer)


def in_words(code: str, members: Mapping[str, Any]) -> str:
    """A refusal in one line: code, reason and fields, without anything that the request held."""
    reason = members.get("Reason")
    what = f"{code} {reason}" if reason else code
    fields = members.get("Fields", ())
    wrong = "; ".join(f"{one['Name']} {one['Message']}".strip() for one in fields)
    return f"{what}: {wrong}" if wrong else what


def call_operation(
    engine: Engine, operation: str, members: Mapping[str, Any], region: str | None = None
) -> dict[str, Any]:
    """The answer to one request, AWS's names in and out.

    Raises:
        CallRefused: the engine answered with an error.
    """
    where = region or engine.settings.region
    scope = f"Credential=EMULATOR/20260101/{where}/sms-voice/aws4_request"
    answer = engine.handle(TARGET + operation, scope, json.dumps(members).encode())
    body: dict[str, Any] = json.loads(answer.body)
    if answer.status >= 300:  # noqa: PLR2004
        raise CallRefused(body)
    return body


def list_all(
    engine: Engine, operation: str, items: str, region: str | None = None
) -> Iterator[dict[str, Any]]:
    """All items of a listing, over all its pages."""
    members: dict[str, Any] = {}
    while True:
        page = call_operation(engine, operation, members, region)
        yield from page[items]
        if "NextToken" not in page:
            return
        members["NextToken"] = page["NextToken"]
