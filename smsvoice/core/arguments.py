"""Misspelt or missing arguments of our methods, raised as RequestError with the nearest name."""

import inspect
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.frames import without_frames
from smsvoice.core.names import nearest_argument
from smsvoice.core.redact import safe_name

P = ParamSpec("P")
R = TypeVar("R")


def checked_arguments(method: Callable[P, R]) -> Callable[P, R]:
    """Make a call whose arguments do not fit raise RequestError instead of Python's TypeError."""
    if inspect.iscoroutinefunction(method):
        return cast("Callable[P, R]", _checked_coroutine(method))

    @wraps(method)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return method(*args, **kwargs)
        except RequestError as refused:
            wrong = refused
        except TypeError as misfit:
            traceback = misfit.__traceback__
            if traceback is None or traceback.tb_next is not None:
                raise  # from inside the method, which is another matter
            wrong = _request_error(method, args, kwargs)
        del args, kwargs
        raise without_frames(wrong)

    return call


def _checked_coroutine(method: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
    # Frameworks ask whether a function is a coroutine function, and on Python 3.11 only one that
    # is written with `async` is: Starlette would run any other in a thread and drop what it gives.
    @wraps(method)
    async def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            coroutine = method(*args, **kwargs)
        except TypeError:  # none of its lines has run yet
            wrong = _request_error(method, args, kwargs)
        else:
            try:
                return await coroutine
            except RequestError as refused:
                wrong = refused
        del args, kwargs
        raise without_frames(wrong)

    return call


def check_all(cls: type) -> None:
    """Check the arguments of every public method that a class defines."""
    for name, value in list(vars(cls).items()):
        if inspect.isfunction(value) and not name.startswith("_"):
            setattr(cls, name, checked_arguments(value))


def _request_error(
    method: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> RequestError:
    parameters = [p for p in inspect.signature(method).parameters.values() if p.name != "self"]
    places = [p for p in parameters if p.kind is not p.KEYWORD_ONLY]
    given = {p.name for p in places[: len(args) - 1]} | set(kwargs)
    known = [p.name for p in parameters]
    problems = [
        Problem(safe_name(name), f"is no argument{nearest_argument(name, known)}")
        for name in kwargs
        if name not in known
    ]
    if len(args) - 1 > len(places):
        problems.append(Problem("", f"give these by name: {', '.join(known[len(places) :])}"))
    problems += [
        Problem(p.name, "is required")
        for p in parameters
        if p.default is p.empty and p.name not in given
    ]
    problems += [
        Problem(p.name, "is given twice") for p in places[: len(args) - 1] if p.name in kwargs
    ]
    return RequestError(f"{method.__name__}()", problems)
