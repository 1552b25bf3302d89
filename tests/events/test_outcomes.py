"""What became of a message, in whatever order its events come."""

import copy
import pickle
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsvoice import events
from smsvoice.events import Outcome
from smsvoice.models.configuration_sets import EventType


def delivery(event_type: str, **members: Any) -> events.Delivery:
    """An event about a message."""
    (found,) = events.parse({"eventType": event_type, "messageId": "m-1", **members})
    assert isinstance(found, events.Delivery)
    return found


@pytest.mark.parametrize(
    ("event_type", "status", "is_final", "outcome"),
    [
        ("TEXT_QUEUED", "QUEUED", False, Outcome.PENDING),
        ("TEXT_SUCCESSFUL", "SUCCESSFUL", False, Outcome.ACCEPTED),
        ("TEXT_SUCCESSFUL", "SUCCESSFUL", True, Outcome.DELIVERED),
        ("TEXT_SUCCESSFUL", "DELIVERED", True, Outcome.DELIVERED),
        ("TEXT_DELIVERED", "DELIVERED", True, Outcome.DELIVERED),
        ("TEXT_INVALID_MESSAGE", "INVALID_MESSAGE", False, Outcome.PENDING),
        ("TEXT_BLOCKED", "OF_TOMORROW", True, Outcome.BLOCKED),
        ("TEXT_PROTECT_BLOCKED", "FAILED", True, Outcome.BLOCKED),
        ("TEXT_UNREACHABLE", "UNREACHABLE", True, Outcome.FAILED_RETRYABLE),
        ("TEXT_INVALID", "INVALID", True, Outcome.FAILED_PERMANENT),
        ("TEXT_TTL_EXPIRED", "TTL_EXPIRED", True, Outcome.EXPIRED),
        ("TEXT_UNKNOWN", "UNKNOWN", True, Outcome.UNKNOWN),
        ("TEXT_OF_TOMORROW", "OF_TOMORROW", True, Outcome.UNKNOWN),
        ("TEXT_OF_TOMORROW", "OF_TOMORROW", False, Outcome.PENDING),
        ("VOICE_INITIATED", "INITIATED", False, Outcome.PENDING),
        ("VOICE_COMPLETED", "COMPLETED", True, Outcome.DELIVERED),
        ("VOICE_BUSY", "BUSY", True, Outcome.FAILED_RETRYABLE),
        ("MEDIA_FILE_INACCESSIBLE", "FAILED", True, Outcome.FAILED_PERMANENT),
        ("RCS_READ", "READ", True, Outcome.READ),
        ("RCS_FAILED", "UNDELIVERABLE", True, Outcome.FAILED_PERMANENT),
        ("RCS_TTL_EXPIRED", "TTL_EXPIRATION_REVOKED", True, Outcome.EXPIRED),
        ("RCS_FALLEN_BACK_TO_SMS", "UNDELIVERABLE", False, Outcome.PENDING),
    ],
)
def test_an_event_says_what_became_of_a_message(
    event_type: str, status: str, is_final: bool, outcome: Outcome
) -> None:
    found = delivery(event_type, messageStatus=status, isFinal=is_final).outcome

    assert found == outcome


@pytest.mark.parametrize("event_type", [one for one in EventType if not one.endswith("ALL")])
def test_every_event_type_of_aws_is_known(event_type: EventType) -> None:
    """None of them is UNKNOWN but those that say so."""
    outcome = delivery(str(event_type), isFinal=True).outcome

    assert (outcome is Outcome.UNKNOWN) == event_type.endswith("_UNKNOWN")


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_furthest_outcome_is_kept_in_any_order(order: tuple[int, ...]) -> None:
    """DELIVERED replaces a final SUCCESSFUL, and a repeat replaces nothing."""
    told = (
        delivery("TEXT_QUEUED", isFinal=False),
        delivery("TEXT_SUCCESSFUL", isFinal=False),
        delivery("TEXT_SUCCESSFUL", isFinal=True),
        delivery("TEXT_DELIVERED", isFinal=True),
    )
    saved: str | None = None
    for place in (*order, *order):
        if told[place].outcome.beats(saved):
            saved = told[place].outcome.code

    assert saved == "DELIVERED"


def test_a_delivery_to_the_carrier_equals_delivered_and_ranks_below() -> None:
    carrier = delivery("TEXT_SUCCESSFUL", isFinal=True).outcome
    phone = delivery("TEXT_DELIVERED", isFinal=True).outcome

    assert carrier == phone == Outcome.DELIVERED
    assert hash(carrier) == hash(phone)
    assert phone.beats(carrier)
    assert not carrier.beats(phone)
    assert not phone.beats(phone)
    assert not carrier.beats(carrier)


OUTCOMES = [
    *Outcome,
    *map(Outcome, ("DELIVERED_TO_CARRIER", "FAILED_ON_RCS", "EXPIRED_ON_RCS")),
]


@pytest.mark.parametrize("failed", ["RCS_FAILED", "RCS_TTL_EXPIRED"])
def test_what_failed_on_rcs_may_arrive_by_sms(failed: str) -> None:
    """Under the same id, in a country without receipts of phones too."""
    on_rcs = delivery(failed, isFinal=True).outcome
    by_sms = delivery("TEXT_SUCCESSFUL", isFinal=True).outcome

    assert on_rcs in (Outcome.FAILED_PERMANENT, Outcome.EXPIRED)
    assert by_sms.beats(on_rcs.code)
    assert not on_rcs.beats(by_sms.code)


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda one: one.code)
def test_an_outcome_comes_back_from_where_it_was_saved(outcome: Outcome) -> None:
    for back in (
        Outcome(outcome.code),
        pickle.loads(pickle.dumps(outcome)),
        copy.copy(outcome),
        copy.deepcopy(outcome),
    ):
        assert (back, back.code, back.rank) == (outcome, outcome.code, outcome.rank)


@given(st.lists(st.sampled_from(OUTCOMES), min_size=1))
def test_what_is_kept_never_goes_back(order: list[Outcome]) -> None:
    saved: Outcome | None = None
    for one in order:
        before = saved
        if one.beats(saved):
            saved = one
        assert saved is not None
        assert before is None or saved.rank >= before.rank

    assert saved is not None
    assert saved.rank == max(one.rank for one in order)


def test_text_that_is_no_outcome_is_refused() -> None:
    with pytest.raises(ValueError, match="sent"):
        Outcome.DELIVERED.beats("sent")
