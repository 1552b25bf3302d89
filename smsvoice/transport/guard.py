"""Two promises kept on botocore's public events: one call, one message; no answer cut short.

botocore repeats a request whose answer got lost; for a send that is a second text to a person.
That is stopped here, and answers are measured by `completeness`, on our own clients and on
anybody's.

The handler for `needs-retry` raises and never returns False: on older botocore False means
"again, at once", without end.
"""

import random
from typing import TYPE_CHECKING, Any, Final, cast

from smsvoice.core import logs
from smsvoice.core.operation import Effect
from smsvoice.core.problems import AnswerError
from smsvoice.errors import OutcomeUnknownError
from smsvoice.operations import ONCE, names
from smsvoice.transport.completeness import ANSWER, Unusable, read_answer
from smsvoice.transport.departure import begin, journey, never_left, note_departure, spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

SERVICE: Final = "pinpoint-sms-voice-v2"
_SERVER_FAULT = 500
_DEFAULT_ATTEMPTS = 3


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
        AnswerError: by the guarded calls, when a read's answer stays cut after all repetitions.
    """
    events = client.meta.events
    # botocore's stubs forget that the answer of a handler for needs-retry counts.
    decides = cast("Callable[..., None]", _needs_retry)
    events.register_first(f"before-call.{SERVICE}", begin, f"smsvoice-call-{SERVICE}")
    events.register_first(f"before-send.{SERVICE}", note_departure, f"smsvoice-send-{SERVICE}")
    events.register_first(f"before-parse.{SERVICE}", read_answer, f"smsvoice-parse-{SERVICE}")
    events.register_first(f"needs-retry.{SERVICE}", decides, f"smsvoice-retry-{SERVICE}")
    return client


def effect_of(name: str) -> Effect:
    """What repeating an operation does; one that is newer than this package may cost money."""
    if name.startswith(("Describe", "Get", "List")):
        return Effect.READS
    return Effect.REPEATABLE if name not in ONCE and name in names() else Effect.ONCE


def outcome_unknown(
    operation: str, why: str, parsed: dict[str, Any] | None = None
) -> OutcomeUnknownError:
    """The error for a call that left and whose answer is lost."""
    metadata = (parsed or {}).get("ResponseMetadata", {})
    return OutcomeUnknownError(
        operation,
        why,
        left_at=journey().unknown_since,
        request_id=metadata.get("RequestId"),
        status=metadata.get("HTTPStatusCode"),
    )


def _needs_retry(
    operation: Any,
    attempts: int,
    request_dict: dict[str, Any],
    response: tuple[Any, dict[str, Any]] | None = None,
    caught_exception: Exception | None = None,
    **_: Any,
) -> float | None:
    """None leaves the decision to botocore, as the user configured it."""
    if caught_exception is not None:
        _failed(operation.name, caught_exception)
        return None
    if response is None:
        return None
    http, parsed = response
    unusable = parsed.get(ANSWER)
    if http.status_code < _SERVER_FAULT and not isinstance(unusable, Unusable):
        journey().settled()
        return None
    journey().lost()
    effect = effect_of(operation.name)
    if isinstance(unusable, Unusable):
        given_up = attempts >= _most_attempts(request_dict)
        _give_up(operation.name, effect, unusable.why, parsed, given_up=given_up)
        logs.asked_again(operation.name, unusable.why, attempts)
        return random.random() * 0.05 * float(2**attempts)  # noqa: S311  jitter
    if effect is Effect.ONCE:
        raise outcome_unknown(
            operation.name, f"AWS answered with status {http.status_code}", parsed
        )
    return None


def _failed(operation: str, failed: Exception) -> None:
    """Stop the repetition of what may have left and must not leave twice."""
    if never_left(failed):
        journey().settled()
        return
    journey().lost()
    if effect_of(operation) is Effect.ONCE:
        raise outcome_unknown(operation, spoken(failed)) from failed


def _give_up(
    operation: str, effect: Effect, why: str, parsed: dict[str, Any], *, given_up: bool
) -> None:
    """Raise when an answer that cannot be read must not be asked for again."""
    if effect is Effect.READS and given_up:
        raise AnswerError(operation, (why,))
    if effect is Effect.ONCE or given_up:
        raise outcome_unknown(operation, f"AWS took it, but {why}", parsed)


def _most_attempts(request: dict[str, Any]) -> int:
    config = request.get("context", {}).get("client_config")
    retries: dict[str, Any] = getattr(config, "retries", None) or {}
    most = retries.get("total_max_attempts")
    if most is None and "max_attempts" in retries:
        most = retries["max_attempts"] + 1
    return int(most) if most else _DEFAULT_ATTEMPTS
