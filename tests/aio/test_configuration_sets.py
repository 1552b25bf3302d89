"""Configuration sets and their event destinations as objects."""

import pytest

from smsvoice import AsyncSmsVoice, ConflictError, RequestError, ResourceNotFoundError
from smsvoice.models.configuration_sets import CloudWatchLogsDestination, SnsDestination
from tests.factories.calls import calls_of, sent_by

TOPIC = SnsDestination(topic_arn="arn:aws:sns:us-east-1:123456789012:events")
LOGS = CloudWatchLogsDestination(
    iam_role_arn="arn:aws:iam::123456789012:role/events",
    log_group_arn="arn:aws:logs:us-east-1:123456789012:log-group:events",
)


async def test_defaults_are_set_and_dropped(sms: AsyncSmsVoice) -> None:
    """`data` follows each verb, and AWS agrees."""
    chosen = await sms.configuration_sets.create("codes")

    await chosen.set_default_message_type("TRANSACTIONAL")
    await chosen.set_default_sender_id("EXAMPLE")
    await chosen.set_default_message_feedback_enabled(message_feedback_enabled=True)
    told = chosen.data
    assert told == (await sms.configuration_sets.get("codes")).data
    assert (told.default_message_type, told.default_sender_id) == ("TRANSACTIONAL", "EXAMPLE")
    assert told.default_message_feedback_enabled is True

    await chosen.delete_default_message_type()
    await chosen.delete_default_sender_id()
    await chosen.set_default_message_feedback_enabled(message_feedback_enabled=False)
    assert chosen.data == (await sms.configuration_sets.get("codes")).data
    assert chosen.data.default_message_type is None
    assert chosen.data.default_sender_id is None
    assert chosen.data.default_message_feedback_enabled is False


async def test_a_handle_that_was_not_loaded_stays_so(sms: AsyncSmsVoice) -> None:
    """Half an answer is not taken for the whole configuration set."""
    await sms.configuration_sets.create("codes")
    chosen = sms.configuration_sets.at("codes")

    await chosen.set_default_message_type("PROMOTIONAL")

    assert not chosen.is_loaded
    assert (await chosen.refresh()).data.default_message_type == "PROMOTIONAL"


async def test_destinations_are_created_changed_and_deleted(sms: AsyncSmsVoice) -> None:
    """`list` reads them with the set; the set's `data` follows the other verbs."""
    chosen = await sms.configuration_sets.create("codes")

    made = await chosen.event_destinations.create(
        "topic", matching_event_types=["TEXT_DELIVERED"], sns_destination=TOPIC
    )
    assert made is not None
    assert made.enabled is True
    assert chosen.data.event_destinations == (made,)

    await chosen.event_destinations.update(
        "topic", enabled=False, matching_event_types=["ALL"], sns_destination=TOPIC
    )
    (listed,) = await chosen.event_destinations.list()
    assert (listed.enabled, listed.matching_event_types) == (False, ("ALL",))
    assert listed.sns_destination == TOPIC
    assert chosen.data.event_destinations == (listed,)

    await chosen.event_destinations.delete("topic")
    assert chosen.data.event_destinations == ()
    assert await chosen.event_destinations.list() == ()


async def test_a_set_that_is_known_by_its_arn_gets_destinations_too(sms: AsyncSmsVoice) -> None:
    """AWS wants the name for that, and takes either for everything else."""
    made = await sms.configuration_sets.create("codes")
    chosen = sms.configuration_sets.at(made.arn)

    await chosen.event_destinations.create(
        "topic", matching_event_types=["ALL"], sns_destination=TOPIC
    )
    await chosen.event_destinations.update("topic", enabled=False)

    (found,) = await chosen.event_destinations.list()
    assert found.enabled is False


async def test_a_destination_keeps_its_kind(sms: AsyncSmsVoice) -> None:
    """AWS says so by reason."""
    chosen = await sms.configuration_sets.create("codes")
    await chosen.event_destinations.create(
        "topic", matching_event_types=["ALL"], sns_destination=TOPIC
    )

    with pytest.raises(ConflictError) as refused:
        await chosen.event_destinations.update("topic", cloud_watch_logs_destination=LOGS)

    assert refused.value.reason == "EVENT_DESTINATION_MISMATCH"


@pytest.mark.parametrize(
    "kinds", [{}, {"sns_destination": TOPIC, "cloud_watch_logs_destination": LOGS}]
)
async def test_a_destination_is_of_one_kind(sms: AsyncSmsVoice, kinds: dict[str, object]) -> None:
    """None and two are refused before the wire."""
    chosen = await sms.configuration_sets.create("codes")
    calls = calls_of(sms)

    with pytest.raises(RequestError, match="exactly one of CloudWatch Logs, Firehose and SNS"):
        await chosen.event_destinations.create("topic", matching_event_types=["ALL"], **kinds)

    assert calls == []


async def test_two_kinds_are_too_many_for_a_change(sms: AsyncSmsVoice) -> None:
    """A change needs none, and takes one."""
    chosen = sms.configuration_sets.at("codes")

    with pytest.raises(RequestError, match="at most one"):
        await chosen.event_destinations.update(
            "topic", sns_destination=TOPIC, cloud_watch_logs_destination=LOGS
        )


async def test_sets_are_found_and_deleted(sms: AsyncSmsVoice) -> None:
    """By name in any number, and gone with one verb."""
    for number in range(6):
        await sms.configuration_sets.create(f"set-{number}")
    names = [f"set-{number}" for number in range(6)]
    calls = calls_of(sms)

    found = [one.id async for one in sms.configuration_sets.list(ids=names)]

    assert set(found) == set(names)
    assert calls == ["DescribeConfigurationSets"] * 2
    await sms.configuration_sets.at("set-0").delete()
    with pytest.raises(ResourceNotFoundError):
        await sms.configuration_sets.get("set-0")


async def test_every_filter_of_aws_is_an_argument(sms: AsyncSmsVoice) -> None:
    """They leave under AWS's names."""
    sent = sent_by(sms)

    await sms.configuration_sets.list(
        event_destination_name="topic",
        matching_event_types=["TEXT_ALL", "ALL"],
        default_message_type="TRANSACTIONAL",
        default_sender_id="EXAMPLE",
        default_message_feedback_enabled=True,
        protect_configuration_id="protect-1",
    ).collect()

    assert {one["Name"]: one["Values"] for one in sent[0]["Filters"]} == {
        "event-destination-name": ["topic"],
        "matching-event-types": ["TEXT_ALL", "ALL"],
        "default-message-type": ["TRANSACTIONAL"],
        "default-sender-id": ["EXAMPLE"],
        "default-message-feedback-enabled": ["true"],
        "protect-configuration-id": ["protect-1"],
    }
