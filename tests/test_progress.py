"""The bar of the extra `progress`: one line a thing, with its state."""

import io

from rich.console import Console

from smsvoice import Emulator, Progress, SmsVoice
from smsvoice.progress import bar


def test_a_bar_shows_what_is_waited_for_and_its_state() -> None:
    """Every state that was seen, under the thing's own name."""
    drawn = io.StringIO()

    with bar(Console(file=drawn, force_terminal=True, width=100)) as progress:
        progress(Progress("<Pool pool-1 CREATING>", "CREATING", 0.0))
        progress(Progress("<Pool pool-1 CREATING>", "ACTIVE", 2.0))
        progress(Progress("<Pool pool-2 DELETING>", None, 1.0))

    assert "Pool pool-1 ACTIVE" in drawn.getvalue()
    assert "Pool pool-2 gone" in drawn.getvalue()


def test_a_waiter_takes_the_bar_as_its_progress() -> None:
    """As it takes any function."""
    drawn = io.StringIO()
    with Emulator() as emulator, SmsVoice(session=emulator.session()) as sms:
        emulator.settings.seconds_to_settle = 0
        made = sms.notify_configurations.create(
            display_name="Shop", use_case="CODE_VERIFICATION", enabled_channels=["SMS"]
        )
        with bar(Console(file=drawn, force_terminal=True, width=100)) as progress:
            made.wait_until_active(progress=progress)

    assert f"NotifyConfiguration {made.id} ACTIVE" in drawn.getvalue()
