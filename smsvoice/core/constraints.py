r"""What a request must obey, as annotations that Pydantic reads: lengths, ranges, patterns, sizes.

The generated models use them like this::

    PhoneNumber = Annotated[str, Text(1, 20, r"\+?[1-9][0-9]{1,18}")]
    PoolIdList = Annotated[Sequence[PoolIdOrArn], Items(0, 5)]

Answers never carry rules: what AWS answers is taken as it is.
"""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, cast, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from smsvoice.core.enums import RESPONSE, SERVICE_SIDE, OpenEnum
from smsvoice.core.phone_numbers import problem_of

PERSON: Final = r"\+?[1-9][0-9]{1,18}"
"""The pattern by which AWS's model knows the phone number of a person."""


@dataclass(slots=True, eq=False, repr=False)
class Text:
    """Length in characters, and the pattern that the whole text must match."""

    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        text = core_schema.str_schema(
            strict=True,
            min_length=self.min_length,
            max_length=self.max_length,
            pattern=None if self.pattern is None else f"^(?:{self.pattern})$",
        )
        if self.pattern != PERSON:
            return text
        return core_schema.with_info_after_validator_function(_valid_number, text)


def _valid_number(number: str, info: core_schema.ValidationInfo[Any]) -> str:
    # AWS takes a number without its plus and reads its first digits as a calling code: a US number
    # as one of Egypt. Callers get an error; a service takes on the wire what AWS takes.
    wrong = None if info.context is SERVICE_SIDE else problem_of(number)
    if wrong is not None:
        raise PydanticCustomError("phone_number", "{rule}", {"rule": wrong})
    return number


@dataclass(slots=True, eq=False, repr=False)
class Number:
    """Smallest and largest value, both allowed."""

    minimum: float | None = None
    maximum: float | None = None

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        if source is int:
            minimum = None if self.minimum is None else int(self.minimum)
            maximum = None if self.maximum is None else int(self.maximum)
            return core_schema.int_schema(strict=True, ge=minimum, le=maximum)
        return core_schema.float_schema(
            strict=True, ge=self.minimum, le=self.maximum, allow_inf_nan=False
        )


@dataclass(slots=True, eq=False, repr=False)
class StrictBool:
    """True or False, and nothing that merely looks like it."""

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.bool_schema(strict=True)


@dataclass(slots=True, eq=False, repr=False)
class Blob:
    """Fewest and most bytes; text is read as base64, which is how JSON carries bytes."""

    min_size: int | None = None
    maximum: int | None = None

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(
            as_bytes,
            core_schema.bytes_schema(
                strict=True, min_length=self.min_size, max_length=self.maximum
            ),
            serialization=core_schema.plain_serializer_function_ser_schema(
                _as_base64, return_schema=core_schema.str_schema(), when_used="json"
            ),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        limits = {"minLength": self.min_size, "maxLength": self.maximum}
        return {
            "type": "string",
            "contentEncoding": "base64",
            **{name: -(-size // 3) * 4 for name, size in limits.items() if size is not None},
        }


def as_bytes(value: Any) -> Any:
    """Bytes as callers and JSON give them; anything else is left as it is.

    Raises:
        PydanticCustomError: it is text, and no base64.
    """
    if isinstance(value, bytearray):
        return bytes(value)
    if not isinstance(value, str):
        return value
    try:
        return base64.b64decode(value.replace("-", "+").replace("_", "/"), validate=True)
    except (binascii.Error, ValueError):
        raise PydanticCustomError("bytes", "must be bytes, or text in base64") from None


def _as_base64(value: Any) -> Any:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


@dataclass(slots=True, eq=False, repr=False)
class ListSize:
    """Fewest and most items of a list; kept as a tuple, so that a request stays a value."""

    min_size: int | None = None
    maximum: int | None = None

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        item = handler.generate_schema(get_args(source)[0])
        return core_schema.tuple_schema(
            [item],
            variadic_item_index=0,
            min_length=self.min_size,
            max_length=self.maximum,
            strict=False,
        )


@dataclass(slots=True, eq=False, repr=False)
class KeyValueList:
    """Fewest and most items of a list of keys with values; also for a mapping."""

    min_size: int | None = None
    maximum: int | None = None

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        listed = ListSize(self.min_size, self.maximum).__get_pydantic_core_schema__(source, handler)
        text = core_schema.str_schema()
        mapped = core_schema.dict_schema(
            text, text, min_length=self.min_size, max_length=self.maximum
        )
        return core_schema.no_info_before_validator_function(
            as_pairs,
            listed,
            json_schema_input_schema=core_schema.union_schema([listed, mapped]),
        )


def as_pairs(value: Any) -> Any:
    """`{"team": "shop"}` as the list of pairs that AWS takes; a list stays as it is.

    Raises:
        PydanticCustomError: it is one pair, in AWS's own words, outside of a list.
    """
    if not isinstance(value, Mapping):
        return value
    pairs = cast("Mapping[str, Any]", value)
    if sorted(map(str, pairs)) == ["Key", "Value"]:
        raise PydanticCustomError("pairs", "must be a list, even of one pair, or a mapping")
    return tuple({"key": key, "value": one} for key, one in pairs.items())


@dataclass(slots=True, eq=False, repr=False)
class MapSize:
    """Fewest and most entries of a map."""

    min_size: int | None = None
    maximum: int | None = None

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        key, value = (handler.generate_schema(argument) for argument in get_args(source))
        return core_schema.dict_schema(
            key, value, min_length=self.min_size, max_length=self.maximum, strict=False
        )


@dataclass(slots=True, eq=False, repr=False)
class ListedEnum:
    """An enum argument: a plain string must be one that AWS lists; an explicit member passes.

    `MessageType("BRAND_NEW")` is such an explicit member, so new values can be sent before this
    package knows them, but a slip of the pen cannot. JSON has no such members: there it is written
    as `"MessageType(BRAND_NEW)"`, which is read back as the explicit member that it was.
    """

    enum: type[OpenEnum]

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(
            self._checked,
            serialization=core_schema.plain_serializer_function_ser_schema(
                self._written,
                info_arg=True,
                return_schema=core_schema.str_schema(),
                when_used="json",
            ),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        name = self.enum.__name__
        listed = [member.value for member in self.enum]
        newer = {"type": "string", "pattern": rf"^{name}\([\s\S]*\)$"}
        return {
            "anyOf": [{"type": "string", "enum": listed}, newer],
            "description": f"A value newer than this package is written {name}(VALUE).",
        }

    def _checked(self, value: Any, info: core_schema.ValidationInfo[Any]) -> OpenEnum:
        if isinstance(value, self.enum):
            return value
        if isinstance(value, str):
            known = self.enum.known(value)
            if known is not None:
                return known
            if info.context is RESPONSE:
                return self.enum(value)
            start = f"{self.enum.__name__}("
            if info.context is not SERVICE_SIDE and value.startswith(start) and value.endswith(")"):
                return self.enum(value[len(start) : -1])
        raise PydanticCustomError("enum", "AWS does not list this value")

    def _written(self, value: Any, info: core_schema.SerializationInfo[Any]) -> str:
        if isinstance(value, self.enum) and not value.is_known and info.context is not RESPONSE:
            return f"{self.enum.__name__}({value.value})"
        return str(value)


@dataclass(slots=True, eq=False, repr=False)
class LenientInAnswers:
    """For text that callers write and AWS repeats: checked in requests, believed in answers."""

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_wrap_validator_function(_lenient, handler(source))


def _lenient(
    value: Any,
    check: core_schema.ValidatorFunctionWrapHandler,
    info: core_schema.ValidationInfo[Any],
) -> Any:
    return value if info.context is RESPONSE and isinstance(value, str) else check(value)
