"""Logging in with a phone number and a one-time code, in Django: settings, views and addresses.

    NOTIFY_CONFIGURATION=nc-... CODE_SECRET=$(openssl rand -hex 32) \
        DJANGO_SETTINGS_MODULE=login_django python -m django runserver --pythonpath examples

Needs django and smsvoice[sql]. Sessions are signed cookies here, so there is no database of users;
in a project of yours, `login(request, user)` of django.contrib.auth takes their place.
"""

import logging
import os

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.urls import path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from smsvoice import RequestError, SmsVoice, SmsVoiceError
from smsvoice.codes import CodeRefusedError, CodeStoreError, CodeVerifier, SqlStore
from smsvoice.text import phone_number

ROOT_URLCONF = "login_django"
SECRET_KEY = os.environ.get("CODE_SECRET", "")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_SAMESITE = "Strict"
USE_TZ = True
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]

PAGE = "<!doctype html><html lang=en><title>Log in</title><body>{}</body></html>"
ASK_NUMBER = (
    "<p>{}</p><form method=post action=/login>{}<label>Phone number"
    "<input name=number type=tel autocomplete=tel required></label><button>Send a code</button>"
    "</form>"
)
ASK_CODE = (
    "<p>{}</p><form method=post action=/code>{}<label>Code<input name=code inputmode=numeric "
    "autocomplete=one-time-code required></label><button>Log in</button></form>"
    "<form method=post action=/call>{}<button>Call me instead</button></form>"
)
ON_ITS_WAY = "If this number has an account, a code is on its way."
NOT_RIGHT = "This code is not right, or no longer good."
log = logging.getLogger(__name__)


class Codes:
    """What the views work with, made when the first of them needs it; a test sets it."""

    verifier: CodeVerifier | None = None
    accounts: frozenset[str] = frozenset(os.environ.get("ACCOUNTS", "").split())

    @classmethod
    def get(cls) -> CodeVerifier:
        """The verifier of this process."""
        if cls.verifier is None:
            configuration = SmsVoice().notify_configurations.at(os.environ["NOTIFY_CONFIGURATION"])
            store = SqlStore(os.environ.get("CODE_STORE", "codes.db"))
            secret = bytes.fromhex(os.environ["CODE_SECRET"])
            cls.verifier = CodeVerifier(
                configuration, store=store, secret=secret, per_prefix=(50, 3600)
            )
        return cls.verifier


def home(request: HttpRequest) -> HttpResponse:
    """The page of who is logged in; of others, the question for their number."""
    user = request.session.get("user")
    if user:
        return page(format_html("<h1>Welcome, {}</h1>", user))
    return ask_number(request, "")


@require_POST
def login(request: HttpRequest) -> HttpResponse:
    """Send a code to the number that was typed."""
    try:
        to = phone_number(request.POST.get("number", ""), country="US")
    except RequestError:
        return ask_number(request, "This is no phone number.")
    request.session.flush()
    request.session["number"] = to
    return send(request)


@require_POST
def call(request: HttpRequest) -> HttpResponse:
    """Read the code to the same number by telephone."""
    return send(request, by_voice=True)


def send(request: HttpRequest, *, by_voice: bool = False) -> HttpResponse:
    """Send a code; the page is the same for numbers without an account."""
    to = request.session.get("number")
    if to is None:
        return HttpResponseRedirect("/")
    try:
        Codes.get().send(
            to,
            purpose="login",
            channel="voice" if by_voice else "text",
            deliver=to in Codes.accounts,
            source=request.META.get("REMOTE_ADDR"),
        )
    except CodeRefusedError as refused:
        later = f" Try again after {refused.retry_at:%H:%M:%S} UTC." if refused.retry_at else ""
        return ask_code(request, f"No other code was sent.{later}")
    except CodeStoreError:
        raise
    except SmsVoiceError as failed:  # of numbers with an account alone, so the page is the same
        log.warning("a code was not sent, or it is not known: %s", failed)
    return ask_code(request, ON_ITS_WAY)


@require_POST
def code(request: HttpRequest) -> HttpResponse:
    """Log in with a right code."""
    to = request.session.get("number")
    given = request.POST.get("code", "")
    if to is None or not Codes.get().check(to, given, purpose="login"):
        return ask_code(request, NOT_RIGHT)
    request.session.flush()
    request.session["user"] = to
    return HttpResponseRedirect("/")


def ask_number(request: HttpRequest, said: str) -> HttpResponse:
    """The page that asks for a number."""
    return page(format_html(ASK_NUMBER, said, hidden_token(request)))


def ask_code(request: HttpRequest, said: str) -> HttpResponse:
    """The page that asks for a code."""
    return page(format_html(ASK_CODE, said, hidden_token(request), hidden_token(request)))


def hidden_token(request: HttpRequest) -> SafeString:
    """What Django wants to see in each form."""
    return format_html(
        '<input type=hidden name=csrfmiddlewaretoken value="{}">', get_token(request)
    )


def page(body: SafeString) -> HttpResponse:
    """A page of HTML."""
    return HttpResponse(format_html(PAGE, body))


urlpatterns = [
    path("", home),
    path("login", login),
    path("call", call),
    path("code", code),
]
