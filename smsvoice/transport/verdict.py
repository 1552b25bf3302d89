"""What a call that ended in an exception comes to: decided by its attempts, not by the exception.

The exception that comes last may be anybody's: botocore's, ours, or that of an application's event
handler about something else. The fate of the attempts decides whether anything left and was taken.
"""

import re
from typing import Any, Final

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    NoCredentialsError,
    ParamValidationError,
    PartialCredentialsError,
)

from smsvoice.core import logs
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.operation import Effect, Operation
from smsvoice.errors import AcceptedError, NotSentError, service_error
from smsvoice.transport.call_state import CallState, Fate
from smsvoice.transport.credentials import not_signed
from smsvoice.transport.failures import spoken
from smsvoice.transport.guard import outcome_unknown

_BOTOCORES_OWN: Final = (BotoCoreError, ClientError)


def verdict(operation: Operation[Any, Any], state: CallState, failed: Exception) -> Exception:
    """The exception to raise for a call that ended in one.

    An application's own exception is handed on as it is where AWS's side of the call cannot be
    misread: nothing had left, or the call only reads.
    """
    is_read = operation.effect is Effect.READS
    if failed is state.raised:
        return failed
    if state.accepted is not None and not is_read:
        return _after_acceptance(operation, state, failed)
    if isinstance(failed, ClientError) and _is_own(state, failed):
        return _refused(operation, state, failed)
    is_foreign = not isinstance(failed, _BOTOCORES_OWN)
    is_unknown = state.unknown_since is not None
    if is_read and (is_foreign or (state.accepted is not None and not is_unknown)):
        return failed
    return _unanswered(operation, state, failed, is_foreign=is_foreign)


def _is_own(state: CallState, failed: ClientError) -> bool:
    """Whether it is AWS's answer to this call, and not to one that a handler made."""
    return failed.operation_name == state.name and state.is_own(failed.response)


def _unanswered(
    operation: Operation[Any, Any], state: CallState, failed: Exception, *, is_foreign: bool
) -> Exception:
    """A call that ended in an exception which is not AWS's answer to it."""
    if state.unknown_since is not None:
        return _because(outcome_unknown(state, spoken(failed)), failed)
    refused = [one for one in state.attempts if one.fate is Fate.REFUSED]
    if refused:  # and then a handler failed, or no further attempt could be made
        return _because(service_error(operation.name, refused[-1].parsed or {}), failed)
    was_stopped = state.latest is not None and state.latest.fate is Fate.STOPPED
    return failed if is_foreign or was_stopped else _before_departure(operation, state, failed)


def _refused(operation: Operation[Any, Any], state: CallState, failed: ClientError) -> Exception:
    """AWS's last answer is no; of a write whose earlier attempt got lost that says too little."""
    # Nothing is lost: the error carries botocore's response. The original would repeat AWS's text,
    # and with it perhaps a phone number, in every traceback.
    refusal = service_error(operation.name, failed.response)
    latest = state.latest
    is_last_word = latest is None or latest.fate is not Fate.REFUSED or state.unknown_since is None
    if operation.effect is Effect.READS or is_last_word:
        return _because(refusal, None)
    why = f"an earlier attempt got lost, and a later one was refused ({refusal.code})"
    return _because(outcome_unknown(state, why), refusal)


def _after_acceptance(
    operation: Operation[Any, Any], state: CallState, failed: Exception
) -> Exception:
    """AWS answered yes, and an event handler failed afterwards."""
    accepted = state.accepted
    parsed = dict((accepted and accepted.parsed) or {})
    result = state.result if state.result is not None else parsed
    why = f"a handler of the application failed afterwards ({type(failed).__name__})"
    return _because(AcceptedError(operation.name, why, result), failed)


def _before_departure(
    operation: Operation[Any, Any], state: CallState, failed: Exception
) -> Exception:
    """Nothing left, or nothing but what never reached AWS."""
    match failed:
        case ParamValidationError():  # botocore's words repeat the values
            return _because(RequestError(operation.name, _at_fault(operation, failed)), None)
        case NoCredentialsError() | PartialCredentialsError():
            return _because(not_signed(operation.name, failed), failed)
        case ClientError() if state.is_signing:
            return _because(not_signed(operation.name, failed), failed)
        case _ if state.attempts:
            why = f"no connection ({type(failed).__name__})"
            return _because(NotSentError(operation.name, why), failed)
        case _ if state.is_signing:
            return _because(not_signed(operation.name, failed), failed)
        case _:  # of an event handler of the application's, about something of its own
            return failed


def note_interruption(state: CallState, stopped: BaseException) -> None:
    """Say on what ended a call from outside, Ctrl-C for one, whether the call had left."""
    if state.effect is Effect.READS:
        return
    if state.accepted is not None:
        known = f"{state.name} had been accepted by AWS: do not call again."
    elif state.unknown_since is not None:
        known = str(outcome_unknown(state, f"{type(stopped).__name__} ended the wait for it"))
    elif any(one.fate is Fate.REFUSED for one in state.attempts):
        known = f"{state.name} had been refused by AWS: nothing was done."
    else:
        known = f"{state.name} had not left this machine: calling again is safe."
    stopped.add_note(f"smsvoice: {known}")
    logs.interrupted(state.name, stopped, left=state.unknown_since is not None)


def _because(error: Exception, cause: BaseException | None) -> Exception:
    error.__cause__ = cause  # as `raise ... from` does
    return error


def _at_fault(operation: Operation[Any, Any], invalid: ParamValidationError) -> list[Problem]:
    report = str(invalid.kwargs.get("report", ""))
    wrong = set(re.findall(r'parameter (?:in input: ")?([A-Za-z0-9]+)', report))
    fields = operation.request.model_fields.items()
    named = [n for n, field in fields if (field.validation_alias or field.alias) in wrong]
    return [Problem(name, "is not what botocore can send") for name in named] or [
        Problem("", "the request is not what botocore can send")
    ]
