"""Errors without the frames that found them.

Tools that print the variables of a traceback would print numbers and texts of a request that never
left; nothing in those frames helps anybody to mend it.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from smsvoice.core.errors import RequestError

P = ParamSpec("P")
R = TypeVar("R")


def without_frames(error: RequestError) -> RequestError:
    """The error as new, to be raised outside of `except` and from a frame that holds no member."""
    error.__context__ = None
    return error.with_traceback(None)


def unframed(function: Callable[P, R]) -> Callable[P, R]:
    """Let what a function refuses be raised without its frame, which holds what it was given."""

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except RequestError as refused:
            wrong = refused
        del args, kwargs
        raise without_frames(wrong)

    return call
