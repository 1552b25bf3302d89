"""Opt-out lists: who must not be texted, and how they come back.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/opt-out-list.html
"""

from datetime import timedelta

from smsvoice.emulator.data import quotas
from smsvoice.emulator.engine.codec import result_from
from smsvoice.emulator.engine.context import Call, handles
from smsvoice.emulator.engine.lookup import FilterValue, by_ids, find, flag, matching
from smsvoice.emulator.engine.paging import page
from smsvoice.emulator.engine.quota import must_be_below
from smsvoice.emulator.engine.service_errors import conflict, invalid, not_found
from smsvoice.emulator.state.identities import phone_numbers, pools, rcs_agents
from smsvoice.emulator.state.opt_outs import (
    _KIND,
    DEFAULT,
    OptIn,
    _make,
    lists,
    numbers,
    opt_ins,
    opt_out,
    persons_number,
    same,
)
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

OPT_IN_PAUSE = timedelta(days=30)


@handles(opt_outs.CREATE_OPT_OUT_LIST)
def create(call: Call, request: CreateOptOutListRequest) -> CreateOptOutListResult:
    """A new, empty list."""
    table = lists(call)
    name = request.opt_out_list_name
    if name in table:
        raise conflict(ConflictExceptionReason.RESOURCE_ALREADY_EXISTS, _KIND, name)
    must_be_below(
        call,
        len(table),
        quotas.OPT_OUT_LISTS,
        ServiceQuotaExceededExceptionReason.OPT_OUT_LISTS_PER_ACCOUNT,
    )
    made = _make(call, table, name)
    tags = store_tags(call, made.opt_out_list_arn, request.tags)
    return result_from(CreateOptOutListResult, made, tags=tags)


@handles(opt_outs.DESCRIBE_OPT_OUT_LISTS)
def describe(call: Call, request: DescribeOptOutListsRequest) -> DescribeOptOutListsResult:
    """Lists by name, or all."""
    if request.owner is not None and request.opt_out_list_names:
        raise invalid(ValidationExceptionReason.PARAMETERS_CANNOT_BE_USED_TOGETHER)
    found = by_ids(call, lists(call), request.opt_out_list_names, _KIND)
    if request.owner == "SHARED":
        found = []
    shown, token = page(call, request, found, lambda one: one.opt_out_list_name)
    return DescribeOptOutListsResult(opt_out_lists=shown, next_token=token)


@handles(opt_outs.DELETE_OPT_OUT_LIST)
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
    return result_from(DeleteOptOutListResult, found)


def _is_used(call: Call, name: str) -> bool:
    """Whether a number, a pool or an RCS agent goes by the list."""
    users = [*phone_numbers(call), *pools(call), *rcs_agents(call)]
    return any(user.opt_out_list_name == name for user in users)


@handles(opt_outs.PUT_OPTED_OUT_NUMBER)
def put_number(call: Call, request: PutOptedOutNumberRequest) -> PutOptedOutNumberResult:
    """Put a number on a list."""
    number = persons_number(request.opted_out_number, "OptedOutNumber")
    listed = find(call, lists(call), request.opt_out_list_name, _KIND)
    entry = opt_out(call, listed.opt_out_list_name, number, by_recipient=False)
    return result_from(PutOptedOutNumberResult, entry, **_named(listed))


@handles(opt_outs.DESCRIBE_OPTED_OUT_NUMBERS)
def describe_numbers(
    call: Call, request: DescribeOptedOutNumbersRequest
) -> DescribeOptedOutNumbersResult:
    """The numbers on a list, or some of them."""
    listed = find(call, lists(call), request.opt_out_list_name, _KIND)
    table = numbers(call, listed.opt_out_list_name)
    wanted = [same(number) for number in request.opted_out_numbers or ()]
    found = by_ids(call, table, wanted, ResourceType.OPTED_OUT_NUMBER)
    values: dict[str, FilterValue] = {
        "end-user-opted-out": flag(lambda one: one.end_user_opted_out)
    }
    found = matching(found, request.filters, values)
    shown, token = page(call, request, found, lambda one: one.opted_out_number)
    return DescribeOptedOutNumbersResult(
        opted_out_numbers=shown, next_token=token, **_named(listed)
    )


@handles(opt_outs.DELETE_OPTED_OUT_NUMBER)
def delete_number(call: Call, request: DeleteOptedOutNumberRequest) -> DeleteOptedOutNumberResult:
    """Take a number off a list; once in thirty days for the same number."""
    listed = find(call, lists(call), request.opt_out_list_name, _KIND)
    table = numbers(call, listed.opt_out_list_name)
    number = same(request.opted_out_number)
    entry = table.get(number)
    if entry is None:
        raise not_found(ResourceType.OPTED_OUT_NUMBER, number)
    last = opt_ins(call)
    key = f"{listed.opt_out_list_name} {number}"
    before = last.get(key)
    if (
        before is not None
        and call.now.timestamp() - float(before.at) < OPT_IN_PAUSE.total_seconds()
    ):
        raise invalid(ValidationExceptionReason.PHONE_NUMBER_CANNOT_BE_OPTED_IN)
    last.put(key, OptIn(at=str(call.now.timestamp())))
    table.drop(number)
    return result_from(DeleteOptedOutNumberResult, entry, **_named(listed))


def _named(listed: OptOutListInformation) -> dict[str, str]:
    return {
        "opt_out_list_arn": listed.opt_out_list_arn,
        "opt_out_list_name": listed.opt_out_list_name,
    }
