"""Opt-out lists: who must not be texted, and how they come back.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/opt-out-list.html
"""

from datetime import timedelta

from smsvoice.core.codec import told_of
from smsvoice.core.model import OutputModel
from smsvoice.emulator.engine.context import Call, answers
from smsvoice.emulator.engine.lookup import Look, chosen, find, flag, passing
from smsvoice.emulator.engine.paging import page
from smsvoice.emulator.engine.service_errors import conflict, invalid, not_found, quota
from smsvoice.emulator.engine.store import Table
from smsvoice.emulator.state.identities import phone_numbers, pools, rcs_agents
from smsvoice.emulator.state.tags import forget, store_tags
from smsvoice.models.opt_outs import (
    CreateOptOutListRequest,
    CreateOptOutListResult,
    DeleteOptedOutNumberRequest,
    DeleteOptedOutNumberResult,
    DeleteOptOutListRequest,
    DeleteOptOutListResult,
    DescribeOptedOutNumbersRequest,
    DescribeOptedOutNumbersResult,
    DescribeOptOutListsRequest,
    DescribeOptOutListsResult,
    OptedOutNumberInformation,
    OptOutListInformation,
    PutOptedOutNumberRequest,
    PutOptedOutNumberResult,
)
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ResourceType,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)
from smsvoice.operations import opt_outs
from smsvoice.rules.phone_numbers import problem_of

DEFAULT = "Default"
MOST = 25
OPT_IN_PAUSE = timedelta(days=30)
_KIND = ResourceType.OPT_OUT_LIST


class OptIn(OutputModel):
    """When a number was last taken off a list."""

    at: str


def lists(call: Call) -> Table[OptOutListInformation]:
    """The account's lists; `Default` is there from the beginning."""
    table = call.table("opt_out_lists", OptOutListInformation)
    if DEFAULT not in table:
        made = _make(call, table, DEFAULT)
        store_tags(call, made.opt_out_list_arn, None)
    return table


def list_named(call: Call, given: str) -> OptOutListInformation:
    """The list that a name or ARN names."""
    return find(call, lists(call), given, _KIND)


def numbers(call: Call, list_name: str) -> Table[OptedOutNumberInformation]:
    """The numbers on a list, by number."""
    return call.table(f"opted_out_numbers {list_name}", OptedOutNumberInformation)


def must_want_messages(call: Call, list_name: str, number: str) -> None:
    """Refuse a recipient who is on the list."""
    if same(number) in numbers(call, list_name):
        reason = ConflictExceptionReason.DESTINATION_PHONE_NUMBER_OPTED_OUT
        raise conflict(reason, ResourceType.OPTED_OUT_NUMBER, same(number))


def same(number: str) -> str:
    """A number as it is kept, with its plus."""
    return number if number.startswith("+") else f"+{number}"


def persons_number(number: str, field: str) -> str:
    """A person's number with its plus, or the refusal that it can be nobody's; AWS takes both."""
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


@answers(opt_outs.CREATE_OPT_OUT_LIST)
def create(call: Call, request: CreateOptOutListRequest) -> CreateOptOutListResult:
    """A new, empty list."""
    table = lists(call)
    name = request.opt_out_list_name
    if name in table:
        raise conflict(ConflictExceptionReason.RESOURCE_ALREADY_EXISTS, _KIND, name)
    if call.settings.quotas and len(table) >= MOST:
        raise quota(ServiceQuotaExceededExceptionReason.OPT_OUT_LISTS_PER_ACCOUNT)
    made = _make(call, table, name)
    tags = store_tags(call, made.opt_out_list_arn, request.tags)
    return told_of(CreateOptOutListResult, made, tags=tags)


@answers(opt_outs.DESCRIBE_OPT_OUT_LISTS)
def describe(call: Call, request: DescribeOptOutListsRequest) -> DescribeOptOutListsResult:
    """Lists by name, or all."""
    if request.owner is not None and request.opt_out_list_names:
        raise invalid(ValidationExceptionReason.PARAMETERS_CANNOT_BE_USED_TOGETHER)
    found = chosen(call, lists(call), request.opt_out_list_names, _KIND)
    if request.owner == "SHARED":
        found = []
    shown, token = page(call, request, found, lambda one: one.opt_out_list_name)
    return DescribeOptOutListsResult(opt_out_lists=shown, next_token=token)


@answers(opt_outs.DELETE_OPT_OUT_LIST)
def delete(call: Call, request: DeleteOptOutListRequest) -> DeleteOptOutListResult:
    """Drop a list and all its numbers."""
    table = lists(call)
    found = find(call, table, request.opt_out_list_name, _KIND)
    if found.opt_out_list_name == DEFAULT:
        reason = ConflictExceptionReason.RESOURCE_DELETION_NOT_ALLOWED
        raise conflict(reason, _KIND, DEFAULT)
    if _is_used(call, found.opt_out_list_name):
        raise conflict(ConflictExceptionReason.RESOURCE_NOT_EMPTY, _KIND, found.opt_out_list_name)
    entries = numbers(call, found.opt_out_list_name)
    for number in entries.keys():  # noqa: SIM118  a table's keys, taken before it changes
        entries.drop(number)
    table.drop(found.opt_out_list_name)
    forget(call, found.opt_out_list_arn)
    return told_of(DeleteOptOutListResult, found)


def _is_used(call: Call, name: str) -> bool:
    """Whether a number, a pool or an RCS agent goes by the list."""
    users = [*phone_numbers(call), *pools(call), *rcs_agents(call)]
    return any(user.opt_out_list_name == name for user in users)


@answers(opt_outs.PUT_OPTED_OUT_NUMBER)
def put_number(call: Call, request: PutOptedOutNumberRequest) -> PutOptedOutNumberResult:
    """Put a number on a list."""
    number = persons_number(request.opted_out_number, "OptedOutNumber")
    listed = find(call, lists(call), request.opt_out_list_name, _KIND)
    entry = opt_out(call, listed.opt_out_list_name, number, by_recipient=False)
    return told_of(PutOptedOutNumberResult, entry, **_named(listed))


@answers(opt_outs.DESCRIBE_OPTED_OUT_NUMBERS)
def describe_numbers(
    call: Call, request: DescribeOptedOutNumbersRequest
) -> DescribeOptedOutNumbersResult:
    """The numbers on a list, or some of them."""
    listed = find(call, lists(call), request.opt_out_list_name, _KIND)
    table = numbers(call, listed.opt_out_list_name)
    wanted = [same(number) for number in request.opted_out_numbers or ()]
    found = chosen(call, table, wanted, ResourceType.OPTED_OUT_NUMBER)
    looks: dict[str, Look] = {"end-user-opted-out": flag(lambda one: one.end_user_opted_out)}
    found = passing(found, request.filters, looks)
    shown, token = page(call, request, found, lambda one: one.opted_out_number)
    return DescribeOptedOutNumbersResult(
        opted_out_numbers=shown, next_token=token, **_named(listed)
    )


@answers(opt_outs.DELETE_OPTED_OUT_NUMBER)
def delete_number(call: Call, request: DeleteOptedOutNumberRequest) -> DeleteOptedOutNumberResult:
    """Take a number off a list; once in thirty days for the same number."""
    listed = find(call, lists(call), request.opt_out_list_name, _KIND)
    table = numbers(call, listed.opt_out_list_name)
    number = same(request.opted_out_number)
    entry = table.get(number)
    if entry is None:
        raise not_found(ResourceType.OPTED_OUT_NUMBER, number)
    opt_ins = call.table("opt_ins", OptIn)
    key = f"{listed.opt_out_list_name} {number}"
    before = opt_ins.get(key)
    if (
        before is not None
        and call.now.timestamp() - float(before.at) < OPT_IN_PAUSE.total_seconds()
    ):
        raise invalid(ValidationExceptionReason.PHONE_NUMBER_CANNOT_BE_OPTED_IN)
    opt_ins.put(key, OptIn(at=str(call.now.timestamp())))
    table.drop(number)
    return told_of(DeleteOptedOutNumberResult, entry, **_named(listed))


def _named(listed: OptOutListInformation) -> dict[str, str]:
    return {
        "opt_out_list_arn": listed.opt_out_list_arn,
        "opt_out_list_name": listed.opt_out_list_name,
    }
