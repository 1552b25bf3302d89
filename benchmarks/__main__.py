"""`make bench`: what a typed call and a typed listing cost, against raw boto3 in the same run.

A small server in a process of its own gives answers made beforehand. Blocks of each kind of call
alternate, so that whatever else the machine does meets them alike; the figures are medians of
ratios of the client's own CPU time.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager

import boto3

from smsvoice import SmsVoice

SERVICE = "pinpoint-sms-voice-v2"
TEXT = {
    "DestinationPhoneNumber": "+12065550142",
    "MessageBody": "Your table is ready",
    "OriginationIdentity": "pool-1",
    "MessageType": "TRANSACTIONAL",
}
SENDS_A_BLOCK, BLOCKS, WALKS = 100, 21, 7


@contextmanager
def served() -> Generator[str]:
    """The address of a running server."""
    command = [sys.executable, "-m", "benchmarks.server", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        finally:
            process.kill()


def cost(run: Callable[[], object], times: int) -> float:
    """CPU seconds of one run."""
    begun = time.process_time()
    for _ in range(times):
        run()
    return (time.process_time() - begun) / times


def ratios(ways: dict[str, Callable[[], object]], times: int, blocks: int) -> dict[str, str]:
    """Each way's cost as a ratio to the first one's, with its spread."""
    for run in ways.values():
        cost(run, times)
    rounds = [[cost(run, times) for run in ways.values()] for _ in range(blocks)]
    told = {}
    for place, name in enumerate(ways):
        parts = statistics.quantiles([costs[place] / costs[0] for costs in rounds], n=4)
        told[name] = f"{parts[1]:.2f} ({parts[0]:.2f} to {parts[2]:.2f})"
    first = statistics.median(costs[0] for costs in rounds)
    told[next(iter(ways))] = f"1 = {first * 1e6:,.0f} us"
    return told


def main() -> None:
    """Print a table."""
    session = boto3.session.Session(
        aws_access_key_id="key", aws_secret_access_key="secret", region_name="us-east-1"
    )
    with served() as url:
        raw = session.client(SERVICE, endpoint_url=url)
        ours = SmsVoice(session, endpoint_url=url)
        wrapped = SmsVoice(client=session.client(SERVICE, endpoint_url=url))
        pages = raw.get_paginator("describe_phone_numbers")
        sends = {
            "raw boto3": lambda: raw.send_text_message(**TEXT),
            "smsvoice": lambda: _send(ours),
            "smsvoice on a client of one's own": lambda: _send(wrapped),
        }
        walks = {
            "raw boto3": lambda: [n for page in pages.paginate() for n in page["PhoneNumbers"]],
            "smsvoice": lambda: list(ours.api.describe_phone_numbers()),
        }
        tables = {
            "one SendTextMessage": ratios(sends, SENDS_A_BLOCK, BLOCKS),
            "10,000 phone numbers in 100 pages": ratios(walks, 1, WALKS),
        }
    print("CPU time as a ratio to raw boto3: median (quartiles)\n")
    print("| what | by | ratio |\n|---|---|---|")
    for what, told in tables.items():
        for name, ratio in told.items():
            print(f"| {what} | {name} | {ratio} |")


def _send(sms: SmsVoice) -> object:
    return sms.api.send_text_message(
        destination_phone_number=TEXT["DestinationPhoneNumber"],
        message_body=TEXT["MessageBody"],
        origination_identity=TEXT["OriginationIdentity"],
        message_type="TRANSACTIONAL",
    )


if __name__ == "__main__":
    main()
