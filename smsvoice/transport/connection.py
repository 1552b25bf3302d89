"""A boto3 client with our guards on it, ours or the application's, across forks and pickles."""

import os
import threading
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import boto3
import botocore
from botocore.config import Config

from smsvoice.operations import releases
from smsvoice.transport.clients import Recipe, made
from smsvoice.transport.guard import guard_sends

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
        """Make a client from a session or a recipe, or take the one that is given."""
        self.recipe = recipe
        self.session = session
        self.is_ours: bool = client is None
        self._client = guard_sends(client or made(session, recipe))
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
            raise ValueError(
                "with_options(config=...) needs a client that smsvoice made; "
                "this one was given as client=, so configure that one instead"
            )
        merged = config if self.recipe.config is None else self.recipe.config.merge(config)
        return Connection(self.session, recipe=replace(self.recipe, config=merged))

    def close(self) -> None:
        """Close the connections of a client that we made; the application's own stays open."""
        if self.is_ours:
            self._client.close()

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the recipe; a session with its own keys, or somebody's client, has none."""
        if not self.is_ours:
            raise TypeError(
                "an SmsVoice made with client= cannot be pickled: make it in each process"
            )
        if self.session is None:
            return _again, (self.recipe,)
        credentials = self.session.get_credentials()
        if credentials is not None and credentials.method == "explicit":
            raise TypeError(
                "an SmsVoice whose session holds explicit keys cannot be pickled: "
                "use a profile or the environment, or make it in each process"
            )
        recipe = replace(
            self.recipe,
            region_name=self.recipe.region_name or self.session.region_name,
            profile_name=self.recipe.profile_name or self.session.profile_name,
        )
        return _again, (recipe,)


def _again(recipe: Recipe) -> Connection:
    return Connection(recipe=recipe)


def _release(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:3] if part.isdigit())
