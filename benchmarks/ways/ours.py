"""smsvoice: on a client of its own, on an application's, as a guard alone, and asynchronously."""

from collections.abc import Sequence

from botocore.config import Config

from benchmarks.samples import BODY, FROM, ITEMS_A_PAGE, TO
from benchmarks.ways.boto import Raw, client
from benchmarks.ways.way import AsyncWay, Way
from smsvoice import AsyncSmsVoice, SmsVoice, guard_sends


class Ours(Way):
    """smsvoice with the client that it makes."""

    def __init__(self, url: str, connections: int) -> None:
        """Make the client."""
        config = Config(max_pool_connections=connections)
        self.sms = SmsVoice(endpoint_url=url, config=config)

    def send(self, times: int) -> None:
        """A typed call with a typed answer."""
        for _ in range(times):
            sent = self.sms.api.send_text_message(
                destination_phone_number=TO,
                message_body=BODY,
                origination_identity=FROM,
                message_type="TRANSACTIONAL",
            )
            assert sent.message_id

    def page(self, times: int) -> None:
        """One page of the pager."""
        for _ in range(times):
            page = next(iter(self.sms.api.describe_phone_numbers().pages()))
            assert sum(1 for one in page.phone_numbers or () if one.phone_number) == ITEMS_A_PAGE

    def walk(self) -> Sequence[object]:
        """The pager as a list."""
        numbers = list(self.sms.api.describe_phone_numbers())
        assert all(one.phone_number for one in numbers)
        return numbers

    def visit(self) -> int:
        """The pager."""
        return sum(1 for one in self.sms.api.describe_phone_numbers() if one.phone_number)


class Wrapped(Ours):
    """smsvoice on a boto3 client that the application made."""

    def __init__(self, url: str, connections: int) -> None:
        """Wrap the client."""
        self.sms = SmsVoice(client=client(url, connections))


class Guarded(Raw):
    """boto3 with our guard on its sends and listings, and dicts as before."""

    def __init__(self, url: str, connections: int) -> None:
        """Guard the client."""
        self.client = guard_sends(client(url, connections))


class OursAsync(AsyncWay):
    """smsvoice's asynchronous client."""

    async def open(self, url: str, connections: int) -> None:
        """Make the client."""
        self.sms = AsyncSmsVoice(endpoint_url=url, config=Config(max_pool_connections=connections))

    async def asend(self, times: int) -> None:
        """A typed call with a typed answer."""
        for _ in range(times):
            sent = await self.sms.api.send_text_message(
                destination_phone_number=TO,
                message_body=BODY,
                origination_identity=FROM,
                message_type="TRANSACTIONAL",
            )
            assert sent.message_id

    async def apage(self, times: int) -> None:
        """One page of the pager."""
        for _ in range(times):
            async for page in self.sms.api.describe_phone_numbers().pages():
                told = page.phone_numbers or ()
                assert sum(1 for one in told if one.phone_number) == ITEMS_A_PAGE
                break

    async def awalk(self) -> Sequence[object]:
        """The pager as a list."""
        numbers = await self.sms.api.describe_phone_numbers().collect()
        assert all(one.phone_number for one in numbers)
        return numbers
