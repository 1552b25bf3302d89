"""aws-resource-validator-pinpoint-sms-voice-v2: Pydantic models put around boto3 by hand."""

from collections.abc import Sequence

from aws_resource_validator.pydantic_models.pinpoint_sms_voice_v2 import (
    DescribePhoneNumbersResultTypeDef,
    SendTextMessageRequestTypeDef,
    SendTextMessageResultTypeDef,
)

from benchmarks.samples import BODY, FROM, ITEMS_A_PAGE, KIND, TO
from benchmarks.ways.boto import client
from benchmarks.ways.way import Way


class Models(Way):
    """A model of the request into boto3, a model of the answer out of it."""

    def __init__(self, url: str, connections: int) -> None:
        """Make the client; the package has none."""
        self.client = client(url, connections)

    def send(self, times: int) -> None:
        """A model of the request, and one of the answer."""
        for _ in range(times):
            request = SendTextMessageRequestTypeDef(
                DestinationPhoneNumber=TO,
                MessageBody=BODY,
                OriginationIdentity=FROM,
                MessageType=KIND,
            )
            answer = self.client.send_text_message(**request.model_dump(exclude_none=True))
            assert SendTextMessageResultTypeDef(**answer).MessageId

    def page(self, times: int) -> None:
        """A model of the page."""
        for _ in range(times):
            page = DescribePhoneNumbersResultTypeDef(**self.client.describe_phone_numbers())
            assert sum(1 for one in page.PhoneNumbers if one.PhoneNumber) == ITEMS_A_PAGE

    def walk(self) -> Sequence[object]:
        """boto3's paginator, and a model of each page."""
        pages = self.client.get_paginator("describe_phone_numbers").paginate()
        numbers = [
            one for page in pages for one in DescribePhoneNumbersResultTypeDef(**page).PhoneNumbers
        ]
        assert all(one.PhoneNumber for one in numbers)
        return numbers
