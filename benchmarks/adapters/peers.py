"""The other libraries; each is imported where it is used, in an environment of its own."""

from collections.abc import Iterable
from operator import attrgetter, itemgetter
from typing import Any

from benchmarks.adapters import Adapter, AsyncAdapter
from benchmarks.adapters.boto import RawBoto3
from benchmarks.samples import KEYWORDS, SERVICE, TEXT


class Capo(Adapter):
    """capo: its own HTTP and signing; TypedDicts out, no paginators."""

    number_of = itemgetter("phone_number")

    def __init__(self, url: str, connections: int) -> None:
        from capo_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client
        from zapros import StdNetworkHandler

        handler = StdNetworkHandler(http1=pool_of(connections))
        self.client = PinpointSMSVoiceV2Client(handler, endpoint=url)

    def send(self) -> Any:
        return self.client.send_text_message(**KEYWORDS)["message_id"]

    def items(self) -> Iterable[Any]:
        page = self.client.describe_phone_numbers()
        yield from page["phone_numbers"]
        while (token := page.get("next_token")) is not None:
            page = self.client.describe_phone_numbers(next_token=token)
            yield from page["phone_numbers"]


class CapoAsync(AsyncAdapter):
    """The same, asynchronous."""

    number_of = itemgetter("phone_number")

    def make(self, url: str, connections: int) -> Any:
        from capo_pinpoint_sms_voice_v2 import AsyncPinpointSMSVoiceV2Client
        from zapros import AsyncStdNetworkHandler

        handler = AsyncStdNetworkHandler(http1=pool_of(connections))
        return AsyncPinpointSMSVoiceV2Client(handler, endpoint=url)

    async def send_one(self) -> Any:
        return (await self.client.send_text_message(**KEYWORDS))["message_id"]

    async def all_items(self) -> list[Any]:
        page = await self.client.describe_phone_numbers()
        items: list[Any] = page["phone_numbers"]
        while (token := page.get("next_token")) is not None:
            page = await self.client.describe_phone_numbers(next_token=token)
            items += page["phone_numbers"]
        return items


def pool_of(connections: int) -> Any:
    """The settings of capo's connection pool; the default is ten connections."""
    return {"max_connections_per_host": connections, "max_idle_connections_per_host": connections}


class AwsResourceValidator(RawBoto3):
    """aws-resource-validator: a Pydantic model of the request, and one of the answer."""

    number_of = attrgetter("PhoneNumber")

    def __init__(self, url: str, connections: int) -> None:
        from aws_resource_validator.pydantic_models import pinpoint_sms_voice_v2

        super().__init__(url, connections)
        self.models: Any = pinpoint_sms_voice_v2

    def send(self) -> Any:
        request = self.models.SendTextMessageRequestTypeDef(**TEXT)
        answer = self.client.send_text_message(**request.model_dump(exclude_none=True))
        return self.models.SendTextMessageResultTypeDef(**answer).MessageId

    def items(self) -> Iterable[Any]:
        model = self.models.DescribePhoneNumbersResultTypeDef
        return (item for page in self.pages() for item in model(**page).PhoneNumbers)


class Boto3Dataclass(RawBoto3):
    """boto3-dataclass: boto3's arguments in, a lazy dataclass over its dict out."""

    number_of = attrgetter("PhoneNumber")

    def __init__(self, url: str, connections: int) -> None:
        from boto3_dataclass_pinpoint_sms_voice_v2 import caster

        super().__init__(url, connections)
        self.caster: Any = caster

    def send(self) -> Any:
        return self.caster.send_text_message(self.client.send_text_message(**TEXT)).MessageId

    def items(self) -> Iterable[Any]:
        cast = self.caster.describe_phone_numbers
        return (item for page in self.pages() for item in cast(page).PhoneNumbers)


class Aiobotocore(AsyncAdapter):
    """aiobotocore: boto3's calls as coroutines on aiohttp; dicts in, dicts out."""

    def make(self, url: str, connections: int) -> Any:
        from aiobotocore.config import AioConfig
        from aiobotocore.session import get_session

        config = AioConfig(max_pool_connections=connections)
        return get_session().create_client(SERVICE, endpoint_url=url, config=config)

    async def send_one(self) -> Any:
        return (await self.client.send_text_message(**TEXT))["MessageId"]

    async def all_items(self) -> list[Any]:
        pages = self.client.get_paginator("describe_phone_numbers").paginate()
        return [item async for page in pages for item in page["PhoneNumbers"]]
