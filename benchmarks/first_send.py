"""One whole programme for each library: import it, make a client, send one text, end.

python benchmarks/first_send.py LIBRARY URL

Credentials and region are in the environment. Each function imports only what it needs.
"""

import sys
from collections.abc import Callable
from typing import Any

TEXT: Any = {
    "DestinationPhoneNumber": "+12065550142",
    "MessageBody": "Your table is ready",
    "OriginationIdentity": "pool-1",
    "MessageType": "TRANSACTIONAL",
}
TO = TEXT["DestinationPhoneNumber"]
KEYWORDS: Any = {
    "message_body": TEXT["MessageBody"],
    "origination_identity": TEXT["OriginationIdentity"],
    "message_type": TEXT["MessageType"],
}


def boto3(url: str) -> str:
    """Raw boto3."""
    import boto3 as library

    client = library.client("pinpoint-sms-voice-v2", endpoint_url=url)
    return client.send_text_message(**TEXT)["MessageId"]


def smsvoice(url: str) -> str | None:
    """Smsvoice."""
    from smsvoice import SmsVoice

    sms = SmsVoice(endpoint_url=url)
    return sms.api.send_text_message(destination_phone_number=TO, **KEYWORDS).message_id


def capo(url: str) -> Any:
    """Capo's synchronous client."""
    from capo_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    with PinpointSMSVoiceV2Client(endpoint=url) as client:
        return client.send_text_message(TO, **KEYWORDS)["message_id"]


def capo_async(url: str) -> Any:
    """Capo's asynchronous client."""
    import asyncio

    from capo_pinpoint_sms_voice_v2 import AsyncPinpointSMSVoiceV2Client

    async def send() -> Any:
        async with AsyncPinpointSMSVoiceV2Client(endpoint=url) as client:
            return (await client.send_text_message(TO, **KEYWORDS))["message_id"]

    return asyncio.run(send())


def aws_resource_validator(url: str) -> Any:
    """boto3 between two models of aws-resource-validator."""
    import boto3 as library
    from aws_resource_validator.pydantic_models import pinpoint_sms_voice_v2 as models

    client: Any = library.client("pinpoint-sms-voice-v2", endpoint_url=url)
    request = models.SendTextMessageRequestTypeDef(**TEXT)
    answer = client.send_text_message(**request.model_dump(exclude_none=True))
    return models.SendTextMessageResultTypeDef(**answer).MessageId


def boto3_dataclass(url: str) -> Any:
    """boto3 with its answer cast."""
    import boto3 as library
    from boto3_dataclass_pinpoint_sms_voice_v2 import caster

    client: Any = library.client("pinpoint-sms-voice-v2", endpoint_url=url)
    return caster.send_text_message(client.send_text_message(**TEXT)).MessageId


def aiobotocore(url: str) -> Any:
    """Aiobotocore."""
    import asyncio

    from aiobotocore.session import get_session

    async def send() -> Any:
        context = get_session().create_client("pinpoint-sms-voice-v2", endpoint_url=url)
        async with context as client:
            return (await client.send_text_message(**TEXT))["MessageId"]

    return asyncio.run(send())


PROGRAMMES: dict[str, Callable[[str], Any]] = {
    "boto3": boto3,
    "smsvoice": smsvoice,
    "capo": capo,
    "capo_async": capo_async,
    "aws_resource_validator": aws_resource_validator,
    "boto3_dataclass": boto3_dataclass,
    "aiobotocore": aiobotocore,
}

if __name__ == "__main__":
    assert PROGRAMMES[sys.argv[1]](sys.argv[2])
