"""The first send with boto3."""

import sys

import boto3

client = boto3.client("pinpoint-sms-voice-v2", endpoint_url=sys.argv[1])
sent = client.send_text_message(
    DestinationPhoneNumber="+12065550142",
    MessageBody="Your table is ready",
    OriginationIdentity="pool-1",
    MessageType="TRANSACTIONAL",
)
assert sent["MessageId"]
