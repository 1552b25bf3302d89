"""Real tools from the registry see every call: OpenTelemetry's instrumentation, X-Ray's SDK, VCR.py.

Each runs in a process of its own, since it puts wrappers around botocore for good.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
BEGIN = """
import json
from tests.transport.faults import Fault, FaultyServer
from tests.contract.wire import keyed_session

def calls(sms, times=3):
    for _ in range(times):
        sms.messages.send_text("+12065550142", message_body="hi")
"""
OPENTELEMETRY = """
from opentelemetry.instrumentation.botocore import BotocoreInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

exporter = InMemorySpanExporter()
provider = TracerProvider()
provider.add_span_processor(SimpleSpanProcessor(exporter))

def trace():
    BotocoreInstrumentor().instrument(tracer_provider=provider)

def seen():
    return len([s for s in exporter.get_finished_spans() if "SendTextMessage" in s.name])
"""
X_RAY = """
from aws_xray_sdk.core import patch, xray_recorder

closed = []

class Emitter:
    def send_entity(self, entity):
        closed.extend(one.name for one in entity.subsegments)

    def set_daemon_address(self, address):
        pass

xray_recorder.configure(emitter=Emitter(), sampling=False, context_missing="LOG_ERROR")

def trace():
    patch(["botocore"])
    xray_recorder.begin_segment("test")

def seen():
    xray_recorder.end_segment()
    return len([name for name in closed if "sms-voice" in name])
"""
BEFORE = """
trace()
from smsvoice import SmsVoice
with FaultyServer(lambda _: Fault.NONE) as server:
    sms = SmsVoice(keyed_session(), endpoint_url=server.url)
    calls(sms)
    path = sms._connection.fast_path
    print(json.dumps([seen(), path.exchanges, sms.fast_path, len(server.received)]))
"""
AFTERWARDS = """
from smsvoice import SmsVoice
with FaultyServer(lambda _: Fault.NONE) as server:
    sms = SmsVoice(keyed_session(), endpoint_url=server.url)
    calls(sms)
    assert sms.fast_path == "open"
    trace()
    calls(sms)
    path = sms._connection.fast_path
    print(json.dumps([seen(), path.exchanges, sms.fast_path, len(server.received)]))
"""
TRACERS = {"OpenTelemetry": OPENTELEMETRY, "X-Ray": X_RAY}


def run(code: str) -> list[object]:
    """What a process prints."""
    keep = {"PATH": os.environ["PATH"], "AWS_XRAY_SDK_ENABLED": "true"}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        cwd=ROOT,
        env=keep,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: list[object] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.long
@pytest.mark.parametrize("tracer", TRACERS)
def test_a_tracer_that_was_there_before_sees_every_call(tracer: str) -> None:
    """Its wrappers were in place when smsvoice was loaded."""
    seen, exchanges, why, received = run(BEGIN + TRACERS[tracer] + BEFORE)

    assert (seen, exchanges, received) == (3, 0, 3)
    assert "_make_api_call" in str(why)


@pytest.mark.long
@pytest.mark.parametrize("tracer", TRACERS)
def test_a_tracer_that_comes_later_sees_every_call_from_then_on(tracer: str) -> None:
    """The path was open, and closes for it."""
    seen, exchanges, why, received = run(BEGIN + TRACERS[tracer] + AFTERWARDS)

    assert (seen, exchanges, received) == (3, 3, 6)
    assert "_make_api_call" in str(why)


VCR = """
import tempfile, vcr
from smsvoice import SmsVoice
with FaultyServer(lambda _: Fault.NONE) as server, tempfile.TemporaryDirectory() as folder:
    sms = SmsVoice(keyed_session(), endpoint_url=server.url)
    calls(sms, 1)
    recorder = vcr.VCR(cassette_library_dir=folder, match_on=["method", "uri"])
    with recorder.use_cassette("one.yaml") as cassette:
        calls(sms, 1)
        why = sms.fast_path
        recorded = len(cassette)
    with recorder.use_cassette("one.yaml", record_mode="none") as cassette:
        calls(sms, 1)
        played = cassette.play_count
    calls(sms, 1)
    path = sms._connection.fast_path
    print(json.dumps([recorded, played, path.exchanges, why, len(server.received)]))
"""


def test_a_cassette_records_and_plays_every_call() -> None:
    """VCR.py puts its own classes in the place of connections; what is played never leaves."""
    recorded, played, exchanges, why, received = run(BEGIN + VCR)

    assert (recorded, played, exchanges, received) == (1, 1, 2, 3)
    assert "ConnectionCls" in str(why)
