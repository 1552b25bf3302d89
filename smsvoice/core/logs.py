"""What is logged: ids, states and reasons; never a number, a body, a code or a variable.

Logger `smsvoice`; every record carries its facts as attributes too (`extra`): `operation`,
`request_id`, `status`, `attempts`, `seconds`, `error`, `reason`. Answers are logged at DEBUG,
failures at INFO, since they are raised as well, and unknown outcomes at WARNING.

botocore's own debug lines carry whole requests and answers. `RedactingFilter` takes them out.
"""

import logging
from contextlib import suppress
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final, Self

from smsvoice.core.log_lines import quiet

if TYPE_CHECKING:
    from smsvoice.core.model import ResponseMetadata

log: Final = logging.getLogger("smsvoice")
log.addHandler(logging.NullHandler())  # nothing is printed unless the application wants it

_TALKATIVE: Final = ("botocore", "boto3", "urllib3")
LOGGERS_OF_CALLS: Final = (
    "botocore.auth",
    "botocore.awsrequest",
    "botocore.endpoint",
    "botocore.handlers",
    "botocore.hooks",
    "botocore.httpsession",
    "botocore.parsers",
    "botocore.regions",
    "botocore.retries.standard",
    "botocore.retryhandler",
)
"""The loggers of botocore that see a call."""


def _write(level: int, line: str, words: tuple[object, ...], facts: dict[str, Any]) -> None:
    """Log a line; a failing handler or filter of the application never costs a result."""
    with suppress(Exception):
        log.log(level, line, *words, extra=facts, stacklevel=2)


def answered(operation: str, metadata: "ResponseMetadata", started: float) -> None:
    """Log that a call was answered."""
    if log.isEnabledFor(logging.DEBUG):
        facts = {
            "operation": operation,
            "request_id": metadata.request_id,
            "status": metadata.status,
            "attempts": metadata.attempts,
            "seconds": round(perf_counter() - started, 6),
        }
        line = "%s answered after %d attempt(s) [request %s]"
        _write(logging.DEBUG, line, (operation, metadata.attempts, metadata.request_id), facts)


def failed(operation: str, error: Exception, started: float, *, unknown: bool = False) -> None:
    """Log that a call failed, by the error's class and AWS's reason."""
    level = logging.WARNING if unknown else logging.INFO
    if log.isEnabledFor(level):
        facts = {
            "operation": operation,
            "request_id": getattr(error, "request_id", None),
            "status": getattr(error, "status", None),
            "error": type(error).__name__,
            "reason": getattr(error, "reason", None) or getattr(error, "why", None),
            "seconds": round(perf_counter() - started, 6),
        }
        line = "%s failed: %s, reason: %s [request %s]"
        words = (operation, facts["error"], facts["reason"], facts["request_id"])
        _write(level, line, words, facts)


def path_closed(why: str) -> None:
    """Log why calls go through all of botocore."""
    _write(logging.DEBUG, "the fast path is closed: %s", (why,), {"reason": why})


def asked_again(operation: str, why: str, attempts: int) -> None:
    """Log that an answer could not be read, and that the call is made again."""
    facts = {"operation": operation, "reason": why, "attempts": attempts}
    _write(logging.INFO, "%s is asked again: %s", (operation, why), facts)


def not_repeated(operation: str) -> None:
    """Log that an event handler asked for a repetition which could make a second message."""
    facts = {"operation": operation}
    line = "%s is not made again, although a handler asked for it"
    _write(logging.WARNING, line, (operation,), facts)


def interrupted(operation: str, stopped: BaseException, *, left: bool) -> None:
    """Log that a call was ended from outside, Ctrl-C for one."""
    facts = {"operation": operation, "error": type(stopped).__name__}
    line = "%s was interrupted by %s; its outcome is %s"
    words = (operation, facts["error"], "unknown" if left else "known")
    _write(logging.WARNING if left else logging.INFO, line, words, facts)


def noted(operation: str, notes: tuple[str, ...]) -> None:
    """Log what is new or amiss about an answer."""
    facts = {"operation": operation, "notes": notes}
    _write(logging.INFO, "%s answered with %s", (operation, "; ".join(notes)), facts)


class RedactingFilter(logging.Filter):
    """Takes everything that was sent or answered out of the lines of botocore and urllib3.

    The words of a line stay, and so do files, handlers, timeouts, addresses and the names of
    operations; requests, answers, headers that sign, and whatever could be a phone number become
    three stars. An exception stays as the name of its class. Put it on the handler that writes the
    log, which sees the lines of all loggers:

        handler.addFilter(smsvoice.RedactingFilter())

    or on the loggers that see calls, whatever their handlers are:

        smsvoice.RedactingFilter().attach()
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Redact the record, in place; every record passes."""
        if record.name.partition(".")[0] not in _TALKATIVE:
            return True
        quiet(record)
        return True

    def attach(self) -> Self:
        """Put this filter on every logger of botocore that sees a call; a second time is one."""
        for name in LOGGERS_OF_CALLS:
            logging.getLogger(name).addFilter(self)
        return self
