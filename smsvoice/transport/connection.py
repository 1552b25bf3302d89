"""A boto3 client with our guards on it, ours or the application's, across forks and pickles."""

import os
import threading
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

import botocore
from botocore.config import Config

from smsvoice.core.errors import Problem, RequestError
from smsvoice.operations import releases
from smsvoice.transport.clients import (
    ClientConfig,
    default_session,
    is_plain,
    make_client,
    own_session,
    why_switched_off,
)
from smsvoice.transport.guard import claim_call, guard_sends, of_another_service

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.transport.clients import AnySession
    from smsvoice.transport.fast_path import FastPath


class _Forks:
    """How many forks lie between this process and the one that first loaded this module."""

    def __init__(self) -> None:
        self.seen: int = 0
        self.lock: threading.Lock = threading.Lock()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._forked)

    def _forked(self) -> None:
        self.seen += 1
        self.lock = threading.Lock()  # a thread of the parent may have held the old one


forks: _Forks = _Forks()


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How calls are made; frozen, so a change is a copy."""

    validate_requests: bool = True
    strict_answers: bool = False


class Source(Enum):
    """Where the credentials of a client come from."""

    GIVEN_CLIENT = "the boto3 client that was given"
    GIVEN_SESSION = "the boto3 session that was given"
    DEFAULT_SESSION = "boto3's default session"
    RECIPE = "boto3's usual sources, or a profile"


class Connection:
    """One boto3 client with our guards on it."""

    def __init__(
        self,
        session: "AnySession | None" = None,
        *,
        recipe: ClientConfig,
        client: "PinpointSMSVoiceV2Client | None" = None,
        source: Source | None = None,
    ) -> None:
        """Make a client from a session or a recipe, or take the one that is given.

        Raises:
            RequestError: an argument is of the wrong kind, or `client` is of another service.
        """
        _must_fit(session if source is None else None, client, recipe)
        self.recipe = recipe
        self._claimed: set[str] = set()
        self._forks = forks.seen
        if client is not None:
            self._source, self._session = Source.GIVEN_CLIENT, None
            self._client = guard_sends(client)
            self._fast_path: FastPath | str = "the client was given as client="
            return
        default = default_session(recipe)
        if source is not None:
            self._source = source
        elif session is not None:
            self._source = Source.GIVEN_SESSION
        else:
            self._source = Source.RECIPE if default is None else Source.DEFAULT_SESSION
        if session is None and self._source is Source.DEFAULT_SESSION:
            session = default
        self._session = session or own_session(recipe.profile_name)
        self._client = guard_sends(make_client(self._session, recipe))
        self._fast_path = why_switched_off(self._session, recipe) or self._short_cut()

    def _short_cut(self) -> "FastPath | str":
        """A fast path for the client, or why there can be none."""
        try:
            from smsvoice.transport.fast_path import FastPath  # noqa: PLC0415  loads httptools
        except ImportError as lacking:
            return f"{lacking.name} cannot be imported"
        return FastPath(self._client, self.client_for)

    @property
    def fast_path(self) -> "FastPath | None":
        """The fast path, open or not; None for a client that has none."""
        if self._forks != forks.seen:
            self._renew()
        return None if isinstance(self._fast_path, str) else self._fast_path

    @property
    def fast_path_state(self) -> str:
        """`open`, or why calls go through all of botocore."""
        path = self.fast_path
        return str(self._fast_path) if path is None else path.why_closed() or "open"

    @property
    def client(self) -> "PinpointSMSVoiceV2Client":
        """The boto3 client; after a fork, one that has let go of its parent's connections.

        Two processes on one connection would read each other's answers. In the child, closing
        gives back copies of the sockets only; the parent's connections live on.
        """
        if self._forks != forks.seen:
            self._renew()
        return self._client

    def _renew(self) -> None:
        with forks.lock:
            if self._forks != forks.seen:
                self._client.close()
                if not isinstance(self._fast_path, str):
                    self._fast_path.forget()
                self._forks = forks.seen

    def client_for(self, operation: str) -> "PinpointSMSVoiceV2Client":
        """The client, ready for typed calls of an operation."""
        client = self.client
        if operation not in self._claimed:
            with forks.lock:  # botocore's registry is not made for several threads at once
                claim_call(client, operation)
                self._claimed.add(operation)
        return client

    @cached_property
    def botocore_is_complete(self) -> bool:
        """Whether the installed botocore has all that this package has."""
        return _release(botocore.__version__) >= _release(releases.COMPLETE)

    @property
    def max_connections(self) -> int:
        """How many calls can be under way at once without waiting for a connection."""
        return int(self.client.meta.config.max_pool_connections or 10)  # type: ignore[attr-defined]

    def with_config(self, config: Config) -> "Connection":
        """Another client like this one, with the same credentials and other settings on top."""
        if self._session is None:
            rule = "cannot be changed for a client that was given as client=: configure that one"
            raise RequestError("with_options", (Problem("config", rule),))
        merged = config if self.recipe.config is None else self.recipe.config.merge(config)
        recipe = replace(self.recipe, config=merged)
        return Connection(self._session, recipe=recipe, source=self._source)

    def close(self) -> None:
        """Close the connections of a client that we made; the application's own stays open."""
        if self._source is not Source.GIVEN_CLIENT:
            self._client.close()
        if not isinstance(self._fast_path, str):
            self._fast_path.close()

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the recipe; a session or an application's client has none.

        Raises:
            TypeError: the client was made with `client=`, or from a session.
        """
        if self._session is None:
            raise TypeError(
                "an SmsVoice made with client= cannot be pickled: make it in each process"
            )
        is_default = self._source is Source.DEFAULT_SESSION and is_plain(self._session)
        if self._source is not Source.RECIPE and not is_default:
            raise TypeError(
                "an SmsVoice made from a session, or from a default session that was set up, "
                "cannot be pickled, since another process may have other credentials: make it in "
                'each process, or name a profile that both have, e.g. profile_name="default"'
            )
        return _again, (self.recipe,)


def _must_fit(session: object, client: object, recipe: ClientConfig) -> None:
    """Refuse what is no session, no client of this service or no text, before botocore does."""
    given = {n: getattr(recipe, n) for n in ("region_name", "profile_name", "endpoint_url")}
    problems = [
        Problem(name, "must be text, and not empty")
        for name, value in given.items()
        if value is not None and (not isinstance(value, str) or not value)
    ]
    if session is not None and not callable(getattr(session, "client", None)):
        rule = 'must be a boto3 session; a region is given as region_name="us-east-1"'
        problems.append(Problem("session", rule))
    if recipe.config is not None and not isinstance(cast("object", recipe.config), Config):
        problems.append(Problem("config", "must be a botocore.config.Config"))
    if client is not None and (wrong := of_another_service(client)) is not None:
        problems.append(wrong)
    if problems:
        raise RequestError("SmsVoice", problems)


def _again(recipe: ClientConfig) -> Connection:
    return Connection(recipe=recipe, source=Source.RECIPE)


def _release(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:3] if part.isdigit())
