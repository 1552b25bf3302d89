"""A worker that takes delivery events and texts from people out of an SQS queue, with boto3.

    MESSAGE_TABLE=messages.db python examples/sqs_worker.py https://sqs.us-east-1.amazonaws.com/...

The queue needs a dead-letter queue: there ends what never finds its row.
"""

import os
import sys
from logging import getLogger
from typing import Any, cast

import boto3

from message_table import MessageTable, handle
from smsvoice import SmsVoice, events

_log = getLogger("examples")


def main() -> None:
    """Work until the process is ended."""
    queue_url = sys.argv[1]
    table = MessageTable(os.environ["MESSAGE_TABLE"])
    sqs = cast("Any", boto3).client("sqs")  # whose types are a package of their own
    with SmsVoice() as sms:
        while True:
            work(sqs, queue_url, table, sms)


def work(sqs: Any, queue_url: str, table: MessageTable, sms: SmsVoice, *, wait: int = 20) -> int:
    """Handle the messages that wait, ten at most; how many were handled and deleted.

    What is not deleted comes again when its visibility timeout ends.
    """
    received = sqs.receive_message(QueueUrl=queue_url, MaxNumberOfMessages=10, WaitTimeSeconds=wait)
    batch = events.parse(received)
    for item in batch:
        try:
            is_done = handle(item, table, sms)
        except Exception:  # noqa: BLE001  one event costs no other
            _log.exception("failed: %s", item)
            is_done = False
        if not is_done:
            batch.retry(item)
    for receipt_handle in batch.receipt_handles:
        sqs.delete_message(QueueUrl=queue_url, ReceiptHandle=receipt_handle)
    return len(batch.receipt_handles)


if __name__ == "__main__":
    main()
