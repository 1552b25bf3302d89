"""Two libraries that put types around boto3's dicts; each is imported where it is used."""

from collections.abc import Iterable
from typing import Any

from benchmarks.adapters.boto import RawBoto3
from benchmarks.samples import TEXT


class AwsResourceValidator(RawBoto3):
    """aws-resource-validator: a Pydantic model of the request, and one of the answer."""

    def __init__(self, url: str, connections: int) -> None:
        from aws_resource_validator.pydantic_models import pinpoint_sms_voice_v2

        super().__init__(url, connections)
        self.models: Any = pinpoint_sms_voice_v2

    def send(self) -> Any:
        request = self.models.SendTextMessageRequestTypeDef(**TEXT)
        answer = self.client.send_text_message(**request.model_dump(exclude_none=True))
        return self.models.SendTextMessageResultTypeDef(**answer).MessageId

    def items(self) -> Iterable[Any]:
        model = self.models.DescribePhoneNumbersResultTypeDef
        return (item for page in self.pages() for item in model(**page).PhoneNumbers)

    def number_of(self, item: Any) -> Any:
        return item.PhoneNumber


class Boto3Dataclass(RawBoto3):
    """boto3-dataclass: boto3's arguments in, a lazy dataclass over its dict out."""

    def __init__(self, url: str, connections: int) -> None:
        from boto3_dataclass_pinpoint_sms_voice_v2 import caster

        super().__init__(url, connections)
        self.caster: Any = caster

    def send(self) -> Any:
        answer = self.client.send_text_message(**TEXT)
        return self.caster.send_text_message(answer).MessageId

    def items(self) -> Iterable[Any]:
        cast = self.caster.describe_phone_numbers
        return (item for page in self.pages() for item in cast(page).PhoneNumbers)

    def number_of(self, item: Any) -> Any:
        return item.PhoneNumber
