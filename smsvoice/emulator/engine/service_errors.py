"""AWS's errors: codes, reasons and texts, only where AWS models them."""

from collections.abc import Iterable, Mapping
from typing import Any

from smsvoice.models.reasons import (
    AccessDeniedExceptionReason,
    ConflictExceptionReason,
    ResourceType,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)


class ServiceError(Exception):
    """A modelled AWS error: its code, members and HTTP status."""

    def __init__(self, code: str, members: Mapping[str, Any], status: int = 400) -> None:
        """Take AWS's code and the members that its shape has."""
        super().__init__(code)
        self.code = code
        self.members: dict[str, Any] = dict(members)
        self.status = status


def conflict(
    reason: ConflictExceptionReason,
    resource_type: ResourceType | None = None,
    resource_id: str = "",
) -> ServiceError:
    """The state of something stands in the way."""
    return ServiceError(
        "ConflictException",
        _named("Conflict Occurred", reason, resource_type, resource_id),
    )


def not_found(resource_type: ResourceType, resource_id: str) -> ServiceError:
    """There is no such thing."""
    return ServiceError(
        "ResourceNotFoundException",
        _named("Resource not found", None, resource_type, resource_id),
    )


def quota_exceeded(reason: ServiceQuotaExceededExceptionReason) -> ServiceError:
    """A quota or a spend limit is used up."""
    return ServiceError(
        "ServiceQuotaExceededException", _named("Service quota exceeded", reason, None, "")
    )


def invalid(
    reason: ValidationExceptionReason, field: str | None = None, why: str = "", **more: str
) -> ServiceError:
    """The request is wrong; `field` is AWS's name of the member at fault, `more` names others."""
    fields = {field: why} if field is not None else {}
    return invalid_fields(reason, (fields | more).items())


def invalid_fields(
    reason: ValidationExceptionReason, fields: Iterable[tuple[str, str]]
) -> ServiceError:
    """The request is wrong in these members; the text names them too, since the CLI shows no more.

    The only text that was ever seen whole names a field with a small letter in front.
    """
    listed = [{"Name": name, "Message": why} for name, why in fields]
    names = ", ".join(dict.fromkeys(_small(field["Name"]) for field in listed))
    named = f' Fields="{names}"' if names else ""
    members: dict[str, Any] = {
        "Message": f'Validation Exception - Reason="{reason}"{named}',
        "Reason": str(reason),
    }
    if listed:
        members["Fields"] = listed
    return ServiceError("ValidationException", members)


def inaccessible(member: str, why: str) -> ServiceError:
    """The service may not use a role, topic, log group or stream; clients look for `why`."""
    refusal = invalid(ValidationExceptionReason.RESOURCE_NOT_ACCESSIBLE, member, why)
    refusal.members["Message"] += f": {why}"
    return refusal


def missing(member: str) -> ServiceError:
    """A member that AWS's model leaves open and the service requires."""
    return invalid(ValidationExceptionReason.MISSING_PARAMETER, member, "is required")


def access_denied(reason: AccessDeniedExceptionReason) -> ServiceError:
    """The account may not do this."""
    text = f'Access Denied - Reason="{reason}"'
    return ServiceError("AccessDeniedException", {"Message": text, "Reason": str(reason)})


def iam_denied(user_arn: str, operation: str, resource_arn: str) -> ServiceError:
    """No policy allows the caller the action: without a reason, since IAM answers."""
    action = f"sms-voice:{operation}"
    text = (
        f"User: {user_arn} is not authorized to perform: {action} on resource: {resource_arn} "
        f"because no identity-based policy allows the {action} action"
    )
    return ServiceError("AccessDeniedException", {"Message": text})


def throttled() -> ServiceError:
    """Too many calls in a second."""
    return ServiceError("ThrottlingException", {"Message": "Rate exceeded"})


def internal_error(request_id: str) -> ServiceError:
    """The service itself failed."""
    return ServiceError(
        "InternalServerException",
        {"Message": "Internal server error", "RequestId": request_id},
        status=500,
    )


def _small(path: str) -> str:
    """A path of members with a small letter at the beginning of each."""
    return ".".join(name[:1].lower() + name[1:] for name in path.split("."))


def _named(
    text: str, reason: str | None, resource_type: ResourceType | None, resource_id: str
) -> dict[str, str]:
    members = {"Reason": reason, "ResourceType": resource_type, "ResourceId": resource_id or None}
    named = {name: str(value) for name, value in members.items() if value is not None}
    text_of_members = " ".join(f'{name}="{value}"' for name, value in named.items())
    return {"Message": f"{text} - {text_of_members}", **named}
