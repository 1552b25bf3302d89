"""The first typed send with capo's synchronous client."""

import sys

from capo_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

with PinpointSMSVoiceV2Client(endpoint=sys.argv[1]) as client:
    sent = client.send_text_message(
        "+12065550142",
        message_body="Your table is ready",
        origination_identity="pool-1",
        message_type="TRANSACTIONAL",
    )
    assert sent["message_id"]
