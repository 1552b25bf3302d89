"""Enums that stay open: a value AWS invents tomorrow is a member-like string today."""

from contextvars import ContextVar
from enum import StrEnum
from typing import Any, Final, Self, cast

unknown_values: ContextVar[list[str] | None] = ContextVar("smsvoice_unknown_values", default=None)
"""Where the decoding of one answer notes enum values that this version does not know."""


RESPONSE: Final = object()
"""Pydantic's context while an answer is decoded: values are kept, listed or not."""

SERVICE_SIDE: Final = object()
"""Pydantic's context while a service reads a request: only what AWS lists is taken."""


class OpenEnum(StrEnum):
    """Known values complete in the editor; unknown ones pass through and compare as strings.

    `MessageType("BRAND_NEW")` gives a value that equals the plain string, hashes, copies and
    pickles like it, and whose `is_known` is False.
    """

    @property
    def is_known(self) -> bool:
        """Whether this version of smsvoice lists the value."""
        return self._value_ in type(self)._value2member_map_

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        noted = unknown_values.get()
        if noted is not None:  # an answer is being decoded
            noted.append(f"a {cls.__name__} that this version does not list")
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = str(value)
        return unknown

    def __hash__(self) -> int:
        """Hash as the plain string does, since the two are equal."""
        return str.__hash__(self)

    def __repr__(self) -> str:
        """Show the value as it is written in a call: `MessageType('PROMOTIONAL')`."""
        return f"{type(self).__name__}({self._value_!r})"

    @classmethod
    def known(cls, value: str) -> Self | None:
        """The member of that value, if this version lists it."""
        return cast("Self | None", cls._value2member_map_.get(value))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        """The listed values, and any other text: what AWS invents tomorrow is valid today."""
        found: dict[str, Any] = handler(schema)
        own: dict[str, Any] = handler.resolve_ref_schema(found)
        for word in ("type", "enum", "const"):
            own.pop(word, None)
        listed = {"type": "string", "enum": [member.value for member in cls]}
        own["anyOf"] = [listed, {"type": "string"}]
        return found
