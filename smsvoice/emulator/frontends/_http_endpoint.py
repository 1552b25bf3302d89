"""The service's own endpoint over HTTP: AWS JSON in and out, and faults that break the wire."""

from functools import partial

import anyio
import anyio.to_thread
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from smsvoice.emulator.controls.faults import FaultInjector, WireAnswer
from smsvoice.emulator.engine.service_errors import invalid
from smsvoice.emulator.engine.wire import TARGET, error_answer
from smsvoice.emulator.frontends._http_failures import failed
from smsvoice.emulator.frontends._http_protocol import CLOSE
from smsvoice.emulator.frontends._quick_lane import MOST_BYTES
from smsvoice.models.reasons import ValidationExceptionReason

_MOST_BYTES_OF_ATTACHMENTS = 10 * 1024 * 1024
_ATTACHMENTS = TARGET + "CreateRegistrationAttachment"


class WireResponse(Response):
    """An answer that arrives whole, in part or not at all."""

    def __init__(self, delivery: WireAnswer) -> None:
        status, headers, body = delivery.answer or (500, {}, b"")
        super().__init__(body, status, headers)
        self._delivery = delivery

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what arrives, and close the connection where the rest does not."""
        cut_at = self._delivery.cut_at
        if self._delivery.answer is not None and cut_at is None:
            await super().__call__(scope, receive, send)
            return
        if self._delivery.answer is not None:
            head = {"status": self.status_code, "headers": self.raw_headers}
            part = bytes(self.body)[:cut_at]
            await send({"type": "http.response.start", **head})
            await send({"type": "http.response.body", "body": part, "more_body": True})
        scope["extensions"][CLOSE]()
        while (await receive())["type"] != "http.disconnect":
            pass


def endpoint(front: FaultInjector) -> ASGIApp:
    """The application that answers POST requests as the service does."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        target = request.headers.get("x-amz-target", "")
        most = _MOST_BYTES_OF_ATTACHMENTS if target == _ATTACHMENTS else MOST_BYTES
        try:
            body = await read(request, most)
        except ClientDisconnect:
            return  # the client has disconnected
        if body is None:
            delivery = _too_large(front)
        else:
            authorization = request.headers.get("authorization", "")
            taken = partial(_taken, front, target, authorization, body)
            # In memory an answer is ready sooner than a thread is; a disk is worth waiting aside.
            is_kept = front.engine.store.is_kept
            delivery = await anyio.to_thread.run_sync(taken) if is_kept else taken()
        if delivery.seconds:
            await anyio.sleep(delivery.seconds)
        await WireResponse(delivery)(scope, receive, send)

    return answer


async def read(request: Request, most: int) -> bytes | None:
    """The body of a request; None if it is larger than allowed, and then nothing of it is kept."""
    blocks: list[bytes] = []
    size = 0
    async for block in request.stream():
        size += len(block)
        if size <= most:
            blocks.append(block)
        else:  # read on, so that the client gets to hear why
            blocks.clear()
    return b"".join(blocks) if size <= most else None


def _taken(front: FaultInjector, target: str, authorization: str, body: bytes) -> WireAnswer:
    try:
        return front.handle(target, authorization, body)
    except Exception as fault:  # noqa: BLE001  a service answers, whatever happens inside it
        return WireAnswer(answer=failed(front.engine, fault))


def _too_large(front: FaultInjector) -> WireAnswer:
    refusal = invalid(ValidationExceptionReason.MAXIMUM_SIZE_EXCEEDED)
    return WireAnswer(answer=error_answer(refusal, front.engine.ids.message()))
