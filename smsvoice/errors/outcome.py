"""What becomes of calls that AWS does not refuse: not sent, unknown, accepted and then spoiled."""

from datetime import datetime
from typing import Any

from botocore.exceptions import NoCredentialsError, NoRegionError

from smsvoice.core.errors import Problem, RequestError, SmsVoiceError
from smsvoice.core.operation import Effect
from smsvoice.operations import MUST_HAVE, effect_of


class NotSentError(SmsVoiceError):
    """No connection was made, or the request could not be signed: provably nothing left.

    `__cause__` is the failure underneath.
    """

    def __init__(self, operation: str, why: str) -> None:
        """Name the operation and what was in the way."""
        super().__init__(operation, why)
        self.operation = operation
        self.why = why

    def __str__(self) -> str:
        return f"{self.operation} was not sent: {self.why}. Calling again is safe."


class MissingCredentialsError(NotSentError, NoCredentialsError):
    """botocore finds no credentials, or only a part of them; nothing left this machine.

    `except botocore.exceptions.NoCredentialsError` in existing code keeps working.
    """

    def __init__(self, operation: str, why: str = "there are no credentials") -> None:
        Exception.__init__(self, operation, why)
        self.operation = operation
        self.why = why
        vars(self)["kwargs"] = {}  # as botocore's errors have

    def __str__(self) -> str:
        return (
            f"{self.operation} was not sent: {self.why}. Give them as for boto3: "
            '"aws configure", AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, '
            "SmsVoice(profile_name=...), or a role of the machine."
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.operation, self.why)


class MissingRegionError(RequestError, NoRegionError):
    """No region is given anywhere.

    `except botocore.exceptions.NoRegionError` in existing code keeps working.
    """

    def __init__(self) -> None:
        """Say where a region may come from."""
        rule = (
            'is given nowhere: say SmsVoice(region_name="us-east-1"), set the environment variable '
            "AWS_DEFAULT_REGION, or use a profile that has one"
        )
        self.what: str = "SmsVoice"
        self.problems: tuple[Problem, ...] = (Problem("region_name", rule),)
        vars(self)["kwargs"] = {}  # as botocore's errors have
        Exception.__init__(self, self.what, self.problems)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), ()


class AcceptedError(SmsVoiceError):
    """AWS accepted the call, and something on this side failed afterwards: do not call again.

    `result` is the answer: a result model, or botocore's dict for calls of a client that
    `guard_sends` guards. What failed, an event handler of the application for one, is `__cause__`.
    """

    def __init__(self, operation: str, why: str, result: Any) -> None:
        """Name the operation and what failed afterwards, and keep the answer."""
        super().__init__(operation, why)  # and not the answer, which a repr would show
        self.operation = operation
        self.why = why
        self.result = result

    def __reduce__(self) -> tuple[Any, ...]:
        notes = {"__notes__": [*self.__notes__]} if hasattr(self, "__notes__") else {}
        return type(self), (self.operation, self.why, self.result), notes

    def __str__(self) -> str:
        return (
            f"{self.operation} was accepted by AWS, and {self.why}. "
            "Do not call again: error.result holds AWS's answer."
        )


class OutcomeUnknownError(SmsVoiceError):
    """The call left this machine and no usable answer came back: it may have been carried out.

    For a send: the message may be on its way, so do not simply call again. smsvoice never repeats
    it by itself. Give every message a `context` with an id of your own; AWS repeats it in the
    delivery events, so an event with that id shows that the message was accepted, and its absence
    after some minutes that it was not:

        sms.messages.send_text(number, message_body=text, context={"order": order_id})

    `operation`, `why`, `left_at` (UTC; when the request was handed to the network), and, where an
    answer came at all, `request_id` and `status`. The failure underneath is `__cause__`.
    """

    def __init__(
        self,
        operation: str,
        why: str,
        *,
        left_at: datetime | None = None,
        request_id: str | None = None,
        status: int | None = None,
    ) -> None:
        """Name the operation, what went wrong, and when it left (UTC)."""
        super().__init__(operation, why)
        self.operation = operation
        self.why = why
        self.left_at = left_at
        self.request_id = request_id
        self.status = status

    def __str__(self) -> str:
        when = f" at {self.left_at:%Y-%m-%d %H:%M:%S} UTC" if self.left_at else ""
        known = f" [request {self.request_id}]" if self.request_id else ""
        advice = " It may have been carried out: look before calling again."
        if MUST_HAVE.get(self.operation) == "MessageId":
            advice = (
                " The message may have been sent: look for its delivery event before calling again."
            )
        elif effect_of(self.operation) is Effect.READS:
            advice = " It changes nothing: calling again is safe."
        return f"{self.operation} left{when} and its outcome is unknown: {self.why}.{known}{advice}"

    def __reduce__(self) -> tuple[Any, ...]:
        known = vars(self).keys() & {"left_at", "request_id", "status", "__notes__"}
        return type(self), (self.operation, self.why), {key: getattr(self, key) for key in known}


class UnsupportedByBotocoreError(SmsVoiceError):
    """The installed botocore does not know this operation or member; nothing left this machine."""

    def __init__(self, what: str, installed: str, needed: str) -> None:
        """Name what is lacking and the release that has it."""
        super().__init__(what, installed, needed)
        self.what = what
        self.installed = installed
        self.needed = needed

    def __str__(self) -> str:
        return (
            f"botocore {self.installed} does not know {self.what}; it came with {self.needed}. "
            f'Upgrade with: pip install "boto3>={self.needed}"'
        )
