"""Errors without the frames that found them.

Tools that print or report the variables of a traceback would keep the numbers, codes and texts that
stand in those frames; nothing in them helps anybody to mend it. The application's own frames stay,
and so does what each error and each of its causes says.
"""

import sys
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from smsvoice.core.errors import RequestError, SmsVoiceError

P = ParamSpec("P")
R = TypeVar("R")


def without_frames(error: RequestError) -> RequestError:
    """The error as new, to be raised outside of `except` and from a frame that holds no member."""
    error.__context__ = None
    return error.with_traceback(None)


def private(function: Callable[P, R]) -> Callable[P, R]:
    """Let errors of smsvoice out without their frames, and others without what was given."""

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        handled = sys.exception()
        try:
            return function(*args, **kwargs)
        except SmsVoiceError as failed:
            error = failed
        finally:
            del args, kwargs
        raise _bare(error, handled)

    return call


def aprivate(function: Callable[P, Coroutine[Any, Any, R]]) -> Callable[P, Coroutine[Any, Any, R]]:
    """The same, of a coroutine function."""

    @wraps(function)
    async def call(*args: P.args, **kwargs: P.kwargs) -> R:
        handled = sys.exception()
        try:
            return await function(*args, **kwargs)
        except SmsVoiceError as failed:
            error = failed
        finally:
            del args, kwargs
        raise _bare(error, handled)

    return call


def _bare(error: SmsVoiceError, handled: BaseException | None) -> SmsVoiceError:
    """An error whose frames are gone, up to what its caller handles already."""
    one: BaseException | None = error
    while one is not None and one is not handled:
        one.__traceback__ = None
        one = one.__cause__ or one.__context__
    return without_frames(error) if isinstance(error, RequestError) else error
