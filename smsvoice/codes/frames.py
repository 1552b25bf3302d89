"""Errors without the frames below a call, in which numbers, codes and texts stand.

Tools that report errors with the variables of each frame would keep them. The application's own
frames stay, and so does what each error and each of its causes says.
"""

import sys
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from smsvoice.core.errors import SmsVoiceError

P = ParamSpec("P")
T = TypeVar("T")


def private(function: Callable[P, T]) -> Callable[P, T]:
    """Let errors of smsvoice out without their frames, and others without what was given."""

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        handled = sys.exception()
        try:
            return function(*args, **kwargs)
        except SmsVoiceError as failed:
            error = failed
        except BaseException:
            del args, kwargs
            raise
        del args, kwargs
        raise _bare(error, handled)

    return call


def aprivate(function: Callable[P, Coroutine[Any, Any, T]]) -> Callable[P, Coroutine[Any, Any, T]]:
    """The same, of a coroutine function."""

    @wraps(function)
    async def call(*args: P.args, **kwargs: P.kwargs) -> T:
        handled = sys.exception()
        try:
            return await function(*args, **kwargs)
        except SmsVoiceError as failed:
            error = failed
        except BaseException:
            del args, kwargs
            raise
        del args, kwargs
        raise _bare(error, handled)

    return call


def _bare(error: SmsVoiceError, handled: BaseException | None) -> SmsVoiceError:
    """An error whose frames are gone, up to what its caller handles already."""
    one: BaseException | None = error
    while one is not None and one is not handled:
        one.__traceback__ = None
        one = one.__cause__ or one.__context__
    return error
