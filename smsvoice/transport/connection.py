"""A boto3 client with our guards on it, ours or the application's, across forks and pickles."""

import os
import threading
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import boto3
import botocore
from botocore.config import Config

from smsvoice.core.problems import Problem, RequestError
from smsvoice.operations import releases
from smsvoice.transport.clients import Recipe, default_session, is_plain, made
from smsvoice.transport.guard import SERVICE, claim_call, guard_sends

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client


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


class Connection:
    """One boto3 client with our guards on it."""

    def __init__(
        self,
        session: boto3.session.Session | None = None,
        *,
        recipe: Recipe,
        client: "PinpointSMSVoiceV2Client | None" = None,
    ) -> None:
        """Make a client from a session or a recipe, or take the one that is given.

        Raises:
            RequestError: `session` is no boto3 session, or `client` is of another service.
        """
        _must_fit(session, client)
        self._was_given: bool = session is not None
        if client is None and session is None:
            session = default_session(recipe)
        self.recipe = recipe
        self.session = session
        self.is_ours: bool = client is None
        self._client = guard_sends(client or made(session, recipe))
        self._claimed: set[str] = set()
        self._forks = forks.seen

    @property
    def client(self) -> "PinpointSMSVoiceV2Client":
        """The boto3 client; after a fork, one that has let go of its parent's connections.

        Two processes on one connection would read each other's answers. In the child, closing
        gives back copies of the sockets only; the parent's connections live on.
        """
        if self._forks != forks.seen:
            with forks.lock:
                if self._forks != forks.seen:
                    self._client.close()
                    self._forks = forks.seen
        return self._client

    def client_for(self, operation: str) -> "PinpointSMSVoiceV2Client":
        """The client, ready for typed calls of an operation."""
        client = self.client
        if operation not in self._claimed:
            with forks.lock:  # botocore's registry is not made for several threads at once
                claim_call(client, operation)
                self._claimed.add(operation)
        return client

    @cached_property
    def knows_everything(self) -> bool:
        """Whether the installed botocore has all that this package has."""
        return _release(botocore.__version__) >= _release(releases.COMPLETE)

    @property
    def workers(self) -> int:
        """How many calls can be under way at once without waiting for a connection."""
        return int(self.client.meta.config.max_pool_connections or 10)  # type: ignore[attr-defined]

    def with_config(self, config: Config) -> "Connection":
        """Another client like this one, with other botocore settings on top."""
        if not self.is_ours:
            rule = "cannot be changed for a client that was given as client=: configure that one"
            raise RequestError("with_options", (Problem("config", rule),))
        merged = config if self.recipe.config is None else self.recipe.config.merge(config)
        other = Connection(self.session, recipe=replace(self.recipe, config=merged))
        other._was_given = self._was_given
        return other

    def close(self) -> None:
        """Close the connections of a client that we made; the application's own stays open."""
        if self.is_ours:
            self._client.close()

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the recipe; for a session or somebody's client there is none that is the same.

        Raises:
            TypeError: the client was made with `client=`, or from a session.
        """
        if not self.is_ours:
            raise TypeError(
                "an SmsVoice made with client= cannot be pickled: make it in each process"
            )
        if self.session is not None and (self._was_given or not is_plain(self.session)):
            raise TypeError(
                "an SmsVoice made from a session, or from a default session that was set up, "
                "cannot be pickled, since another process may have other credentials: make it in "
                'each process, or name a profile that both have, e.g. profile_name="default"'
            )
        return _again, (self.recipe,)


def _must_fit(session: object, client: object) -> None:
    """Refuse what is no session and no client of this service, before the first call does."""
    if session is not None and not callable(getattr(session, "client", None)):
        rule = 'must be a boto3 session; a region is given as region_name="us-east-1"'
        raise RequestError("SmsVoice", (Problem("session", rule),))
    model = getattr(getattr(client, "meta", None), "service_model", None)
    if client is not None and getattr(model, "service_name", None) != SERVICE:
        raise RequestError("SmsVoice", (Problem("client", f"must be a client of {SERVICE}"),))


def _again(recipe: Recipe) -> Connection:
    return Connection(recipe=recipe)


def _release(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:3] if part.isdigit())
