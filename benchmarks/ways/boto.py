"""Raw boto3, the measure of everything."""

from collections.abc import Sequence
from typing import Any

import boto3
from botocore.config import Config

from benchmarks.samples import ITEMS_A_PAGE, SERVICE, TEXT
from benchmarks.ways.way import Way


def client(url: str, connections: int) -> Any:
    """A client as everybody makes it, with room for so many connections."""
    config = Config(max_pool_connections=connections)
    return boto3.session.Session().client(SERVICE, endpoint_url=url, config=config)


class Raw(Way):
    """boto3 as it is."""

    def __init__(self, url: str, connections: int) -> None:
        """Make the client."""
        self.client = client(url, connections)

    def send(self, times: int) -> None:
        """A call with boto3's arguments, and the id out of the dict."""
        for _ in range(times):
            assert self.client.send_text_message(**TEXT)["MessageId"]

    def page(self, times: int) -> None:
        """One call of the operation."""
        for _ in range(times):
            answer = self.client.describe_phone_numbers()
            assert sum(1 for one in answer["PhoneNumbers"] if one["PhoneNumber"]) == ITEMS_A_PAGE

    def walk(self) -> Sequence[object]:
        """boto3's paginator."""
        pages = self.client.get_paginator("describe_phone_numbers").paginate()
        numbers = [one for page in pages for one in page["PhoneNumbers"]]
        assert all(one["PhoneNumber"] for one in numbers)
        return numbers

    def visit(self) -> int:
        """boto3's paginator."""
        pages = self.client.get_paginator("describe_phone_numbers").paginate()
        return sum(1 for page in pages for one in page["PhoneNumbers"] if one["PhoneNumber"])
