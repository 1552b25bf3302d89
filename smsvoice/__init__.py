"""Typed SMS, MMS, voice, RCS and one-time codes over AWS End User Messaging, sync and async.

    from smsvoice import SmsVoice

    sms = SmsVoice(region_name="us-east-1")
    otp = sms.notify_configurations.at("nc-1234567890abcdef0")
    sent = otp.send_text("+12065550142", template_variables={"code": "481516"})

Importing this package loads neither boto3 nor pydantic: each name loads when it is first touched.
"""

import importlib

from smsvoice._version import __version__ as __version__

# Type checkers take this for true, whatever it says; jedi believes a plain False. `typing` has the
# same name, and importing that would cost more than all else here.
TYPE_CHECKING: bool = bool(0)
if TYPE_CHECKING:
    from typing import Any

    from smsvoice import errors, events, models, operations, text
    from smsvoice.aio.client import AsyncSmsVoice
    from smsvoice.aio.pager import AsyncPager
    from smsvoice.aio.resources.configuration_sets import AsyncConfigurationSet
    from smsvoice.aio.resources.notify import AsyncNotifyConfiguration
    from smsvoice.aio.resources.notify_templates import AsyncNotifyTemplate
    from smsvoice.aio.resources.opt_out_sync import AsyncOptOutStore
    from smsvoice.aio.resources.opt_outs import AsyncOptOutList
    from smsvoice.aio.resources.phone_numbers import AsyncPhoneNumber
    from smsvoice.aio.resources.pools import AsyncPool
    from smsvoice.aio.resources.protect import AsyncProtectConfiguration
    from smsvoice.aio.resources.rcs_agents import AsyncRcsAgent
    from smsvoice.aio.resources.registration_attachments import AsyncRegistrationAttachment
    from smsvoice.aio.resources.registrations import AsyncRegistration
    from smsvoice.aio.resources.sender_ids import AsyncSenderId
    from smsvoice.aio.resources.verified_numbers import AsyncVerifiedNumber
    from smsvoice.core.logs import RedactingFilter
    from smsvoice.core.model import ResponseMetadata
    from smsvoice.core.operation import Effect, Operation, PagedOperation
    from smsvoice.core.waiting import Progress
    from smsvoice.emulator.emulator import Emulator
    from smsvoice.emulator.engine.settings import Settings
    from smsvoice.errors import (
        AcceptedError,
        AccessDeniedError,
        AnswerError,
        AnswerWarning,
        ConflictError,
        CredentialsError,
        InternalServerError,
        MissingCredentialsError,
        MissingExtraError,
        MissingRegionError,
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
    from smsvoice.rules import rcs_content
    from smsvoice.rules.diagnosis import Finding, Severity
    from smsvoice.rules.opt_outs import OptOutSync
    from smsvoice.rules.policies import PolicyDocument, PolicyStatement
    from smsvoice.sync.client import SmsVoice
    from smsvoice.sync.pager import Pager
    from smsvoice.sync.resources.configuration_sets import ConfigurationSet
    from smsvoice.sync.resources.notify import NotifyConfiguration
    from smsvoice.sync.resources.notify_templates import NotifyTemplate
    from smsvoice.sync.resources.opt_out_sync import OptOutStore
    from smsvoice.sync.resources.opt_outs import OptOutList
    from smsvoice.sync.resources.phone_numbers import PhoneNumber
    from smsvoice.sync.resources.pools import Pool
    from smsvoice.sync.resources.protect import ProtectConfiguration
    from smsvoice.sync.resources.rcs_agents import RcsAgent
    from smsvoice.sync.resources.registration_attachments import RegistrationAttachment
    from smsvoice.sync.resources.registrations import Registration
    from smsvoice.sync.resources.sender_ids import SenderId
    from smsvoice.sync.resources.verified_numbers import VerifiedNumber
    from smsvoice.transport.guard import guard_sends

_HOMES = {
    "errors": (
        "AcceptedError",
        "AccessDeniedError",
        "AnswerError",
        "AnswerWarning",
        "ConflictError",
        "CredentialsError",
        "InternalServerError",
        "MissingCredentialsError",
        "MissingExtraError",
        "MissingRegionError",
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
    "aio.resources.configuration_sets": ("AsyncConfigurationSet",),
    "aio.resources.notify": ("AsyncNotifyConfiguration",),
    "aio.resources.notify_templates": ("AsyncNotifyTemplate",),
    "aio.resources.opt_out_sync": ("AsyncOptOutStore",),
    "aio.resources.opt_outs": ("AsyncOptOutList",),
    "aio.resources.phone_numbers": ("AsyncPhoneNumber",),
    "aio.resources.pools": ("AsyncPool",),
    "aio.resources.protect": ("AsyncProtectConfiguration",),
    "aio.resources.rcs_agents": ("AsyncRcsAgent",),
    "aio.resources.registration_attachments": ("AsyncRegistrationAttachment",),
    "aio.resources.registrations": ("AsyncRegistration",),
    "aio.resources.sender_ids": ("AsyncSenderId",),
    "aio.resources.verified_numbers": ("AsyncVerifiedNumber",),
    "core.logs": ("RedactingFilter",),
    "core.model": ("ResponseMetadata",),
    "core.operation": ("Effect", "Operation", "PagedOperation"),
    "core.waiting": ("Progress",),
    "emulator.emulator": ("Emulator",),
    "emulator.engine.settings": ("Settings",),
    "rules.diagnosis": ("Finding", "Severity"),
    "rules.opt_outs": ("OptOutSync",),
    "rules.policies": ("PolicyDocument", "PolicyStatement"),
    "sync.client": ("SmsVoice",),
    "sync.pager": ("Pager",),
    "sync.resources.configuration_sets": ("ConfigurationSet",),
    "sync.resources.notify": ("NotifyConfiguration",),
    "sync.resources.notify_templates": ("NotifyTemplate",),
    "sync.resources.opt_out_sync": ("OptOutStore",),
    "sync.resources.opt_outs": ("OptOutList",),
    "sync.resources.phone_numbers": ("PhoneNumber",),
    "sync.resources.pools": ("Pool",),
    "sync.resources.protect": ("ProtectConfiguration",),
    "sync.resources.rcs_agents": ("RcsAgent",),
    "sync.resources.registration_attachments": ("RegistrationAttachment",),
    "sync.resources.registrations": ("Registration",),
    "sync.resources.sender_ids": ("SenderId",),
    "sync.resources.verified_numbers": ("VerifiedNumber",),
    "transport.guard": ("guard_sends",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}
_MODULES = {
    "errors": "smsvoice.errors",
    "events": "smsvoice.events",
    "models": "smsvoice.models",
    "operations": "smsvoice.operations",
    "rcs_content": "smsvoice.rules.rcs_content",
    "text": "smsvoice.text",
}

__all__ = [  # noqa: RUF022  sorted as people sort, whatever the case
    "AcceptedError",
    "AccessDeniedError",
    "AnswerError",
    "AnswerWarning",
    "AsyncConfigurationSet",
    "AsyncNotifyConfiguration",
    "AsyncNotifyTemplate",
    "AsyncOptOutList",
    "AsyncOptOutStore",
    "AsyncPager",
    "AsyncPhoneNumber",
    "AsyncPool",
    "AsyncProtectConfiguration",
    "AsyncRcsAgent",
    "AsyncRegistration",
    "AsyncRegistrationAttachment",
    "AsyncSenderId",
    "AsyncSmsVoice",
    "AsyncVerifiedNumber",
    "ConfigurationSet",
    "ConflictError",
    "CredentialsError",
    "Effect",
    "Emulator",
    "errors",
    "events",
    "Finding",
    "guard_sends",
    "InternalServerError",
    "MissingCredentialsError",
    "MissingExtraError",
    "MissingRegionError",
    "models",
    "NotifyConfiguration",
    "NotifyTemplate",
    "NotLoadedError",
    "NotSentError",
    "Operation",
    "operations",
    "OptOutList",
    "OptOutStore",
    "OptOutSync",
    "OutcomeUnknownError",
    "PagedOperation",
    "Pager",
    "PhoneNumber",
    "PolicyDocument",
    "PolicyStatement",
    "Pool",
    "Problem",
    "Progress",
    "ProtectConfiguration",
    "rcs_content",
    "RcsAgent",
    "RedactingFilter",
    "Registration",
    "RegistrationAttachment",
    "RequestError",
    "ResourceNotFoundError",
    "ResponseMetadata",
    "SenderId",
    "ServiceError",
    "ServiceQuotaExceededError",
    "Settings",
    "Severity",
    "SmsVoice",
    "SmsVoiceError",
    "text",
    "ThrottlingError",
    "UnknownServiceError",
    "UnsupportedByBotocoreError",
    "ValidationError",
    "VerifiedNumber",
    "WaitError",
    "WaitFailedError",
    "WaitTimeoutError",
]


def __getattr__(name: str) -> "Any":
    if name in _HOME_OF:
        value = getattr(importlib.import_module(f"smsvoice.{_HOME_OF[name]}"), name)
    elif name in _MODULES:
        value = importlib.import_module(_MODULES[name])
    else:
        raise AttributeError(f"module 'smsvoice' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
