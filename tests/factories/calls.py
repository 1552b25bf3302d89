"""Which calls a client makes: for tests that count them, in either flavour."""

import json
from collections.abc import Callable
from typing import Any


def calls_of(sms: Any) -> list[str]:
    """A list that grows by AWS's name of each operation that the client calls from now on."""
    made: list[str] = []
    _on_the_wire(sms, lambda operation, _: made.append(operation))
    return made


def sent_by(sms: Any) -> list[dict[str, Any]]:
    """A list that grows by the body of each call from now on, as it goes over the wire."""
    sent: list[dict[str, Any]] = []
    _on_the_wire(sms, lambda _, body: sent.append(body))
    return sent


def _on_the_wire(sms: Any, tell: Callable[[str, dict[str, Any]], None]) -> None:
    """Tell of each call; on the fast path not by an event handler, which would close it."""

    def look(model: Any, params: dict[str, Any], **_: Any) -> None:
        tell(model.name, json.loads(params["body"]))

    def write(operation: Any, members: dict[str, Any]) -> bytes | None:
        data: bytes | None = request(operation, members)
        body = members if data is None else json.loads(data.partition(b"\r\n\r\n")[2])
        tell(operation.name, body)
        return data

    if sms.fast_path == "open":
        path = sms._connection.fast_path
        request, path.request = path.request, write
    else:
        sms.boto_client.meta.events.register("before-call.pinpoint-sms-voice-v2", look)
