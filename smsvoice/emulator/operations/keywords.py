"""Keywords: what a number, pool or RCS agent answers when people write to it.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/keywords.html
"""

from smsvoice.emulator.data import quotas
from smsvoice.emulator.engine.codec import result_from
from smsvoice.emulator.engine.context import Call, handles
from smsvoice.emulator.engine.lookup import FilterValue, matching
from smsvoice.emulator.engine.paging import page
from smsvoice.emulator.engine.quota import must_be_below
from smsvoice.emulator.engine.service_errors import conflict, invalid, not_found
from smsvoice.emulator.engine.table import Table
from smsvoice.emulator.lifecycle.pool_membership import write_through
from smsvoice.emulator.state.identities import (
    arn_of,
    find_keyword_owner,
    id_of,
    is_carrier_handled,
    kind_of,
)
from smsvoice.emulator.state.keywords import CARRIER_KEYWORDS, HELP, STOP, keywords_of
from smsvoice.models.keywords import (
    DeleteKeywordRequest,
    DeleteKeywordResult,
    DescribeKeywordsRequest,
    DescribeKeywordsResult,
    KeywordAction,
    KeywordInformation,
    PutKeywordRequest,
    PutKeywordResult,
)
from smsvoice.models.phone_numbers import PhoneNumberInformation
from smsvoice.models.pools import PoolInformation
from smsvoice.models.rcs_agents import RcsAgentInformation
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ResourceType,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)
from smsvoice.operations import keywords

_KIND = ResourceType.KEYWORD
_FILTERS: dict[str, FilterValue] = {"keyword-action": lambda one: one.keyword_action}
Owner = PhoneNumberInformation | PoolInformation | RcsAgentInformation


@handles(keywords.PUT_KEYWORD)
def put(call: Call, request: PutKeywordRequest) -> PutKeywordResult:
    """A new keyword, or another message for one that is there."""
    reasons = ConflictExceptionReason
    owner = find_keyword_owner(call, request.origination_identity)
    keyword = _same(request.keyword)
    _must_rule_itself(owner)
    table = keywords_of(call, _id(owner))
    before = table.get(keyword)
    action = KeywordAction(request.keyword_action or _action(before))
    _must_be_ones_own(owner, keyword, action)
    if before is not None and keyword in (HELP, STOP) and action != before.keyword_action:
        raise conflict(reasons.RESOURCE_MODIFICATION_NOT_ALLOWED, _KIND, keyword)
    if before is None:
        _must_be_below_quota(call, owner, table)
    kept = table.put(
        keyword,
        KeywordInformation(
            keyword=keyword, keyword_message=request.keyword_message, keyword_action=action
        ),
    )
    if isinstance(owner, PoolInformation):
        write_through(call, owner)
    return result_from(PutKeywordResult, kept, **_members_of(owner))


@handles(keywords.DESCRIBE_KEYWORDS)
def describe(call: Call, request: DescribeKeywordsRequest) -> DescribeKeywordsResult:
    """An owner's keywords, HELP and STOP among them."""
    owner = find_keyword_owner(call, request.origination_identity)
    table = keywords_of(call, _id(owner))
    wanted = [_find(table, keyword) for keyword in request.keywords or ()]
    found = matching(wanted or table, request.filters, _FILTERS)
    shown, token = page(call, request, found, lambda one: one.keyword)
    return DescribeKeywordsResult(keywords=shown, next_token=token, **_members_of(owner))


@handles(keywords.DELETE_KEYWORD)
def delete(call: Call, request: DeleteKeywordRequest) -> DeleteKeywordResult:
    """Drop a keyword; HELP and STOP stay."""
    owner = find_keyword_owner(call, request.origination_identity)
    table = keywords_of(call, _id(owner))
    found = _find(table, request.keyword)
    _must_rule_itself(owner)
    if found.keyword in (HELP, STOP):
        reason = ConflictExceptionReason.RESOURCE_DELETION_NOT_ALLOWED
        raise conflict(reason, _KIND, found.keyword)
    table.drop(found.keyword)
    if isinstance(owner, PoolInformation):
        write_through(call, owner)
    return result_from(DeleteKeywordResult, found, **_members_of(owner))


def _same(keyword: str) -> str:
    """A keyword as it is kept: upper case, without spaces around it."""
    if keyword != keyword.strip():
        reason = ValidationExceptionReason.INVALID_PARAMETER
        raise invalid(reason, "Keyword", "has a space at its edge")
    return keyword.upper()


def _find(table: Table[KeywordInformation], keyword: str) -> KeywordInformation:
    found = table.get(_same(keyword))
    if found is None:
        raise not_found(_KIND, keyword)
    return found


def _action(before: KeywordInformation | None) -> KeywordAction:
    """What a keyword does when the request leaves it open."""
    return KeywordAction.AUTOMATIC_RESPONSE if before is None else before.keyword_action


def _must_rule_itself(owner: Owner) -> None:
    """Refuse a number or agent whose keywords are its pool's."""
    reasons = ConflictExceptionReason
    if isinstance(owner, PoolInformation) or owner.pool_id is None:
        return
    is_number = isinstance(owner, PhoneNumberInformation)
    reason = (
        reasons.PHONE_NUMBER_ASSOCIATED_TO_POOL
        if is_number
        else reasons.RCS_AGENT_ASSOCIATED_TO_POOL
    )
    raise conflict(reason, kind_of(owner), id_of(owner))


def _must_be_ones_own(owner: Owner, keyword: str, action: KeywordAction) -> None:
    """Refuse what the carrier of a US toll-free number keeps: STOP, UNSTOP, every opt-out."""
    if not is_carrier_handled(owner):
        return
    if keyword in CARRIER_KEYWORDS:
        reason = ConflictExceptionReason.RESOURCE_MODIFICATION_NOT_ALLOWED
        raise conflict(reason, _KIND, keyword)
    if action == KeywordAction.OPT_OUT:
        wrong = ValidationExceptionReason.INVALID_PARAMETER
        raise invalid(wrong, "KeywordAction", "STOP alone opts out on a US toll-free number")


def _must_be_below_quota(call: Call, owner: Owner, table: Table[KeywordInformation]) -> None:
    reasons = ServiceQuotaExceededExceptionReason
    is_pool = isinstance(owner, PoolInformation)
    must_be_below(
        call,
        len(table),
        quotas.KEYWORDS_PER_OWNER,
        reasons.KEYWORDS_PER_POOL if is_pool else reasons.KEYWORDS_PER_PHONE_NUMBER,
    )


def _id(owner: Owner) -> str:
    return owner.pool_id if isinstance(owner, PoolInformation) else id_of(owner)


def _members_of(owner: Owner) -> dict[str, str]:
    arn = owner.pool_arn if isinstance(owner, PoolInformation) else arn_of(owner)
    return {"origination_identity_arn": arn, "origination_identity": _id(owner)}
