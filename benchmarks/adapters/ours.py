"""smsvoice: as it comes, with its fast path closed, on a given client, async; and the guard."""

from operator import attrgetter
from typing import Any

from benchmarks.adapters import Adapter, AsyncAdapter
from benchmarks.adapters.boto import RawBoto3, make_client, pool_of
from benchmarks.samples import KEYWORDS


class Sync(Adapter):
    """`SmsVoice` with a client that it makes itself."""

    number_of = attrgetter("phone_number")
    fast: bool | None = True

    def __init__(self, url: str, connections: int, **more: Any) -> None:
        from smsvoice import SmsVoice

        self.client = SmsVoice(endpoint_url=url, config=pool_of(connections), **more)

    def send(self) -> Any:
        return self.client.api.send_text_message(**KEYWORDS).message_id

    def items(self) -> Any:
        return self.client.api.describe_phone_numbers()


class Closed(Sync):
    """`SmsVoice(fast_path=False)`; a release without the fast path is that anyhow."""

    fast = False

    def __init__(self, url: str, connections: int) -> None:
        from inspect import signature

        from smsvoice import SmsVoice

        known = "fast_path" in signature(SmsVoice).parameters
        super().__init__(url, connections, **({"fast_path": False} if known else {}))


class OnOwnClient(Sync):
    """`SmsVoice` on a boto3 client that the application made."""

    fast = None

    def __init__(self, url: str, connections: int) -> None:
        from smsvoice import SmsVoice

        self.client = SmsVoice(client=make_client(url, connections))


class Guarded(RawBoto3):
    """boto3 with `guard_sends`; dicts in, dicts out."""

    def __init__(self, url: str, connections: int) -> None:
        from smsvoice import guard_sends

        self.client = guard_sends(make_client(url, connections))


class Async(AsyncAdapter):
    """`AsyncSmsVoice`."""

    number_of = attrgetter("phone_number")
    fast = True

    def make(self, url: str, connections: int) -> Any:
        from smsvoice import AsyncSmsVoice

        return AsyncSmsVoice(endpoint_url=url, config=pool_of(connections))

    async def send_one(self) -> Any:
        return (await self.client.api.send_text_message(**KEYWORDS)).message_id

    async def all_items(self) -> list[Any]:
        return [item async for item in self.client.api.describe_phone_numbers()]
