"""Editors offer first what a user wants: asked of the language servers themselves."""

from itertools import pairwise

import pytest

from tests.typing.completions import PLACES, Offer, Place, offers

pytestmark = pytest.mark.long


@pytest.fixture(scope="module", params=["pyright", "jedi"])
def asked(request: pytest.FixtureRequest) -> tuple[str, dict[str, Offer]]:
    """A server, and what it offers at every place."""
    return request.param, offers(request.param)


def test_the_places_are_many() -> None:
    """Each once."""
    assert len({place.name for place in PLACES}) == len(PLACES) >= 30


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_what_is_wanted_comes_first(place: Place, asked: tuple[str, dict[str, Offer]]) -> None:
    """Among the first in pyright's order; jedi sorts by letters, so there it is offered at all."""
    server, found = asked
    if server == "jedi" and not place.by_jedi:
        pytest.skip("jedi reads no literals and no keys of dicts")

    names = found[place.name].names

    assert set(place.wanted) <= set(names[: place.within] if server == "pyright" else names)


@pytest.mark.parametrize("name", ["sms.", "sms.messages.", "sent.", "conflict.", "pager."])
def test_private_names_come_last(name: str, asked: tuple[str, dict[str, Offer]]) -> None:
    """Behind every public one."""
    names = asked[1][name].names

    privates = [one.startswith("_") for one in names]
    assert all(later or not earlier for earlier, later in pairwise(privates))


def test_inner_plumbing_is_not_offered(asked: tuple[str, dict[str, Offer]]) -> None:
    """A pager offers what walks its pages, an error what tells of it."""
    found = asked[1]

    public = {place: {n for n in found[place].names if n[0] != "_"} for place in ("pager.", "sms.")}
    assert public["pager."] == {"ahead", "collect", "first", "next_token", "pages"}
    assert len(public["sms."]) == 25
    assert "_reasons" not in found["conflict."].names
