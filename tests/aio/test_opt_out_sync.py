"""Copying an opt-out list into one's own database: whole, resumed, and never one person short."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

import pytest

from smsvoice import (
    AnswerError,
    AsyncOptOutList,
    AsyncOptOutStore,
    AsyncSmsVoice,
    Emulator,
    OptOutSync,
    ResourceNotFoundError,
    SmsVoiceError,
    ValidationError,
)
from smsvoice.models.opt_outs import OptedOutNumberInformation
from tests.contract.wire import Wire
from tests.factories.aio.identities import leased
from tests.factories.aio.opt_out_stores import AsyncMemoryOptOuts, StoreFailedError
from tests.factories.calls import calls_of, sent_by

NUMBERS = [f"+120655501{last:02}" for last in range(7)]
PAGES = 4
LATE = "+12065550199"
PERSON = "+16045550142"


@pytest.fixture
def store() -> AsyncMemoryOptOuts:
    """An empty database."""
    return AsyncMemoryOptOuts()


@pytest.fixture
async def news(sms: AsyncSmsVoice, emulator: Emulator) -> AsyncOptOutList:
    """A list of seven numbers, in four pages."""
    emulator.settings.page_size = 2
    return await filled(sms, NUMBERS)


async def filled(sms: AsyncSmsVoice, numbers: Iterable[str]) -> AsyncOptOutList:
    """A list with these numbers."""
    made = await sms.opt_out_lists.create("news")
    for number in numbers:
        await made.add(number)
    return made


def is_a_store(store: AsyncOptOutStore) -> bool:
    """Type checkers say whether it is one; at run time any object with the methods will do."""
    return store is not None


async def test_a_first_walk_copies_the_whole_list(
    news: AsyncOptOutList, store: AsyncMemoryOptOuts
) -> None:
    """Numbers, since when, and by whom."""
    assert is_a_store(store)

    copied = await news.sync(store)

    assert copied == OptOutSync(numbers=7, pages=PAGES, was_resumed=False)
    assert store.numbers("news") == set(NUMBERS)
    assert [store.entries[number] for number in NUMBERS] == await news.numbers().collect()
    assert store.positions == {"news": (2, None)}


async def test_a_list_without_numbers_is_copied(
    sms: AsyncSmsVoice, store: AsyncMemoryOptOuts
) -> None:
    """It takes one call, and the database is empty."""
    calls = calls_of(sms)

    copied = await sms.opt_out_lists.at("Default").sync(store)

    assert copied == OptOutSync(numbers=0, pages=1, was_resumed=False)
    assert calls == ["DescribeOptedOutNumbers"]
    assert store.numbers("Default") == set()


async def test_empty_pages_lose_nothing(
    news: AsyncOptOutList, emulator: Emulator, store: AsyncMemoryOptOuts
) -> None:
    """A page without numbers still says where the walk goes on."""
    emulator.settings.empty_pages = True

    copied = await news.sync(store)

    assert copied == OptOutSync(numbers=7, pages=2 * PAGES, was_resumed=False)
    assert store.numbers("news") == set(NUMBERS)


@pytest.mark.long
async def test_a_thousand_numbers_take_ten_calls_that_only_read(
    sms: AsyncSmsVoice, store: AsyncMemoryOptOuts
) -> None:
    """A hundred on each page."""
    numbers = {f"+1206555{last:04}" for last in range(1000)}
    many = await filled(sms, numbers)
    calls = calls_of(sms)

    copied = await many.sync(store)

    assert copied == OptOutSync(numbers=1000, pages=10, was_resumed=False)
    assert calls == ["DescribeOptedOutNumbers"] * 10
    assert store.numbers("news") == numbers


@pytest.mark.parametrize("after_commit", [False, True], ids=["not saved", "saved"])
@pytest.mark.parametrize("step", range(PAGES + 1))
async def test_a_walk_goes_on_where_the_database_failed(
    news: AsyncOptOutList, store: AsyncMemoryOptOuts, step: int, *, after_commit: bool
) -> None:
    """At each page and at the end, saved or not: what is saved already is not read again."""
    await news.sync(store)
    store.transactions = 0
    await news.remove(NUMBERS[-1])
    await news.add(LATE)
    store.fails_at, store.fails_after_commit = step, after_commit

    with pytest.raises(StoreFailedError):
        await news.sync(store)
    saved = min(step + after_commit, PAGES)
    assert (NUMBERS[-1] in store.numbers("news")) is (step < PAGES or not after_commit)
    copied = await news.sync(store)

    ended = step == PAGES and after_commit
    left = PAGES if ended else max(PAGES - saved, 1)
    assert copied.pages == left
    assert copied.was_resumed is (saved > 0 and not ended)
    assert store.numbers("news") == {*NUMBERS[:-1], LATE}
    assert store.positions == {"news": (4 if ended else 3, None)}


@pytest.mark.parametrize("fault", ["access_denied", "empty_200"])
async def test_a_walk_goes_on_after_aws_failed(
    news: AsyncOptOutList, emulator: Emulator, store: AsyncMemoryOptOuts, fault: str
) -> None:
    """A refusal or an answer with nothing in it removes no number and loses no place."""
    store.fails_at = 2
    store.walks["news"] = {PERSON: 0}
    with pytest.raises(StoreFailedError):
        await news.sync(store)
    emulator.faults.add(fault, operation="DescribeOptedOutNumbers", share=1)
    with pytest.raises(SmsVoiceError):
        await news.sync(store)
    emulator.faults.clear()
    assert PERSON in store.numbers("news")

    copied = await news.sync(store)

    assert copied == OptOutSync(numbers=3, pages=2, was_resumed=True)
    assert store.numbers("news") == set(NUMBERS)


@pytest.mark.filterwarnings("ignore::smsvoice.AnswerWarning")
@pytest.mark.parametrize("answer", [{}, {"OptedOutNumbers": [{"EndUserOptedOut": True}]}])
async def test_an_answer_that_lacks_its_content_is_an_error(
    store: AsyncMemoryOptOuts, answer: dict[str, Any]
) -> None:
    """Taken for a page without numbers, it would take people out of the database."""
    wire = Wire()
    wire.answer = json.dumps(answer).encode()
    store.walks["news"] = {PERSON: 0}
    sms = AsyncSmsVoice(session=wire.session())

    with pytest.raises(AnswerError, match="DescribeOptedOutNumbers"):
        await sms.opt_out_lists.at("news").sync(store)

    assert store.numbers("news") == {PERSON}
    assert store.transactions == 0


@pytest.mark.parametrize("token", ["expired", "x" * 1024])
async def test_a_position_that_aws_no_longer_takes_begins_again(
    news: AsyncOptOutList, store: AsyncMemoryOptOuts, token: str
) -> None:
    """The walk keeps its number, so that opt-outs of its time stay."""
    store.positions["news"] = (5, token)
    store.walks["news"] = {LATE: 5, PERSON: 4}

    copied = await news.sync(store)

    assert copied == OptOutSync(numbers=7, pages=PAGES, was_resumed=False)
    assert store.numbers("news") == {*NUMBERS, LATE}
    assert store.positions == {"news": (6, None)}


async def test_a_token_refused_within_a_walk_is_an_error(
    news: AsyncOptOutList, store: AsyncMemoryOptOuts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next call reads the list from its beginning."""
    monkeypatch.setattr(
        "smsvoice.emulator.engine.paging._write", lambda *_, **__: "foreign", raising=True
    )
    with pytest.raises(ValidationError) as refused:
        await news.sync(store)
    monkeypatch.undo()
    assert refused.value.reason == "INVALID_NEXT_TOKEN"
    assert store.positions == {"news": (1, "foreign")}

    assert (await news.sync(store)).pages == PAGES
    assert store.numbers("news") == set(NUMBERS)


async def test_a_number_leaves_the_database_when_a_whole_walk_has_not_seen_it(
    news: AsyncOptOutList, store: AsyncMemoryOptOuts
) -> None:
    """Not before, and for good."""
    await news.sync(store)
    await news.remove(NUMBERS[3])
    assert store.numbers("news") == set(NUMBERS)

    await news.sync(store)

    assert store.numbers("news") == {*NUMBERS} - {NUMBERS[3]}


async def test_an_opt_out_that_an_event_brings_stays_until_a_later_walk(
    news: AsyncOptOutList, store: AsyncMemoryOptOuts
) -> None:
    """The walk may have passed its page; the next one decides."""
    store.fails_at = 2
    with pytest.raises(StoreFailedError):
        await news.sync(store)
    store.hear("news", "+12065550100")  # its page is read already
    store.hear("news", LATE)

    await news.sync(store)
    assert store.numbers("news") == {*NUMBERS, LATE}

    await news.sync(store)
    assert store.numbers("news") == set(NUMBERS)


async def test_two_calls_at_once_lose_no_number(
    news: AsyncOptOutList, store: AsyncMemoryOptOuts
) -> None:
    """A call that ends late neither lowers a number's walk nor moves the position back."""
    started: list[int] = []
    others: list[OptOutSync] = []

    class Overtaken(AsyncMemoryOptOuts):
        """Between its first two pages, two other calls come and go."""

        async def save_page(
            self,
            list_name: str,
            walk: int,
            numbers: Sequence[OptedOutNumberInformation],
            token: str | None,
        ) -> None:
            await super().save_page(list_name, walk, numbers, token)
            if not started:
                started.append(walk)
                others.extend([await news.sync(self), await news.sync(self)])

    overtaken = Overtaken()
    await news.sync(overtaken)

    assert [other.was_resumed for other in others] == [True, False]
    assert overtaken.numbers("news") == set(NUMBERS)
    assert overtaken.positions == {"news": (3, None)}
    await news.remove(NUMBERS[0])
    await news.sync(overtaken)
    assert overtaken.numbers("news") == set(NUMBERS[1:])


async def test_lists_are_apart(
    sms: AsyncSmsVoice, news: AsyncOptOutList, store: AsyncMemoryOptOuts
) -> None:
    """Each has its own position, by the name or ARN that its handle has."""
    everyone = await sms.opt_out_lists.get("Default")
    await everyone.add(LATE)

    await news.sync(store)
    await sms.opt_out_lists.at(everyone.arn).sync(store)

    assert store.numbers("news") == set(NUMBERS)
    assert store.numbers(everyone.arn) == {LATE}


async def test_a_list_that_is_gone_leaves_the_database_alone(
    news: AsyncOptOutList, store: AsyncMemoryOptOuts
) -> None:
    """Its numbers stay, in the middle of a walk too."""
    await news.sync(store)
    store.fails_at = store.transactions + 1
    with pytest.raises(StoreFailedError):
        await news.sync(store)
    await news.delete()

    with pytest.raises(ResourceNotFoundError):
        await news.sync(store)

    assert store.numbers("news") == set(NUMBERS)


async def test_start_takes_no_number_off_unless_it_is_a_keyword(
    sms: AsyncSmsVoice, emulator: Emulator, store: AsyncMemoryOptOuts
) -> None:
    """The database follows the list, not the words."""
    number = await leased(sms)
    everyone = sms.opt_out_lists.at("Default")
    own = number.data.phone_number

    emulator.inbound(PERSON, own, "stop")
    emulator.inbound(PERSON, own, "start")
    await everyone.sync(store)
    assert store.entries[PERSON].end_user_opted_out is True

    await number.keywords.put("START", keyword_message="Hello", keyword_action="OPT_IN")
    emulator.inbound(PERSON, own, "start")
    await everyone.sync(store)
    assert store.numbers("Default") == set()


async def test_a_number_that_aws_does_not_take_off_stays_in_the_database(
    news: AsyncOptOutList, emulator: Emulator, store: AsyncMemoryOptOuts
) -> None:
    """Once in thirty days; then it leaves both."""
    await news.remove(NUMBERS[0])
    await news.add(NUMBERS[0])
    with pytest.raises(ValidationError):
        await news.remove(NUMBERS[0])
    await news.sync(store)
    assert NUMBERS[0] in store.numbers("news")

    emulator.advance(30 * 24 * 60 * 60)
    await news.remove(NUMBERS[0])
    await news.sync(store)
    assert NUMBERS[0] not in store.numbers("news")


async def test_no_number_is_printed(
    news: AsyncOptOutList, store: AsyncMemoryOptOuts, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither by what comes back, nor by a refusal, nor in the log."""
    caplog.set_level("DEBUG", logger="smsvoice")
    store.fails_at = 2
    with pytest.raises(StoreFailedError):
        await news.sync(store)
    copied = await news.sync(store)
    await news.delete()
    store.positions["news"] = (1, PERSON)
    with pytest.raises(ResourceNotFoundError) as refused:
        await news.sync(store)

    printed = f"{copied!r} {refused.value} {refused.value!r} {caplog.text}"
    assert "DescribeOptedOutNumbers" in printed
    assert not [number for number in (*NUMBERS, PERSON) if number[1:] in printed]


async def test_requests_ask_for_full_pages(
    sms: AsyncSmsVoice, news: AsyncOptOutList, store: AsyncMemoryOptOuts
) -> None:
    """As many numbers as AWS gives at once."""
    sent = sent_by(sms)

    await news.sync(store)

    assert {body["MaxResults"] for body in sent} == {100}
