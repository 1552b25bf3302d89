"""A Lambda function behind SQS: delivery events and texts from people, straight from AWS's queue.

Subscribe the queue to your SNS topics, or make it the target of an EventBridge rule. The event
source mapping needs ReportBatchItemFailures, and the queue a dead-letter queue: there ends what
never finds its row. Handler: `receipts_lambda.handler`; MESSAGE_TABLE names the table's file.
"""

import os
from logging import getLogger
from typing import Any

from message_table import MessageTable, handle
from smsvoice import SmsVoice, events

table = MessageTable(os.environ["MESSAGE_TABLE"])
sms = SmsVoice()
_log = getLogger("examples")


def handler(event: dict[str, Any], context: object) -> dict[str, Any] | None:
    """Handle each event of a batch; SQS keeps those that are to come again."""
    batch = events.parse(event)
    for item in batch:
        try:
            is_done = handle(item, table, sms)
        except Exception:  # noqa: BLE001  one event costs no other
            _log.exception("failed: %s", item)
            is_done = False
        if not is_done:
            batch.retry(item)
    return batch.response()
