"""Codes in Redis, or in what speaks its protocol."""

import importlib
from collections.abc import Callable
from typing import Any, Final, Protocol, cast

from smsvoice.codes.errors import CodeStoreError
from smsvoice.core.errors import MissingExtraError, Problem, RequestError
from smsvoice.core.redact import mask_numbers

_WAITS: Final[dict[str, Any]] = {"socket_connect_timeout": 10, "socket_timeout": 10}
"""Seconds; what a URL says counts before it."""
_REPLACE: Final = """
local found = redis.call('GET', KEYS[1])
if (found or '') ~= ARGV[1] then return 0 end
if ARGV[2] == '' then
  redis.call('DEL', KEYS[1])
else
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
end
return 1
"""


class RedisClient(Protocol):
    """A client of redis-py, `redis.Redis`."""

    @property
    def get(self) -> Callable[..., Any]:
        """The method that reads."""
        ...

    @property
    def register_script(self) -> Callable[..., Any]:
        """The method that makes a script."""
        ...


class RedisStore:
    """Codes in Redis (extra `redis`).

        store = RedisStore("redis://localhost:6379/0")
        store = RedisStore(redis.Redis(...))

    Each step is one script of one key, so a cluster does too. Redis drops what is no longer
    needed by itself. A Redis that evicts keys (`maxmemory-policy` other than `noeviction`), or
    that fails over to a replica, may forget attempts and sends. Connections of the store's own
    wait for ten seconds, unless the URL says otherwise.
    """

    def __init__(self, where: "str | RedisClient", *, prefix: str = "smsvoice:codes:") -> None:
        """Name the server; nothing is opened yet.

        Args:
            where: its URL, `redis://`, `rediss://` or `unix://`, or a client of yours that blocks.
            prefix: what all keys begin with.

        Raises:
            MissingExtraError: redis-py is not installed.
            RequestError: there can be no store.
        """
        try:
            redis: Any = importlib.import_module("redis")
        except ImportError as lacking:
            raise MissingExtraError("redis", "redis") from lacking
        client: Any = where
        if isinstance(where, str):
            try:
                client = redis.Redis.from_url(where, **_WAITS)
            except ValueError:
                raise _refused("must be redis://host:6379/0, rediss:// or unix://") from None
        elif not isinstance(where, redis.Redis | redis.RedisCluster):
            raise _refused("must be a URL or a redis.Redis; one of redis.asyncio cannot be used")
        self._failures = (redis.RedisError, redis.exceptions.RedisClusterException)
        self._where = where
        self._prefix = prefix
        self._client = client
        self._replace = client.register_script(_REPLACE)

    def read(self, key: str) -> str | None:
        """The text of a key; None when there is none."""
        found = self._tried(lambda: self._client.get(self._prefix + key))
        return found.decode() if isinstance(found, bytes) else cast("str | None", found)

    def replace(self, key: str, before: str | None, after: str | None, seconds: float) -> bool:
        """Write a text if the store holds the one that the caller has seen."""
        values = [before or "", after or "", max(1, int(seconds * 1000))]
        return bool(self._tried(lambda: self._replace(keys=[self._prefix + key], args=values)))

    def close(self) -> None:
        """Close the connections of a client that the store made."""
        if isinstance(self._where, str):
            self._client.close()

    def _tried(self, do: Callable[[], Any]) -> Any:
        try:
            return do()
        except self._failures as failed:
            said = str(mask_numbers(str(failed).partition("\n")[0]))
            raise CodeStoreError(f"{type(failed).__name__}: {said}") from None

    def __getstate__(self) -> dict[str, Any]:
        if not isinstance(self._where, str):
            raise TypeError("a RedisStore on a client cannot be pickled: give its URL instead")
        return {"where": self._where, "prefix": self._prefix}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(vars(RedisStore(state["where"], prefix=state["prefix"])))

    def __repr__(self) -> str:
        return f"<RedisStore {self._prefix}>"


def _refused(rule: str) -> RequestError:
    return RequestError("RedisStore", (Problem("where", rule),))
