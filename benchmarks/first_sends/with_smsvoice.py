"""The first typed send with smsvoice."""

import sys

from smsvoice import SmsVoice

sms = SmsVoice(endpoint_url=sys.argv[1])
sent = sms.api.send_text_message(
    destination_phone_number="+12065550142",
    message_body="Your table is ready",
    origination_identity="pool-1",
    message_type="TRANSACTIONAL",
)
assert sent.message_id
