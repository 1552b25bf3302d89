"""Controls in Python and over HTTP are the same, and the description of the routes is true."""

import inspect
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from openapi_spec_validator import validate

from smsvoice.emulator import Emulator
from smsvoice.emulator.controls.give import Give
from smsvoice.emulator.frontends._controls.openapi import describe
from smsvoice.emulator.frontends._controls.route import ControlRoute
from smsvoice.emulator.frontends._controls.table import ROUTES
from tests import http_reference
from tests.factories.constants import GOOD, TORONTO
from tests.frontends.http import Http

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

ADMIN = "/_smsvoice"
OF_A_PROCESS = {
    "close",
    "engine",
    "fault_injector",
    "save",
    "session",
}
"""What Python alone has: connections, files, and what works inside."""
LISTS_OF_PYTHON = {"messages.to", "messages.last", "messages.wait_for", "messages.await_for"}
"""Filters of `GET /messages`."""
OTHER_NAMES: dict[str, dict[str, str | None]] = {
    "advance": {"advance": "seconds"},
    "inbound": {"in_reply_to": None},
    "inbound_rcs": {"members": None, "in_reply_to": None},
    "approve deny": {"decision": None},
}
"""Members of HTTP that are called otherwise in Python, or that only HTTP has."""


@pytest.fixture
def client(emulator: Emulator) -> "PinpointSMSVoiceV2Client":
    """A client of the emulator, by the shortest way."""
    return emulator.session().client("pinpoint-sms-voice-v2")


def names_of(route: ControlRoute) -> list[str]:
    """The names on `Emulator` that a route stands for."""
    return (route.control or "").split()


def public(owner: object, prefix: str = "") -> set[str]:
    """The names that users see."""
    return {prefix + name for name in dir(owner) if not name.startswith("_")}


def test_every_control_of_python_has_a_route_and_the_other_way_round(emulator: Emulator) -> None:
    """No control is missing, and no route stands for what is not there."""
    over_http = {name for route in ROUTES for name in names_of(route)}
    whole = public(emulator) - OF_A_PROCESS - {"give", "faults"}
    parts = public(Give, "give.") | {"faults.add", "faults.clear", "messages.code"}

    assert over_http == whole | parts
    own = {name for name in public(type(emulator.messages)) if name not in dir(list)}
    assert {f"messages.{name}" for name in own} == LISTS_OF_PYTHON | {"messages.code"}


@pytest.mark.parametrize(
    "route",
    [route for route in ROUTES if route.control is not None and route.bodies],
    ids=lambda route: route.path,
)
def test_a_body_has_the_arguments_of_its_control(emulator: Emulator, route: ControlRoute) -> None:
    """By the same names, and needed where Python needs them."""
    others = OTHER_NAMES.get(route.control or "", OTHER_NAMES.get(names_of(route)[0], {}))
    given = {others.get(name, name) for body in route.bodies for name in body.members} - {None}
    needed = {others.get(name, name) for name in route.bodies[0].needed} - {None}
    wanted, must = set[str](), set[str]()
    for name in names_of(route):
        if "clock" in name:
            continue
        control: Any = emulator
        for step in name.split("."):
            control = getattr(control, step)
        for argument in inspect.signature(control).parameters.values():
            if argument.kind is not argument.VAR_KEYWORD:
                wanted.add(argument.name)
            is_rest = argument.kind in (argument.VAR_POSITIONAL, argument.VAR_KEYWORD)
            if argument.default is argument.empty and not is_rest:
                must.add(argument.name)

    assert given == wanted
    assert must <= needed


def test_the_description_is_openapi_and_served(http: Http) -> None:
    """Of every route, and without an operation id twice."""
    told = http.get(f"{ADMIN}/openapi.json").json

    validate(told)
    found = {(path, verb) for path, verbs in told["paths"].items() for verb in verbs}
    assert found == {(ADMIN + route.path, route.method.lower()) for route in ROUTES}
    ids = [one["operationId"] for verbs in told["paths"].values() for one in verbs.values()]
    assert len(set(ids)) == len(ids) == len(ROUTES)


def test_the_page_of_the_documentation_shows_the_description() -> None:
    """`python -m tests.http_reference` writes it."""
    assert http_reference.PAGE.read_text("utf-8") == http_reference.page()


def answers(http: Http, emulator: Emulator) -> dict[tuple[str, str], Any]:
    """An answer of every route whose answer is JSON, from an account in which much has happened."""
    number = http.post(f"{ADMIN}/give/number", {"number_type": "LONG_CODE"}).json
    agent = http.post(f"{ADMIN}/give/rcs-agent", {"country": "CA"}).json["id"]
    topic = "arn:aws:sns:us-east-1:123456789012:two-way"
    two_way = http.post(
        f"{ADMIN}/give/number", {"number_type": "LONG_CODE", "two_way_channel_arn": topic}
    ).json
    emulator.session().client("pinpoint-sms-voice-v2").send_text_message(
        DestinationPhoneNumber=TORONTO,
        OriginationIdentity=two_way["id"],
        MessageBody="Your code is 481516",
    )
    emulator.advance(10)
    message_id = emulator.messages.last.message_id
    waiting = http.post(
        f"{ADMIN}/give/registration",
        {"form": "US_TOLL_FREE_REGISTRATION", "status": "REVIEWING"},
    ).json["id"]
    notify = http.post(f"{ADMIN}/give/notify-configuration", {"status": "PENDING"}).json["id"]
    document = emulator.session().client("pinpoint-sms-voice-v2")
    attached = document.describe_registration_attachments()["RegistrationAttachments"][0]
    bodies: dict[str, Any] = {
        "/give/number": {"number_type": "SIMULATOR"},
        "/give/sender-id": {},
        "/give/pool": {"identities": [number["id"]]},
        "/give/rcs-agent": {"status": "CREATED"},
        "/give/registration": {"form": "US_TEN_DLC_BRAND_REGISTRATION", "status": "CREATED"},
        "/give/notify-configuration": {},
        "/give/opted-out": {"numbers": [GOOD]},
        "/inbound": {"in_reply_to": message_id, "body": "yes"},
        "/inbound-rcs": {
            "origination_number": TORONTO,
            "rcs_agent": agent,
            "kind": "SUGGESTION",
            "members": {"text": "Yes", "postback_data": "yes"},
        },
        "/script": {"destination": "*", "event_types": ["TEXT_CARRIER_BLOCKED"], "times": 2},
        "/refuse": {"operation": "create_pool", "code": "ConflictException", "reason": "NEW_ONE"},
        "/faults": {"kind": "throttle", "operation": "CreatePool"},
        "/fail-upload": {"registration_attachment_id": attached["RegistrationAttachmentId"]},
        "/review": {"decision": "deny", "registration_id": waiting},
        "/review-notify-configuration": {"notify_configuration_id": notify, "status": "ACTIVE"},
        "/clock": {"advance": 1},
        "/settings": {"sandbox": False},
        "/seed": {"call": [{"operation": "DescribePools"}]},
        "/reset": {},
    }
    found: dict[tuple[str, str], Any] = {}
    order = {"POST": 0, "GET": 1, "DELETE": 2}
    routes = sorted(ROUTES, key=lambda one: (one.path == "/reset", order[one.method]))
    for route in routes:
        if route.media_type != "application/json":
            continue
        path = ADMIN + route.path.replace("{message_id}", message_id)
        if route.method == "POST":
            answer = http.post(path, bodies[route.path])
        else:
            answer = http.get(path) if route.method == "GET" else http.delete(path)
        assert answer.status == 200, (route.path, answer.body)
        found[route.method, route.path] = answer.json
    return found


def test_every_answer_is_as_described(http: Http, emulator: Emulator) -> None:
    """Checked by JSON Schema, with messages, events, inbound texts and faults in the lists."""
    described = describe(ROUTES)
    found = answers(http, emulator)

    for (verb, path), answer in found.items():
        operation = described["paths"][ADMIN + path][verb.lower()]
        (content,) = operation["responses"]["200"]["content"].values()
        schema = content["schema"] | {"components": described["components"]}
        jsonschema.validate(answer, schema, cls=jsonschema.Draft202012Validator)
    for name in ("messages", "events", "inbound", "faults"):
        assert found["GET", f"/{name}"][name]
    message = found["GET", "/messages"]["messages"][0]
    assert (message["Code"], message["CanReply"], message["RegionName"]) == (
        "481516",
        True,
        "us-east-1",
    )
    whole = found["GET", "/messages/{message_id}"]
    assert whole["replies"] == [one["MessageBody"] for one in whole["inbound"]] == ["yes"]
    assert whole["request"]["members"]["MessageBody"] == "Your code is 481516"
    assert found["GET", "/code"]["code"] == "481516"
    assert found["GET", "/script"]["scripts"][0]["destination"] == "*"
    assert {one["kind"] for one in found["GET", "/identities"]["identities"]} == {
        "phone-number",
        "rcs-agent",
    }


def test_the_snippet_of_a_message_sends_it_again(
    http: Http, client: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    """As it stands there, with whatever client it is given."""
    client.send_text_message(
        DestinationPhoneNumber=GOOD, MessageBody='"Grüße"\n', Context={"order": "A-1"}
    )
    told = http.get(f"{ADMIN}/messages/{emulator.messages.last.message_id}").json
    code = told["boto3"].replace(
        'boto3.client("pinpoint-sms-voice-v2", region_name="us-east-1")', "c"
    )

    exec(code, {"c": client})

    first, second = emulator.messages
    assert (
        (first.body, first.context)
        == (second.body, second.context)
        == (
            '"Grüße"\n',
            {"order": "A-1"},
        )
    )
    emulator.sent_requests.clear()
    rebuilt = http.get(f"{ADMIN}/messages/{first.message_id}").json
    assert "Rebuilt" in rebuilt["request"]["note"]
    assert '"order": "A-1"' in rebuilt["boto3"]


def test_messages_are_filtered_by_what_a_page_offers(
    http: Http, client: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    """Sender, channel, region, type, time and text; several channels and states at once."""
    client.send_text_message(DestinationPhoneNumber=GOOD, MessageBody="one")
    emulator.advance(60)
    sender = emulator.give.number("SIMULATOR", number_capabilities=["SMS", "VOICE"])
    shown = client.describe_phone_numbers(PhoneNumberIds=[sender])["PhoneNumbers"][0]["PhoneNumber"]
    client.send_voice_message(
        DestinationPhoneNumber=GOOD, OriginationIdentity=sender, MessageBody="two"
    )
    there = emulator.session("eu-west-1").client("pinpoint-sms-voice-v2")
    there.send_text_message(DestinationPhoneNumber="+447860019066", MessageBody="three words here")

    def bodies(query: str) -> list[str]:
        answer = http.get(f"{ADMIN}/messages?{query}")
        assert answer.status == 200, answer.body
        return [message["Body"] for message in answer.json["messages"]]

    assert bodies(f"from={shown[1:]}") == ["two"]
    assert bodies("channel=voice") == ["two"]
    assert bodies("channel=SMS,VOICE&state=PENDING") == ["two", "three words here"]
    assert bodies("region=eu-west-1") == ["three words here"]
    assert bodies("region=eu-west-2") == []
    assert bodies("type=TRANSACTIONAL") == ["one", "two", "three words here"]
    assert bodies("until=2026-03-02T09:30:30Z") == ["one"]
    assert bodies("text=here+WORDS") == ["three words here"]
    assert http.get(f"{ADMIN}/code?to={GOOD[1:]}").status == 404


def test_what_waits_for_a_decision_is_listed(http: Http, emulator: Emulator) -> None:
    """Display names and tiers of all regions."""
    pending = emulator.give.notify_configuration(status="PENDING", display_name="Shop")
    verified = emulator.give.notify_configuration(
        status="REQUIRES_VERIFICATION", region_name="eu-west-1"
    )
    emulator.give.notify_configuration()

    told = http.get(f"{ADMIN}/review-notify-configuration").json["notify_configurations"]

    assert [(one["notify_configuration_id"], one["region_name"]) for one in told] == [
        (pending, "us-east-1"),
        (verified, "eu-west-1"),
    ]


@pytest.mark.parametrize(
    ("path", "content", "words"),
    [
        ("/give/number", {}, "number_type is missing"),
        ("/give/number", {"number_type": "TEN"}, "number_type must be one of"),
        ("/give/pool", {"identities": "phone-1"}, "list of texts"),
        ("/give/registration", {"form": "X", "fields": {"a": 1}}, "field paths"),
        ("/refuse", {"operation": "SendTexts", "code": "X"}, "SendTextMessage"),
        ("/refuse", {"operation": "*"}, "code or reason"),
        ("/refuse", {"operation": "*", "code": "X", "times": 0}, "times"),
        ("/script", {"destination": "*", "event_types": ["X"]}, "event types"),
        ("/review", {"decision": "approve", "registration_id": "x", "reason": "y"}, "denial"),
        ("/inbound", {"in_reply_to": "x", "body": "y", "region_name": "us-east-1"}, "no such"),
        ("/inbound", {"in_reply_to": "x", "body": "y"}, "no such message"),
    ],
)
def test_a_mistake_names_the_member(http: Http, path: str, content: object, words: str) -> None:
    """With status 400."""
    answer = http.post(ADMIN + path, content)

    assert (answer.status, words in answer.json["error"]) == (400, True), answer.body
