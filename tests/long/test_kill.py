"""Two hundred rounds of random writes, `kill -9` and a restart: every answered write is there."""

import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import BotoCoreError

from smsvoice import OutcomeUnknownError, guard_sends

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

pytestmark = pytest.mark.long
ROUNDS = int(os.environ.get("SMSVOICE_KILL_ROUNDS", "200"))
SEED = int(os.environ.get("SMSVOICE_KILL_SEED", "20261122"))


class Expected:
    """What the answers so far have promised; `open` is what left and was never answered."""

    def __init__(self) -> None:
        self.lists: dict[str, set[str]] = {}
        self.sets: set[str] = set()
        self.messages: set[str] = set()
        self.open: tuple[str, ...] = ()
        self.answered = 0


def test_every_answered_write_survives_a_kill(tmp_path: Path) -> None:
    """Whatever was answered is there; whatever was not answered is there whole or not at all."""
    chance, expected, db = random.Random(SEED), Expected(), tmp_path / "db"
    for round_number in range(ROUNDS):
        process, url = _start(db)
        try:
            aws = _client(url)
            _compare(aws, url, expected, round_number)
            killer = threading.Timer(chance.uniform(0.02, 0.4), process.kill)
            killer.start()
            _write_until_killed(aws, expected, chance, round_number)
            killer.join()
        finally:
            process.kill()
            process.communicate()
        assert process.returncode == -signal.SIGKILL

    assert expected.answered > ROUNDS
    assert expected.messages


def _start(db: Path) -> tuple["subprocess.Popen[str]", str]:
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "smsvoice.emulator.frontends.cli",
            "emulator",
            "--port",
            "0",
            "--db",
            str(db),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.search(r"http://\S+:\d+", line)
    assert found is not None, line
    return process, found[0]


def _client(url: str) -> "PinpointSMSVoiceV2Client":
    """A boto3 client; guarded, or a kill in the midst of an answer would read as an empty one."""
    return guard_sends(
        boto3.client(
            "pinpoint-sms-voice-v2",
            region_name="us-east-1",
            endpoint_url=url,
            aws_access_key_id="a",
            aws_secret_access_key="b",
            config=Config(retries={"total_max_attempts": 1}),
        )
    )


def _write_until_killed(
    aws: "PinpointSMSVoiceV2Client", expected: Expected, chance: random.Random, round_number: int
) -> None:
    until = time.monotonic() + 5
    for number in range(100_000):
        write = _next_write(expected, chance, f"{round_number}-{number}")
        expected.open = write
        try:
            _do(aws, expected, write)
        except (BotoCoreError, OutcomeUnknownError):
            return
        expected.open = ()
        expected.answered += 1
        assert time.monotonic() < until, "the process was not killed"


def _next_write(expected: Expected, chance: random.Random, name: str) -> tuple[str, ...]:
    lists = sorted(expected.lists)
    kinds = ["message", "number", "number"] if lists else ["message"]
    if len(lists) < 15:
        kinds.append("list")
    if len(expected.sets) < 15:
        kinds.append("set")
    if len(lists) > 10:
        kinds.append("drop_list")
    if len(expected.sets) > 10:
        kinds.append("drop_set")
    kind = chance.choice(kinds)
    if kind == "number":
        return kind, chance.choice(lists), f"+1206{chance.randrange(2_000_000, 9_999_999)}"
    if kind == "drop_list":
        return kind, chance.choice(lists)
    if kind == "drop_set":
        return kind, chance.choice(sorted(expected.sets))
    return kind, name


def _do(aws: "PinpointSMSVoiceV2Client", expected: Expected, write: tuple[str, ...]) -> None:
    """Make the write; once it is answered, expect it."""
    kind, name, *more = write
    if kind == "list":
        aws.create_opt_out_list(OptOutListName=name, Tags=[{"Key": "made", "Value": name}])
        expected.lists[name] = set()
    elif kind == "number":
        aws.put_opted_out_number(OptOutListName=name, OptedOutNumber=more[0])
        expected.lists[name].add(more[0])
    elif kind == "drop_list":
        aws.delete_opt_out_list(OptOutListName=name)
        del expected.lists[name]
    elif kind == "set":
        aws.create_configuration_set(ConfigurationSetName=name)
        expected.sets.add(name)
    elif kind == "drop_set":
        aws.delete_configuration_set(ConfigurationSetName=name)
        expected.sets.remove(name)
    else:
        answer = aws.send_text_message(
            DestinationPhoneNumber="+14254147755", MessageBody="hello", Context={"write": name}
        )
        expected.messages.add(answer["MessageId"])


def _compare(
    aws: "PinpointSMSVoiceV2Client", url: str, expected: Expected, round_number: int
) -> None:
    """What is there is what was promised; the one open write may have gone either way."""
    lists = _all(aws, "describe_opt_out_lists", "OptOutLists")
    found_lists = {one["OptOutListName"]: one["OptOutListArn"] for one in lists}
    del found_lists["Default"]
    found_sets = {
        one["ConfigurationSetName"]
        for one in _all(aws, "describe_configuration_sets", "ConfigurationSets")
    }
    _settle_open(aws, expected, set(found_lists), found_sets)

    assert set(found_lists) == set(expected.lists), round_number
    assert found_sets == expected.sets, round_number
    for name, arn in found_lists.items():
        assert _numbers(aws, name) == expected.lists[name], round_number
        (tag,) = aws.list_tags_for_resource(ResourceArn=arn)["Tags"]
        assert tag == {"Key": "made", "Value": name}
    found_messages = _message_ids(url)
    assert expected.messages <= found_messages, round_number
    assert len(found_messages - expected.messages) <= round_number
    expected.messages = found_messages


def _settle_open(
    aws: "PinpointSMSVoiceV2Client", expected: Expected, lists: set[str], sets: set[str]
) -> None:
    if not expected.open:
        return
    kind, name, *more = expected.open
    expected.open = ()
    if kind == "list" and name in lists:
        expected.lists[name] = set()
    elif kind == "drop_list" and name not in lists:
        expected.lists.pop(name, None)
    elif kind == "set" and name in sets:
        expected.sets.add(name)
    elif kind == "drop_set" and name not in sets:
        expected.sets.discard(name)
    elif kind == "number" and more[0] in _numbers(aws, name):
        expected.lists[name].add(more[0])


def _numbers(aws: "PinpointSMSVoiceV2Client", name: str) -> set[str]:
    found = _all(aws, "describe_opted_out_numbers", "OptedOutNumbers", OptOutListName=name)
    return {one["OptedOutNumber"] for one in found}


def _all(
    aws: "PinpointSMSVoiceV2Client", operation: Any, items: str, **members: str
) -> list[dict[str, Any]]:
    return list(aws.get_paginator(operation).paginate(**members).search(items))


def _message_ids(url: str) -> set[str]:
    from tests.frontends.http import Http

    found = Http(url).get("/_smsvoice/messages?limit=1000000").json["messages"]
    return {message["MessageId"] for message in found}
