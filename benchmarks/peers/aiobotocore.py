"""aiobotocore: boto3's calls as coroutines on aiohttp; dicts in, dicts out."""

from collections.abc import Sequence

from aiobotocore.config import AioConfig
from aiobotocore.session import get_session

from benchmarks.samples import ITEMS_A_PAGE, SERVICE, TEXT
from benchmarks.ways.way import AsyncWay


class Dicts(AsyncWay):
    """Its client; types-aiobotocore would type it for the checker only."""

    async def open(self, url: str, connections: int) -> None:
        """Make the client."""
        config = AioConfig(max_pool_connections=connections)
        made = get_session().create_client(SERVICE, endpoint_url=url, config=config)
        self.client = await made.__aenter__()

    async def asend(self, times: int) -> None:
        """A call with boto3's arguments, and the id out of the dict."""
        for _ in range(times):
            assert (await self.client.send_text_message(**TEXT))["MessageId"]

    async def apage(self, times: int) -> None:
        """One call of the operation."""
        for _ in range(times):
            answer = await self.client.describe_phone_numbers()
            assert sum(1 for one in answer["PhoneNumbers"] if one["PhoneNumber"]) == ITEMS_A_PAGE

    async def awalk(self) -> Sequence[object]:
        """Its paginator."""
        pages = self.client.get_paginator("describe_phone_numbers").paginate()
        numbers = [one async for page in pages for one in page["PhoneNumbers"]]
        assert all(one["PhoneNumber"] for one in numbers)
        return numbers
