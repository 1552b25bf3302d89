"""Who is measured: what each is called, where its calls are, and what it cannot do."""

import importlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from benchmarks.ways.way import Way

BOTO3 = "boto3"
CONNECTIONS = 64
"""How many connections every client may have, so that none of 64 callers waits for one."""


@dataclass(frozen=True)
class Entrant:
    """One library in one way of using it."""

    title: str
    home: str
    """The class of its calls, as `module:Class`."""
    first_send: str | None = None
    """Its programme in `first_sends`."""
    typed: str = ""
    """How its users write one typed send."""
    listing: str = ""
    """How they list everything."""
    lacks: Mapping[str, str] = field(default_factory=dict[str, str])
    """Jobs that it does not do, with the reason."""

    def way(self, url: str) -> Way:
        """A client of it; only where it is installed."""
        module, _, name = self.home.partition(":")
        made: Way = getattr(importlib.import_module(module), name)(url, CONNECTIONS)
        return made


@dataclass(frozen=True)
class Peer:
    """A library to compare with, and what its environment holds."""

    package: str
    version: str
    entrants: tuple[str, ...]

    @property
    def requirements(self) -> list[str]:
        """Itself, and boto3 as the measure, in the release that goes with it."""
        return [f"{self.package}=={self.version}", "boto3"]


BY_HAND = "a loop over `next_token` by hand: it has no paginator here"
NO_ASYNC = {"tasks": "has no asynchronous client"}

ENTRANTS = {
    BOTO3: Entrant("raw boto3", "benchmarks.ways.boto:Raw", "boto3_alone"),
    "smsvoice": Entrant(
        "smsvoice",
        "benchmarks.ways.ours:Ours",
        "with_smsvoice",
        "`sms.api.send_text_message(...).message_id`",
        "`list(sms.api.describe_phone_numbers())`",
    ),
    "wrapped": Entrant("smsvoice on an application's client", "benchmarks.ways.ours:Wrapped"),
    "guarded": Entrant("boto3 with `guard_sends`", "benchmarks.ways.ours:Guarded"),
    "async": Entrant("smsvoice, async", "benchmarks.ways.ours:OursAsync"),
    "capo": Entrant(
        "capo",
        "benchmarks.peers.capo:Sync",
        "with_capo",
        '`client.send_text_message(...)["message_id"]`, TypedDicts',
        BY_HAND,
        {"tasks": "its asynchronous client is the row below"},
    ),
    "capo_async": Entrant(
        "capo, async",
        "benchmarks.peers.capo:Async",
        "with_capo_async",
        '`(await client.send_text_message(...))["message_id"]`, TypedDicts',
        BY_HAND,
    ),
    "aws_resource_validator": Entrant(
        "aws-resource-validator",
        "benchmarks.peers.aws_resource_validator:Models",
        "with_aws_resource_validator",
        "request model, `model_dump`, boto3, answer model",
        "boto3's paginator, a model of each page",
        NO_ASYNC,
    ),
    "boto3_dataclass": Entrant(
        "boto3-dataclass",
        "benchmarks.peers.boto3_dataclass:Cast",
        "with_boto3_dataclass",
        "boto3's dict in, `caster.send_text_message(answer).MessageId`",
        "boto3's paginator, each page cast",
        NO_ASYNC,
    ),
    "aiobotocore": Entrant(
        "aiobotocore",
        "benchmarks.peers.aiobotocore:Dicts",
        "with_aiobotocore",
        "dicts in and out; types for the checker only, from types-aiobotocore",
        "its paginator, dicts",
    ),
}

PEERS = (
    Peer("capo-pinpoint-sms-voice-v2", "0.11.0", ("capo", "capo_async")),
    Peer("aws-resource-validator-pinpoint-sms-voice-v2", "2.6.0", ("aws_resource_validator",)),
    Peer("boto3-dataclass-pinpoint-sms-voice-v2", "1.40.0", ("boto3_dataclass",)),
    Peer("aiobotocore", "3.10.0", ("aiobotocore",)),
)
