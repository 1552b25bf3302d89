"""A recipient's last sender is remembered for 25 hours."""

from smsvoice.emulator.state.sticky_senders import recalled, remember
from tests.factories.emulator_calls import call_of

HOURS_25 = 25 * 60 * 60


def test_an_unknown_recipient_has_no_sender() -> None:
    assert recalled(call_of(), "+12065550142") is None


def test_a_sender_is_recalled_for_25_hours() -> None:
    call = call_of()
    remember(call, "+12065550142", "24273")
    call.clock.advance(HOURS_25)
    before = recalled(call, "+12065550142")

    call.clock.advance(1)

    assert (before, recalled(call, "+12065550142")) == ("24273", None)


def test_the_latest_sender_replaces_the_earlier_one_of_the_same_recipient() -> None:
    call = call_of()
    remember(call, "+12065550142", "24273")
    remember(call, "+12065550143", "24273")

    remember(call, "+12065550142", "ACME")

    assert recalled(call, "+12065550142") == "ACME"
    assert recalled(call, "+12065550143") == "24273"
