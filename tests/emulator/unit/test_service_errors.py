"""Errors have AWS's code, members and text."""

from smsvoice.emulator.engine import service_errors
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ResourceType,
    ValidationExceptionReason,
)


def test_a_conflict_names_its_reason_and_resource() -> None:
    reason = ConflictExceptionReason.RESOURCE_NOT_ACTIVE

    error = service_errors.conflict(reason, ResourceType.POOL, "pool-1")

    assert (error.code, error.status) == ("ConflictException", 400)
    assert error.members == {
        "Message": 'Conflict Occurred - Reason="RESOURCE_NOT_ACTIVE" ResourceType="pool" '
        'ResourceId="pool-1"',
        "Reason": "RESOURCE_NOT_ACTIVE",
        "ResourceType": "pool",
        "ResourceId": "pool-1",
    }


def test_a_missing_resource_has_no_reason() -> None:
    error = service_errors.not_found(ResourceType.POOL, "pool-1")

    assert error.code == "ResourceNotFoundException"
    assert "Reason" not in error.members


def test_an_invalid_request_names_each_field_once_in_its_text() -> None:
    reason = ValidationExceptionReason.INVALID_PARAMETER
    fields = [("PoolId", "one"), ("PoolId", "two"), ("Filters.Name", "three")]

    error = service_errors.invalid_fields(reason, fields)

    assert error.members["Message"].endswith('Fields="poolId, filters.name"')
    assert [field["Message"] for field in error.members["Fields"]] == ["one", "two", "three"]


def test_an_internal_error_has_status_500_and_the_request_id() -> None:
    error = service_errors.internal_error("request-1")

    assert (error.status, error.members["RequestId"]) == (500, "request-1")
