"""Our log tells ids and reasons; the filter takes everything else out of botocore's."""

import json
import logging
import re
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from botocore.exceptions import ClientError

from smsvoice import RedactingFilter, SmsVoice, SmsVoiceError
from tests.contract.wire import Wire
from tests.transport.captured_log import (
    MARK,
    CapturedLog,
    assert_unmarked,
    refusal,
    texted,
    told_by,
)
from tests.transport.faults import Fault, FaultyServer, Received

wire = Wire()
sms = SmsVoice(session=wire.session())


def test_our_log_names_operation_request_id_status_and_attempts(ear: CapturedLog) -> None:
    """As attributes of the record, for log pipelines."""
    wire.status, wire.answer = 200, b'{"MessageId": "m-1"}'
    sms.messages.send_text(f"+1206{MARK}", message_body="the first tells of the fast path, once")
    ear.heard.clear()

    sms.messages.send_text(f"+1206{MARK}", message_body="hi")

    line, facts = ear.heard
    assert line == "SendTextMessage answered after 1 attempt(s) [request r-1]"
    for fact in (
        "'operation': 'SendTextMessage'",
        "'request_id': 'r-1'",
        "'status': 200",
        "'attempts': 1",
        "'seconds': ",
    ):
        assert fact in facts


def test_our_log_names_failures_by_class_and_reason(ear: CapturedLog) -> None:
    """A refusal is for information, an unknown outcome a warning."""
    wire.status, wire.answer = 400, json.dumps(refusal("ConflictException")).encode()
    with pytest.raises(ClientError):
        sms.messages.send_text(f"+1206{MARK}", message_body="hi")
    wire.status = 500
    with pytest.raises(SmsVoiceError):
        sms.messages.send_text(f"+1206{MARK}", message_body="hi")

    refused, _, unknown, facts = ear.heard
    assert refused == (
        "SendTextMessage failed: ConflictError, reason: DESTINATION_PHONE_NUMBER_OPTED_OUT [request r-1]"
    )
    assert unknown == (
        "SendTextMessage failed: OutcomeUnknownError, reason: AWS answered with status 500 [request r-1]"
    )
    assert "'levelname': 'WARNING'" in facts


def _always(fault: Fault, _: Received) -> Fault:
    return fault


def botocore_heard(quiet: Callable[[CapturedLog], Any]) -> list[str]:
    """What botocore and urllib3 say at DEBUG about calls over a real connection."""
    heard, root = CapturedLog(), logging.getLogger()
    loggers = [logging.getLogger(name) for name in ("botocore", "urllib3")]
    quiet(heard)
    root.addHandler(heard)
    for log in loggers:
        log.setLevel(logging.DEBUG)
    try:
        for fault in (Fault.NONE, Fault.THROTTLED, Fault.DROP, Fault.READ_TIMEOUT):
            with FaultyServer(partial(_always, fault), lambda _: {"MessageId": MARK}) as server:
                told_by(partial(texted, server.url, fault))
    finally:
        root.removeHandler(heard)
        for log in loggers:
            log.setLevel(logging.NOTSET)
    return heard.heard


def test_botocores_debug_log_reveals_everything_without_the_filter() -> None:
    """So the filter has something to do."""
    assert any(MARK in text for text in botocore_heard(lambda _: None))


def test_the_filter_takes_bodies_out_of_botocores_debug_log() -> None:
    """On the handler: the lines stay, with stars."""
    texts = botocore_heard(lambda ear: ear.addFilter(RedactingFilter()))

    assert_unmarked(texts)
    assert any(
        text.startswith("Making request for SendTextMessage with params: {'url_path': '/',")
        and "'X-Amz-Target': 'PinpointSMSVoiceV2.SendTextMessage'" in text
        and "'body': '***'" in text
        for text in texts
    )
    assert any(text.startswith("Event before-call.pinpoint-sms-voice-v2") for text in texts)


def test_the_filter_keeps_what_a_debug_log_is_for() -> None:
    """Files, handlers, timeouts, addresses, statuses and request ids."""
    texts = botocore_heard(lambda ear: ear.addFilter(RedactingFilter()))

    for told in (
        r"Event \S+: calling handler botocore\.\S+",
        r"Event before-parse\S+: calling handler smsvoice\.\S+",
        r"Setting sms-voice timeout as \(60, 0\.3\)",
        r"Calling endpoint provider with parameters: \{'Region': 'us-east-1', 'UseDualStack': False",
        r"Endpoint provider result: http://127\.0\.0\.1:[0-9]+",
        r"Sending http request: POST http://127\.0\.0\.1:[0-9]+/",
        r'http://127\.0\.0\.1:[0-9]+ "POST / HTTP/1\.1" 200 [0-9]+',
        r"Response headers: \{.*'x-amzn-RequestId': 'r-1'",
        r"Retry needed, (retrying request after delay|action) of: [0-9.]+",
    ):
        assert any(re.match(told, text) for text in texts), told


def test_the_filter_stars_what_signs_a_request() -> None:
    """Neither the signature nor the session's token is in the log."""
    texts = botocore_heard(lambda ear: ear.addFilter(RedactingFilter()))

    assert "CanonicalRequest:\n***" in texts
    assert "Signature:\n***" in texts
    assert not [text for text in texts if "Credential=" in text or "AWS4-HMAC" in text]


@pytest.mark.parametrize(
    ("words", "arguments", "told"),
    [
        ("Something new: %s", ("a secret",), "Something new: ***"),
        ("Something new: %s", ({"MessageBody": "x"},), "Something new: ***"),
        ("Something new: %d of %s", (3, b"x"), "Something new: 3 of ***"),
        (f"to +1206{MARK} at once", (), "to *** at once"),
        ("Loading JSON file: %s", ("/a/+12065550142.json",), "Loading JSON file: /a/***.json"),
        ("Endpoint provider result: %s", ("https://a/b?X-Amz-Signature=c",), "Endpoint provider result: https://a/b?***"),
        ("Setting %s timeout as %s", ("sms-voice", None), "Setting sms-voice timeout as None"),
        ("Event %s: calling handler %s", ("a.b", partial(print, MARK)), "Event a.b: calling handler builtins.print"),
        ("Event %s: calling handler %s", ("a.b", CapturedLog().emit), "Event a.b: calling handler tests.transport.captured_log.CapturedLog.emit"),
        ("Making request for %s with params: %s", (object(), {"body": {"MessageBody": MARK}, f"k{MARK}": MARK}), "Making request for *** with params: {'body': '***', 'a member': '***'}"),
        ("Response headers: %s", ({"Set-Cookie": "x", "Date": "now"},), "Response headers: {'Set-Cookie': '***', 'Date': 'now'}"),
    ],
)  # fmt: skip
def test_the_filter_knows_lines_and_stars_those_that_it_does_not_know(
    words: str, arguments: tuple[Any, ...], told: str
) -> None:
    """A later botocore's line tells too little, never too much."""
    record = logging.LogRecord("botocore.x", logging.DEBUG, "f", 1, words, arguments, None)

    RedactingFilter().filter(record)

    assert record.getMessage() == told


def test_the_filter_can_be_put_on_botocores_loggers_themselves() -> None:
    """Whatever handlers there are."""
    filtered = RedactingFilter()
    try:
        texts = botocore_heard(lambda _: filtered.attach().attach())
    finally:
        for log in logging.Logger.manager.loggerDict.values():
            if isinstance(log, logging.Logger):
                log.removeFilter(filtered)

    assert_unmarked(texts)
    assert "Response body:\n'***'" in texts


def test_the_filter_leaves_other_lines_as_they_are() -> None:
    """And redacts named arguments and exceptions of botocore's."""
    quiet = RedactingFilter()
    theirs = logging.LogRecord("app", logging.INFO, "f", 1, "to %s", ("+1206",), None)
    named = logging.LogRecord("botocore.x", logging.INFO, "f", 1, "%(a)s", ({"a": MARK},), None)
    info = (ValueError, ValueError(MARK), None)
    failed = logging.LogRecord("botocore.x", logging.INFO, "f", 1, "It failed", None, info)

    assert all(quiet.filter(record) for record in (theirs, named, failed))

    assert theirs.getMessage() == "to +1206"
    assert named.getMessage() == "***"
    assert logging.Formatter().format(failed) == "It failed (ValueError)"
