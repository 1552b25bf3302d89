"""What is measured: each library, the adapter with its calls, and where it is installed."""

import importlib
from dataclasses import dataclass

from benchmarks.adapters import AnyAdapter

BOTO3 = "boto3"
CONNECTIONS = 64
"""Connections that every client may open: none of 64 callers waits for one."""


@dataclass(frozen=True)
class Library:
    """One library, used in one way."""

    title: str
    adapter: str
    """Its class, as `module:Class` below `benchmarks.adapters`."""
    is_async: bool = False
    send: str = ""
    """How a user writes one send."""
    listing: str = ""
    """How a user lists everything."""

    def connect(self, url: str) -> AnyAdapter:
        """Make a client of it, in an environment where it is installed."""
        module, _, name = self.adapter.partition(":")
        adapter = getattr(importlib.import_module(f"benchmarks.adapters.{module}"), name)
        made: AnyAdapter = adapter(url, CONNECTIONS)
        return made


@dataclass(frozen=True)
class Peer:
    """A package to compare with, which gets an environment of its own beside boto3."""

    package: str
    version: str
    libraries: tuple[str, ...]


TOKENS = "a loop over `next_token` by hand"
LIBRARIES = {
    BOTO3: Library("raw boto3", "boto:RawBoto3"),
    "smsvoice": Library(
        "smsvoice",
        "ours:Sync",
        send="`sms.api.send_text_message(...).message_id`",
        listing="`list(sms.api.describe_phone_numbers())`",
    ),
    "own_client": Library("smsvoice, `client=` given", "ours:OnOwnClient"),
    "guarded": Library("boto3 with `guard_sends`", "ours:Guarded"),
    "async": Library(
        "smsvoice, async",
        "ours:Async",
        is_async=True,
        send="`(await sms.api.send_text_message(...)).message_id`",
        listing="`await sms.api.describe_phone_numbers().collect()`",
    ),
    "capo": Library(
        "capo",
        "capo:Sync",
        send='`client.send_text_message(...)["message_id"]`, TypedDicts',
        listing=TOKENS,
    ),
    "capo_async": Library(
        "capo, async",
        "capo:Async",
        is_async=True,
        send='`(await client.send_text_message(...))["message_id"]`, TypedDicts',
        listing=TOKENS,
    ),
    "aws_resource_validator": Library(
        "aws-resource-validator",
        "typed_boto:AwsResourceValidator",
        send="request model, `model_dump`, boto3, answer model",
        listing="boto3's paginator, a model of each page",
    ),
    "boto3_dataclass": Library(
        "boto3-dataclass",
        "typed_boto:Boto3Dataclass",
        send="boto3's dict in, `caster.send_text_message(answer).MessageId`",
        listing="boto3's paginator, each page cast",
    ),
    "aiobotocore": Library(
        "aiobotocore, async",
        "aiobotocore:Aiobotocore",
        is_async=True,
        send="dicts in and out; types for the checker only, from types-aiobotocore",
        listing="its paginator, dicts",
    ),
}
PEERS = (
    Peer("capo-pinpoint-sms-voice-v2", "0.11.0", ("capo", "capo_async")),
    Peer("aws-resource-validator-pinpoint-sms-voice-v2", "2.6.0", ("aws_resource_validator",)),
    Peer("boto3-dataclass-pinpoint-sms-voice-v2", "1.40.0", ("boto3_dataclass",)),
    Peer("aiobotocore", "3.10.0", ("aiobotocore",)),
)
