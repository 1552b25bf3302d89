"""The service's half of the codec: requests from their bytes, answers from records."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from smsvoice.core.codec import Request, UndecodableError
from smsvoice.core.enums import RESPONSE, SERVICE_SIDE
from smsvoice.core.request_errors import request_error

Model = TypeVar("Model", bound=BaseModel)
_NO_OBJECT = frozenset(("json_invalid", "model_type"))
"""Pydantic's error types for a body that is not a JSON object."""


def decode_request(model: type[Request], body: bytes) -> Request:
    """A request from its bytes, as a service reads it: unknown members are passed over.

    Raises:
        UndecodableError: the bytes are no JSON object.
        RequestError: a member breaks a rule.
    """
    try:
        request: Request = model.__pydantic_validator__.validate_json(
            body or b"{}", extra="ignore", context=SERVICE_SIDE
        )
    except ValidationError as invalid:
        found = invalid.errors(include_url=False, include_input=False)
        if any(one["type"] in _NO_OBJECT and not one["loc"] for one in found):
            raise UndecodableError("the body is no JSON object") from None
        raise request_error(model, invalid, wire=True) from None
    return request


def result_from(model: type[Model], record: BaseModel, **more: Any) -> Model:
    """An answer made of a record's members that it has too, and of more."""
    shared = {n: v for n, v in record.__dict__.items() if n in model.model_fields}
    answer: Model = model.__pydantic_validator__.validate_python(shared | more, context=RESPONSE)
    return answer
