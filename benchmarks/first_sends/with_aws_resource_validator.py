"""The first send with a model of aws-resource-validator on either side of boto3."""

import sys

import boto3
from aws_resource_validator.pydantic_models.pinpoint_sms_voice_v2 import (
    SendTextMessageRequestTypeDef,
    SendTextMessageResultTypeDef,
)

client = boto3.client("pinpoint-sms-voice-v2", endpoint_url=sys.argv[1])
request = SendTextMessageRequestTypeDef(
    DestinationPhoneNumber="+12065550142",
    MessageBody="Your table is ready",
    OriginationIdentity="pool-1",
    MessageType="TRANSACTIONAL",
)
answer = client.send_text_message(**request.model_dump(exclude_none=True))
assert SendTextMessageResultTypeDef(**answer).MessageId
