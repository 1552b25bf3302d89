"""Choosing among records as Describe and List do: by ids, by filters, by owner."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar, cast

from smsvoice.core.model import AwsModel
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.filter_values import must_be_listed
from smsvoice.emulator.engine.service_errors import invalid, not_found
from smsvoice.emulator.engine.table import Table
from smsvoice.models.reasons import ResourceType, ValidationExceptionReason

Record = TypeVar("Record", bound=AwsModel)
FilterValue = Callable[[Any], object]

FLAGS = frozenset(("true", "false"))


def key_of(call: Call, given: str, kind: str) -> str:
    """The id in an id or ARN; an ARN must be of this kind, account and region.

    What another account shares has an ARN of that account, but nothing is shared here.
    """
    if not given.startswith("arn:"):
        return given
    parts = given.split(":", 5)
    root = call.arn(kind, "").split(":", 5)
    right_kind = len(parts) == len(root) and parts[5].startswith(f"{kind}/")
    if not right_kind or parts[1:5] != root[1:5]:
        raise invalid(ValidationExceptionReason.INVALID_ARN)
    return parts[5].removeprefix(f"{kind}/")


def find(call: Call, table: Table[Record], given: str, kind: ResourceType) -> Record:
    """The record that an id or ARN names, or the refusal that there is none."""
    record = table.get(key_of(call, given, kind.value))
    if record is None:
        raise not_found(kind, given)
    return record


def by_ids(
    call: Call, table: Table[Record], ids: Sequence[str] | None, kind: ResourceType
) -> list[Record]:
    """The records that the ids name, or all of them; one unknown id fails the whole call."""
    if not ids:
        return table.listed()
    return [find(call, table, given, kind) for given in dict.fromkeys(ids)]


def matching(
    records: Iterable[Record], filters: Any, values: Mapping[str, FilterValue]
) -> list[Record]:
    """The records that pass all filters; one value of a filter is enough.

    `values` gives for each filter name what to compare: a text, a flag, or a collection of texts.
    A flag is a function marked by `flag`, whose only values are true and false; words that AWS
    lists are checked against its list.
    """
    found = records if isinstance(records, list) else list(records)
    for one in filters or ():
        value_of = values.get(str(one.name))
        if value_of is None:
            raise invalid(ValidationExceptionReason.INVALID_PARAMETER, "Filters", "unknown name")
        must_be_listed(one)
        wanted = {str(value) for value in one.values}
        if getattr(value_of, "is_flag", False) and not wanted <= FLAGS:
            raise invalid(
                ValidationExceptionReason.INVALID_FILTER_VALUES, "Filters", "takes true or false"
            )
        found = [record for record in found if wanted & _texts(value_of(record))]
    return found


def flag(value_of: Callable[[Any], bool | None]) -> FilterValue:
    """A filter whose values are true and false."""

    def marked(record: Any) -> object:
        return "true" if value_of(record) else "false"

    marked.is_flag = True  # type: ignore[attr-defined]
    return marked


def _texts(value: object) -> set[str]:
    if value is None:
        return set()
    if isinstance(value, str):
        return {str(value)}
    if isinstance(value, Iterable):
        return {str(one) for one in cast("Iterable[object]", value)}
    return {str(value)}
