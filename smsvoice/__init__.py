"""Typed SMS, MMS, voice, RCS and one-time codes over AWS End User Messaging, sync and async.

    from smsvoice import SmsVoice

    sms = SmsVoice(region_name="us-east-1")
    otp = sms.notify_configurations.at("nc-1234567890abcdef0")
    sent = otp.send_text("+12065550142", template_variables={"code": "481516"})

Importing this package loads neither boto3 nor pydantic: each name loads when it is first touched.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smsvoice import errors, models, operations
    from smsvoice.aio.client import AsyncSmsVoice
    from smsvoice.aio.pager import AsyncPager
    from smsvoice.core.model import ResponseMetadata
    from smsvoice.core.operation import Effect, Operation, PagedOperation
    from smsvoice.core.waiting import Progress
    from smsvoice.emulator.emulator import Emulator
    from smsvoice.errors import (
        AccessDeniedError,
        AnswerError,
        AnswerWarning,
        ConflictError,
        InternalServerError,
        NotLoadedError,
        NotSentError,
        OutcomeUnknownError,
        Problem,
        RequestError,
        ResourceNotFoundError,
        ServiceError,
        ServiceQuotaExceededError,
        SmsVoiceError,
        ThrottlingError,
        UnknownServiceError,
        UnsupportedByBotocoreError,
        ValidationError,
        WaitError,
        WaitFailedError,
        WaitTimeoutError,
    )
    from smsvoice.sync.client import SmsVoice
    from smsvoice.sync.pager import Pager
    from smsvoice.sync.resources.notify import NotifyConfiguration, NotifyTemplate
    from smsvoice.transport.guard import guard_sends

_HOMES = {
    "errors": (
        "AccessDeniedError",
        "AnswerError",
        "AnswerWarning",
        "ConflictError",
        "InternalServerError",
        "NotLoadedError",
        "NotSentError",
        "OutcomeUnknownError",
        "Problem",
        "RequestError",
        "ResourceNotFoundError",
        "ServiceError",
        "ServiceQuotaExceededError",
        "SmsVoiceError",
        "ThrottlingError",
        "UnknownServiceError",
        "UnsupportedByBotocoreError",
        "ValidationError",
        "WaitError",
        "WaitFailedError",
        "WaitTimeoutError",
    ),
    "aio.client": ("AsyncSmsVoice",),
    "aio.pager": ("AsyncPager",),
    "core.model": ("ResponseMetadata",),
    "core.operation": ("Effect", "Operation", "PagedOperation"),
    "core.waiting": ("Progress",),
    "emulator.emulator": ("Emulator",),
    "sync.client": ("SmsVoice",),
    "sync.pager": ("Pager",),
    "sync.resources.notify": ("NotifyConfiguration", "NotifyTemplate"),
    "transport.guard": ("guard_sends",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}
_MODULES = ("errors", "models", "operations")

__all__ = [
    "AccessDeniedError",
    "AnswerError",
    "AnswerWarning",
    "AsyncPager",
    "AsyncSmsVoice",
    "ConflictError",
    "Effect",
    "Emulator",
    "errors",
    "guard_sends",
    "InternalServerError",
    "models",
    "NotifyConfiguration",
    "NotifyTemplate",
    "NotLoadedError",
    "NotSentError",
    "Operation",
    "operations",
    "OutcomeUnknownError",
    "PagedOperation",
    "Pager",
    "Problem",
    "Progress",
    "RequestError",
    "ResourceNotFoundError",
    "ResponseMetadata",
    "ServiceError",
    "ServiceQuotaExceededError",
    "SmsVoice",
    "SmsVoiceError",
    "ThrottlingError",
    "UnknownServiceError",
    "UnsupportedByBotocoreError",
    "ValidationError",
    "WaitError",
    "WaitFailedError",
    "WaitTimeoutError",
]


def __getattr__(name: str) -> Any:
    if name in _HOME_OF:
        value = getattr(importlib.import_module(f"smsvoice.{_HOME_OF[name]}"), name)
    elif name in _MODULES:
        value = importlib.import_module(f"smsvoice.{name}")
    else:
        raise AttributeError(f"module 'smsvoice' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
