"""Two promises kept on botocore's public events: one call, one message; no answer cut short.

botocore repeats a request whose answer got lost; for a send that is a second text to a person.
That is stopped here, whatever asks for the repetition, on our own clients and on guarded ones.

The handler for `needs-retry` raises and never returns False: on older botocore False means
"again, at once", without end.
"""

import random
import ssl
from typing import TYPE_CHECKING, Any, Final, NoReturn, cast

from botocore.exceptions import BotoCoreError

from smsvoice.core import logs
from smsvoice.core.errors import AnswerError, Problem, RequestError
from smsvoice.core.operation import Effect
from smsvoice.errors import AcceptedError, OutcomeUnknownError, service_error
from smsvoice.transport.answers import read_answer, says_no
from smsvoice.transport.call_state import KEY, SERVICE, CallState, Fate, current, pending
from smsvoice.transport.failures import never_left, spoken
from smsvoice.transport.listeners import Listeners

if TYPE_CHECKING:
    from collections.abc import Callable

    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

_REFUSED = 300
_ATTEMPTS: Final = {"legacy": 5}
"""botocore's own number of attempts where none is configured, by mode."""
_DEFAULT_ATTEMPTS = 3
_LONGEST_PAUSE = 20.0
_OF_THE_NETWORK: Final = (BotoCoreError, ConnectionError, TimeoutError, ssl.SSLError)
"""What failures of the network look like: botocore's own, and those that doubles raise instead."""


def guard_sends(client: "PinpointSMSVoiceV2Client") -> "PinpointSMSVoiceV2Client":
    """Make an existing boto3 client safe: no send leaves twice, no listing ends early in silence.

    Works in every retry mode. Throttling and connections that were never made are still repeated
    as the client is configured. Guarding a client twice changes nothing.

    Args:
        client: any boto3 client of `pinpoint-sms-voice-v2`.

    Returns:
        The same client.

    Raises:
        OutcomeUnknownError: by the guarded calls, when a send left and no usable answer came.
        AcceptedError: by the guarded calls, when another event handler asks to repeat a send that
            AWS accepted; `result` has botocore's answer.
        AnswerError: by the guarded calls, when a read's answer stays cut after all repetitions.
        ServiceError: by the guarded calls, when another event handler asks to repeat a send that
            AWS refused.
        RequestError: it is no client of this service.
    """
    wrong = of_another_service(client)
    if wrong is not None:
        raise RequestError("guard_sends", (wrong,))
    guard = Guard(client)
    events = client.meta.events
    # botocore's stubs forget that the answers of handlers count.
    decides = cast("Callable[..., None]", guard.decide)
    events.register_first(f"request-created.{SERVICE}", guard.sign, f"smsvoice-sign-{SERVICE}")
    # The last of all that change or sign a request, and the last before the network has it.
    events.register_last("request-created", guard.hand_over, "smsvoice-hand-over")
    departs = cast("Callable[..., None]", guard.depart)
    events.register_last("before-send", departs, "smsvoice-depart")
    events.register_first(f"before-parse.{SERVICE}", guard.read, f"smsvoice-parse-{SERVICE}")
    events.register_first(f"needs-retry.{SERVICE}", decides, f"smsvoice-retry-{SERVICE}")
    return client


def of_another_service(client: object) -> Problem | None:
    """What is wrong with a client that cannot send; None when it is one of this service."""
    model = getattr(getattr(client, "meta", None), "service_model", None)
    if getattr(model, "service_name", None) == SERVICE:
        return None
    return Problem("client", f"must be a client of {SERVICE}")


def unusable(state: CallState, why: str) -> AnswerError | OutcomeUnknownError:
    """The error for a 200 that cannot be used: a read may be made again, the rest was taken."""
    if state.effect is Effect.READS:
        return AnswerError(state.name, (why,))
    return outcome_unknown(state, f"AWS answered with 200, but {why}")


def outcome_unknown(state: CallState, why: str) -> OutcomeUnknownError:
    """The error for a call that left and whose answer is lost."""
    latest = state.latest
    metadata = ((latest and latest.parsed) or {}).get("ResponseMetadata", {})
    return OutcomeUnknownError(
        state.name,
        why,
        left_at=state.unknown_since,
        request_id=metadata.get("RequestId"),
        status=metadata.get("HTTPStatusCode"),
    )


def claim_call(client: "PinpointSMSVoiceV2Client", name: str) -> None:
    """Have the typed calls of an operation find their state before any other handler runs.

    The key is the most specific one, and the handler the first on it, so that a call that another
    handler makes meanwhile cannot take the state.
    """
    claims = cast("Callable[..., None]", _claim)
    event = f"provide-client-params.{SERVICE}.{name}"
    client.meta.events.register_first(event, claims, f"smsvoice-claim-{name}")


def _claim(model: Any, context: dict[str, Any], **_: Any) -> None:
    """Handle `provide-client-params`: a typed call begins."""
    state = pending.get()
    if state is not None and not state.has_begun and state.name == model.name:
        state.has_begun = True
        context[KEY] = state


class Guard:
    """The handlers of one client."""

    def __init__(self, client: "PinpointSMSVoiceV2Client") -> None:
        self._listeners = Listeners(client.meta.events)

    def sign(self, request: Any, operation_name: str, **_: Any) -> None:
        """Handle `request-created`, first: credentials are asked for next."""
        _state(request.context, operation_name).is_signing = True

    def hand_over(self, request: Any, operation_name: str, **_: Any) -> None:
        """Handle `request-created`, last: refuse what would be a second message."""
        state = _state(request.context, operation_name)
        if state.attempts and state.replay is not None and state.replay.is_due:
            state.is_signing = False  # the attempt is noted already
        else:
            if state.attempts and state.effect is Effect.ONCE:
                _must_not_be_second(state)
            state.hand_over()
        outer = current.get()
        state.outer = None if outer is state else outer
        current.set(state)

    def depart(self, request: Any, **_: Any) -> Any:
        """Handle `before-send`, last: no handler stops it any more; one that left is replayed."""
        state = current.get()
        if state is None or state.latest is None:
            return None
        state.latest.has_departed = True
        return None if state.replay is None else state.replay.replay(request)

    def read(self, operation_model: Any, response_dict: dict[str, Any], **_: Any) -> None:
        """Handle `before-parse`: decode or measure an answer."""
        state = current.get()
        if state is None or state.name != operation_model.name:
            state = CallState(operation_model.name)  # `decide` knows which call it is, and reads it
        is_heard = state.operation is not None and self._listeners.hear(state.name)
        read_answer(state, operation_model, response_dict, is_heard=is_heard)

    def decide(
        self,
        operation: Any,
        attempts: int,
        request_dict: dict[str, Any],
        response: tuple[Any, dict[str, Any]] | None = None,
        caught_exception: Exception | None = None,
        **_: Any,
    ) -> float | None:
        """Handle `needs-retry`: None leaves the decision to botocore, as the user configured it."""
        state = _state(request_dict["context"], operation.name)
        current.set(state.outer)
        state.outer = None
        if caught_exception is not None:
            _failed(state, caught_exception)
        elif response is not None:
            http, parsed = response
            if state.latest is not None and not state.latest.was_read:
                read_answer(state, operation, _response_of(http), is_heard=True)
            return _answered(state, http.status_code, parsed, attempts, request_dict)
        return None


def _state(context: dict[str, Any], name: str) -> CallState:
    """The state of the call that a request context belongs to."""
    state: CallState = context.setdefault(KEY, CallState(name))
    return state


def _response_of(http: Any) -> dict[str, Any]:
    """An answer as `before-parse` has it."""
    return {"body": http.content, "status_code": http.status_code, "headers": http.headers}


def _failed(state: CallState, failed: Exception) -> None:
    """Stop the repetition of what may have left and must not leave twice."""
    if never_left(failed):
        state.settle(Fate.NEVER_LEFT)
    elif _was_stopped(state, failed):
        state.settle(Fate.STOPPED)
    else:
        state.settle(Fate.LOST)
        if state.effect is Effect.ONCE:
            _raise(state, outcome_unknown(state, spoken(failed)), failed)


def _was_stopped(state: CallState, failed: Exception) -> bool:
    """Whether an event handler of the application failed before the network had the request."""
    has_departed = state.latest is not None and state.latest.has_departed
    return not has_departed and not isinstance(failed, _OF_THE_NETWORK)


def _answered(
    state: CallState, status: int, parsed: dict[str, Any], attempts: int, request: dict[str, Any]
) -> float | None:
    """Settle an attempt by its answer; the seconds until it is asked again, where we decide."""
    if state.unusable is not None:
        state.settle(Fate.LOST, status, parsed)
        if state.effect is Effect.ONCE or attempts >= _most_attempts(request):
            _raise(state, unusable(state, state.unusable))
        logs.asked_again(state.name, state.unusable, attempts)
        pause = random.random() * 0.05 * 2.0 ** min(attempts, 16)  # noqa: S311  jitter
        return min(pause, _LONGEST_PAUSE)
    if status < _REFUSED:
        state.settle(Fate.ACCEPTED, status, parsed)
    elif says_no(status, parsed.get("Error", {}).get("Code")):
        state.settle(Fate.REFUSED, status, parsed)
    else:
        state.settle(Fate.LOST, status, parsed)
        if state.effect is Effect.ONCE:
            _raise(state, outcome_unknown(state, f"AWS answered with status {status}"))
    return None


def _must_not_be_second(state: CallState) -> None:
    """Raise what the first attempt came to, when a second one could make a second message."""
    decisive = next((one for one in state.attempts if not one.may_be_followed), None)
    if decisive is None:
        return
    logs.not_repeated(state.name)
    parsed = decisive.parsed or {}
    if decisive.fate is Fate.ACCEPTED:
        why = "an event handler of the application asked to send it again, which was not done"
        _raise(state, AcceptedError(state.name, why, parsed))
    if decisive.fate is Fate.REFUSED:
        _raise(state, service_error(state.name, parsed))
    _raise(state, outcome_unknown(state, "an event handler asked to send it again"))


def _raise(state: CallState, error: Exception, cause: Exception | None = None) -> NoReturn:
    """Raise an error of ours, and know it again when it comes back from botocore."""
    state.raised = error
    raise error from cause


def _most_attempts(request: dict[str, Any]) -> int:
    config = request["context"].get("client_config")
    retries: dict[str, Any] = getattr(config, "retries", None) or {}
    most = retries.get("total_max_attempts")  # which botocore makes of `max_attempts` too
    usual = _ATTEMPTS.get(retries.get("mode", "legacy"), _DEFAULT_ATTEMPTS)
    return int(most) if most else usual
