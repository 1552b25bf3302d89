"""The first send whose answer boto3-dataclass casts."""

import sys

import boto3
from boto3_dataclass_pinpoint_sms_voice_v2 import caster

client = boto3.client("pinpoint-sms-voice-v2", endpoint_url=sys.argv[1])
answer = client.send_text_message(
    DestinationPhoneNumber="+12065550142",
    MessageBody="Your table is ready",
    OriginationIdentity="pool-1",
    MessageType="TRANSACTIONAL",
)
assert caster.send_text_message(answer).MessageId
