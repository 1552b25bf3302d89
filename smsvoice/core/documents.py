"""A model as a JSON document with AWS's names, and back."""

from typing import TypeVar

from pydantic import BaseModel

from smsvoice.core.enums import RESPONSE

Model = TypeVar("Model", bound=BaseModel)


def encode_json(answer: BaseModel) -> bytes:
    """The bytes of an answer or record as AWS writes them; times are seconds since 1970."""
    return answer.__pydantic_serializer__.to_json(
        answer, by_alias=True, exclude_none=True, context=RESPONSE
    )


def decode_record(model: type[Model], body: bytes) -> Model:
    """Read a record back from the bytes of `encode_json`."""
    record: Model = model.__pydantic_validator__.validate_json(
        body, extra="allow", context=RESPONSE
    )
    return record
