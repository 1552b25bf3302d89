"""The store can undo a request, keeps its order, and hands changes to a backend."""

from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from smsvoice.core.model import AwsModel
from smsvoice.emulator.engine.store import Account, RecordKey, Store, TableOf


class Note(AwsModel):
    """A record of these tests."""

    text: str


notes = TableOf("notes", Note)


class Memory:
    """A backend that keeps records in a dictionary."""

    path = Path("memory")

    def __init__(self) -> None:
        self.kept: dict[RecordKey, bytes] = {}

    def load(self) -> Iterator[tuple[RecordKey, bytes, bool]]:
        """All records."""
        return ((place, body, True) for place, body in self.kept.items())

    def save(self, changes: dict[RecordKey, bytes | None]) -> None:
        """Save or drop each record."""
        for place, body in changes.items():
            if body is None:
                self.kept.pop(place, None)
            else:
                self.kept[place] = body

    def close(self) -> None:
        """Nothing is open."""


def _account(store: Store) -> Account:
    return store.account("123456789012", "us-east-1")


def keep(store: Store) -> None:
    """End a request and keep what it changed."""
    store.commit()
    store.save(store.seal())


def _filled(store: Store) -> Account:
    account = _account(store)
    for key in "abc":
        notes(account).put(key, Note(text=key))
    keep(store)
    return account


def test_undo_restores_what_was_changed_dropped_and_added() -> None:
    store = Store()
    table = notes(_filled(store))
    before = table.items()
    table.change("b", text="other")
    table.drop("a")
    table.put("d", Note(text="d"))

    store.undo()

    assert table.items() == before
    assert not store.has_changes


def test_a_restored_record_is_in_its_old_place_although_it_was_put_again() -> None:
    store = Store()
    table = notes(_filled(store))
    table.drop("a")
    table.put("a", Note(text="new"))
    assert table.keys() == ["b", "c", "a"]

    store.undo()

    assert table.keys() == ["a", "b", "c"]
    assert table.oldest() == "a"


def test_what_was_committed_is_not_undone() -> None:
    store = Store()
    table = notes(_filled(store))

    store.undo()

    assert table.keys() == ["a", "b", "c"]


def test_the_parts_of_two_things_are_in_two_tables() -> None:
    account = _account(Store())
    notes(account, "pool-1").put("a", Note(text="one"))

    assert "a" in notes(account, "pool-1")
    assert "a" not in notes(account, "pool-2")
    assert "a" not in notes(account)


def test_records_of_all_regions_are_listed_oldest_first() -> None:
    store = Store()
    east, west = (store.account("123456789012", name) for name in ("us-east-1", "us-west-2"))
    for account, text in ((east, "1"), (west, "2"), (east, "3")):
        notes(account).put(text, Note(text=text))

    listed = [record.text for record in store.records("123456789012", notes)]

    assert listed == ["1", "2", "3"]


def test_a_commit_hands_the_changes_to_the_backend_and_an_undo_does_not() -> None:
    backend = Memory()
    store = Store(backend)
    table = notes(_filled(store))
    table.drop("a")
    keep(store)
    table.drop("b")

    store.undo()
    keep(store)

    assert [key for *_, key in backend.kept] == ["b", "c"]


def test_a_new_store_begins_with_what_the_backend_has() -> None:
    backend = Memory()
    _filled(Store(backend))

    loaded = Store(backend, model_of={"notes": Note}.get)

    assert notes(_account(loaded)).items() == [(key, Note(text=key)) for key in "abc"]


def test_a_reset_empties_the_backend() -> None:
    backend = Memory()
    store = Store(backend)
    _filled(store)

    store.reset()

    assert backend.kept == {}
    assert list(notes(_account(store))) == []


changes = st.lists(
    st.tuples(
        st.sampled_from(["put", "drop", "list", "undo", "commit", "save", "fail"]),
        st.sampled_from("abc"),
    ),
    max_size=30,
)


@given(changes)
def test_a_table_is_always_as_a_plain_dictionary_would_be(made: list[tuple[str, str]]) -> None:
    """Its list too, whatever was undone, kept, or lost with a commit that failed."""
    store = Store(Memory())
    table = notes(_account(store))
    now: dict[str, str] = {}
    at_commit, at_save = dict(now), dict(now)
    for number, (kind, key) in enumerate(made):
        if kind == "put":
            table.put(key, Note(text=str(number)))
            now[key] = str(number)
        elif kind == "drop":
            table.drop(key)
            now.pop(key, None)
        elif kind == "undo":
            store.undo()
            now = dict(at_commit)
        elif kind in ("commit", "save", "fail"):
            store.commit()
            at_commit = dict(now)
            if kind == "save":
                store.save(store.seal())
                at_save = dict(now)
            elif kind == "fail":
                store.roll_back(store.seal())
                now, at_commit = dict(at_save), dict(at_save)
        listed = [(one_key, record.text) for one_key, record in table.items()]
        assert listed == list(now.items())
        assert [record.text for record in table.listed()] == list(now.values())
