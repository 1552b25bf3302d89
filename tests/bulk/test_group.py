"""What threads write at the same moment is written together, and each hears of its own end."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from smsvoice.bulk.ledger import group as group_module
from smsvoice.bulk.ledger.group import GroupCommit, Write

SECONDS = 30
"""No test waits for so long; one that does has lost a wake-up."""


class Word(Write):
    """A write that only has a name."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class Paper:
    """What is written to: groups of names, in order; each commit waits while the gate is closed."""

    def __init__(self) -> None:
        self.groups: list[list[str]] = []
        self.gate = threading.Event()
        self.gate.set()
        self.is_writing = threading.Event()
        self.fails_with: list[BaseException] = []
        self._is_alone = threading.Lock()
        self.commits: GroupCommit[Word] = GroupCommit(self.write)

    def write(self, group: Sequence[Word]) -> None:
        """Write a group, or fail."""
        assert self._is_alone.acquire(blocking=False), "two groups at once"
        try:
            self.is_writing.set()
            assert self.gate.wait(SECONDS)
            assert not any(one.is_done for one in group)
            if self.fails_with:
                raise self.fails_with.pop()
            self.groups.append([one.name for one in group])
        finally:
            self._is_alone.release()

    def waiting(self, count: int) -> None:
        """Wait until so many writes are waiting."""
        deadline = threading.Event()
        for _ in range(SECONDS * 1000):
            if len(self.commits._waiting) == count:
                return
            deadline.wait(0.001)
        raise AssertionError(f"never were {count} waiting")


@pytest.fixture
def paper() -> Paper:
    return Paper()


def during_a_commit(
    paper: Paper, *calls: Callable[[], None], end: Callable[[], None] = lambda: None
) -> tuple[Future[None], list[Future[None]]]:
    """Make calls while a commit of "first" is under way; then `end` and let it go on."""
    paper.gate.clear()
    with ThreadPoolExecutor(len(calls) + 1) as pool:
        first = pool.submit(paper.commits.run, Word("first"))
        assert paper.is_writing.wait(SECONDS)
        others: list[Future[None]] = []
        for call in calls:
            before = len(paper.commits._waiting)
            others.append(pool.submit(call))
            paper.waiting(before + 1)
        end()
        paper.gate.set()
    return first, others


def run_of(paper: Paper, name: str) -> Callable[[], None]:
    return lambda: paper.commits.run(Word(name))


def test_what_comes_during_a_commit_is_written_by_the_next_one(paper: Paper) -> None:
    names = [str(number) for number in range(8)]

    first, others = during_a_commit(paper, *(run_of(paper, name) for name in names))

    assert paper.groups == [["first"], names]
    assert [each.exception() for each in (first, *others)] == [None] * 9


def test_a_write_alone_is_written_at_once(paper: Paper) -> None:
    for name in "abc":
        write = Word(name)
        paper.commits.run(write)
        assert write.is_done

    assert paper.groups == [["a"], ["b"], ["c"]]


def test_an_error_reaches_each_of_its_group_and_no_other(paper: Paper) -> None:
    failure = ValueError("full")

    first, others = during_a_commit(
        paper,
        *(run_of(paper, name) for name in "abc"),
        end=lambda: paper.fails_with.append(failure),
    )

    assert first.exception() is failure
    assert [each.exception() for each in others] == [None] * 3
    assert paper.groups == [["a", "b", "c"]]


def test_an_error_reaches_all_members(paper: Paper) -> None:
    failure = ValueError("full")
    original = paper.write
    groups: list[list[str]] = []

    def write(group: Sequence[Word]) -> None:
        groups.append([one.name for one in group])
        if len(groups) == 2:
            raise failure
        original(group)

    paper.commits = GroupCommit(write)
    first, others = during_a_commit(paper, *(run_of(paper, name) for name in "abc"))
    paper.commits.run(Word("next"))

    assert first.exception() is None
    assert [each.exception() for each in others] == [failure] * 3
    assert groups == [["first"], ["a", "b", "c"], ["next"]]


def test_what_is_added_is_written_with_the_next_commit(paper: Paper) -> None:
    paper.commits.add(Word("a"))
    paper.commits.add(Word("b"))
    assert paper.groups == []

    paper.commits.run(Word("c"))

    assert paper.groups == [["a", "b", "c"]]


def test_a_flush_writes_what_was_added(paper: Paper) -> None:
    paper.commits.flush()
    assert paper.groups == []
    paper.commits.add(Word("a"))
    paper.commits.flush()
    paper.commits.flush()

    assert paper.groups == [["a"]]


def test_a_flush_comes_back_after_the_commit_under_way(paper: Paper) -> None:
    """What another thread commits just then may be what was added."""
    paper.gate.clear()
    paper.commits.add(Word("added"))
    with ThreadPoolExecutor(2) as pool:
        leader = pool.submit(paper.commits.run, Word("first"))
        assert paper.is_writing.wait(SECONDS)
        flush = pool.submit(paper.commits.flush)
        assert not flush.done()
        paper.gate.set()
        flush.result(SECONDS)
        leader.result(SECONDS)

    assert paper.groups == [["added", "first"]]


def test_a_flush_fails_as_its_commit_does(paper: Paper) -> None:
    failure = ValueError("full")
    write = Word("a")
    paper.commits.add(write)
    paper.fails_with.append(failure)

    with pytest.raises(ValueError, match="full"):
        paper.commits.flush()

    assert write.is_done
    assert write.error is failure
    paper.commits.flush()
    assert paper.groups == []


def test_writes_of_one_thread_stay_in_order(paper: Paper) -> None:
    def write(thread: int) -> None:
        for number in range(60):
            word = Word(f"{thread} {number}")
            if number % 3:
                paper.commits.add(word)
            else:
                paper.commits.run(word)
                assert word.is_done
        paper.commits.flush()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(8)))

    names = [name.split() for group in paper.groups for name in group]
    for thread in range(8):
        assert [int(b) for a, b in names if a == str(thread)] == list(range(60))


@pytest.mark.parametrize("linger", [0.0, group_module._LINGER])
def test_no_wake_up_is_lost(linger: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """16 threads write 500 times each; some commits fail, and each write hears of it."""
    monkeypatch.setattr(group_module, "_LINGER", linger)
    written: list[str] = []
    failed: list[str] = []
    heard: list[str] = []
    groups = 0

    def write(group: Sequence[Word]) -> None:
        nonlocal groups
        groups += 1
        if groups % 13 == 0:
            failed.extend(one.name for one in group)
            raise ValueError
        written.extend(one.name for one in group)

    commits: GroupCommit[Word] = GroupCommit(write)

    def work(thread: int) -> int:
        for number in range(500):
            word = Word(f"{thread} {number}")
            try:
                commits.run(word)
            except ValueError:
                heard.append(word.name)
        return thread

    threads = [threading.Thread(target=work, args=(one,), daemon=True) for one in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(SECONDS)

    assert not any(thread.is_alive() for thread in threads)
    assert len(written) + len(failed) == len(set(written + failed)) == 8000
    assert sorted(heard) == sorted(failed)
    assert groups <= 8000


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_a_ctrl_c_while_writing_leaves_nobody_waiting(
    paper: Paper, stop: type[BaseException]
) -> None:
    first, others = during_a_commit(
        paper, run_of(paper, "a"), end=lambda: paper.fails_with.append(stop())
    )

    assert isinstance(first.exception(), stop)
    assert others[0].exception() is None
    assert paper.groups == [["a"]]


def test_a_ctrl_c_while_lingering_leaves_nobody_waiting(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pause before a commit is where a Ctrl-C comes most often."""

    def interrupted(_: float) -> None:
        monkeypatch.undo()
        raise KeyboardInterrupt

    during_a_commit(paper, run_of(paper, "a"), run_of(paper, "b"))
    monkeypatch.setattr("time.sleep", interrupted)
    with pytest.raises(KeyboardInterrupt):
        paper.commits.run(Word("c"))

    after = threading.Thread(target=run_of(paper, "d"), daemon=True)
    after.start()
    after.join(5)

    assert not after.is_alive()
    assert paper.groups[-1][-1] == "d"


def test_a_hold_keeps_threads_from_writing_until_it_ends(paper: Paper) -> None:
    """As during a fork."""
    paper.commits.run(Word("a"))
    paper.commits.hold()
    waiting = threading.Thread(target=run_of(paper, "b"), daemon=True)
    waiting.start()
    waiting.join(0.2)
    assert waiting.is_alive()
    assert paper.groups == [["a"]]

    paper.commits.go_on()
    waiting.join(SECONDS)

    assert not waiting.is_alive()
    assert paper.groups == [["a"], ["b"]]


def test_one_that_gives_up_its_wait_keeps_no_other_waiting(paper: Paper) -> None:
    word = Word("b")
    paper.commits.hold()
    with paper.commits._lock:
        word.turn = threading.Lock()
        word.turn.acquire()
        paper.commits._waiting.append(word)
    paper.commits.go_on()
    assert word.leads

    paper.commits._leave(word)
    paper.commits.run(Word("c"))

    assert [one for group in paper.groups for one in group] == ["b", "c"]
