"""Keywords of whatever has them."""

import pytest

from smsvoice import AsyncSmsVoice, ConflictError, RequestError, ResourceNotFoundError
from tests.factories.aio.clocks import AsyncEmulatorClock
from tests.factories.aio.identities import leased, pooled
from tests.factories.calls import calls_of


async def test_keywords_are_put_listed_and_deleted(sms: AsyncSmsVoice) -> None:
    """AWS keeps them in upper case; HELP and STOP are always there."""
    number = await leased(sms)

    put = await number.keywords.put("join", keyword_message="Welcome", keyword_action="OPT_IN")
    all_words = {one.keyword async for one in number.keywords.list()}
    opt_ins = await number.keywords.list(keyword_action="OPT_IN").collect()
    (found,) = await number.keywords.list(keywords=["JOIN"]).collect()
    gone = await number.keywords.delete("Join")

    assert put.keyword == gone.keyword == found.keyword == "JOIN"
    assert all_words == {"HELP", "STOP", "JOIN"}
    assert [one.keyword for one in opt_ins] == ["JOIN"]
    assert "Welcome" not in repr(put)
    assert {one.keyword async for one in number.keywords.list()} == {"HELP", "STOP"}


async def test_help_and_stop_stay(sms: AsyncSmsVoice) -> None:
    """AWS says so by reason."""
    number = await leased(sms)

    with pytest.raises(ConflictError) as refused:
        await number.keywords.delete("STOP")

    assert refused.value.reason == "RESOURCE_DELETION_NOT_ALLOWED"


async def test_a_pool_has_keywords(sms: AsyncSmsVoice, clock: AsyncEmulatorClock) -> None:
    """Seven keywords looked for make two calls."""
    pool = await pooled(sms, clock)
    words = [f"WORD{number}" for number in range(7)]
    for word in words:
        await pool.keywords.put(word, keyword_message="Thank you")
    calls = calls_of(sms)

    found = await pool.keywords.list(keywords=words).collect()

    assert {one.keyword for one in found} == set(words)
    assert calls == ["DescribeKeywords"] * 2


async def test_an_unknown_keyword_is_not_found(sms: AsyncSmsVoice) -> None:
    """AWS names what is missing."""
    number = await leased(sms)

    with pytest.raises(ResourceNotFoundError) as refused:
        await number.keywords.delete("NOTHING")

    assert refused.value.resource_type == "keyword"


async def test_a_keyword_of_two_words_is_refused_before_the_wire(sms: AsyncSmsVoice) -> None:
    """One at a time, and a known action."""
    keywords = sms.phone_numbers.at("phone-1").keywords

    with pytest.raises(RequestError, match="delete"):
        await keywords.delete("ONE", "TWO")
    with pytest.raises(RequestError, match="did you mean OPT_OUT"):
        await keywords.put("GO", keyword_message="Bye", keyword_action="OPTOUT")
    with pytest.raises(RequestError, match="did you mean OPT_IN"):
        keywords.list(keyword_action="OPTIN")
    assert repr(keywords).endswith("phone-1>>")
