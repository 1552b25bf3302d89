"""Controls over HTTP that assertions in any language need, and how they refuse mistakes."""

import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.constants import GOOD, LONDON, TORONTO
from tests.factories.events import listen
from tests.factories.identities import long_code
from tests.frontends.http import Http

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

ADMIN = "/_smsvoice"


@pytest.fixture
def client(emulator: "Emulator") -> "PinpointSMSVoiceV2Client":
    """A client of the emulator, by the shortest way."""
    return emulator.session().client("pinpoint-sms-voice-v2")


def number_of(client: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> str:
    """A number that people can write to."""
    key = long_code(client, emulator)
    return client.describe_phone_numbers(PhoneNumberIds=[key])["PhoneNumbers"][0]["PhoneNumber"]


def test_a_script_decides_what_becomes_of_messages(
    http: Http, client: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """And without event types they fare as usual again."""
    script = {"destination": GOOD, "event_types": ["TEXT_QUEUED", "TEXT_CARRIER_BLOCKED"]}
    states = []
    for event_types in (script["event_types"], []):
        assert http.post(f"{ADMIN}/script", script | {"event_types": event_types}).status == 200
        client.send_text_message(DestinationPhoneNumber=GOOD, MessageBody="x")
        emulator.advance(10)
        states.append(str(emulator.messages[-1].state))

    assert states == ["FAILED", "DELIVERED"]


def test_an_upload_can_be_made_to_fail(http: Http, client: "PinpointSMSVoiceV2Client") -> None:
    """As a document that cannot be read."""
    made = client.create_registration_attachment(AttachmentBody=b"%PDF-1.7 a document")
    key = made["RegistrationAttachmentId"]

    told = http.post(f"{ADMIN}/fail-upload", {"registration_attachment_id": key})

    (found,) = client.describe_registration_attachments()["RegistrationAttachments"]
    assert (told.status, found["AttachmentStatus"]) == (200, "UPLOAD_FAILED")


def test_a_notify_configuration_can_be_rejected_and_upgraded(
    http: Http, client: "PinpointSMSVoiceV2Client"
) -> None:
    """Its display name, and its step to another tier."""
    made = client.create_notify_configuration(
        DisplayName="Example", UseCase="CODE_VERIFICATION", EnabledChannels=["SMS"]
    )
    key = made["NotifyConfigurationId"]
    path = f"{ADMIN}/review-notify-configuration"
    found: list[Any] = []

    for decision in ({"status": "REJECTED"}, {"tier_upgrade_status": "ADVANCED"}):
        assert http.post(path, {"notify_configuration_id": key} | decision).status == 200
        found += client.describe_notify_configurations()["NotifyConfigurations"]

    assert found[0]["Status"] == "REJECTED"
    assert (found[1]["Tier"], found[1]["TierUpgradeStatus"]) == ("ADVANCED", "ADVANCED")


def test_inbound_messages_are_shown(
    http: Http, client: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Also what answers no message; with what is published of it."""
    number = number_of(client, emulator)
    key = client.describe_phone_numbers()["PhoneNumbers"][0]["PhoneNumberId"]
    asked = {"origination_number": TORONTO, "destination_number": number, "body": "JOIN us"}
    made = http.post(f"{ADMIN}/inbound", asked).json["inbound_message_id"]
    topic = "arn:aws:sns:us-east-1:123456789012:two-way"
    client.update_phone_number(PhoneNumberId=key, TwoWayEnabled=True, TwoWayChannelArn=topic)
    http.post(f"{ADMIN}/inbound", asked | {"body": "again"})

    told = http.get(f"{ADMIN}/inbound").json
    first, second = told["inbound"]

    assert told["total"] == 2
    assert (first["InboundMessageId"], first["MessageBody"]) == (made, "JOIN us")
    assert (first["OriginationNumber"], first["DestinationNumber"]) == (TORONTO, number)
    assert first["ReceivedAt"] == emulator.now().isoformat()
    assert first["Published"] is None
    assert second["Published"]["messageBody"] == "again"
    assert second["TwoWayChannelArn"] == topic
    for query, many in (
        (f"since={made}", 1),
        (f"sender=%2B{TORONTO[1:]}", 2),
        (f"sender={GOOD[1:]}", 0),
        (f"to={number[1:]}", 2),
        ("limit=1", 1),
    ):
        assert len(http.get(f"{ADMIN}/inbound?{query}").json["inbound"]) == many


def test_all_events_are_reported(
    http: Http, client: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Oldest first, each with its destination and that one's configuration set."""
    name = listen(client)
    ids = [
        client.send_text_message(
            DestinationPhoneNumber=GOOD, MessageBody="x", ConfigurationSetName=name
        )["MessageId"]
        for _ in range(2)
    ]
    client.create_registration(RegistrationType="US_TEN_DLC_BRAND_REGISTRATION")
    emulator.advance(10)

    told = http.get(f"{ADMIN}/events").json["events"]
    of_one = http.get(f"{ADMIN}/messages/{ids[1]}").json["events"]

    def kinds(query: str) -> list[str]:
        found = http.get(f"{ADMIN}/events?{query}").json["events"]
        return [event["event_type"] for event in found]

    assert len(told) == len(emulator.events) == 13
    assert [event["event_type"] for event in told[:2]] == ["TEXT_QUEUED", "TEXT_QUEUED"]
    pairs = {(event["destination"], event["configuration_set_name"]) for event in told}
    assert pairs == {("topic", name), ("EventBridge", None)}
    assert {event["region_name"] for event in told} == {"us-east-1"}
    assert [event for event in told if event["message_id"] == ids[1]] == of_one
    assert kinds("event_type=TEXT_DELIVERED") == ["TEXT_DELIVERED"] * 4
    assert kinds(f"message_id={ids[0]}&destination=topic") == [
        "TEXT_QUEUED",
        "TEXT_SUCCESSFUL",
        "TEXT_DELIVERED",
    ]
    assert len(kinds(f"configuration_set_name={name}")) == 6
    assert kinds(f"since={told[-3]['event_id']}") == [e["event_type"] for e in told[-2:]]
    assert kinds("since=2026-03-02T09:30:00.5Z&limit=1") == [told[-1]["event_type"]]


@pytest.mark.parametrize("path", ["events", "inbound"])
def test_a_long_poll_gets_the_next_message(
    http: Http, client: "PinpointSMSVoiceV2Client", emulator: "Emulator", path: str
) -> None:
    """As with messages."""
    number = number_of(client, emulator)
    emulator.clear_messages()
    found: list[Any] = []
    waiting = threading.Thread(
        target=lambda: found.append(http.get(f"{ADMIN}/{path}?wait=20").json)
    )
    waiting.start()
    time.sleep(0.3)

    emulator.inbound(TORONTO, number, "hello")
    client.send_text_message(DestinationPhoneNumber=GOOD, MessageBody="x")
    waiting.join()

    assert found[0]["total"] >= 1


def test_two_sets_with_one_destination_name_are_distinguished(
    http: Http, client: "PinpointSMSVoiceV2Client"
) -> None:
    """By the configuration set, since names are unique within one only."""
    names = [listen(client, name=name) for name in ("orders", "offers")]
    for name in names:
        client.send_text_message(
            DestinationPhoneNumber=GOOD, MessageBody="x", ConfigurationSetName=name
        )

    told = http.get(f"{ADMIN}/events?destination=topic").json["events"]

    assert [event["configuration_set_name"] for event in told] == ["orders", "offers"]


MISTAKES: list[tuple[str, object, str]] = [
    ("/faults", {"kind": "throttle", "times": 1.5}, "times must be a whole number"),
    ("/faults", {"kind": "throttle", "times": 0}, "times must be a whole number, 1 or more"),
    ("/faults", {"kind": "slow", "seconds": "long"}, "seconds must be a number"),
    ("/faults", {"kind": "slow", "seconds": 1e9}, "seconds must be a number from 0 to 86400"),
    ("/faults", {"kind": "cut_body", "at": 1.5}, "at must be a whole number"),
    ("/faults", {"kind": "cut_body", "at": True}, "at must be a whole number"),
    ("/faults", {"kind": "500", "share": "half"}, "share must be a number"),
    ("/faults", {"kind": ["500"]}, "kind must be text"),
    ("/faults", {"kind": "500", "operation": 5}, "operation must be text"),
    ("/faults", {}, "kind is missing"),
    ("/settings", {"account_id": "not an account"}, "account_id: must be 12 digits"),
    ("/settings", {"event_url": "file:///x"}, "event_url: must be an http or https address"),
    ("/settings", {"seconds_to_settle": -1}, "seconds_to_settle: must be a number of seconds"),
    ("/settings", {"keep_messages": 0}, "keep_messages: must be a whole number, 1 or more"),
    ("/clock", {"advance": 3e11}, "seconds must be below"),
    ("/clock", {"advance": True}, "advance must be a number"),
    ("/clock", {"advance": 1, "to": 2}, "to: no such member; there are advance"),
    (
        "/inbound",
        {"origination_number": TORONTO, "destination_number": 5, "body": "x"},
        "destination_number must be text",
    ),
    ("/inbound", {"origination_number": TORONTO, "body": "x"}, "destination_number is missing"),
    ("/inbound", {"in_reply_to": 5, "body": "x"}, "in_reply_to must be text"),
    ("/inbound", {"in_reply_to": "5", "body": "x"}, "there is no such message"),
    ("/inbound", {"in_reply_to": "5", "body": "x", "region_name": "us-east-1"}, "region_name: no"),
    (
        "/inbound",
        {"origination_number": "x", "destination_number": "y", "body": "x"},
        "no phone number",
    ),
    (
        "/inbound",
        {
            "origination_number": TORONTO,
            "destination_number": "y",
            "body": "x",
            "region_name": "Virginia",
        },
        "region_name must be the name of an AWS region",
    ),
    ("/script", {"destination": LONDON}, "event_types is missing"),
    (
        "/script",
        {"destination": LONDON, "event_types": "TEXT_QUEUED"},
        "event_types must be a list",
    ),
    (
        "/script",
        {"destination": LONDON, "event_types": [5]},
        "event_types must be a list of event types",
    ),
    ("/script", {"destination": LONDON, "event_types": ["TEXT_PIGEON"]}, "give event types"),
    ("/script", {"destination": "London", "event_types": []}, "destination must be a phone number"),
    ("/fail-upload", {}, "registration_attachment_id is missing"),
    ("/fail-upload", {"registration_attachment_id": "x"}, "there is no attachment"),
    ("/review-notify-configuration", {"status": "ACTIVE"}, "notify_configuration_id is missing"),
    (
        "/review-notify-configuration",
        {"notify_configuration_id": "x", "status": "ACTIVE"},
        "no such notify configuration",
    ),
    ("/review-notify-configuration", {"notify_configuration_id": "x"}, "give status"),
    (
        "/review-notify-configuration",
        {"notify_configuration_id": "x", "status": "SOON"},
        "status must be one of",
    ),
    ("/review", {"decision": "approve", "registration_id": 5}, "registration_id must be text"),
    (
        "/review",
        {"decision": "deny", "registration_id": "x", "field_paths": "companyInfo.website"},
        "field_paths must be a list of texts",
    ),
    ("/reset", {"all": True}, "all: no such member"),
]


@pytest.mark.parametrize(("path", "content", "words"), MISTAKES)
def test_a_mistake_is_reported_with_member_and_remedy(
    http: Http, emulator: "Emulator", path: str, content: object, words: str
) -> None:
    """Status 400, nothing changed, and no word of Python's."""
    before = (emulator.now(), str(emulator.settings))

    answer = http.post(ADMIN + path, content)

    assert (answer.status, words in answer.json["error"]) == (400, True), answer.json
    assert not {
        word
        for word in ("'str'", "NoneType", "argument", "instance")
        if word in answer.json["error"]
    }
    assert (emulator.now(), str(emulator.settings)) == before
    assert len(emulator.faults) == 0


@pytest.mark.parametrize("path", ["/faults", "/clock", "/settings", "/inbound", "/seed"])
@pytest.mark.parametrize(
    "body",
    [
        b'{"kind": "slow", "seconds": NaN}',
        b'{"advance": Infinity}',
        b'{"advance": -Infinity}',
        b'{"advance": ' + b"9" * 5000 + b"}",
        b'{"body": "\\ud83d", "kind": "\\ud83d"}',
        b'{"a": ' * 100_000,
        b"\xff",
    ],
)
def test_what_is_no_json_is_refused(
    http: Http, emulator: "Emulator", path: str, body: bytes
) -> None:
    """Numbers that JSON lacks, half characters, nesting without end."""
    answer = http.send("POST", ADMIN + path, body, content_type="application/json")

    assert (answer.status, len(emulator.faults)) == (400, 0)


def test_an_account_that_changed_shows_its_own(
    http: Http, client: "PinpointSMSVoiceV2Client"
) -> None:
    """Neither the messages nor the registrations of the one before."""
    message_id = client.send_text_message(DestinationPhoneNumber=GOOD, MessageBody="x")["MessageId"]
    http.post(f"{ADMIN}/settings", {"account_id": "210987654321"})

    assert http.get(f"{ADMIN}/messages").json["total"] == 0
    assert http.get(f"{ADMIN}/events").json["total"] == 0
    assert http.get(f"{ADMIN}/messages/{message_id}").status == 404
    assert http.get(f"{ADMIN}/health").json["messages"] == 0
