"""Calls per second, as AWS allows them to an account; only enforced where the settings ask for it.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/quotas.html
"""

from collections import deque
from datetime import datetime, timedelta
from typing import Any

from smsvoice.core.model import RequestModel
from smsvoice.core.operation import Effect
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.service_errors import throttled
from smsvoice.emulator.state.notify_configurations import configurations
from smsvoice.models.notify import NotifyConfigurationTier

RATES = {
    "DeleteOptedOutNumber": 10,
    "ListTagsForResource": 10,
    "PutMessageFeedback": 20,
    "PutOptedOutNumber": 10,
}
"""Calls per second of the operations that allow more than one."""

ADVANCED_NOTIFY_RATE = 25
_WINDOW = timedelta(seconds=1)
_NOTIFY = frozenset(("SendNotifyTextMessage", "SendNotifyVoiceMessage"))
_MOST_KEYS = 10_000


class Throttle:
    """Remembers the calls of the last second, on the emulator's clock."""

    def __init__(self) -> None:
        self._calls: dict[tuple[str, ...], deque[datetime]] = {}

    def must_not_be_throttled(self, call: Call, request: RequestModel) -> None:
        """Count this call, or refuse it where the second is full already."""
        if not call.settings.throttling or call.operation is None:
            return
        where = (call.account.account_id, call.account.region)
        limits: list[tuple[tuple[str, ...], int]] = [
            ((*where, call.operation.name), _rate(call, request))
        ]
        recipient: Any = getattr(request, "destination_phone_number", None)
        if recipient is not None and call.operation.effect is Effect.ONCE:
            # One message a second to one recipient, whatever it is sent by.
            limits.append(((*where, "recipient", str(recipient)), 1))
        for key, rate in limits:
            if len(self._last_second(key, call.now)) >= rate:
                raise throttled()
        for key, _ in limits:
            self._calls.setdefault(key, deque()).append(call.now)

    def _last_second(self, key: tuple[str, ...], now: datetime) -> deque[datetime]:
        if len(self._calls) > _MOST_KEYS:
            self._calls = {k: c for k, c in self._calls.items() if c and now - c[-1] < _WINDOW}
        calls = self._calls.get(key, deque())
        while calls and now - calls[0] >= _WINDOW:
            calls.popleft()
        return calls


def _rate(call: Call, request: RequestModel) -> int:
    name = call.operation.name if call.operation is not None else ""
    if name not in _NOTIFY:
        return RATES.get(name, 1)
    given: str = getattr(request, "notify_configuration_id", None) or ""
    key = given.rpartition("/")[2] if given.startswith("arn:") else given
    found = configurations(call).get(key)
    advanced = found is not None and found.tier == NotifyConfigurationTier.ADVANCED
    return ADVANCED_NOTIFY_RATE if advanced else 1
