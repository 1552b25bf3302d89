"""Hypothesis strategies read off botocore's own service model: requests that AWS would take, answers
that it could give.
"""

import json
import re
import string
from datetime import UTC, datetime
from functools import cache
from typing import Any

import botocore.session
from botocore.model import ListShape, MapShape, ServiceModel, Shape, StringShape, StructureShape
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from smsvoice.core.constraints import PERSON
from smsvoice.operations import MUST_HAVE

SERVICE = "pinpoint-sms-voice-v2"
FULLEST, SMALLEST, MIXED = "fullest", "smallest", "mixed"
_CLASS = re.compile(r"\[((?:[^\]\\]|\\.)+)\][+*]")
_ALPHABET = string.ascii_letters + string.digits + string.punctuation + " äß€中"
_LONGEST = 12


@cache
def service() -> ServiceModel:
    """Botocore's model of the service."""
    loader = botocore.session.get_session().get_component("data_loader")
    return ServiceModel(loader.load_service_model(SERVICE, "service-2"), SERVICE)


def operations() -> list[str]:
    """All operations that the installed botocore knows."""
    return list(service().operation_names)


def requests(operation: str) -> st.SearchStrategy[dict[str, Any]]:
    """Requests as boto3 takes them: the smallest, the fullest, and those between."""
    shape = input_of(operation)
    return _by_fullness(shape, for_request=True)


def answers(operation: str) -> st.SearchStrategy[dict[str, Any]]:
    """Answers as AWS writes them in JSON: the smallest, the fullest, and those between."""
    shape = output(operation)
    drawn = _by_fullness(shape, for_request=False)
    member = MUST_HAVE.get(operation)
    if member is None:
        return drawn
    always = value(shape.members[member], FULLEST, for_request=False).filter(lambda one: one != "")
    return st.tuples(drawn, always).map(lambda both: both[0] | {member: both[1]})


def fullest(shape: Shape, *, new_values: str | None = None) -> Any:
    """One answer with every member there is, nested ones too; `new_values` for every enum."""
    match shape:
        case StructureShape():
            return {n: fullest(m, new_values=new_values) for n, m in shape.members.items()}
        case ListShape():
            return [fullest(shape.member, new_values=new_values)]
        case MapShape():
            return {"key": fullest(shape.value, new_values=new_values)}
        case StringShape() if shape.enum:
            return new_values or shape.enum[0]
    kinds = {"string": "text", "boolean": True, "timestamp": 1_700_000_000.5, "double": 1.5}
    return kinds.get(shape.type_name, 7)


def smallest(operation: str) -> dict[str, Any]:
    """One of the smallest requests that AWS would take."""
    shape = input_of(operation)
    found: list[dict[str, Any]] = []

    @settings(max_examples=1, database=None, derandomize=True, deadline=None,
              phases=[Phase.generate], suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(_structure(shape, SMALLEST, for_request=True))
    def draw(one: dict[str, Any]) -> None:
        found.append(one)

    draw()
    return found[0]


def json_of(answer: object) -> bytes:
    """The bytes of an answer."""
    return json.dumps(answer).encode()


def least(operation: str) -> dict[str, Any]:
    """The least answer that is usable: what the operation always gives, and no item in a list."""
    member = MUST_HAVE.get(operation)
    if member is None:
        return {}
    shape = output(operation).members[member]
    return {member: [] if isinstance(shape, ListShape) else fullest(shape)}


def _by_fullness(shape: StructureShape, *, for_request: bool) -> st.SearchStrategy[dict[str, Any]]:
    return st.one_of(
        [
            _structure(shape, fullness, for_request=for_request)
            for fullness in (SMALLEST, FULLEST, MIXED)
        ]
    )


@cache
def value(shape: Shape, fullness: str, *, for_request: bool) -> st.SearchStrategy[Any]:
    """Values of a shape."""
    match shape:
        case StructureShape():
            return _structure(shape, fullness, for_request=for_request)
        case ListShape():
            least, most = _sizes(shape)
            item = value(shape.member, fullness, for_request=for_request)
            return st.lists(item, min_size=least, max_size=min(most, least + 2))
        case MapShape():
            least, most = _sizes(shape)
            key = value(shape.key, fullness, for_request=for_request)
            one = value(shape.value, fullness, for_request=for_request)
            return st.dictionaries(key, one, min_size=least, max_size=min(most, least + 2))
        case StringShape():
            return _text(shape, for_request=for_request)
    return _scalar(shape, for_request=for_request)


def _structure(
    shape: StructureShape, fullness: str, *, for_request: bool
) -> st.SearchStrategy[dict[str, Any]]:
    members = {
        name: value(member, fullness, for_request=for_request)
        for name, member in shape.members.items()
    }
    if getattr(shape, "is_tagged_union", False):
        return st.one_of([st.fixed_dictionaries({name: drawn}) for name, drawn in members.items()])
    required = {name: members[name] for name in shape.required_members}
    rest = {name: drawn for name, drawn in members.items() if name not in required}
    if fullness == SMALLEST:
        return st.fixed_dictionaries(required)
    if fullness == FULLEST:
        return st.fixed_dictionaries(members)
    return st.fixed_dictionaries(required, optional=rest)


def _scalar(shape: Shape, *, for_request: bool) -> st.SearchStrategy[Any]:
    least, most = shape.metadata.get("min"), shape.metadata.get("max")
    match shape.type_name:
        case "boolean":
            return st.booleans()
        case "integer":
            return st.integers(least if least is not None else -(2**31), most or 2**31 - 1)
        case "long":
            return st.integers(least if least is not None else -(2**53), most or 2**53)
        case "double" | "float":
            return st.floats(least, most, allow_nan=False, allow_infinity=False, width=32)
        case "blob":
            return st.binary(min_size=least or 0, max_size=40)
        case "timestamp":
            return _moments() if for_request else _seconds()
    raise AssertionError(shape.type_name)


def _moments() -> st.SearchStrategy[datetime]:
    return st.integers(0, 4_000_000_000).map(lambda second: datetime.fromtimestamp(second, UTC))


def _seconds() -> st.SearchStrategy[float]:
    return st.one_of(
        st.integers(0, 4_000_000_000), st.integers(0, 4_000_000_000_000).map(lambda ms: ms / 1000)
    )


def _text(shape: StringShape, *, for_request: bool) -> st.SearchStrategy[str]:
    if shape.enum:
        return st.sampled_from(shape.enum)
    if not for_request:
        return st.text(max_size=_LONGEST)
    least, most = _sizes(shape)
    pattern = shape.metadata.get("pattern")
    longest = min(most, max(least, _LONGEST))
    if pattern is None:
        return st.text(min_size=least, max_size=longest)
    if pattern == PERSON:  # callers here write a number in full, though AWS takes less
        return st.from_regex(r"\+1[2-9][0-9]{9}", fullmatch=True)
    simple = _CLASS.fullmatch(pattern)
    if simple is not None:
        letters = [one for one in _ALPHABET if re.fullmatch(f"[{simple[1]}]", one)]
        return st.text(letters, min_size=least, max_size=longest)
    exact = re.compile(pattern)
    drawn = st.from_regex(exact, fullmatch=True) if "(?" not in pattern else _unblank()
    # What counts as white space differs between regular expression engines beyond the printable.
    return drawn.filter(
        lambda text: (
            least <= len(text) <= most and text.isprintable() and bool(exact.fullmatch(text))
        )
    )


def _unblank() -> st.SearchStrategy[str]:
    return st.text(_ALPHABET, min_size=1, max_size=_LONGEST).map(lambda text: f"x{text}x")


def _sizes(shape: Shape) -> tuple[int, int]:
    return shape.metadata.get("min") or 0, shape.metadata.get("max") or 10_000


def output(name: str) -> StructureShape:
    """What botocore expects of an operation."""
    shape = service().operation_model(name).output_shape
    assert shape is not None
    return shape


def input_of(name: str) -> StructureShape:
    """What botocore takes for an operation."""
    shape = service().operation_model(name).input_shape
    assert shape is not None
    return shape


def with_extras(shape: Shape, value: Any) -> Any:
    """The same answer with a member that nobody knows in every structure."""
    match shape:
        case StructureShape():
            known = {name: with_extras(shape.members[name], one) for name, one in value.items()}
            return known | {"BrandNew": {"a": [1]}}
        case ListShape():
            return [with_extras(shape.member, one) for one in value]
        case MapShape():
            return {key: with_extras(shape.value, one) for key, one in value.items()}
    return value
