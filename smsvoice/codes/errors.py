"""The errors of one-time codes."""

from datetime import datetime

from smsvoice.codes.outcomes import RefusalReason
from smsvoice.core.errors import SmsVoiceError


class CodeRefusedError(SmsVoiceError):
    """No code was sent, since a limit of the verifier stands in the way.

    `why` names the limit; `retry_at` is when the same call may go through, UTC, and None where
    waiting does not help.
    """

    def __init__(self, why: RefusalReason, retry_at: datetime | None = None) -> None:
        """Say which limit it is, and until when."""
        super().__init__(why, retry_at)
        self.why = why
        self.retry_at = retry_at

    def __str__(self) -> str:
        until = f"; again from {self.retry_at:%Y-%m-%d %H:%M:%S} UTC" if self.retry_at else ""
        return f"no code was sent: {self.why}{until}"


class CodeStoreError(SmsVoiceError):
    """The store of the codes cannot be used: unreachable, locked, or it holds something else.

    Nothing is sent and no code is accepted that the store does not hold.
    """

    def __init__(self, why: str) -> None:
        """Say what is in the way; never with a value."""
        super().__init__(why)
        self.why = why

    def __str__(self) -> str:
        return f"the store of the codes cannot be used: {self.why}"
