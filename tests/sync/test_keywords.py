"""Keywords of whatever has them."""

# Mirrored from tests/aio/test_keywords.py by `python -m codegen`. Change that file, not this one.

import pytest

from smsvoice import ConflictError, RequestError, ResourceNotFoundError, SmsVoice
from tests.factories.calls import calls_of
from tests.factories.sync.clocks import EmulatorClock
from tests.factories.sync.identities import leased, pooled


def test_keywords_are_put_listed_and_deleted(sms: SmsVoice) -> None:
    """AWS keeps them in upper case; HELP and STOP are always there."""
    number = leased(sms)

    put = number.keywords.put("join", keyword_message="Welcome", keyword_action="OPT_IN")
    all_words = {one.keyword for one in number.keywords.list()}
    opt_ins = number.keywords.list(keyword_action="OPT_IN").collect()
    (found,) = number.keywords.list(keywords=["JOIN"]).collect()
    gone = number.keywords.delete("Join")

    assert put.keyword == gone.keyword == found.keyword == "JOIN"
    assert all_words == {"HELP", "STOP", "JOIN"}
    assert [one.keyword for one in opt_ins] == ["JOIN"]
    assert "Welcome" not in repr(put)
    assert {one.keyword for one in number.keywords.list()} == {"HELP", "STOP"}


def test_help_and_stop_stay(sms: SmsVoice) -> None:
    """AWS says so by reason."""
    number = leased(sms)

    with pytest.raises(ConflictError) as refused:
        number.keywords.delete("STOP")

    assert refused.value.reason == "RESOURCE_DELETION_NOT_ALLOWED"


def test_a_pool_has_keywords(sms: SmsVoice, clock: EmulatorClock) -> None:
    """Seven keywords looked for make two calls."""
    pool = pooled(sms, clock)
    words = [f"WORD{number}" for number in range(7)]
    for word in words:
        pool.keywords.put(word, keyword_message="Thank you")
    calls = calls_of(sms)

    found = pool.keywords.list(keywords=words).collect()

    assert {one.keyword for one in found} == set(words)
    assert calls == ["DescribeKeywords"] * 2


def test_an_unknown_keyword_is_not_found(sms: SmsVoice) -> None:
    """AWS names what is missing."""
    number = leased(sms)

    with pytest.raises(ResourceNotFoundError) as refused:
        number.keywords.delete("NOTHING")

    assert refused.value.resource_type == "keyword"


def test_a_keyword_of_two_words_is_refused_before_the_wire(sms: SmsVoice) -> None:
    """One at a time, and a known action."""
    keywords = sms.phone_numbers.at("phone-1").keywords

    with pytest.raises(RequestError, match="delete"):
        keywords.delete("ONE", "TWO")
    with pytest.raises(RequestError, match="did you mean OPT_OUT"):
        keywords.put("GO", keyword_message="Bye", keyword_action="OPTOUT")
    with pytest.raises(RequestError, match="did you mean OPT_IN"):
        keywords.list(keyword_action="OPTIN")
    assert repr(keywords).endswith("phone-1>>")
