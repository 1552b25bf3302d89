"""Raw boto3, the base of every ratio."""

from collections.abc import Iterable
from typing import Any

from benchmarks.adapters import Adapter
from benchmarks.samples import SERVICE, TEXT


def pool_of(connections: int) -> Any:
    """Settings with room for this many connections."""
    from botocore.config import Config

    return Config(max_pool_connections=connections)


def make_client(url: str, connections: int) -> Any:
    """A boto3 client."""
    import boto3

    session = boto3.session.Session()
    return session.client(SERVICE, endpoint_url=url, config=pool_of(connections))


class RawBoto3(Adapter):
    """boto3's client and paginator; dicts in, dicts out."""

    def __init__(self, url: str, connections: int) -> None:
        self.client = make_client(url, connections)

    def send(self) -> Any:
        return self.client.send_text_message(**TEXT)["MessageId"]

    def pages(self) -> Iterable[Any]:
        pages: Iterable[Any] = self.client.get_paginator("describe_phone_numbers").paginate()
        return pages

    def items(self) -> Iterable[Any]:
        return (item for page in self.pages() for item in page["PhoneNumbers"])
