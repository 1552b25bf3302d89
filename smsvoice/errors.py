"""The error tree.

::

    SmsVoiceError
    |-- RequestError (also ValueError)       the request is wrong; nothing left this machine
    |   `-- MissingRegionError               (also botocore's NoRegionError)
    |-- ServiceError (also ClientError)      AWS answered, and the answer was no
    |   |-- AccessDeniedError                .reason, or .action and .resource
    |   |-- ConflictError                    .reason, .resource_type, .resource_id
    |   |-- CredentialsError                 the credentials have expired, are unknown or wrong
    |   |-- InternalServerError
    |   |-- ResourceNotFoundError            .resource_type, .resource_id
    |   |-- ServiceQuotaExceededError        .reason
    |   |-- ThrottlingError
    |   |-- ValidationError                  .reason, .fields
    |   `-- UnknownServiceError              a code that this version does not know
    |-- NotSentError                         no connection was made; provably nothing left
    |   `-- MissingCredentialsError          (also botocore's NoCredentialsError)
    |-- AcceptedError                        AWS accepted it, and something failed afterwards
    |-- OutcomeUnknownError                  it left, and no usable answer came back
    |-- AnswerError                          a read's answer is cut, or strictness was asked for
    |-- UnsupportedByBotocoreError           the installed botocore lacks it
    |-- NotLoadedError                       an object that nothing was told about yet
    `-- WaitError
        |-- WaitTimeoutError
        `-- WaitFailedError

`except botocore.exceptions.ClientError` in existing code keeps working. Every error survives
pickle and copy. No error text repeats a phone number, a message body, a code or a variable.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from botocore.exceptions import (
    ClientError,
    NoCredentialsError,
    NoRegionError,
)

from smsvoice.core.access import REMEDIES, MissingPermission
from smsvoice.core.operation import Effect, snake
from smsvoice.core.problems import (
    AnswerError,
    AnswerWarning,
    NotLoadedError,
    Problem,
    RequestError,
    SmsVoiceError,
)
from smsvoice.core.redact import safe
from smsvoice.core.waiting import WaitError, WaitFailedError, WaitTimeoutError
from smsvoice.models.reasons import (
    AccessDeniedExceptionReason,
    ConflictExceptionReason,
    ResourceType,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)
from smsvoice.operations import MUST_HAVE, by_name, effect_of, names

if TYPE_CHECKING:
    from smsvoice.core.enums import OpenEnum

__all__ = [
    "AcceptedError",
    "AccessDeniedError",
    "AnswerError",
    "AnswerWarning",
    "ConflictError",
    "CredentialsError",
    "InternalServerError",
    "MissingCredentialsError",
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
    "ValidationField",
    "WaitError",
    "WaitFailedError",
    "WaitTimeoutError",
    "service_error",
]


class ServiceError(SmsVoiceError, ClientError):
    """AWS answered, and the answer was no.

    `operation`, `code`, `message`, `request_id` and `status` are always there (the last three may
    be None); `reason`, `resource_type` and `resource_id` where AWS gives them. `response` is
    botocore's own dict. `message` is AWS's text: it may repeat what you sent, so `str(error)`
    leaves it out.
    """

    _reasons: ClassVar["type[OpenEnum] | None"] = None

    def __init__(self, operation: str, response: Mapping[str, Any]) -> None:
        """Read what botocore parsed."""
        answer = dict(response)
        self.response: Any = answer  # as botocore's ClientError has it
        self.operation_name = operation
        self.operation = operation
        error: dict[str, Any] = answer.get("Error", {})
        metadata: dict[str, Any] = answer.get("ResponseMetadata", {})
        self.code: str = str(error.get("Code", "Unknown"))
        self.message: str | None = answer.get("Message") or error.get("Message")
        self.request_id: str | None = metadata.get("RequestId") or answer.get("RequestId")
        self.status: int | None = metadata.get("HTTPStatusCode")
        self.resource_id: str | None = answer.get("ResourceId")
        Exception.__init__(self, str(self))

    @property
    def reason(self) -> "OpenEnum | None":
        """Why, as a typed value; None where AWS gives no reason."""
        given = self.response.get("Reason")
        return None if given is None or self._reasons is None else self._reasons(given)

    @property
    def resource_type(self) -> ResourceType | None:
        """The kind of thing that stands in the way; None where AWS names none."""
        given = self.response.get("ResourceType")
        return None if given is None else ResourceType(given)

    @property
    def is_opted_out(self) -> bool:
        """Whether the recipient does not want messages from this origination identity."""
        return self.reason == ConflictExceptionReason.DESTINATION_PHONE_NUMBER_OPTED_OUT

    @property
    def is_throttled(self) -> bool:
        """Whether the same call may go through a little later."""
        return isinstance(self, ThrottlingError)

    def __str__(self) -> str:
        """What a person on call needs: operation, code, reason, resource, request id."""
        resource = (self.response.get("ResourceType"), safe(self.resource_id))
        words = [self.operation, "refused:", self.code, self.response.get("Reason"), *resource]
        spoken = " ".join(str(word) for word in words if word)
        why = self._explained()
        told = f"{spoken}: {why}" if why else spoken
        return f"{told} [request {self.request_id or 'id not given'}]"

    def _explained(self) -> str | None:
        """What there is to add for a person on call; never AWS's whole text."""
        return None

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self}>"

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by what was answered, with the notes that were added."""
        notes = {"__notes__": [*self.__notes__]} if hasattr(self, "__notes__") else {}
        return type(self), (self.operation, dict(self.response)), notes


class AccessDeniedError(ServiceError):
    """The caller lacks a permission, or the account may not send.

    `action` and `resource` name the permission, `reason` says what keeps the account from it.
    """

    _reasons = AccessDeniedExceptionReason

    @property
    def reason(self) -> AccessDeniedExceptionReason | None:
        """Why, where it is the account and not a permission."""
        given = self.response.get("Reason")
        return None if given is None else AccessDeniedExceptionReason(given)

    @property
    def action(self) -> str | None:
        """The permission that is missing, e.g. `sms-voice:SendTextMessage`, if AWS names one."""
        missing = MissingPermission.in_text(self.message)
        return missing and missing.action

    @property
    def resource(self) -> str | None:
        """The ARN that it is missing on, if AWS names one."""
        missing = MissingPermission.in_text(self.message)
        return missing and missing.resource

    def _explained(self) -> str | None:
        missing = MissingPermission.in_text(self.message)
        return missing and str(missing)


class ConflictError(ServiceError):
    """The state of something stands in the way; `reason` says what, `resource_id` which."""

    _reasons = ConflictExceptionReason

    @property
    def reason(self) -> ConflictExceptionReason | None:
        """What stands in the way."""
        given = self.response.get("Reason")
        return None if given is None else ConflictExceptionReason(given)


class CredentialsError(ServiceError):
    """AWS takes the credentials for none: expired, unknown or wrong; nothing was done."""

    @property
    def remedy(self) -> str:
        """What to look at."""
        return REMEDIES[self.code]

    def _explained(self) -> str | None:
        return self.remedy


class InternalServerError(ServiceError):
    """AWS failed. For a send this never shows: it becomes OutcomeUnknownError."""


class ResourceNotFoundError(ServiceError):
    """There is no such thing; `resource_type` and `resource_id` say what was looked for."""


class ServiceQuotaExceededError(ServiceError):
    """A quota or spend limit is used up; `reason` names it."""

    _reasons = ServiceQuotaExceededExceptionReason

    @property
    def reason(self) -> ServiceQuotaExceededExceptionReason | None:
        """Which quota."""
        given = self.response.get("Reason")
        return None if given is None else ServiceQuotaExceededExceptionReason(given)


class ThrottlingError(ServiceError):
    """Too many calls in a second, and botocore's own patience ran out; nothing was done."""


class ValidationField(NamedTuple):
    """One member that AWS finds wrong, under AWS's name, and AWS's text about it."""

    name: str
    message: str

    def __repr__(self) -> str:
        return f"ValidationField(name={self.name!r})"


class ValidationError(ServiceError):
    """AWS finds the request wrong; `reason` says how, `fields` where."""

    _reasons = ValidationExceptionReason

    @property
    def reason(self) -> ValidationExceptionReason | None:
        """What kind of mistake."""
        given = self.response.get("Reason")
        return None if given is None else ValidationExceptionReason(given)

    @property
    def fields(self) -> tuple[ValidationField, ...]:
        """The members at fault, as far as AWS names them."""
        given = self.response.get("Fields") or ()
        return tuple(ValidationField(f.get("Name", ""), f.get("Message", "")) for f in given)

    def __str__(self) -> str:
        names = ", ".join(str(safe(self._as_written(field.name))) for field in self.fields)
        return super().__str__() + (f" (see {names})" if names else "")

    def _as_written(self, path: str) -> str:
        """A member under the name that callers write: `TemplateId` is `template_id`."""
        if self.operation not in names():
            return path
        first, *rest = path.split(".")
        member = snake(first).partition("[")[0]
        known = member in by_name(self.operation).request.model_fields
        return ".".join([snake(first), *map(snake, rest)]) if known else path


class UnknownServiceError(ServiceError):
    """AWS refused with a code that this version does not know; `code` has it."""


_CLASSES: dict[str, type[ServiceError]] = {
    "AccessDeniedException": AccessDeniedError,
    "ConflictException": ConflictError,
    "InternalServerException": InternalServerError,
    "ResourceNotFoundException": ResourceNotFoundError,
    "ServiceQuotaExceededException": ServiceQuotaExceededError,
    "ThrottlingException": ThrottlingError,
    "ValidationException": ValidationError,
    **dict.fromkeys(REMEDIES, CredentialsError),
}


def service_error(operation: str, response: Mapping[str, Any]) -> ServiceError:
    """The error for what AWS answered."""
    code = response.get("Error", {}).get("Code", "")
    return _CLASSES.get(code, UnknownServiceError)(operation, response)


class NotSentError(SmsVoiceError):
    """No connection was made, so provably nothing left this machine; `__cause__` tells why."""

    def __init__(self, operation: str, why: str) -> None:
        """Name the operation and what was in the way."""
        super().__init__(operation, why)
        self.operation = operation
        self.why = why

    def __str__(self) -> str:
        return f"{self.operation} was not sent: {self.why}. Calling again is safe."


class MissingCredentialsError(NotSentError, NoCredentialsError):
    """botocore finds no credentials, or only a part of them; nothing left this machine.

    `except botocore.exceptions.NoCredentialsError` in existing code keeps working.
    """

    def __init__(self, operation: str, why: str = "there are no credentials") -> None:
        """Name the operation."""
        Exception.__init__(self, operation, why)
        self.operation = operation
        self.why = why
        vars(self)["kwargs"] = {}  # as botocore's errors have

    def __str__(self) -> str:
        return (
            f"{self.operation} was not sent: {self.why}. Give them as for boto3: "
            '"aws configure", AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, '
            "SmsVoice(profile_name=...), or a role of the machine."
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.operation, self.why)


class MissingRegionError(RequestError, NoRegionError):
    """No region is given anywhere.

    `except botocore.exceptions.NoRegionError` in existing code keeps working.
    """

    def __init__(self) -> None:
        """Say where a region may come from."""
        rule = (
            'is given nowhere: say SmsVoice(region_name="us-east-1"), set the environment variable '
            "AWS_DEFAULT_REGION, or use a profile that has one"
        )
        self.what = "SmsVoice"
        self.problems = (Problem("region_name", rule),)
        vars(self)["kwargs"] = {}  # as botocore's errors have
        Exception.__init__(self, self.what, self.problems)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), ()


class AcceptedError(SmsVoiceError):
    """AWS accepted the call, and something on this side failed afterwards: do not call again.

    `result` is the answer: a result model, or botocore's dict for calls of a client that
    `guard_sends` guards. What failed, an event handler of the application for one, is `__cause__`.
    """

    def __init__(self, operation: str, why: str, result: Any) -> None:
        """Name the operation and what failed afterwards, and keep the answer."""
        super().__init__(operation, why, result)
        self.operation = operation
        self.why = why
        self.result = result

    def __str__(self) -> str:
        return (
            f"{self.operation} was accepted by AWS, and {self.why}. "
            "Do not call again: error.result holds AWS's answer."
        )


class OutcomeUnknownError(SmsVoiceError):
    """The call left this machine and no usable answer came back: it may have been carried out.

    For a send: the message may be on its way, so do not simply call again. smsvoice never repeats
    it by itself. Give every message a `context` with an id of your own; AWS repeats it in the
    delivery events, so an event with that id tells that the message was taken, and its absence
    after some minutes that it was not:

        sms.messages.send_text(number, message_body=text, context={"order": order_id})

    `operation`, `why`, `left_at` (UTC; when the request was handed to the network), and, where an
    answer came at all, `request_id` and `status`. The failure underneath is `__cause__`.
    """

    def __init__(
        self,
        operation: str,
        why: str,
        *,
        left_at: datetime | None = None,
        request_id: str | None = None,
        status: int | None = None,
    ) -> None:
        """Name the operation, what went wrong, and when it left (UTC)."""
        super().__init__(operation, why)
        self.operation = operation
        self.why = why
        self.left_at = left_at
        self.request_id = request_id
        self.status = status

    def __str__(self) -> str:
        when = f" at {self.left_at:%Y-%m-%d %H:%M:%S} UTC" if self.left_at else ""
        known = f" [request {self.request_id}]" if self.request_id else ""
        advice = " It may have been carried out: look before calling again."
        if MUST_HAVE.get(self.operation) == "MessageId":
            advice = (
                " The message may have been sent: look for its delivery event before calling again."
            )
        elif effect_of(self.operation) is Effect.READS:
            advice = " It changes nothing: calling again is safe."
        return f"{self.operation} left{when} and its outcome is unknown: {self.why}.{known}{advice}"

    def __reduce__(self) -> tuple[Any, ...]:
        known = {key: getattr(self, key) for key in ("left_at", "request_id", "status")}
        return type(self), (self.operation, self.why), known


class UnsupportedByBotocoreError(SmsVoiceError):
    """The installed botocore does not know this operation or member; nothing left this machine."""

    def __init__(self, what: str, installed: str, needed: str) -> None:
        """Name what is lacking and the release that has it."""
        super().__init__(what, installed, needed)
        self.what = what
        self.installed = installed
        self.needed = needed

    def __str__(self) -> str:
        return (
            f"botocore {self.installed} does not know {self.what}; it came with {self.needed}. "
            f'Upgrade with: pip install "boto3>={self.needed}"'
        )
