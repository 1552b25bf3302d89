"""What never changes: refused by name, and the value that was to be set is not shown."""

from functools import cached_property
from traceback import walk_tb
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, PrivateAttr, ValidationError

from smsvoice.events import Inbound
from smsvoice.models.pools import CreatePoolRequest, DescribePoolsResult

FROZEN: list[tuple[BaseModel, str]] = [
    (CreatePoolRequest(origination_identity="p", message_type="TRANSACTIONAL"), "message_type"),
    (DescribePoolsResult(pools=()), "pools"),
    (DescribePoolsResult(pools=()), "response_metadata"),
    (Inbound(message_id="m", person="+12065550142", to="p", text="481516"), "text"),
    (Inbound(message_id="m", person="+12065550142", to="p", text="481516"), "person"),
]


@pytest.mark.parametrize(("model", "name"), FROZEN)
def test_what_is_frozen_is_named_without_its_value(model: BaseModel, name: str) -> None:
    """Whatever is set or deleted, and in the frames of the error too."""
    with pytest.raises(ValidationError) as refused:
        setattr(model, name, ["+12065550199", "secret"])
    with pytest.raises(ValidationError) as refused_too:
        delattr(model, name)

    for caught in (refused.value, refused_too.value):
        said = f"{caught!r} {caught.errors()} {caught.__context__} {caught.__cause__}"
        assert f"{name}\n  is frozen: make a changed copy with model_copy(update={{...}})" in str(
            caught
        )
        assert caught.errors()[0]["type"] == "frozen_instance"
        assert not any(value in said for value in ("2065550", "secret", "481516"))
        frames = [frame.f_locals for frame, _ in walk_tb(caught.__traceback__)][1:]
        assert "secret" not in str([value for one in frames for value in one.values()])


def test_a_name_that_is_a_number_is_not_repeated() -> None:
    """Setting what is no member is refused alike."""
    with pytest.raises(ValidationError, match="a member\n  is frozen") as refused:
        setattr(DescribePoolsResult(pools=()), "+12065550142", 1)
    assert "2065550142" not in str(refused.value)


def test_what_is_not_a_member_works_in_a_frozen_model() -> None:
    """Private attributes and cached properties of a subclass; a subclass may be no longer frozen."""

    class Kept(Inbound):
        _seen: int = PrivateAttr(default=0)

        @cached_property
        def words(self) -> list[str]:
            return self.text.split()

    class Loose(Inbound):
        model_config = ConfigDict(frozen=False, validate_assignment=True)

    members: dict[str, Any] = {"message_id": "m", "person": "p", "to": "p", "text": "a b"}
    kept, loose = Kept(**members), Loose(**members)
    kept._seen = 2
    assert (kept._seen, kept.words) == (2, ["a", "b"])
    del kept.words, kept._seen
    assert kept.words == ["a", "b"]
    loose.text = "c"
    assert loose.text == "c"
    with pytest.raises(ValidationError, match="valid string") as refused:
        loose.text = 481516  # type: ignore[assignment]
    assert "481516" not in str(refused.value)
