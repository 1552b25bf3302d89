"""Operations of tags under AWS's names."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from __future__ import annotations

from collections.abc import Sequence

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.aio.api_base import AsyncApiBase


class AsyncTagsApi(AsyncApiBase):
    """Operations of tags."""

    async def delete_resource_policy(
        self,
        *,
        resource_arn: str,
    ) -> models.tags.DeleteResourcePolicyResult:
        """Delete the policy of a phone number, sender ID, pool or opt-out list: it is shared no
        longer.

        Args:
            resource_arn: ARN of the resource that loses its policy, 20 to 256 characters.

        Returns:
            The policy as it last was.

        Raises:
            ResourceNotFoundError: policy: the resource has none; another type: the resource itself
                does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteResourcePolicy.html
        """
        return await self._call(
            operations.tags.DELETE_RESOURCE_POLICY,
            {
                "resource_arn": resource_arn,
            },
        )

    async def get_resource_policy(
        self,
        *,
        resource_arn: str,
    ) -> models.tags.GetResourcePolicyResult:
        """Read the policy that shares a phone number, sender ID, pool or opt-out list.

        Args:
            resource_arn: ARN of the resource whose policy to read, 20 to 256 characters.

        Returns:
            The policy as JSON text, and when it was made.

        Raises:
            ResourceNotFoundError: policy: the resource has none; another type: the resource itself
                does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_GetResourcePolicy.html
        """
        return await self._call(
            operations.tags.GET_RESOURCE_POLICY,
            {
                "resource_arn": resource_arn,
            },
        )

    async def list_tags_for_resource(
        self,
        *,
        resource_arn: str,
    ) -> models.tags.ListTagsForResourceResult:
        """Read the tags of a resource, which must be given by its ARN.

        Args:
            resource_arn: ARN of the resource whose tags to list, 20 to 256 characters.

        Returns:
            The resource's ARN and all its tags.

        Raises:
            ResourceNotFoundError: The type that the ARN names: there is no such resource.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_ListTagsForResource.html
        """
        return await self._call(
            operations.tags.LIST_TAGS_FOR_RESOURCE,
            {
                "resource_arn": resource_arn,
            },
        )

    async def put_resource_policy(
        self,
        *,
        resource_arn: str,
        policy: str,
    ) -> models.tags.PutResourcePolicyResult:
        """Share a phone number, sender ID, pool or opt-out list with others by a policy, replacing
        an earlier one.

        Args:
            resource_arn: ARN of the phone number, sender ID, pool or opt-out list that gets the
                policy, 20 to 256 characters.
            policy: JSON text of the resource policy, 1 to 10000 characters.

        Returns:
            The policy as stored, and when it was made.

        Raises:
            ResourceNotFoundError: The type that the ARN names: there is no such resource.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_PutResourcePolicy.html
        """
        return await self._call(
            operations.tags.PUT_RESOURCE_POLICY,
            {
                "resource_arn": resource_arn,
                "policy": policy,
            },
        )

    async def tag_resource(
        self,
        *,
        resource_arn: str,
        tags: models.tags.NonEmptyTagListArgument,
    ) -> models.tags.TagResourceResult:
        """Put tags on a resource; a key that it has already takes the new value, other tags stay.

        Args:
            resource_arn: ARN of the resource to tag, 20 to 256 characters.
            tags: Tags to set, 1 to 200; a key that exists already gets the new value.

        Returns:
            Nothing: the answer is empty.

        Raises:
            ResourceNotFoundError: The type that the ARN names: there is no such resource.
            ServiceQuotaExceededError: TAGS_PER_RESOURCE: the resource would have more than 50 tags.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_TagResource.html
        """
        return await self._call(
            operations.tags.TAG_RESOURCE,
            {
                "resource_arn": resource_arn,
                "tags": tags,
            },
        )

    async def untag_resource(
        self,
        *,
        resource_arn: str,
        tag_keys: Sequence[str],
    ) -> models.tags.UntagResourceResult:
        """Take the tags with the given keys off a resource; its other tags stay.

        Args:
            resource_arn: ARN of the resource that loses tags, 20 to 256 characters.
            tag_keys: Keys of the tags to remove, 1 to 200.

        Returns:
            Nothing: the answer is empty.

        Raises:
            ResourceNotFoundError: The type that the ARN names: there is no such resource.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_UntagResource.html
        """
        return await self._call(
            operations.tags.UNTAG_RESOURCE,
            {
                "resource_arn": resource_arn,
                "tag_keys": tag_keys,
            },
        )
