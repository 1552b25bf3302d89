"""What callers may write where a model, tags, a map or bytes are due; read by mypy and pyright."""

from typing import assert_type

from smsvoice import AsyncPool, AsyncSmsVoice, SmsVoice, models
from smsvoice.models.common import Tag
from smsvoice.models.configuration_sets import CreateEventDestinationRequest, SnsDestination
from smsvoice.models.messages import SendTextMessageRequest
from smsvoice.models.pools import CreatePoolRequest, DescribePoolsRequest
from smsvoice.models.rcs_messages import RcsMessageContent, SendRcsMessageRequest
from smsvoice.models.registration_attachments import CreateRegistrationAttachmentRequest


def check_tags(sms: SmsVoice, by_name: dict[str, str], tags: list[Tag]) -> None:
    """A mapping, tags, or dicts in our words or AWS's, wherever tags are due."""
    sms.pools.create(origination_identity="x", message_type="PROMOTIONAL", tags={"team": "shop"})
    sms.pools.create(origination_identity="x", message_type="PROMOTIONAL", tags=by_name)
    sms.pools.create(origination_identity="x", message_type="PROMOTIONAL", tags=tags)
    sms.opt_out_lists.create("x", tags=[{"Key": "team", "Value": "shop"}])
    sms.opt_out_lists.create("x", tags=[{"key": "team", "value": "shop"}, Tag(key="a", value="b")])
    sms.api.tag_resource(resource_arn="x", tags=by_name)
    sms.pools.at("x").tags.add(by_name)
    sms.pools.at("x").tags.add(tag for tag in tags)
    CreatePoolRequest(origination_identity="x", message_type="PROMOTIONAL", tags=by_name)
    request = CreatePoolRequest(origination_identity="x", message_type="PROMOTIONAL", tags=tags)
    assert_type([tag.key for tag in request.tags or ()], list[str])


def check_maps(sms: SmsVoice, parameters: dict[str, str], context: dict[str, str]) -> None:
    """A dict of text for a map whose keys AWS lists."""
    sms.messages.send_text(
        "x", message_body="x", destination_country_parameters=parameters, context=context
    )
    sms.messages.send_text(
        "x", message_body="x", destination_country_parameters={"IN_ENTITY_ID": "1"}
    )
    sms.phone_numbers.at("x").send_text(
        "x", message_body="x", destination_country_parameters=parameters
    )
    sms.api.send_text_message(
        destination_phone_number="x", destination_country_parameters=parameters
    )
    SendTextMessageRequest(destination_phone_number="x", destination_country_parameters=parameters)
    sms.protect_configurations.at("x").update_country_rules("SMS", {"GB": "BLOCK"})
    sms.protect_configurations.at("x").update_country_rules(
        "SMS", {"GB": {"protect_status": "BLOCK"}}
    )


def check_shapes(sms: SmsVoice) -> None:
    """A nested shape as its model or as a dict; a misspelt member of one is found."""
    sms.api.create_event_destination(
        configuration_set_name="x",
        event_destination_name="x",
        matching_event_types=["ALL"],
        sns_destination={"topic_arn": "x"},
    )
    sms.configuration_sets.at("x").event_destinations.create(
        "x", matching_event_types=["ALL"], sns_destination=SnsDestination(topic_arn="x")
    )
    CreateEventDestinationRequest(
        configuration_set_name="x",
        event_destination_name="x",
        matching_event_types=["ALL"],
        sns_destination={"topic_arn": "x"},
    )
    DescribePoolsRequest(filters=[{"name": "status", "values": ["ACTIVE"]}])
    sms.messages.send_rcs(
        "x",
        origination_identity="x",
        rcs_message_content={"content": {"text_message": {"body": "x"}}},
    )
    made = SendRcsMessageRequest(
        destination_phone_number="x",
        origination_identity="x",
        rcs_message_content={"content": {"file_message": {"file_url": "x"}}},
    )
    assert_type(made.rcs_message_content, RcsMessageContent | None)
    sms.api.create_event_destination(
        configuration_set_name="x",
        event_destination_name="x",
        matching_event_types=["ALL"],
        sns_destination={"topic": "x"},  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    )


def check_bytes(sms: SmsVoice, body: bytearray) -> None:
    """Bytes that can still change are copied."""
    sms.registration_attachments.create(body)
    sms.api.create_registration_attachment(attachment_body=body)
    request = CreateRegistrationAttachmentRequest(attachment_body=body)
    assert_type(request.attachment_body, bytes | None)


async def check_awaited(sms: AsyncSmsVoice, by_name: dict[str, str]) -> None:
    """The same where calls are awaited."""
    pool = await sms.pools.create(
        origination_identity="x", message_type="PROMOTIONAL", tags=by_name
    )
    assert_type(pool, AsyncPool)
    assert_type(pool.status, models.pools.PoolStatus | None)
    sent = await sms.api.send_text_message(destination_phone_number="x", context=by_name)
    assert_type(sent.message_id, str)
    assert_type(sent.response_metadata.attempts, int)
