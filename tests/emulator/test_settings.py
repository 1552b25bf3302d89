"""The settings take only what the emulator can use, however they are set."""

import math

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.controls.seed import Plan, SeedError
from smsvoice.emulator.engine.setting_rules import SettingError
from smsvoice.emulator.engine.settings import Settings

WRONG: list[tuple[str, object, str]] = [
    ("account_id", "not an account", "12 digits"),
    ("account_id", 123456789012, "12 digits"),
    ("region", "Virginia", "AWS region"),
    ("sandbox", "yes", "true or false"),
    ("sandbox", 1, "true or false"),
    ("spend_limit", -1, "0 or more"),
    ("spend_limit", True, "0 or more"),
    ("seconds_to_settle", math.nan, "seconds from 0"),
    ("seconds_to_settle", math.inf, "seconds from 0"),
    ("seconds_to_settle", 1e12, "seconds from 0"),
    ("seconds_to_settle", -1, "seconds from 0"),
    ("page_size", 0, "1 or more"),
    ("page_size", 2.5, "1 or more"),
    ("reviews", "aprove", "by_hand, approve or deny"),
    ("suspicious_numbers", "+12065550142", "set of texts"),
    ("suspicious_numbers", {5}, "set of texts"),
    ("blocked_countries", {"China"}, "two-letter"),
    ("blocked_countries", ["cn"], "two-letter"),
    ("phone_number_types", {"+12065550142": 5}, "must map numbers"),
    ("account_refusal", "NO", "ACCOUNT_DISABLED"),
    ("event_url", "file:///etc/passwd", "http or https"),
    ("event_url", "nonsense", "http or https"),
    ("event_url", "http://", "http or https"),
    ("event_url", "http://[::1", "http or https"),
    ("keep_messages", 0, "1 or more"),
    ("sandbocks", True, "is no setting"),
]


@pytest.mark.parametrize(("name", "value", "words"), WRONG)
def test_a_setting_that_cannot_be_is_refused_and_stays(
    name: str, value: object, words: str
) -> None:
    """With the name and the remedy, and without the value, which may be a phone number."""
    settings = Settings()
    with pytest.raises(SettingError, match=f"^{name} .*{words}") as refused:
        setattr(settings, name, value)

    assert settings == Settings()
    assert "+1206" not in str(refused.value)


@pytest.mark.parametrize(("name", "value", "words"), WRONG)
def test_a_seed_is_held_to_the_same(name: str, value: object, words: str) -> None:
    """Before any call of it is made."""
    given = (
        sorted(map(str, value))
        if isinstance(value, set) and name != "suspicious_numbers"
        else value
    )
    with pytest.raises(SeedError, match=f"{name}: .*{words}"):
        Plan.of({"settings": {name: given}})


def test_a_setting_is_checked_where_the_emulator_starts_too() -> None:
    """Not only when it is changed."""
    with pytest.raises(SettingError, match="event_url must be an http or https address"):
        Settings(event_url="ftp://example.com")


def test_lists_are_taken_for_sets() -> None:
    """As a request body has them, at the start and later."""
    settings = Settings(blocked_countries=["CN", "KP"])  # type: ignore[arg-type]
    settings.suspicious_numbers = ["+12065550142"]  # type: ignore[assignment]

    assert settings.blocked_countries == {"CN", "KP"}
    assert settings.suspicious_numbers == {"+12065550142"}


@pytest.mark.parametrize("region", ["", "Virginia", "us-east", 5, "us-east-1/../x"])
def test_a_control_in_no_region_is_refused(region: object) -> None:
    """No state comes to be there."""
    with Emulator(clock_runs=False) as emulator:
        with pytest.raises(ValueError, match="region_name must be the name of an AWS region"):
            emulator.script("+12065550142", region_name=region)  # type: ignore[arg-type]

        assert emulator.engine.store.accounts() == []
