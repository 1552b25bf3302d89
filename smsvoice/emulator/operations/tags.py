"""Tags and resource policies, which belong to any resource that has an ARN.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/phone-numbers-tags.html
"""

from typing import Protocol

from smsvoice.emulator.engine.codec import result_from
from smsvoice.emulator.engine.context import Call, handles
from smsvoice.emulator.engine.service_errors import invalid
from smsvoice.emulator.state.opt_outs import lists
from smsvoice.emulator.state.policies import (
    NO_POLICY,
    SHAREABLE,
    delete_policy,
    policy_of,
    put_policy,
)
from smsvoice.emulator.state.tags import add, kind_in, must_exist, remove, tags_of
from smsvoice.models.reasons import ValidationExceptionReason
from smsvoice.models.tags import (
    DeleteResourcePolicyRequest,
    DeleteResourcePolicyResult,
    GetResourcePolicyRequest,
    GetResourcePolicyResult,
    ListTagsForResourceRequest,
    ListTagsForResourceResult,
    PutResourcePolicyRequest,
    PutResourcePolicyResult,
    TagResourceRequest,
    TagResourceResult,
    UntagResourceRequest,
    UntagResourceResult,
)
from smsvoice.operations import tags


@handles(tags.TAG_RESOURCE)
def tag(call: Call, request: TagResourceRequest) -> TagResourceResult:
    """Put tags on a resource."""
    add(call, _arn(call, request), request.tags)
    return TagResourceResult()


@handles(tags.UNTAG_RESOURCE)
def untag(call: Call, request: UntagResourceRequest) -> UntagResourceResult:
    """Take tags off a resource."""
    remove(call, _arn(call, request), request.tag_keys)
    return UntagResourceResult()


@handles(tags.LIST_TAGS_FOR_RESOURCE)
def list_tags(call: Call, request: ListTagsForResourceRequest) -> ListTagsForResourceResult:
    """All tags of a resource, in the order in which they came."""
    arn = _arn(call, request)
    return ListTagsForResourceResult(resource_arn=arn, tags=tags_of(call, arn))


@handles(tags.PUT_RESOURCE_POLICY)
def put(call: Call, request: PutResourcePolicyRequest) -> PutResourcePolicyResult:
    """Give a resource a policy, or another one."""
    kept = put_policy(call, _shareable(call, request), request.policy)
    return result_from(PutResourcePolicyResult, kept)


@handles(tags.GET_RESOURCE_POLICY)
def get(call: Call, request: GetResourcePolicyRequest) -> GetResourcePolicyResult:
    """A resource's policy; an empty object where it has none."""
    arn = _shareable(call, request)
    kept = policy_of(call, arn)
    if kept is None:
        return GetResourcePolicyResult(resource_arn=arn, policy=NO_POLICY)
    return result_from(GetResourcePolicyResult, kept)


@handles(tags.DELETE_RESOURCE_POLICY)
def delete(call: Call, request: DeleteResourcePolicyRequest) -> DeleteResourcePolicyResult:
    """Take a resource's policy away."""
    kept = delete_policy(call, _shareable(call, request))
    return result_from(DeleteResourcePolicyResult, kept)


class _AboutResource(Protocol):
    @property
    def resource_arn(self) -> str: ...


def _arn(call: Call, request: _AboutResource) -> str:
    """The ARN that a request is about; the list `Default` is entered when it is first asked for."""
    lists(call)
    return request.resource_arn


def _shareable(call: Call, request: _AboutResource) -> str:
    """The ARN that a request is about, which must name something that takes a policy."""
    arn = _arn(call, request)
    if kind_in(arn) not in SHAREABLE:
        reason = ValidationExceptionReason.INVALID_ARN
        raise invalid(reason, "ResourceArn", "names nothing that takes a policy")
    must_exist(call, arn)
    return arn
