"""The base of every model: frozen, snake_case here and AWS's names on the wire, no secrets shown.

Three kinds, by who writes them: `InputModel` is written by callers and checked, `OutputModel` by
AWS and believed, `SharedModel` by both. `RequestModel` and `ResultModel` are what one operation
takes and gives.
"""

import uuid
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self, cast

from pydantic import (
    BaseModel,
    ConfigDict,
    GetJsonSchemaHandler,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from smsvoice.core.enums import RESPONSE
from smsvoice.core.errors import RequestError
from smsvoice.core.frames import without_frames
from smsvoice.core.frozen import FrozenModel
from smsvoice.core.redact import HIDDEN, may_reveal, safe_name
from smsvoice.core.request_errors import request_error, unknown_member


def aws_name(name: str) -> str:
    """The name AWS gives a member: `pool_id` is `PoolId`."""
    return "".join(word[:1].upper() + word[1:] for word in name.split("_"))


def new_token() -> str:
    """A fresh ClientToken: it belongs to the request, so sending that again is recognised."""
    return str(uuid.uuid4())


class AwsModel(FrozenModel):
    """What all models have in common."""

    model_config: ClassVar[ConfigDict] = ConfigDict(
        alias_generator=aws_name,
        validate_by_name=True,
        validate_by_alias=True,
        loc_by_alias=False,
        protected_namespaces=(),
        val_temporal_unit="seconds",
        ser_json_temporal="seconds",
        val_json_bytes="base64",
        ser_json_bytes="base64",
    )

    _sensitive: ClassVar[frozenset[str]] = frozenset()
    """Members that hold what a person would not want in a log."""

    if not TYPE_CHECKING:

        def __getitem__(self, name: object) -> Any:
            """Refuse, as a boto3 dict is not what this is, and name the attribute to read."""
            fields = type(self).model_fields
            by_name = {one: one for one in fields} | {
                str(field.validation_alias or field.alias): one for one, field in fields.items()
            }
            member = by_name.get(name) if isinstance(name, str) else None
            remedy = f"use .{member}" if member else "its members are attributes"
            raise TypeError(f"{type(self).__name__} is no dict: {remedy}")

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """Members that were given; phone numbers, bodies and codes as three stars."""
        for name, value in super().__repr_args__():
            if value is None:
                continue
            if name is None or name not in type(self).model_fields:
                yield safe_name(name or ""), HIDDEN
            else:
                yield name, HIDDEN if name in self._sensitive or may_reveal(value) else value

    def __hash__(self) -> int:
        """Hash by the members, maps and lists included."""
        return hash((type(self), _hashable(self.__dict__, type(self).model_fields)))

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """As Pydantic has it; where a time is read, seconds since 1970 are read too."""
        found = handler(schema)
        if handler.mode == "validation":
            members = handler.resolve_ref_schema(found).get("properties", {})
            for name, member in members.items():
                members[name] = _with_seconds(member)
        return found


class Constructed(set[str]):
    """The names of the members of an input that `model_construct` made: they are not checked."""


class Waived(set[str]):
    """The names of the members of an input that AWS is to check: the caller wants it so."""


class InputModel(AwsModel):
    """What callers write: unknown members are refused, and RequestError names what is wrong."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", revalidate_instances="always")

    def __init__(self, /, **members: Any) -> None:
        """Check every member against what AWS's model states."""
        try:
            self.__pydantic_validator__.validate_python(members, self_instance=self, extra="forbid")
        except ValidationError as invalid:
            wrong = request_error(type(self), invalid)
        else:
            return
        del members
        raise without_frames(wrong)

    # Pydantic's own mark for "this __init__ only validates": nested models keep the fast way.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]

    @classmethod
    def model_construct(cls, _fields_set: set[str] | None = None, **values: Any) -> Self:
        """Make it without checking; `SmsVoice.call` checks it, unless its options switch that off.

        Raises:
            RequestError: there is no member of that name, so it would be lost.
        """
        _must_be_members(cls, values)
        made = super().model_construct(_fields_set, **values)
        object.__setattr__(made, "__pydantic_fields_set__", Constructed(made.model_fields_set))
        return made

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy, changed where `update` says, and checked like any other.

        Raises:
            RequestError: a member breaks a rule, is missing or unknown.
        """
        if not update:
            return super().model_copy(deep=deep)
        cls = type(self)
        ours = {str(field.alias): name for name, field in cls.model_fields.items()}
        changes = {ours.get(name, name): value for name, value in update.items()}
        before = {**self.__dict__, **(self.__pydantic_extra__ or {})}
        members = (deepcopy(before) if deep else before) | changes
        if type(self.__pydantic_fields_set__) is Waived:
            from smsvoice.core.unvalidated import build_unvalidated  # noqa: PLC0415  it imports this module

            return build_unvalidated(cls, members)
        try:
            copy: Self = cls.__pydantic_validator__.validate_python(members, extra="forbid")
        except ValidationError as invalid:
            wrong = request_error(cls, invalid)
        else:
            given = set(self.__pydantic_fields_set__) | changes.keys()
            object.__setattr__(copy, "__pydantic_fields_set__", given)
            return copy
        del update, changes, before, members
        raise without_frames(wrong)


class UnionModel(InputModel):
    """A choice: exactly one member is given."""

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        given = sum(value is not None for value in self.__dict__.values())
        if given != 1:
            kind = "too_many_given" if given else "nothing_given"
            members = ", ".join(type(self).model_fields)
            raise PydanticCustomError(kind, "give exactly one of {members}", {"members": members})
        return self


class SharedModel(InputModel):
    """What callers write and AWS repeats: checked on the way out, believed on the way in.

    Pydantic keeps unknown members, since AWS may add some; those of a caller are refused, also
    where a framework reads the caller's data.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="allow")

    @model_validator(mode="after")
    def _only_aws_adds_members(self, info: ValidationInfo[Any]) -> Self:
        if self.__pydantic_extra__ and info.context is not RESPONSE:
            known = {"members": ", ".join(type(self).model_fields)}
            raise PydanticCustomError("unknown_members", "has these members only: {members}", known)
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """As the other models that callers write: closed."""
        found = super().__get_pydantic_json_schema__(schema, handler)
        if handler.mode == "validation":
            handler.resolve_ref_schema(found)["additionalProperties"] = False
        return found


class RequestModel(InputModel):
    """All that one operation takes: a value that can be stored, queued, pickled and sent again."""


class OutputModel(AwsModel):
    """What AWS answers: members and values that this version does not know are kept."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="allow", coerce_numbers_to_str=True)


class ResponseMetadata(NamedTuple):
    """How an answer came: AWS's request id, the HTTP status and how many attempts it took."""

    request_id: str | None = None
    status: int | None = None
    attempts: int = 1


class ResultModel(OutputModel):
    """All that one operation gives."""

    @property
    def response_metadata(self) -> ResponseMetadata:
        """AWS's request id, the HTTP status and the attempts that this answer took."""
        # Kept beside the members, so that two equal answers are equal whatever their request ids.
        metadata: ResponseMetadata | None = self.__dict__.get("_response_metadata")
        return metadata or ResponseMetadata()

    @property
    def notes(self) -> tuple[str, ...]:
        """What is new or amiss about this answer: members and values that smsvoice does not list.

        Nothing of it is lost; usually empty.
        """
        notes: tuple[str, ...] = self.__dict__.get("_notes", ())
        return notes


def _must_be_members(model: type[BaseModel], values: Mapping[str, Any]) -> None:
    fields = model.model_fields
    known = fields.keys() | {str(f.validation_alias or f.alias) for f in fields.values()}
    unknown = [unknown_member(model, name) for name in values if name not in known]
    if unknown and model.model_config.get("extra") != "allow":
        raise RequestError(model.__name__, unknown)


def _hashable(value: Any, names: Any = None) -> Any:
    if isinstance(value, dict):
        entries = cast("dict[str, Any]", value).items()
        return frozenset((k, _hashable(v)) for k, v in entries if names is None or k in names)
    if isinstance(value, list | tuple):
        return tuple(map(_hashable, cast("list[Any]", value)))
    return value


def _with_seconds(member: dict[str, Any]) -> dict[str, Any]:
    """A member's JSON schema that takes numbers wherever it takes a time as text."""
    if member.get("format") == "date-time":
        names = {key: member[key] for key in ("title", "description") if key in member}
        return names | {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "number"}]}
    if "anyOf" not in member:
        return member
    choices = [choice for one in member["anyOf"] for choice in _choices(_with_seconds(one))]
    return member | {"anyOf": choices}


def _choices(member: dict[str, Any]) -> list[dict[str, Any]]:
    return member["anyOf"] if member.keys() == {"anyOf"} else [member]
