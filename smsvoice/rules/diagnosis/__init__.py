"""What is wrong with an account, judged by what AWS says of it; makes no call.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/send-message.html
"""

from smsvoice.rules.diagnosis.findings import Finding as Finding
from smsvoice.rules.diagnosis.findings import Severity as Severity

__all__ = ["Finding", "Severity"]
