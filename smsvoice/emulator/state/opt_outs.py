"""Opt-out lists as they are kept: who must not be texted."""

from smsvoice.core.model import OutputModel
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.lookup import find
from smsvoice.emulator.engine.service_errors import conflict, invalid
from smsvoice.emulator.engine.store import TableOf
from smsvoice.emulator.engine.table import Table
from smsvoice.emulator.state.tags import store_tags
from smsvoice.models.opt_outs import OptedOutNumberInformation, OptOutListInformation
from smsvoice.models.reasons import ConflictExceptionReason, ResourceType, ValidationExceptionReason
from smsvoice.rules.phone_numbers import problem_of

DEFAULT = "Default"


_KIND = ResourceType.OPT_OUT_LIST


class OptIn(OutputModel):
    """When a number was last taken off a list."""

    at: str


kept_lists: TableOf[OptOutListInformation] = TableOf("opt_out_lists", OptOutListInformation)
"""The opt-out lists, as they are kept."""
opt_ins: TableOf[OptIn] = TableOf("opt_ins", OptIn)
"""When numbers were last taken off a list, by list and number."""


def lists(call: Call) -> Table[OptOutListInformation]:
    """The account's lists; `Default` is there from the beginning."""
    table = kept_lists(call)
    if DEFAULT not in table:
        made = _make(call, table, DEFAULT)
        store_tags(call, made.opt_out_list_arn, None)
    return table


def list_named(call: Call, given: str) -> OptOutListInformation:
    """The list that a name or ARN names."""
    return find(call, lists(call), given, _KIND)


numbers: TableOf[OptedOutNumberInformation] = TableOf(
    "opted_out_numbers", OptedOutNumberInformation
)
"""The numbers on a list, by number."""


def must_want_messages(call: Call, list_name: str, number: str) -> None:
    """Refuse a recipient who is on the list."""
    if same(number) in numbers(call, list_name):
        reason = ConflictExceptionReason.DESTINATION_PHONE_NUMBER_OPTED_OUT
        raise conflict(reason, ResourceType.OPTED_OUT_NUMBER, same(number))


def same(number: str) -> str:
    """A number as it is kept, with its plus."""
    return number if number.startswith("+") else f"+{number}"


def persons_number(number: str, field: str) -> str:
    """A person's number with its plus, or the error that no number is like that; AWS takes both."""
    whole = same(number)
    problem = problem_of(whole)
    if problem is not None:
        raise invalid(ValidationExceptionReason.INVALID_PARAMETER, field, problem)
    return whole


def opt_out(
    call: Call, list_name: str, number: str, *, by_recipient: bool
) -> OptedOutNumberInformation:
    """Put a number on a list; a number that is there keeps its time."""
    table = numbers(call, list_name)
    found = table.get(same(number))
    if found is not None:
        return found
    entry = OptedOutNumberInformation(
        opted_out_number=same(number),
        opted_out_timestamp=call.now,
        end_user_opted_out=by_recipient,
    )
    return table.put(same(number), entry)


def opt_in(call: Call, list_name: str, number: str) -> None:
    """Take a number off a list, as its owner asked by keyword."""
    numbers(call, list_name).drop(same(number))


def _make(call: Call, table: Table[OptOutListInformation], name: str) -> OptOutListInformation:
    made = OptOutListInformation(
        opt_out_list_arn=call.arn("opt-out-list", name),
        opt_out_list_name=name,
        created_timestamp=call.now,
    )
    return table.put(name, made)
