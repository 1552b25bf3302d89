"""Logging in with a phone number and a one-time code, in FastAPI.

    NOTIFY_CONFIGURATION=nc-... CODE_SECRET=$(openssl rand -hex 32) \
        uvicorn --app-dir examples --factory login_fastapi:app_from_environment

Needs fastapi, python-multipart, uvicorn and smsvoice[sql]. Without AWS, on the emulator:
`python -m pytest tests/codes/test_examples_fastapi.py`.
"""

import logging
import os
from collections.abc import Collection
from html import escape
from typing import Annotated

from fastapi import FastAPI, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.middleware.sessions import SessionMiddleware

from smsvoice import AsyncSmsVoice, RequestError, SmsVoiceError
from smsvoice.codes import AsyncCodeVerifier, CodeRefusedError, CodeStoreError, SqlStore
from smsvoice.text import phone_number

PAGE = "<!doctype html><html lang=en><title>Log in</title><body>{}</body></html>"
ASK_NUMBER = (
    "<p>{}</p><form method=post action=/login><label>Phone number"
    "<input name=number type=tel autocomplete=tel required></label><button>Send a code</button>"
    "</form>"
)
ASK_CODE = (
    "<p>{}</p><form method=post action=/code><label>Code<input name=code inputmode=numeric "
    "autocomplete=one-time-code required></label><button>Log in</button></form>"
    "<form method=post action=/call><button>Call me instead</button></form>"
)
ON_ITS_WAY = "If this number has an account, a code is on its way."
NOT_RIGHT = "This code is not right, or no longer good."
log = logging.getLogger(__name__)


def app_from_environment() -> FastAPI:
    """The application as uvicorn starts it."""
    sms = AsyncSmsVoice()
    secret = bytes.fromhex(os.environ["CODE_SECRET"])
    configuration = sms.notify_configurations.at(os.environ["NOTIFY_CONFIGURATION"])
    verifier = AsyncCodeVerifier(
        configuration,
        store=SqlStore(os.environ.get("CODE_STORE", "codes.db")),
        secret=secret,
        per_prefix=(50, 3600),
    )
    return make_app(verifier, os.environ.get("ACCOUNTS", "").split(), secret.hex())


def make_app(verifier: AsyncCodeVerifier, accounts: Collection[str], session_key: str) -> FastAPI:
    """The application, with what a test may want to replace; `accounts` are phone numbers."""
    app = FastAPI()
    # Over HTTPS say https_only=True too. The session is signed, and not secret.
    app.add_middleware(SessionMiddleware, secret_key=session_key, same_site="strict")

    @app.get("/")
    async def home(request: Request) -> Response:
        user = request.session.get("user")
        return page(f"<h1>Welcome, {escape(user)}</h1>" if user else ASK_NUMBER.format(""))

    @app.post("/login")
    async def login(request: Request, number: Annotated[str, Form()]) -> Response:
        try:
            to = phone_number(number, country="US")
        except RequestError:
            return page(ASK_NUMBER.format("This is no phone number."))
        request.session.clear()
        request.session["number"] = to
        return await send(request, verifier, accounts)

    @app.post("/call")
    async def call(request: Request) -> Response:
        return await send(request, verifier, accounts, by_voice=True)

    @app.post("/code")
    async def code(request: Request, code: Annotated[str, Form()]) -> Response:
        to = request.session.get("number")
        if to is None or not await verifier.check(to, code, purpose="login"):
            return page(ASK_CODE.format(NOT_RIGHT))
        request.session.clear()
        request.session["user"] = to
        return RedirectResponse("/", status_code=303)

    return app


async def send(
    request: Request,
    verifier: AsyncCodeVerifier,
    accounts: Collection[str],
    *,
    by_voice: bool = False,
) -> Response:
    """Send a code; the page is the same for numbers without an account."""
    to = request.session.get("number")
    if to is None:
        return RedirectResponse("/", status_code=303)
    try:
        await verifier.send(
            to,
            purpose="login",
            channel="voice" if by_voice else "text",
            deliver=to in accounts,
            source=request.client.host if request.client else None,
        )
    except CodeRefusedError as refused:
        later = f" Try again after {refused.retry_at:%H:%M:%S} UTC." if refused.retry_at else ""
        return page(ASK_CODE.format(f"No other code was sent.{later}"))
    except CodeStoreError:
        raise
    except SmsVoiceError as failed:  # of numbers with an account alone, so the page is the same
        log.warning("a code was not sent, or it is not known: %s", failed)
    return page(ASK_CODE.format(ON_ITS_WAY))


def page(body: str) -> Response:
    """A page of HTML."""
    return HTMLResponse(PAGE.format(body))
