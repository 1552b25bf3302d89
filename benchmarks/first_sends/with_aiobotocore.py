"""The first send with aiobotocore."""

import asyncio
import sys

from aiobotocore.session import get_session


async def main() -> None:
    """Send one."""
    made = get_session().create_client("pinpoint-sms-voice-v2", endpoint_url=sys.argv[1])
    async with made as client:
        sent = await client.send_text_message(
            DestinationPhoneNumber="+12065550142",
            MessageBody="Your table is ready",
            OriginationIdentity="pool-1",
            MessageType="TRANSACTIONAL",
        )
        assert sent["MessageId"]


asyncio.run(main())
