"""Spend limits by one verb for all kinds of message."""

import pytest

from smsvoice import AsyncSmsVoice, RequestError, ValidationError
from smsvoice.models.spend_limits import SpendLimitName
from tests.factories.calls import calls_of

KINDS = ("TEXT", "VOICE", "MEDIA", "NOTIFY", "RCS")


@pytest.mark.parametrize("kind", KINDS)
async def test_a_limit_is_set_and_cleared(sms: AsyncSmsVoice, kind: str) -> None:
    """Each kind has its own operations, and only its own limit changes."""
    calls = calls_of(sms)

    assert await sms.spend_limits.set(kind, 20) == 20
    limits = {limit.name: limit async for limit in sms.spend_limits.list()}
    cleared = await sms.spend_limits.clear(f"{kind}_MESSAGE_MONTHLY_SPEND_LIMIT")

    changed = {name for name, limit in limits.items() if limit.overridden}
    assert changed == {SpendLimitName(f"{kind}_MESSAGE_MONTHLY_SPEND_LIMIT")}
    assert cleared == 1000
    word = kind if kind == "RCS" else kind.title()
    assert {call.casefold() for call in calls} == {
        f"set{word}messagespendlimitoverride".casefold(),
        "describespendlimits",
        f"delete{word}messagespendlimitoverride".casefold(),
    }


async def test_a_limit_of_nothing_is_a_limit(sms: AsyncSmsVoice) -> None:
    """Zero is sent as zero."""
    assert await sms.spend_limits.set(SpendLimitName.TEXT_MESSAGE_MONTHLY_SPEND_LIMIT, 0) == 0


async def test_a_limit_above_that_of_aws_is_refused(sms: AsyncSmsVoice) -> None:
    """AWS's maximum is AWS's to raise."""
    with pytest.raises(ValidationError) as refused:
        await sms.spend_limits.set("TEXT", 1001)

    assert refused.value.reason == "REQUESTED_SPEND_LIMIT_HIGHER_THAN_SERVICE_LIMIT"


async def test_an_unknown_limit_is_refused_before_the_wire(sms: AsyncSmsVoice) -> None:
    """With the nearest one."""
    calls = calls_of(sms)

    with pytest.raises(RequestError, match="did you mean VOICE"):
        await sms.spend_limits.set("VOIC", 5)
    with pytest.raises(RequestError, match="did you mean VOICE"):
        await sms.spend_limits.clear("VOIC")

    assert calls == []


@pytest.mark.parametrize("verb", ["set", "clear"])
async def test_a_limit_that_is_no_text_is_refused_before_any_call(
    sms: AsyncSmsVoice, verb: str
) -> None:
    """The error names the argument and what it takes."""
    calls = calls_of(sms)
    arguments = {"monthly_limit": 5} if verb == "set" else {}

    with pytest.raises(RequestError, match="name: must be text, one of TEXT"):
        await getattr(sms.spend_limits, verb)(5, **arguments)

    assert calls == []
