"""capo-pinpoint-sms-voice-v2: its own HTTP and signing, TypedDicts; no paginators."""

from collections.abc import Sequence
from typing import Any

from capo_pinpoint_sms_voice_v2 import AsyncPinpointSMSVoiceV2Client, PinpointSMSVoiceV2Client
from zapros import AsyncStdNetworkHandler, StdNetworkHandler

from benchmarks.samples import BODY, FROM, ITEMS_A_PAGE, KIND, TO
from benchmarks.ways.way import AsyncWay, Way


def room_for(connections: int) -> Any:
    """The settings of a pool that size; it would have ten otherwise."""
    return {"max_connections_per_host": connections, "max_idle_connections_per_host": connections}


class Sync(Way):
    """Its synchronous client."""

    def __init__(self, url: str, connections: int) -> None:
        """Make the client."""
        handler = StdNetworkHandler(http1=room_for(connections))
        self.client = PinpointSMSVoiceV2Client(handler, endpoint=url)

    def send(self, times: int) -> None:
        """A call with keywords, and the id out of the TypedDict."""
        for _ in range(times):
            sent = self.client.send_text_message(
                TO, message_body=BODY, origination_identity=FROM, message_type=KIND
            )
            assert sent["message_id"]

    def page(self, times: int) -> None:
        """One call of the operation."""
        for _ in range(times):
            numbers = self.client.describe_phone_numbers()["phone_numbers"]
            assert sum(1 for one in numbers if one["phone_number"]) == ITEMS_A_PAGE

    def walk(self) -> Sequence[object]:
        """A loop over the tokens by hand."""
        numbers: list[Any] = []
        token: str | None = None
        while True:
            page = self.client.describe_phone_numbers(next_token=token)
            numbers += page["phone_numbers"]
            token = page.get("next_token")
            if token is None:
                assert all(one["phone_number"] for one in numbers)
                return numbers


class Async(AsyncWay):
    """Its asynchronous client."""

    async def open(self, url: str, connections: int) -> None:
        """Make the client."""
        handler = AsyncStdNetworkHandler(http1=room_for(connections))
        self.client = AsyncPinpointSMSVoiceV2Client(handler, endpoint=url)

    async def asend(self, times: int) -> None:
        """A call with keywords, and the id out of the TypedDict."""
        for _ in range(times):
            sent = await self.client.send_text_message(
                TO, message_body=BODY, origination_identity=FROM, message_type=KIND
            )
            assert sent["message_id"]

    async def apage(self, times: int) -> None:
        """One call of the operation."""
        for _ in range(times):
            numbers = (await self.client.describe_phone_numbers())["phone_numbers"]
            assert sum(1 for one in numbers if one["phone_number"]) == ITEMS_A_PAGE

    async def awalk(self) -> Sequence[object]:
        """A loop over the tokens by hand."""
        numbers: list[Any] = []
        token: str | None = None
        while True:
            page = await self.client.describe_phone_numbers(next_token=token)
            numbers += page["phone_numbers"]
            token = page.get("next_token")
            if token is None:
                assert all(one["phone_number"] for one in numbers)
                return numbers
