"""Enums that stay open: a value AWS invents tomorrow is a member-like string today."""

from contextvars import ContextVar
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, Self, cast

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

unknown_values: ContextVar[list[str] | None] = ContextVar("smsvoice_unknown_values", default=None)
"""Where the decoding of one answer notes enum values that this version does not know."""


ANSWER: Final = object()
"""Pydantic's context while an answer is decoded: what AWS tells is kept, listed or not."""


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
        stranger = str.__new__(cls, value)
        stranger._name_ = stranger._value_ = str(value)
        return stranger

    def __hash__(self) -> int:
        """Hash as the plain string does, since the two are equal."""
        return str.__hash__(self)

    def __repr__(self) -> str:
        """Show the value as it is written in a call: `MessageType('PROMOTIONAL')`."""
        return f"{type(self).__name__}({self._value_!r})"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        """Validate as answers do: known values quickly, unknown ones kept and noted."""
        from pydantic_core import core_schema  # noqa: PLC0415  only models need pydantic

        members = list(cls.__members__.values())
        return core_schema.enum_schema(
            cls, members, sub_type="str", missing=cls.in_answer, strict=False
        )

    @classmethod
    def known(cls, value: str) -> Self | None:
        """The member of that value, if this version lists it."""
        return cast("Self | None", cls._value2member_map_.get(value))

    @classmethod
    def in_answer(cls, value: object) -> Self | None:
        """The member of a value that AWS gave; one that is new is noted for the answer's warning."""
        noted = unknown_values.get()
        if noted is not None and isinstance(value, str):
            noted.append(f"a {cls.__name__} that this version does not list")
        return cls._missing_(value)
