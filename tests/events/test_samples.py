"""Events as AWS's guides and people's captures show them; `index.json` says what must come out."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from smsvoice import events
from tests.events.carriers import SAMPLES

INDEX = json.loads((SAMPLES / "index.json").read_text("utf-8"))
KINDS = {
    **dict.fromkeys(("text", "voice", "media", "rcs"), events.Delivery),
    **dict.fromkeys(("unparsed", "v1", "sns_sms"), events.Unparsed),
    "inbound_sms": events.Inbound,
    "inbound_rcs": events.RcsInbound,
    "registration": events.RegistrationChange,
}
LOOKS = {"v1": "Pinpoint v1 event", "sns_sms": "SNS SMS delivery log"}
OURS: dict[str, Callable[[Any], Any]] = {
    "at": lambda item: f"{item.at:%Y-%m-%dT%H:%M:%SZ}",
    "billing": lambda item: item.billing_event_type,
    "body": lambda item: item.text,
    "carrier": lambda item: item.carrier.kind,
    "destination": lambda item: item.destination_phone_number,
    "encoding": lambda item: {"UNICODE": "UCS-2"}.get(item.encoding, item.encoding),
    "fee": lambda item: str(item.carrier_fee),
    "outcome": lambda item: item.outcome.lower(),
    "price": lambda item: None if item.price is None else str(item.price),
    "record_id": lambda item: item.carrier.message_id,
    "resources": lambda item: list(item.carrier.resources),
    "sns_id": lambda item: item.carrier.sns_message_id,
}
"""What the index calls otherwise than we do; the rest has our names."""
CHANGED = {("23_rcs_read.json", "outcome"): "read"}
"""What was decided otherwise since: a message that was read is READ."""


def as_it_is(found: Any) -> Any:
    """What a framework has decoded."""
    return found


def as_text(found: Any) -> str:
    """What a file holds."""
    return json.dumps(found)


def as_bytes(found: Any) -> bytes:
    """What a request brings, spread over lines."""
    return json.dumps(found, indent=2).encode()


@pytest.mark.parametrize("form", [as_it_is, as_text, as_bytes])
@pytest.mark.parametrize("sample", INDEX, ids=lambda sample: sample["file"])
def test_a_sample_gives_what_its_index_says(
    sample: dict[str, Any], form: Callable[[Any], Any]
) -> None:
    batch = events.parse(form(json.loads((SAMPLES / sample["file"]).read_text("utf-8"))))

    expected = dict(sample["expect"])
    kind = expected.pop("type", None)
    types = expected.pop("types", [] if kind is None else [kind])
    assert [type(item) for item in batch] == [KINDS[one] for one in types]
    for item, kind in zip(batch, types, strict=True):
        if isinstance(item, events.Unparsed):
            assert item.looks_like == LOOKS.get(kind)
            assert item.raw is not None
        else:
            for name, value in expected.items():
                found = OURS[name](item) if name in OURS else getattr(item, name)
                assert found == CHANGED.get((sample["file"], name), value), name


@pytest.mark.parametrize("sample", INDEX, ids=lambda sample: sample["file"])
def test_nothing_of_a_person_is_shown(sample: dict[str, Any]) -> None:
    """No number, text, keyword or id that holds a number in any `repr`."""
    for item in events.parse((SAMPLES / sample["file"]).read_bytes()):
        shown = f"{item!r} {item} {item.carrier!r} {[item]!r}"
        assert "+1" not in shown
        assert "2065550" not in shown
        for name in ("text", "keyword", "person", "to", "destination_phone_number"):
            value = getattr(item, name, None)
            assert not value or str(value) not in shown
