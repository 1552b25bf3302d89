"""A small server in a process of its own, whose answers were made beforehand.

python -m benchmarks.server PORT
"""

import asyncio
import json
import sys
from typing import Any

ITEMS_A_PAGE, PAGES = 100, 100
SENT = json.dumps({"MessageId": "7f1b3e0c-5c1e-4a53-9d0c-3c1f6f1f2a10"}).encode()


def number(index: int) -> dict[str, Any]:
    """A phone number with all that AWS tells about an ordinary one."""
    key = f"phone-{index:032x}"
    return {
        "PhoneNumberArn": f"arn:aws:sms-voice:us-east-1:123456789012:phone-number/{key}",
        "PhoneNumberId": key,
        "PhoneNumber": f"+1206555{index % 10_000:04}",
        "Status": "ACTIVE",
        "IsoCountryCode": "US",
        "MessageType": "TRANSACTIONAL",
        "NumberCapabilities": ["SMS", "VOICE", "MMS"],
        "NumberType": "TEN_DLC",
        "MonthlyLeasingPrice": "1.00",
        "TwoWayEnabled": True,
        "TwoWayChannelArn": "arn:aws:sns:us-east-1:123456789012:inbound",
        "TwoWayChannelRole": "arn:aws:iam::123456789012:role/inbound",
        "SelfManagedOptOutsEnabled": False,
        "OptOutListName": "Default",
        "InternationalSendingEnabled": False,
        "DeletionProtectionEnabled": True,
        "PoolId": f"pool-{index % 25:032x}",
        "RegistrationId": f"registration-{index % 25:032x}",
        "CreatedTimestamp": 1_700_000_000.123 + index,
    }


def page(index: int) -> bytes:
    """One page of numbers, and the token of the next."""
    start = index * ITEMS_A_PAGE
    numbers = [number(one) for one in range(start, start + ITEMS_A_PAGE)]
    more = {"NextToken": str(index + 1)} if index + 1 < PAGES else {}
    return json.dumps({"PhoneNumbers": numbers, **more}).encode()


def whole(body: bytes) -> bytes:
    """An HTTP answer."""
    head = (
        "HTTP/1.1 200 OK\r\ncontent-type: application/x-amz-json-1.0\r\n"
        "x-amzn-requestid: 11111111-2222-3333-4444-555555555555\r\n"
        f"content-length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


SEND = whole(SENT)
LISTS = [whole(page(index)) for index in range(PAGES)]


class Answering(asyncio.Protocol):
    """Answers each request as soon as all of it is there."""

    def __init__(self) -> None:
        """Nothing read yet."""
        self._waiting = b""
        self._transport: Any = None

    def connection_made(self, transport: Any) -> None:
        """Keep the connection."""
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer every request that is whole."""
        self._waiting += data
        while (end := self._waiting.find(b"\r\n\r\n")) >= 0:
            head = self._waiting[:end].lower()
            at = head.find(b"content-length:")
            size = int(head[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0
            if len(self._waiting) < end + 4 + size:
                return
            body = self._waiting[end + 4 : end + 4 + size]
            self._waiting = self._waiting[end + 4 + size :]
            if b"sendtextmessage" in head:
                self._transport.write(SEND)
            else:
                self._transport.write(LISTS[int(json.loads(body).get("NextToken", 0))])


async def main(port: int) -> None:
    """Serve until killed."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Answering, "127.0.0.1", port, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 0))
