"""botocore's hooks, on clients of ours and on guarded ones: nothing that others hang there is lost.

`make versions` runs this on the oldest boto3 too, which is how a hook that changed would show.
"""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import boto3
import pytest
from botocore.config import Config
from botocore.stub import Stubber
from moto import mock_aws

from smsvoice import ConflictError, RequestError, SmsVoice, guard_sends
from smsvoice.operations import messages, opt_outs
from tests.contract.wire import Wire, keyed_session
from tests.transport.faults import Fault, FaultyServer

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

SERVICE: Final = "pinpoint-sms-voice-v2"
NUMBER = "+14254147755"
CONFLICT = b'{"__type": "ConflictException", "Message": "no", "Reason": "RESOURCE_ALREADY_EXISTS"}'
EVENTS = (
    "provide-client-params",
    "before-parameter-build",
    "before-call",
    "request-created",
    "choose-signer",
    "before-sign",
    "before-send",
    "before-parse",
    "response-received",
    "needs-retry",
    "after-call",
)
Made = Callable[..., SmsVoice]


def own(session: boto3.session.Session, **settings: Any) -> SmsVoice:
    """On a client that smsvoice makes."""
    return SmsVoice(session, **settings)


def wrapped(session: boto3.session.Session, **settings: Any) -> SmsVoice:
    """On a client that the application made."""
    return SmsVoice(client=session.client(SERVICE, **settings))


@pytest.fixture(params=[own, wrapped])
def made(request: pytest.FixtureRequest) -> Made:
    """How the client comes about."""
    chosen: Made = request.param
    return chosen


def test_others_hear_every_event_of_a_call(made: Made) -> None:
    """As tracers and recorders do; what they are told is botocore's own."""
    wire, heard = Wire(), list[str]()
    wire.answer = b'{"MessageId": "m-1"}'
    sms = made(wire.session())
    for event in EVENTS:
        sms.boto_client.meta.events.register(
            f"{event}.{SERVICE}.SendTextMessage", lambda event_name, **_: heard.append(event_name)
        )

    sent = sms.messages.send_text(NUMBER, message_body="hi")

    assert sent.message_id == "m-1"
    assert [name.split(".")[0] for name in heard] == list(EVENTS)


def test_others_may_change_what_is_sent(made: Made) -> None:
    """Before botocore builds the request, as its documentation says."""
    wire = Wire()
    wire.answer = b'{"MessageId": "m-1"}'
    sms = made(wire.session())

    def renamed(params: dict[str, Any], **_: Any) -> None:
        params["ConfigurationSetName"] = "all"

    sms.boto_client.meta.events.register(f"before-parameter-build.{SERVICE}", renamed)

    sms.messages.send_text(NUMBER, message_body="hi")

    assert wire.sent[0]["ConfigurationSetName"] == "all"


def test_an_answer_from_another_before_send_handler_is_used(made: Made) -> None:
    """This is how moto and other doubles answer, hung on after our hooks."""
    wire = Wire()
    wire.answer = b'{"OptOutLists": [], "NextToken": "more"}'
    sms = made(keyed_session())
    answering: Any = wire
    sms.boto_client.meta.events.register(f"before-send.{SERVICE}", answering)

    page = sms.call(
        opt_outs.DESCRIBE_OPT_OUT_LISTS, sms.request(opt_outs.DESCRIBE_OPT_OUT_LISTS, {})
    )

    assert page.next_token == "more"
    assert page.response_metadata.request_id == "r-1"


@pytest.mark.parametrize("mode", ["legacy", "standard", "adaptive"])
def test_the_retries_that_were_asked_for_are_made(made: Made, mode: Any) -> None:
    """A throttled send was not taken, so botocore repeats it as it is configured."""
    faults = [Fault.THROTTLED, Fault.THROTTLED, Fault.NONE]
    with FaultyServer(lambda _: faults.pop(0)) as server:
        config = Config(retries={"mode": mode, "total_max_attempts": 3})
        sms = made(keyed_session(), endpoint_url=server.url, config=config)

        sent = sms.messages.send_text(NUMBER, message_body="hi")

    assert sent.response_metadata.attempts == 3
    assert len(server.taken) == 1


def test_stubber_checks_what_is_sent_and_answers(made: Made) -> None:
    """Responses, refusals with modelled members, and expected parameters."""
    sms = made(keyed_session())
    expected = {"OptOutListName": "news", "ClientToken": "t"}

    with Stubber(sms.boto_client) as stub:
        stub.add_response("create_opt_out_list", {"OptOutListName": "news"}, expected)
        stub.add_client_error(
            "create_opt_out_list",
            "ConflictException",
            modeled_fields={"Reason": "RESOURCE_ALREADY_EXISTS"},
        )
        created = sms.api.create_opt_out_list(opt_out_list_name="news", client_token="t")
        with pytest.raises(ConflictError) as refused:
            sms.api.create_opt_out_list(opt_out_list_name="news")
        stub.assert_no_pending_responses()

    assert created.opt_out_list_name == "news"
    assert refused.value.reason == "RESOURCE_ALREADY_EXISTS"


def test_modelled_errors_stay_botocores_on_the_raw_client(made: Made) -> None:
    """And become ours on ours, with the same members."""
    wire = Wire()
    wire.answer, wire.status = CONFLICT, 400
    sms = made(wire.session())
    raw = sms.boto_client

    with pytest.raises(raw.exceptions.ConflictException) as theirs:
        raw.create_opt_out_list(OptOutListName="news")
    with pytest.raises(ConflictError) as ours:
        sms.api.create_opt_out_list(opt_out_list_name="news")

    response: Any = theirs.value.response
    assert response["Reason"] == "RESOURCE_ALREADY_EXISTS"
    assert ours.value.response == response


def test_typed_and_raw_calls_mix_in_threads(made: Made) -> None:
    """Eight threads on one client: models for ours, dicts for raw ones."""
    wire = Wire()
    wire.answer = b'{"MessageId": "m-1"}'
    sms = made(wire.session(), config=Config(max_pool_connections=8))
    odd = list[object]()

    def work() -> None:
        for _ in range(40):
            typed = sms.messages.send_text(NUMBER, message_body="hi")
            raw = sms.boto_client.send_text_message(DestinationPhoneNumber=NUMBER, MessageBody="hi")
            if typed.message_id != "m-1" or raw["MessageId"] != "m-1" or "__smsvoice__" in raw:
                odd.append((typed, raw))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert odd == []
    assert len(wire.sent) == 8 * 40 * 2


def test_botocores_own_paginator_works_on_a_guarded_client() -> None:
    """Guards neither change nor drop what raw calls give."""
    wire = Wire()
    wire.answer = b'{"OptOutLists": [{"OptOutListName": "news"}]}'
    client: PinpointSMSVoiceV2Client = guard_sends(wire.session().client(SERVICE))

    pages = list(client.get_paginator("describe_opt_out_lists").paginate())

    assert [one["OptOutListName"] for page in pages for one in page["OptOutLists"]] == ["news"]


@mock_aws
def test_mock_aws_answers_our_clients(made: Made) -> None:
    """Those made while it lasts, with boto3's own session or one of ours."""
    sms = made(keyed_session())

    sms.opt_out_lists.create("news")
    with pytest.raises(ConflictError):
        sms.opt_out_lists.create("news")
    sent = sms.call(
        messages.SEND_TEXT_MESSAGE,
        sms.request(
            messages.SEND_TEXT_MESSAGE,
            {"destination_phone_number": NUMBER, "message_body": "hi"},
        ),
    )

    assert sent.message_id


@mock_aws
def test_mock_aws_answers_a_client_from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The session is one that smsvoice makes, with what it read from disk before."""
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")

    assert [one.id for one in SmsVoice().opt_out_lists.list()] == ["Default"]


def test_a_client_that_is_guarded_twice_keeps_its_handlers() -> None:
    """Also where a typed client stands on it, whose calls are claimed by one handler each."""
    client: Any = keyed_session().client(SERVICE)

    def handlers() -> list[int]:
        SmsVoice(client=client)
        search = client.meta.events._emitter._handlers.prefix_search
        return [len(list(search(f"{event}.{SERVICE}.SendTextMessage"))) for event in EVENTS]

    once = [*handlers()]
    guard_sends(guard_sends(client))

    assert handlers() == once


@pytest.mark.parametrize("other", ["sns", None])
def test_only_clients_of_this_service_are_guarded(other: str | None) -> None:
    """The error says what is wrong with the argument."""
    client: Any = keyed_session().client(other) if other else object()

    with pytest.raises(RequestError) as refused:
        guard_sends(client)

    assert "guard_sends" in str(refused.value)
    assert f"client: must be a client of {SERVICE}" in str(refused.value)
