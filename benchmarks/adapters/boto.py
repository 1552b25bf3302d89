"""Raw boto3, the base of every ratio."""

from collections.abc import Iterable
from typing import Any

import boto3
from botocore.config import Config

from benchmarks.adapters import Adapter
from benchmarks.samples import SERVICE, TEXT


def make_client(url: str, connections: int) -> Any:
    """A boto3 client with room for this many connections."""
    config = Config(max_pool_connections=connections)
    return boto3.session.Session().client(SERVICE, endpoint_url=url, config=config)


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

    def number_of(self, item: Any) -> Any:
        return item["PhoneNumber"]
