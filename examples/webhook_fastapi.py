"""A webhook for delivery events and texts from people: SNS posts them to FastAPI over HTTPS.

    SNS_TOPICS=arn:aws:sns:us-east-1:123456789012:events MESSAGE_TABLE=messages.db \
        uvicorn --app-dir examples --factory webhook_fastapi:app_from_environment

SNS_TOPICS may name several topics, with commas between. Needs fastapi, uvicorn, smsvoice[sns].
"""

import os
from logging import getLogger

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool

from message_table import MessageTable, handle
from smsvoice import SmsVoice, events

DONE, NOT_YET = 204, 503
_log = getLogger("examples")


def app_from_environment() -> FastAPI:
    """The application as uvicorn starts it."""
    table = MessageTable(os.environ["MESSAGE_TABLE"])
    verifier = events.SnsVerifier(os.environ["SNS_TOPICS"].split(","))
    return make_app(verifier, table, SmsVoice())


def make_app(verifier: events.SnsVerifier, table: MessageTable, sms: SmsVoice) -> FastAPI:
    """The application, with what a test may want to replace."""
    app = FastAPI()

    @app.post("/sns")
    async def receive(request: Request) -> Response:
        try:
            notification = await verifier.averify(await request.body(), request.headers)
        except events.SnsRefusedError as refused:
            _log.warning("refused: %s", refused)
            return Response(status_code=refused.status_code)
        if notification.is_subscription:
            await notification.aconfirm()
            return Response(status_code=DONE)
        try:
            with notification:  # an error inside lets SNS post the same notification again
                for item in notification.events:
                    # sqlite3 and a reply block: not here in the event loop.
                    if not await run_in_threadpool(handle, item, table, sms):
                        notification.events.retry(item)
                notification.events.response()  # raises RetryError where an event is to come again
        except events.RetryError:
            return Response(status_code=NOT_YET)
        return Response(status_code=DONE)

    return app
