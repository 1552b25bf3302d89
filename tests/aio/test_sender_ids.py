"""Sender IDs as objects."""

import pytest

from smsvoice import AsyncSmsVoice, ConflictError, Emulator, RequestError, ResourceNotFoundError
from tests.factories.calls import calls_of, sent_by


async def test_a_sender_id_is_requested_changed_and_released(sms: AsyncSmsVoice) -> None:
    """Name and country together identify it."""
    sender = await sms.sender_ids.request(
        "EXAMPLE", "GB", message_types=["TRANSACTIONAL"], deletion_protection_enabled=True
    )
    assert (sender.id, sender.iso_country_code) == ("EXAMPLE", "GB")
    assert sender == sms.sender_ids.at("EXAMPLE", "GB") != sms.sender_ids.at("EXAMPLE", "FR")

    with pytest.raises(ConflictError) as refused:
        await sender.release()
    await sender.update(deletion_protection_enabled=False)
    await sender.release()

    assert refused.value.reason == "DELETION_PROTECTION_ENABLED"
    assert sender.data.deletion_protection_enabled is False
    with pytest.raises(ResourceNotFoundError):
        await sms.sender_ids.get("EXAMPLE", "GB")


async def test_sender_ids_are_listed_by_pairs(sms: AsyncSmsVoice) -> None:
    """Seven pairs make two calls."""
    names = [f"NAME{number}" for number in range(7)]
    for name in names:
        await sms.sender_ids.request(name, "GB")
    calls = calls_of(sms)

    found = await sms.sender_ids.list(ids=[(name, "GB") for name in names]).collect()

    assert {sender.id for sender in found} == set(names)
    assert calls == ["DescribeSenderIds"] * 2


async def test_every_filter_of_aws_is_an_argument(sms: AsyncSmsVoice) -> None:
    """They leave under AWS's names."""
    sent = sent_by(sms)

    await sms.sender_ids.list(
        sender_id=["A1", "B2"],
        iso_country_code="GB",
        message_type="PROMOTIONAL",
        deletion_protection_enabled=False,
        registered=True,
    ).collect()

    assert sent[0]["Filters"] == [
        {"Name": "sender-id", "Values": ["A1", "B2"]},
        {"Name": "iso-country-code", "Values": ["GB"]},
        {"Name": "message-type", "Values": ["PROMOTIONAL"]},
        {"Name": "deletion-protection-enabled", "Values": ["false"]},
        {"Name": "registered", "Values": ["true"]},
    ]


@pytest.mark.parametrize("wrong", [["EXAMPLE"], [("EXAMPLE",)], [("EXAMPLE", "GB", "FR")]])
async def test_a_sender_id_without_its_country_is_refused_before_the_wire(
    sms: AsyncSmsVoice, wrong: list[object]
) -> None:
    """Each is a pair."""
    with pytest.raises(RequestError, match="pairs of sender ID and country"):
        sms.sender_ids.list(ids=wrong)


async def test_a_sender_id_sends(sms: AsyncSmsVoice, emulator: Emulator) -> None:
    """The recipient sees the name."""
    sender = await sms.sender_ids.request("EXAMPLE", "GB")

    sent = await sender.send_text("+447860019066", message_body="hello")

    (message,) = emulator.messages
    assert message.message_id == sent.message_id
    assert message.origination_identity == "EXAMPLE"
