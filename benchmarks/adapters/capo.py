"""capo-pinpoint-sms-voice-v2: its own HTTP and signing; TypedDicts out, no paginators."""

from collections.abc import Iterable
from typing import Any

from capo_pinpoint_sms_voice_v2 import AsyncPinpointSMSVoiceV2Client, PinpointSMSVoiceV2Client
from zapros import AsyncStdNetworkHandler, StdNetworkHandler

from benchmarks.adapters import Adapter, AsyncAdapter
from benchmarks.samples import BODY, FROM, KIND, TO

CONTENT: Any = {"message_body": BODY, "origination_identity": FROM, "message_type": KIND}


def pool_of(connections: int) -> Any:
    """The settings of a connection pool; the default is ten connections."""
    return {"max_connections_per_host": connections, "max_idle_connections_per_host": connections}


class Sync(Adapter):
    """Its synchronous client."""

    def __init__(self, url: str, connections: int) -> None:
        handler = StdNetworkHandler(http1=pool_of(connections))
        self.client = PinpointSMSVoiceV2Client(handler, endpoint=url)

    def send(self) -> Any:
        return self.client.send_text_message(TO, **CONTENT)["message_id"]

    def items(self) -> Iterable[Any]:
        token = None
        while True:
            page = self.client.describe_phone_numbers(next_token=token)
            yield from page["phone_numbers"]
            if (token := page.get("next_token")) is None:
                return

    def number_of(self, item: Any) -> Any:
        return item["phone_number"]


class Async(AsyncAdapter):
    """Its asynchronous client."""

    async def open(self, url: str, connections: int) -> None:
        handler = AsyncStdNetworkHandler(http1=pool_of(connections))
        self.client = AsyncPinpointSMSVoiceV2Client(handler, endpoint=url)

    async def send(self) -> Any:
        return (await self.client.send_text_message(TO, **CONTENT))["message_id"]

    async def items(self) -> list[Any]:
        items: list[Any] = []
        token = None
        while True:
            page = await self.client.describe_phone_numbers(next_token=token)
            items += page["phone_numbers"]
            if (token := page.get("next_token")) is None:
                return items

    def number_of(self, item: Any) -> Any:
        return item["phone_number"]
