"""Models of tags: what AWS takes and gives."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

from smsvoice.core.constraints import KeyValueList, ListSize, Text
from smsvoice.core.model import RequestModel, ResponseMetadata, ResultModel
from smsvoice.models.common import AwsTagDict, Tag, TagDict, TagKey

AmazonResourceName = Annotated[str, Text(20, 256, r"arn:[A-Za-z0-9_:/-]+")]


ResourcePolicy = Annotated[str, Text(1, 10000)]


class DeleteResourcePolicyRequest(RequestModel):
    """What DeleteResourcePolicy takes."""

    resource_arn: AmazonResourceName
    """ARN of the resource that loses its policy, 20 to 256 characters."""


class DeleteResourcePolicyResult(ResultModel):
    """The policy as it last was."""

    resource_arn: str
    """ARN of the resource that had the policy."""
    policy: str | None = None
    """JSON text of the policy that was in force until now."""
    created_timestamp: datetime | None = None
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class GetResourcePolicyRequest(RequestModel):
    """What GetResourcePolicy takes."""

    resource_arn: AmazonResourceName
    """ARN of the resource whose policy to read, 20 to 256 characters."""


class GetResourcePolicyResult(ResultModel):
    """The policy as JSON text, and when it was made."""

    resource_arn: str | None = None
    """ARN of the resource, 20 to 256 characters."""
    policy: str
    """JSON text of the resource policy, 1 to 10000 characters."""
    created_timestamp: datetime | None = None
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class ListTagsForResourceRequest(RequestModel):
    """What ListTagsForResource takes."""

    resource_arn: AmazonResourceName
    """ARN of the resource whose tags to list, 20 to 256 characters."""


class ListTagsForResourceResult(ResultModel):
    """The resource's ARN and all its tags."""

    resource_arn: str | None = None
    """ARN of the resource, 20 to 256 characters."""
    tags: tuple[Tag, ...]
    """Tags of the resource, at most 200 pairs of key and value."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


NonEmptyTagList = Annotated[Sequence[Tag], KeyValueList(1, 200)]

NonEmptyTagListArgument = Sequence[Tag | TagDict | AwsTagDict] | Mapping[str, str]
"""A NonEmptyTagList, or a mapping of the same content: {"team": "shop"}."""


class PutResourcePolicyRequest(RequestModel):
    """What PutResourcePolicy takes."""

    resource_arn: AmazonResourceName
    """ARN of the phone number, sender ID, pool or opt-out list that gets the policy, 20 to 256
    characters.
    """
    policy: ResourcePolicy
    """JSON text of the resource policy, 1 to 10000 characters."""


class PutResourcePolicyResult(ResultModel):
    """The policy as stored, and when it was made."""

    resource_arn: str
    """ARN of the resource, 20 to 256 characters."""
    policy: str | None = None
    """JSON text of the resource policy, 1 to 10000 characters."""
    created_timestamp: datetime | None = None
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


TagKeyList = Annotated[Sequence[TagKey], ListSize(1, 200)]


class TagResourceRequest(RequestModel):
    """What TagResource takes."""

    resource_arn: AmazonResourceName
    """ARN of the resource to tag, 20 to 256 characters."""
    tags: NonEmptyTagList
    """Tags to set, 1 to 200; a key that exists already gets the new value."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            resource_arn: str,
            tags: NonEmptyTagListArgument,
        ) -> None: ...


class TagResourceResult(ResultModel):
    """Nothing: the answer is empty."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class UntagResourceRequest(RequestModel):
    """What UntagResource takes."""

    resource_arn: AmazonResourceName
    """ARN of the resource that loses tags, 20 to 256 characters."""
    tag_keys: TagKeyList
    """Keys of the tags to remove, 1 to 200."""


class UntagResourceResult(ResultModel):
    """Nothing: the answer is empty."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...
