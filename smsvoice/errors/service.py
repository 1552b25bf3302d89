"""What AWS refuses: one class for each of its error codes."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from botocore.exceptions import ClientError

from smsvoice import models  # whose `reasons` load when AWS first gives one
from smsvoice.core.errors import SmsVoiceError
from smsvoice.core.operation import snake
from smsvoice.core.permissions import REMEDIES, MissingPermission
from smsvoice.core.redact import mask_numbers
from smsvoice.operations import by_name, names

if TYPE_CHECKING:
    from smsvoice.core.enums import OpenEnum


class ServiceError(SmsVoiceError, ClientError):
    """AWS answered, and the answer was no.

    `operation`, `code`, `message`, `request_id` and `status` are always there (the last three may
    be None); `reason`, `resource_type` and `resource_id` where AWS gives them. `response` is
    botocore's own dict. `message` is AWS's text: it may repeat what you sent, so `str(error)`
    leaves it out.
    """

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
        return None

    @property
    def resource_type(self) -> "models.reasons.ResourceType | None":
        """The kind of thing that stands in the way; None where AWS names none."""
        given = self.response.get("ResourceType")
        return None if given is None else models.reasons.ResourceType(given)

    @property
    def is_opted_out(self) -> bool:
        """Whether the recipient does not want messages from this origination identity."""
        reasons = models.reasons.ConflictExceptionReason
        return self.reason == reasons.DESTINATION_PHONE_NUMBER_OPTED_OUT

    @property
    def is_throttled(self) -> bool:
        """Whether the same call may go through a little later."""
        return isinstance(self, ThrottlingError)

    def __str__(self) -> str:
        """What a person on call needs: operation, code, reason, resource, request id."""
        given = self.response
        known = (self.code, given.get("Reason"), given.get("ResourceType"), self.resource_id)
        words = [self.operation, "refused:", *map(mask_numbers, known)]
        spoken = " ".join(str(word) for word in words if word)
        why = self._explained()
        whole = f"{spoken}: {why}" if why else spoken
        return f"{whole} [request {self.request_id or 'id not given'}]"

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

    @property
    def reason(self) -> "models.reasons.AccessDeniedExceptionReason | None":
        """Why, where it is the account and not a permission."""
        given = self.response.get("Reason")
        return None if given is None else models.reasons.AccessDeniedExceptionReason(given)

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
    """The state of a resource stands in the way: see `reason` and `resource_id`."""

    @property
    def reason(self) -> "models.reasons.ConflictExceptionReason | None":
        """What stands in the way."""
        given = self.response.get("Reason")
        return None if given is None else models.reasons.ConflictExceptionReason(given)


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

    @property
    def reason(self) -> "models.reasons.ServiceQuotaExceededExceptionReason | None":
        """Which quota."""
        given = self.response.get("Reason")
        return None if given is None else models.reasons.ServiceQuotaExceededExceptionReason(given)


class ThrottlingError(ServiceError):
    """Too many calls in a second, and botocore's own patience ran out; nothing was done."""


class ValidationField(NamedTuple):
    """One member that AWS finds wrong, under AWS's name, and AWS's text about it."""

    name: str
    message: str

    def __repr__(self) -> str:
        return f"ValidationField(name={self.name!r})"


class ValidationError(ServiceError):
    """AWS finds the request wrong: see `reason` and `fields`."""

    @property
    def reason(self) -> "models.reasons.ValidationExceptionReason | None":
        """What kind of mistake."""
        given = self.response.get("Reason")
        return None if given is None else models.reasons.ValidationExceptionReason(given)

    @property
    def fields(self) -> tuple[ValidationField, ...]:
        """The members at fault, as far as AWS names them."""
        given = self.response.get("Fields") or ()
        return tuple(ValidationField(f.get("Name", ""), f.get("Message", "")) for f in given)

    def __str__(self) -> str:
        fields = ", ".join(str(mask_numbers(self._as_written(field.name))) for field in self.fields)
        return super().__str__() + (f" (see {fields})" if fields else "")

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
