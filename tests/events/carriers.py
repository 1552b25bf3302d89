"""Every carrier of an event, wrapped around what it carries as AWS does."""

import base64
import gzip
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).with_name("samples")
TOPIC = "arn:aws:sns:us-east-1:123456789012:receipts"


def receipt(number: int = 1, **members: Any) -> dict[str, Any]:
    """A receipt of a message."""
    return {
        "eventType": "TEXT_DELIVERED",
        "messageId": f"m-{number}",
        "isFinal": True,
        "destinationPhoneNumber": "+12065550142",
        "totalMessagePrice": 0.00883,
        "totalCarrierFee": 0.0,
        **members,
    }


def reply(**members: Any) -> dict[str, Any]:
    """What a person wrote."""
    return {
        "originationNumber": "+12065550142",
        "destinationNumber": "+12065550100",
        "messageKeyword": "keyword_123456789012",
        "messageBody": "hello",
        "inboundMessageId": "i-1",
        **members,
    }


def text_of(found: Any) -> str:
    """What stands in an envelope as text."""
    return found if isinstance(found, str) else json.dumps(found)


def base64_of(found: Any) -> str:
    """What stands in an envelope as base64."""
    return base64.b64encode(text_of(found).encode(errors="surrogatepass")).decode()


def sns(found: Any) -> dict[str, Any]:
    """A notification as SNS posts it."""
    return {
        "Type": "Notification",
        "MessageId": "sns-1",
        "TopicArn": TOPIC,
        "Message": text_of(found),
        "Timestamp": "2026-11-27T12:00:00.123Z",
    }


def sns_to_lambda(records: Sequence[Any]) -> dict[str, Any]:
    """What Lambda gets from SNS."""
    return {"Records": [{"EventSource": "aws:sns", "Sns": sns(one)} for one in records]}


def sqs_to_lambda(records: Sequence[Any]) -> dict[str, Any]:
    """What Lambda gets from SQS."""
    return {
        "Records": [
            {
                "messageId": f"sqs-{place}",
                "receiptHandle": f"handle-{place}",
                "body": text_of(one),
                "eventSource": "aws:sqs",
            }
            for place, one in enumerate(records)
        ]
    }


def sqs_by_boto3(records: Sequence[Any]) -> dict[str, Any]:
    """What `receive_message` gives."""
    return {
        "Messages": [
            {
                "MessageId": f"sqs-{place}",
                "ReceiptHandle": f"handle-{place}",
                "Body": text_of(one),
            }
            for place, one in enumerate(records)
        ]
    }


def kinesis(records: Sequence[Any]) -> dict[str, Any]:
    """What Lambda gets from a Kinesis data stream."""
    return {
        "Records": [
            {"kinesis": {"sequenceNumber": f"kinesis-{place}", "data": base64_of(one)}}
            for place, one in enumerate(records)
        ]
    }


def firehose_transform(records: Sequence[Any]) -> dict[str, Any]:
    """What a Lambda gets that transforms for Firehose."""
    return {
        "invocationId": "i-1",
        "deliveryStreamArn": "arn:aws:firehose:us-east-1:123456789012:deliverystream/s",
        "records": [
            {"recordId": f"firehose-{place}", "data": base64_of(one)}
            for place, one in enumerate(records)
        ],
    }


def firehose_http(records: Sequence[Any]) -> dict[str, Any]:
    """What Firehose posts to an endpoint."""
    return {
        "requestId": "r-1",
        "timestamp": 1_790_000_000_000,
        "records": [{"data": base64_of(one)} for one in records],
    }


def cloudwatch(records: Sequence[Any]) -> dict[str, Any]:
    """What Lambda gets from a subscription of CloudWatch Logs."""
    inner = {
        "messageType": "DATA_MESSAGE",
        "owner": "123456789012",
        "logGroup": "group",
        "logStream": "stream",
        "logEvents": [
            {"id": f"log-{place}", "timestamp": 1, "message": text_of(one)}
            for place, one in enumerate(records)
        ],
    }
    packed = gzip.compress(json.dumps(inner).encode())
    return {"awslogs": {"data": base64.b64encode(packed).decode()}}


def event_bridge(found: Any) -> dict[str, Any]:
    """An event of EventBridge."""
    return {
        "version": "0",
        "id": "bridge-1",
        "detail-type": "Text Message Delivery Status Updated",
        "source": "aws.sms-voice",
        "account": "123456789012",
        "time": "2026-11-27T12:00:00Z",
        "region": "us-east-1",
        "resources": [],
        "detail": found,
    }


def lines(records: Sequence[Any]) -> bytes:
    """An object that Firehose wrote to S3, a record a line."""
    return "".join(f"{text_of(one)}\n" for one in records).encode(errors="surrogatepass")


def glued(records: Sequence[Any]) -> bytes:
    """The same without line ends, compressed."""
    return gzip.compress("".join(map(text_of, records)).encode(errors="surrogatepass"))


MANY: dict[str, Callable[[Sequence[Any]], Any]] = {
    "cloudwatch": cloudwatch,
    "firehose_http": firehose_http,
    "firehose_transform": firehose_transform,
    "glued": glued,
    "kinesis": kinesis,
    "lines": lines,
    "list": list,
    "sns_to_lambda": sns_to_lambda,
    "sqs_by_boto3": sqs_by_boto3,
    "sqs_to_lambda": sqs_to_lambda,
}
"""Carriers of several records."""
AROUND: dict[str, Callable[[Any], Any]] = {
    "bare": lambda found: found,
    "json in json": lambda found: json.dumps(text_of(found)),
    "sns": sns,
}
"""What may stand around each record."""
