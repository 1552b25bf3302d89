"""The service on one's own machine: stateful, with its errors, its clock and its inbox.

    with Emulator() as emulator:
        sms = SmsVoice(session=emulator.session())

Only `frontends` know a client or a web framework: boto3, pytest, HTTP and moto.
"""

from smsvoice.emulator.emulator import Emulator
from smsvoice.emulator.state.records import Message

__all__ = ["Emulator", "Message"]
