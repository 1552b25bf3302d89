"""The operations of the quick tests: each kind is among them, and none is lost to the long ones."""

from smsvoice import operations
from tests.shares import all_of, kind, some


def test_each_kind_of_operation_is_in_the_share() -> None:
    """In the same order each time, and a third of all at most."""
    names = operations.names()

    assert {kind(name) for name in some(names)} == {kind(name) for name in names}
    assert some(names) == some(reversed(names))
    assert len(some(names)) < len(names) / 3


def test_what_is_not_quick_is_long() -> None:
    """Every operation is a parameter of a test once."""
    names = operations.names()
    marked = [one for one in all_of(names) if not isinstance(one, str)]

    assert [one if isinstance(one, str) else one.values[0] for one in all_of(names)] == list(names)
    assert {one.values[0] for one in marked} == set(names) - set(some(names))
    assert {mark.name for one in marked for mark in one.marks} == {"long"}
