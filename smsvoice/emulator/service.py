"""The service that the engine runs: throttling, client tokens, handlers, and scheduled actions."""

from collections.abc import Sequence

from smsvoice.core.model import RequestModel, ResultModel
from smsvoice.core.operation import Effect
from smsvoice.emulator import lifecycle, operations
from smsvoice.emulator.controls.sent_requests import SentRequest, SentRequests
from smsvoice.emulator.engine.context import ACTIONS, HANDLERS, Call
from smsvoice.emulator.engine.service_errors import ServiceError
from smsvoice.emulator.engine.store import Account
from smsvoice.emulator.lifecycle import clearing
from smsvoice.emulator.state import client_tokens
from smsvoice.emulator.state.throttle import Throttle

REGISTERING = (lifecycle, operations)
"""The packages whose modules register handlers and scheduled actions when they are loaded."""


class Service:
    """All that AWS does with a request, once the engine has read it."""

    def __init__(self) -> None:
        self._throttle = Throttle()
        self.sent_requests: SentRequests = SentRequests()
        """What clients sent, of the newest messages."""

    def answer(self, call: Call, request: RequestModel, body: bytes) -> ResultModel:
        """Answer a request, or raise the error that AWS answers with."""
        assert call.operation is not None
        handler = HANDLERS.get(call.operation.name)
        if handler is None:
            raise ServiceError(
                "ValidationException",
                {"Message": f"{call.operation.name} is not emulated yet", "Reason": "OTHER"},
            )
        self._throttle.must_not_be_throttled(call, request)
        before = client_tokens.remembered(call, request, body)
        if before is not None:
            return before
        result = handler(call, request)
        message_id = getattr(result, "message_id", None)
        if message_id is not None and call.operation.effect is Effect.ONCE:
            sent = SentRequest(call.operation.name, call.account.region, body)
            self.sent_requests.note(message_id, sent)
        client_tokens.remember(call, request, body, result)
        return result

    def act(self, call: Call, action: str, key: str) -> None:
        """Do what was scheduled under the name of an action."""
        ACTIONS[action](call, key)

    def before_commit(self, call: Call, accounts: Sequence[Account]) -> None:
        """Drop the oldest messages where the settings limit how many are kept."""
        if call.settings.keep_messages is not None:
            clearing.trim(accounts, call.settings.keep_messages)
