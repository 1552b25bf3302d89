"""The record of a number: limits in any window, and texts that come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsvoice.codes import CodeStoreError, MemoryStore
from smsvoice.codes.record import Code, Limit, Moment, Purpose, Record
from tests.factories.codes import NUMBER, Clock, Phone, verifier_of

TIMES = st.floats(0, 2e9, allow_nan=False)


@given(
    gaps=st.lists(st.floats(0, 50, allow_nan=False), max_size=300),
    limit=st.builds(Limit, st.sampled_from([1, 3, 60, 61, 100]), st.sampled_from([10.0, 600.0])),
)
def test_no_window_holds_more_sends_than_the_limit(gaps: list[float], limit: Limit) -> None:
    """Whether sends are kept one by one or by sixtieths; and a refusal says when to come again."""
    record, now, sent = Record(), 1e9, []
    for gap in gaps:
        now += gap
        until = record.full_until(limit, now)
        if until is not None:
            assert now < until <= now + limit.seconds
            assert record.full_until(limit, until) is None
            continue
        record = record.counted(limit, now)
        sent.append(now)
    for begins in sent:
        assert sum(begins <= at < begins + limit.seconds for at in sent) <= limit.sends
    assert len(record.sends) <= max(61, min(limit.sends, 60) + 1)


def test_many_sends_take_little_room() -> None:
    """Of a thousand an hour, sixty-one numbers are kept."""
    limit, record = Limit(10_000, 3600.0), Record()
    for index in range(10_000):
        record = record.counted(limit, 1e9 + index * 0.36)

    assert len(record.sends) <= 61
    assert sum(moment.sends for moment in record.sends) == 10_000
    assert len(record.text()) < 2000


def test_sends_are_joined_within_a_sixtieth_of_the_time_alone() -> None:
    """Otherwise a number would stay locked longer than its limit says."""
    limit = Limit(61, 600.0)
    record = Record().counted(limit, 1e9).counted(limit, 1e9 + 5).counted(limit, 1e9 + 15)

    assert record.sends == (Moment(1e9 + 5, 2), Moment(1e9 + 15, 1))
    assert record.uncounted(1e9).sends == (Moment(1e9 + 5, 1), Moment(1e9 + 15, 1))
    assert record.counted(limit, 1e9 + 605).sends == (Moment(1e9 + 15, 1), Moment(1e9 + 605, 1))


def test_a_lower_limit_counts_what_was_sent_under_a_higher_one() -> None:
    """The next send waits until as many have left the window as are too many."""
    record = Record((Moment(10, 1), Moment(20, 2), Moment(30, 1)))

    times = [record.full_until(Limit(sends, 100), 50) for sends in (1, 2, 3, 4, 5)]

    assert times == [130, 120, 120, 110, None]


@given(times=st.lists(TIMES, min_size=1, max_size=20), index=st.integers(0, 19))
def test_what_is_given_back_is_as_if_it_had_not_been_counted(
    times: list[float], index: int
) -> None:
    limit, record = Limit(60, 1e10), Record()
    times = sorted(times)
    for at in times:
        record = record.counted(limit, at)
    index %= len(times)
    left = record.uncounted(times[index])

    assert [moment.at for moment in left.sends] == times[:index] + times[index + 1 :]
    assert left.uncounted(3e9) == left


@given(
    sends=st.lists(st.builds(Moment, TIMES, st.integers(1, 9)), max_size=5),
    purposes=st.dictionaries(
        st.sampled_from(["login", "pay:card", "a.b"]),
        st.builds(
            Purpose,
            TIMES,
            st.none()
            | st.builds(
                Code,
                st.text("0123456789abcdef", min_size=32, max_size=32),
                st.integers(6, 10),
                TIMES,
                st.integers(0, 10),
                st.none() | st.text("0123456789abcdef-", min_size=1, max_size=64),
                st.booleans(),
            ),
        ),
    ),
)
def test_a_record_comes_back_from_its_text(
    sends: list[Moment], purposes: dict[str, Purpose]
) -> None:
    record = Record(tuple(sends), purposes)

    assert Record.read(record.text()) == record
    assert Record.read(None) == Record()


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "1", '{"v":1}', '{"v":1,"sends":[1],"purposes":{}}', "null"]
)
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(CodeStoreError, match=r"it gives what no CodeVerifier has written$"):
        Record.read(text)


def test_a_record_of_another_version_is_refused() -> None:
    with pytest.raises(CodeStoreError, match=r"a record is not of version 1$"):
        Record.read('{"v":2}')


def test_a_host_whose_clock_is_behind_counts_no_sooner_than_the_last_send() -> None:
    limit = Limit(5, 600.0)

    assert Record().counted(limit, 100).counted(limit, 95).sends == (Moment(100, 1), Moment(100, 1))


@pytest.mark.parametrize(("now", "kept"), [(129, {"used", "open"}), (130, {"open"}), (1300, set())])
def test_a_purpose_is_kept_for_its_cooldown_and_its_code(now: float, kept: set[str]) -> None:
    """A code that was used up leaves the cooldown, an expired one is told from none for a while."""
    code = Code("0" * 32, 6, 700.0, 5)
    record = Record(purposes={"used": Purpose(100), "open": Purpose(100, code)})

    assert set(record.pruned(now, 30, 600).purposes) == kept


def test_purposes_that_are_long_over_are_dropped(phone: Phone, clock: Clock) -> None:
    """So a name for each order makes no record grow without end."""
    store = MemoryStore(clock)
    verifier = verifier_of(store, phone, clock, per_number=None)
    for index in range(200):
        verifier.send(NUMBER, purpose=f"order:{index}")
        clock.advance(60)
    (text,) = (text for text, _ in vars(store)["_texts"].values())

    assert 10 <= len(Record.read(text).purposes) <= 21
