"""boto3-dataclass-pinpoint-sms-voice-v2: lazy dataclasses over boto3's answers."""

from collections.abc import Sequence

from boto3_dataclass_pinpoint_sms_voice_v2 import caster

from benchmarks.samples import ITEMS_A_PAGE, TEXT
from benchmarks.ways.boto import client
from benchmarks.ways.way import Way


class Cast(Way):
    """boto3's arguments in, a dataclass out."""

    def __init__(self, url: str, connections: int) -> None:
        """Make the client; the package has none."""
        self.client = client(url, connections)

    def send(self, times: int) -> None:
        """boto3's arguments, and the answer cast."""
        for _ in range(times):
            assert caster.send_text_message(self.client.send_text_message(**TEXT)).MessageId

    def page(self, times: int) -> None:
        """The page cast."""
        for _ in range(times):
            page = caster.describe_phone_numbers(self.client.describe_phone_numbers())
            assert sum(1 for one in page.PhoneNumbers if one.PhoneNumber) == ITEMS_A_PAGE

    def walk(self) -> Sequence[object]:
        """boto3's paginator, and each page cast."""
        pages = self.client.get_paginator("describe_phone_numbers").paginate()
        numbers = [
            one for page in pages for one in caster.describe_phone_numbers(page).PhoneNumbers
        ]
        assert all(one.PhoneNumber for one in numbers)
        return numbers
