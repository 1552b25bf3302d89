"""smsvoice: with a client of its own, with an application's, async, and `guard_sends` alone."""

from collections.abc import Iterable
from typing import Any

from botocore.config import Config

from benchmarks.adapters import Adapter, AsyncAdapter
from benchmarks.adapters.boto import RawBoto3, make_client
from benchmarks.samples import BODY, FROM, TO
from smsvoice import AsyncSmsVoice, SmsVoice, guard_sends


class Sync(Adapter):
    """`SmsVoice` with a client that it makes itself."""

    def __init__(self, url: str, connections: int) -> None:
        self.sms = SmsVoice(endpoint_url=url, config=Config(max_pool_connections=connections))

    def send(self) -> Any:
        sent = self.sms.api.send_text_message(
            destination_phone_number=TO,
            message_body=BODY,
            origination_identity=FROM,
            message_type="TRANSACTIONAL",
        )
        return sent.message_id or ""

    def items(self) -> Iterable[Any]:
        return self.sms.api.describe_phone_numbers()

    def number_of(self, item: Any) -> Any:
        return item.phone_number


class OnOwnClient(Sync):
    """`SmsVoice` on a boto3 client that the application made."""

    def __init__(self, url: str, connections: int) -> None:
        self.sms = SmsVoice(client=make_client(url, connections))


class Guarded(RawBoto3):
    """boto3 with `guard_sends`; dicts in, dicts out."""

    def __init__(self, url: str, connections: int) -> None:
        self.client = guard_sends(make_client(url, connections))


class Async(AsyncAdapter):
    """`AsyncSmsVoice`."""

    async def open(self, url: str, connections: int) -> None:
        self.sms = AsyncSmsVoice(endpoint_url=url, config=Config(max_pool_connections=connections))

    async def send(self) -> Any:
        sent = await self.sms.api.send_text_message(
            destination_phone_number=TO,
            message_body=BODY,
            origination_identity=FROM,
            message_type="TRANSACTIONAL",
        )
        return sent.message_id or ""

    async def items(self) -> list[Any]:
        return [item async for item in self.sms.api.describe_phone_numbers()]

    def number_of(self, item: Any) -> Any:
        return item.phone_number
