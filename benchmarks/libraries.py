"""What is measured: each library, the rows it has a figure in, and the environments."""

import importlib
from dataclasses import dataclass

from benchmarks.adapters import Adapter

BOTO3 = "boto3"
CONNECTIONS = 64
"""Connections that every client may open: none of 64 callers waits for one."""
SYNC = ("send", "tls", "threads", "list", "start", "memory")
ASYNC = ("send", "tls", "tasks", "far", "list", "start")


@dataclass(frozen=True)
class Library:
    """One library, used in one way."""

    title: str
    adapter: str
    """Its class, as `module:Class` below `benchmarks.adapters`."""
    rows: tuple[str, ...]
    """What is measured with it: the keys of `measure.ROWS`."""

    def connect(self, url: str) -> Adapter:
        """Make a client of it, in an environment where it is installed."""
        module, _, name = self.adapter.partition(":")
        kind = getattr(importlib.import_module(f"benchmarks.adapters.{module}"), name)
        made: Adapter = kind(url, CONNECTIONS)
        return made


@dataclass(frozen=True)
class Environment:
    """A virtual environment with the newest boto3 that a package works with."""

    package: str
    libraries: tuple[str, ...]
    requirement: str = ""
    """For pip, where it is not the package's name."""


LIBRARIES = {
    BOTO3: Library("raw boto3", "boto:RawBoto3", SYNC),
    "smsvoice": Library("smsvoice", "ours:Sync", SYNC),
    "async": Library("smsvoice, async", "ours:Async", ASYNC),
    "closed": Library("smsvoice, fast path closed", "ours:Closed", ("send", "list")),
    "own_client": Library("smsvoice, `client=` given", "ours:OnOwnClient", ("send",)),
    "guarded": Library("boto3 with `guard_sends`", "ours:Guarded", ("send",)),
    "capo": Library("capo", "peers:Capo", SYNC),
    "capo_async": Library("capo, async", "peers:CapoAsync", ASYNC),
    "validator": Library("aws-resource-validator", "peers:AwsResourceValidator", SYNC),
    "dataclass": Library("boto3-dataclass", "peers:Boto3Dataclass", SYNC),
    "aiobotocore": Library("aiobotocore, async", "peers:Aiobotocore", ASYNC),
}
OURS = Environment("smsvoice", ("smsvoice", "async", "closed", "own_client", "guarded"), ".")
PEERS = (
    Environment("capo-pinpoint-sms-voice-v2", ("capo", "capo_async")),
    Environment("aws-resource-validator-pinpoint-sms-voice-v2", ("validator",)),
    Environment("boto3-dataclass-pinpoint-sms-voice-v2", ("dataclass",)),
    Environment("aiobotocore", ("aiobotocore",), "aiobotocore[boto3]"),
)
