"""Tags of a thing: `handle.tags`, on all that AWS can tag.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/phone-numbers-tags.html
"""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from smsvoice.aio.handle import AsyncCollection, AsyncHandle
from smsvoice.models.common import Tag, TagArgument, TagListArgument


class AsyncTags(AsyncCollection):
    """The tags of one thing. AWS wants its ARN: a handle that knows no ARN must be loaded first."""

    def __init__(self, handle: AsyncHandle[Any]) -> None:
        super().__init__(handle._sms)  # noqa: SLF001  friends
        self._handle = handle

    async def list(self) -> tuple[Tag, ...]:
        """All tags that are on it now.

        Raises:
            NotLoadedError: its ARN is not known yet.
            ResourceNotFoundError: it is gone.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_ListTagsForResource.html
        """
        answer = await self._sms.api.list_tags_for_resource(resource_arn=self._handle.arn)
        return answer.tags or ()

    async def add(self, tags: TagListArgument | Iterable[TagArgument]) -> None:
        """Put tags on it; a key that is there already takes the new value, the other tags stay.

        Args:
            tags: values by key, e.g. {"team": "news"}, or Tag objects; 1 to 200.

        Raises:
            NotLoadedError: its ARN is not known yet.
            ResourceNotFoundError: it is gone.
            ServiceQuotaExceededError: TAGS_PER_RESOURCE: it would have more than 50.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_TagResource.html
        """
        given = cast("TagListArgument", tags if isinstance(tags, Mapping) else tuple(tags))
        await self._sms.api.tag_resource(resource_arn=self._handle.arn, tags=given)

    async def remove(self, *tag_keys: str) -> None:
        """Take tags off it by their keys; a key that is not there does no harm.

        Raises:
            NotLoadedError: its ARN is not known yet.
            ResourceNotFoundError: it is gone.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_UntagResource.html
        """
        await self._sms.api.untag_resource(resource_arn=self._handle.arn, tag_keys=tag_keys)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._handle!r}>"
