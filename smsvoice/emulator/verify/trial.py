"""One probe on one account: what it may call, and what it sees."""

import re
from collections.abc import Callable
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from smsvoice.emulator.verify.guard import (
    SERVER_FAULT,
    TAG,
    TAGGED,
    Guard,
    error_code,
    status_of,
)
from smsvoice.emulator.verify.observations import Member, Observation, members_in, plain, refusal_in
from smsvoice.emulator.verify.probe import Account, Probe

_NO_ANSWERS = frozenset(
    (
        "AccessDeniedException",
        "ExpiredTokenException",
        "ThrottlingException",
        "UnrecognizedClientException",
    )
)
_OF_THE_ACCOUNT = re.compile(r".*_PER_ACCOUNT|MONTHLY_SPEND_LIMIT_.*|.*_BY_PROTECT_.*|.*_OPTED_OUT")
"""Reasons that speak of what the account has or has used up, not of what the probe asks."""


class UnsettledError(Exception):
    """A probe did not get to what it asks: the message says why."""


class Trial:
    """What a probe works with."""

    def __init__(
        self,
        guard: Guard,
        account: Account,
        probe: Probe,
        pause: Callable[[float], None],
    ) -> None:
        """Allow a probe the operations that it declares."""
        self.account: Account = account
        self.pause: Callable[[float], None] = pause
        """Waits for seconds to pass: the emulator's clock goes forward."""
        self.seen: list[Observation] = []
        self._guard = guard
        self._probe = probe
        self._steps = 0

    def name(self, label: str) -> str:
        """A name of this run and probe."""
        return f"{self._guard.prefix}{self._probe.name}-{label}"

    @property
    def absent_sender(self) -> str:
        """A sender ID that no account has."""
        return self._guard.absent_sender

    def arn(self, resource: str, *, account_id: str = "", region: str = "") -> str:
        """An ARN of this account and region, or of others."""
        owner = account_id or self.account.account_id
        return f"arn:aws:sms-voice:{region or self.account.region}:{owner}:{resource}"

    def ask(self, operation: str, /, **members: Any) -> dict[str, Any]:
        """Make a call whose answer or refusal counts; a refusal gives an empty answer."""
        return self._ask(operation, members)

    def ask_with(self, unknown: bytes, operation: str, /, **members: Any) -> dict[str, Any]:
        """Make a call with a member that the service does not know, as it stands in JSON."""
        return self._ask(operation, members, unknown)

    def _ask(self, operation: str, members: dict[str, Any], unknown: bytes = b"") -> dict[str, Any]:
        self._steps += 1
        step = f"{self._steps} {operation}"
        try:
            answer = self._call(operation, members, unknown)
        except ClientError as refusal:
            self.seen += [Observation(f"{step}: {what}", was) for what, was in refusal_in(refusal)]
            return {}
        self.seen.append(Observation(f"{step}: answer", "200"))
        self.seen += [Observation(f"{step}: {path}", was) for path, was in members_in(answer)]
        return answer

    def do(self, operation: str, /, **members: Any) -> dict[str, Any]:
        """Make a call that must succeed, so that what counts can be asked.

        Raises:
            UnsettledError: it was refused.
        """
        try:
            return self._call(operation, members)
        except ClientError as refusal:
            code = error_code(refusal)
            reason = refusal.response.get("Reason", "")
            raise UnsettledError(f"{operation} was refused: {code} {reason}".strip()) from None

    def note(self, what: str, value: Member) -> None:
        """Observe something that the probe has found out itself."""
        self.seen.append(Observation(what, plain(value)))

    def _call(
        self, operation: str, members: dict[str, Any], unknown: bytes = b""
    ) -> dict[str, Any]:
        if operation not in self._probe.calls:
            raise AssertionError(f"the probe does not declare {operation}")
        if operation in TAGGED:
            members = {"Tags": [{"Key": TAG, "Value": self._guard.run}], **members}
        try:
            return self._guard.call(operation, members, unknown)
        except BotoCoreError as failure:
            raise UnsettledError(f"{operation} got no answer: {type(failure).__name__}") from None
        except ClientError as refusal:
            code, reason = error_code(refusal), str(refusal.response.get("Reason", ""))
            is_fault = status_of(refusal) >= SERVER_FAULT
            if is_fault or code in _NO_ANSWERS or _OF_THE_ACCOUNT.fullmatch(reason):
                why = f"{operation} was not judged: {code} {reason}".strip()
                raise UnsettledError(why) from None
            raise
