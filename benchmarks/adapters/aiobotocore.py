"""aiobotocore: boto3's calls as coroutines on aiohttp; dicts in, dicts out."""

from typing import Any

from aiobotocore.config import AioConfig
from aiobotocore.session import get_session

from benchmarks.adapters import AsyncAdapter
from benchmarks.samples import SERVICE, TEXT


class Aiobotocore(AsyncAdapter):
    """Its client and paginator."""

    async def open(self, url: str, connections: int) -> None:
        config = AioConfig(max_pool_connections=connections)
        context = get_session().create_client(SERVICE, endpoint_url=url, config=config)
        self.client = await context.__aenter__()

    async def send(self) -> Any:
        return (await self.client.send_text_message(**TEXT))["MessageId"]

    async def items(self) -> list[Any]:
        pages = self.client.get_paginator("describe_phone_numbers").paginate()
        return [item async for page in pages for item in page["PhoneNumbers"]]

    def number_of(self, item: Any) -> Any:
        return item["PhoneNumber"]
