"""The service on one's own machine: stateful, with its errors, its clock and its inbox.

    with Emulator() as emulator:
        sms = SmsVoice(session=emulator.session())

Nothing here knows a client or a web framework; the faces that boto3, pytest, HTTP and moto see
are in `faces`.
"""

from smsvoice.emulator.emulator import Emulator
from smsvoice.emulator.state.records import Message

__all__ = ["Emulator", "Message"]
