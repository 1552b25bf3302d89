"""The order of messages, what clearing forgets, and how many are kept."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.engine.store import Account
from smsvoice.emulator.frontends.message_json import Wanted
from tests.factories.constants import GOOD, SERVICE, TORONTO
from tests.factories.events import listen
from tests.factories.identities import long_code

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

OF_MESSAGES = ("messages", "events", "fates", "fallbacks", "due", "inbound")


def client_in(emulator: Emulator, region: str) -> "PinpointSMSVoiceV2Client":
    """A client of a region."""
    return emulator.session(region).client(SERVICE)


def send(client: "PinpointSMSVoiceV2Client", body: str) -> str:
    """Send a text that asks for feedback; its id."""
    return client.send_text_message(
        DestinationPhoneNumber=GOOD, MessageBody=body, MessageFeedbackEnabled=True
    )["MessageId"]


def left(account: Account) -> dict[str, int]:
    """How much there still is of messages."""
    tables = {name: account.tables[name] for name in OF_MESSAGES if name in account.tables}
    return {name: len(table) for name, table in tables.items() if len(table)}


def bodies(emulator: Emulator) -> list[str]:
    """The texts of the messages, in their order."""
    return [message.body for message in emulator.messages]


@pytest.mark.parametrize("seconds", [0, 1])
def test_messages_of_all_regions_are_in_one_order(emulator: Emulator, seconds: int) -> None:
    """Oldest first, although no time passes between them."""
    clients = [client_in(emulator, region) for region in ("us-east-1", "eu-west-1")]
    ids = []
    for number in range(5):
        ids.append(send(clients[number % 2], f"m{number}"))
        emulator.advance(seconds)

    newest, total = Wanted.of({"limit": "2"}).among(emulator.messages)
    later, _ = Wanted.of({"since": ids[3]}).among(emulator.messages)

    assert bodies(emulator) == ["m0", "m1", "m2", "m3", "m4"]
    assert ([message.body for message in newest], total) == (["m3", "m4"], 5)
    assert [message.body for message in later] == ["m4"]


def test_events_and_inbound_of_all_regions_are_in_one_order(emulator: Emulator) -> None:
    """The order in which they came about."""
    numbers = {}
    for region in ("us-east-1", "ca-central-1"):
        client = client_in(emulator, region)
        key = long_code(client, emulator)
        (number,) = client.describe_phone_numbers(PhoneNumberIds=[key])["PhoneNumbers"]
        numbers[region] = number["PhoneNumber"]
    for word, region in zip("abcd", ("us-east-1", "ca-central-1") * 2, strict=True):
        emulator.inbound(TORONTO, numbers[region], word, region_name=region)
        send(client_in(emulator, region), word)

    told = [record.message_body for record in emulator.inbound_messages]
    about = [event.message_id for event in emulator.events]

    assert told == ["a", "b", "c", "d"]
    assert about == [message.message_id for message in emulator.messages]


def test_the_order_outlives_a_restart(tmp_path: object) -> None:
    """Also between regions."""
    path = f"{tmp_path}/db"
    with Emulator(db=path, clock_runs=False) as emulator:
        for number in range(4):
            send(client_in(emulator, ("us-east-1", "eu-west-1")[number % 2]), f"m{number}")

    with Emulator(db=path, clock_runs=False) as emulator:
        send(client_in(emulator, "us-east-1"), "m4")

        assert bodies(emulator) == ["m0", "m1", "m2", "m3", "m4"]


def test_messages_are_those_of_the_account_that_the_settings_name(emulator: Emulator) -> None:
    """Those of the account before are not shown, and neither cleared."""
    send(client_in(emulator, "us-east-1"), "before")
    emulator.settings.account_id = "210987654321"
    send(client_in(emulator, "us-east-1"), "after")
    assert bodies(emulator) == ["after"]

    emulator.clear_messages()
    emulator.settings.account_id = "123456789012"

    assert bodies(emulator) == ["before"]
    assert len({event.message_id for event in emulator.events}) == 1


def test_clearing_forgets_all_of_the_messages(
    aws: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    """Events, what is due, fates, fallbacks and what people wrote; in every region."""
    key = long_code(aws, emulator)
    (number,) = aws.describe_phone_numbers(PhoneNumberIds=[key])["PhoneNumbers"]
    emulator.inbound(TORONTO, number["PhoneNumber"], "hello")
    for _ in range(5):
        send(aws, "x")
        send(client_in(emulator, "eu-west-1"), "y")
    emulator.advance(5)

    emulator.clear_messages()

    assert [left(account) for account in emulator.engine.store.accounts()] == [{}, {}]
    assert (emulator.messages, emulator.events, emulator.inbound_messages) == ([], [], [])
    assert aws.describe_phone_numbers()["PhoneNumbers"]
    emulator.advance(300_000)
    assert emulator.events == []


def test_clearing_keeps_events_of_registrations(
    aws: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    """They are of no message."""
    aws.create_registration(RegistrationType="US_TEN_DLC_BRAND_REGISTRATION")
    send(aws, "x")

    emulator.clear_messages()

    assert [event.message_id for event in emulator.events] == [None]


def test_a_clear_that_cannot_be_kept_leaves_the_messages_in_order(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All is as it was."""
    with Emulator(db=f"{tmp_path}/db", clock_runs=False) as emulator:
        for number in range(3):
            send(client_in(emulator, "us-east-1"), f"m{number}")
        before = [event.event_type for event in emulator.events]

        with monkeypatch.context() as patch:
            patch.setattr("smsvoice.emulator.engine.sqlite.SqliteBackend.save", _full)
            with pytest.raises(OSError, match="full"):
                emulator.clear_messages()

        assert bodies(emulator) == ["m0", "m1", "m2"]
        assert [event.event_type for event in emulator.events] == before
        emulator.advance(5)
        assert {message.state for message in emulator.messages} == {"DELIVERED"}


def test_a_trim_that_cannot_be_kept_leaves_the_messages_in_order(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The oldest are back in front of those that stayed."""
    with Emulator(db=f"{tmp_path}/db", clock_runs=False) as emulator:
        client = client_in(emulator, "us-east-1")
        for number in range(6):
            send(client, f"m{number}")
        emulator.settings.keep_messages = 3

        with monkeypatch.context() as patch:
            patch.setattr("smsvoice.emulator.engine.sqlite.SqliteBackend.save", _full)
            with pytest.raises(OSError, match="full"):
                send(client, "m6")
        undone = bodies(emulator)
        send(client, "m7")

        assert undone == ["m0", "m1", "m2", "m3", "m4", "m5"]
        assert bodies(emulator) == ["m4", "m5", "m7"]


def _full(*_: object) -> None:
    raise OSError("the disk is full")


def test_only_the_newest_messages_are_kept(
    aws: "PinpointSMSVoiceV2Client",
    aws_in: "Callable[[str], PinpointSMSVoiceV2Client]",
    emulator: Emulator,
) -> None:
    """Counted over all regions; their events and what is due go with them."""
    emulator.settings.keep_messages = 3
    name = listen(aws)
    for number in range(10):
        aws.send_text_message(
            DestinationPhoneNumber=GOOD, MessageBody=f"m{number}", ConfigurationSetName=name
        )
        emulator.advance(5)
    send(aws_in("eu-west-1"), "m10")
    emulator.advance(5)

    assert bodies(emulator) == ["m8", "m9", "m10"]
    assert {event.message_id for event in emulator.events} == {
        message.message_id for message in emulator.messages
    }
    here, _ = emulator.engine.store.accounts()
    assert left(here) == {"messages": 2, "fates": 2}


def test_only_the_newest_inbound_messages_are_kept(
    aws: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    """The same number bounds what people write."""
    key = long_code(aws, emulator)
    (number,) = aws.describe_phone_numbers(PhoneNumberIds=[key])["PhoneNumbers"]
    emulator.settings.keep_messages = 2

    for word in ("one", "two", "three"):
        emulator.inbound(TORONTO, number["PhoneNumber"], word)

    assert [record.message_body for record in emulator.inbound_messages] == ["two", "three"]


def test_a_kept_file_has_the_same_bound(tmp_path: object) -> None:
    """What was forgotten does not come back, and the setting is kept too."""
    path = f"{tmp_path}/db"
    with Emulator(db=path, clock_runs=False) as emulator:
        emulator.settings.keep_messages = 2
        for number in range(5):
            send(client_in(emulator, "us-east-1"), f"m{number}")

    with Emulator(db=path, clock_runs=False) as emulator:
        assert bodies(emulator) == ["m3", "m4"]
        assert len(emulator.events) == 2
        assert emulator.settings.keep_messages == 2
