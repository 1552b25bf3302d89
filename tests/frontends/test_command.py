"""The command `smsvoice emulator`: options, seeds, mistakes, and how it ends."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import boto3
import pytest

import smsvoice
from smsvoice.emulator import Emulator
from smsvoice.emulator.frontends.cli import main
from tests.frontends.http import Http

SEED = """
[settings]
sandbox = true

[[call]]
operation = "CreateOptOutList"
name = "news"
request = { OptOutListName = "news" }

[[call]]
operation = "PutOptedOutNumber"
request = { OptOutListName = "${news.OptOutListName}", OptedOutNumber = "+12065550142" }
advance = 5
"""


@contextmanager
def running(*arguments: str, **environment: str) -> Iterator[tuple[Http, "subprocess.Popen[str]"]]:
    """The command, until the block ends."""
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "smsvoice.emulator.frontends.cli",
            "emulator",
            "--port",
            "0",
            *arguments,
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | environment,
    )
    assert process.stdout is not None
    try:
        found = re.search(r"http://\S+:\d+", process.stdout.readline())
        assert found is not None, process.stderr and process.stderr.read()
        for _ in range(4):
            process.stdout.readline()
        yield Http(found[0]), process
    finally:
        process.terminate()
        process.communicate(timeout=20)


def test_it_serves_a_seed_and_ends_quietly(tmp_path: Path) -> None:
    """Settings and calls are there; a signal ends it with 0 and no word, though a page listens."""
    seed = tmp_path / "seed.toml"
    seed.write_text(SEED)
    with running("--seed", str(seed), "--account", "210987654321", "--region", "eu-west-1") as (
        http,
        process,
    ):
        aws = boto3.client(
            "pinpoint-sms-voice-v2",
            region_name="eu-west-1",
            endpoint_url=http.url,
            aws_access_key_id="a",
            aws_secret_access_key="b",
        )
        (one,) = aws.describe_opted_out_numbers(OptOutListName="news")["OptedOutNumbers"]
        arn = aws.describe_opt_out_lists(OptOutListNames=["news"])["OptOutLists"][0][
            "OptOutListArn"
        ]
        listening = http.client_connection()
        listening.request("GET", "/_smsvoice/changes")
        listening.getresponse().readline()

        process.send_signal(signal.SIGTERM)
        output, errors = process.communicate(timeout=20)
        listening.close()

    assert one["OptedOutNumber"] == "+12065550142"
    assert arn == "arn:aws:sms-voice:eu-west-1:210987654321:opt-out-list/news"
    assert (process.returncode, output, errors) == (0, "", "")


def test_options_come_from_the_environment_too() -> None:
    """For compose files."""
    with running(
        SMSVOICE_EMULATOR_ACCOUNT="210987654321", SMSVOICE_EMULATOR_REGION="eu-west-1"
    ) as (
        http,
        _,
    ):
        told = http.get("/_smsvoice/health").json

    assert (told["account_id"], told["region"]) == ("210987654321", "eu-west-1")


@pytest.mark.long
def test_a_seed_is_sown_once(tmp_path: Path) -> None:
    """A db that has state already passes the seed over."""
    seed, db = tmp_path / "seed.toml", tmp_path / "db"
    seed.write_text(SEED)

    for _ in range(2):
        with running("--seed", str(seed), "--db", str(db)) as (http, _):
            assert http.get("/_smsvoice/settings").json["sandbox"] is True


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[[call]\n", 1, "no TOML"),
        ("[settings]\nsandbocks = true\n", 2, "sandbocks: is no setting"),
        ("[settings]\nsandbox = 1\n", 2, "sandbox: takes something else"),
        ("[[calls]]\n", 1, "calls: is unknown"),
        ("[[call]]\n\nrequest = {}\n", 1, "call 1: operation: is missing"),
        ('[[call]]\noperation = "SendPigeon"\n', 2, "no such operation"),
        ('[[call]]\noperation = "CreatePool"\nrequests = {}\n', 3, "requests: is unknown"),
        ('[[call]]\noperation = "CreatePool"\nrequest = 7\n', 3, "request: must be a table"),
        ('[[call]]\noperation = "CreatePool"\nadvance = -1\n', 3, "advance: must be 0 or more"),
        (
            SEED
            + '\n[[call]]\noperation = "CreateOptOutList"\n\n[call.request]\nOptOutListName = "a b"\n',
            19,
            "call 3: OptOutListName",
        ),
        (SEED.replace("${news.", "${old."), 12, "no earlier call is named old"),
        (SEED.replace("${news.OptOut", "${news.InInn"), 12, "the answer of news has no"),
    ],
)
def test_a_mistake_in_a_seed_is_reported_with_line_and_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, line: int, words: str
) -> None:
    """Exit code 2 and one line that leads to the place."""
    seed = tmp_path / "seed.toml"
    seed.write_text(text)

    code = main(["emulator", "--port", "0", "--seed", str(seed)])

    told = capsys.readouterr().err
    assert code == 2
    assert words in told
    assert f"line {line}" in told or f"seed.toml:{line}:" in told
    assert told.count("\n") == 1


@pytest.mark.long
def test_a_half_sown_db_is_emptied_again(tmp_path: Path) -> None:
    """The corrected seed is not passed over."""
    seed, db = tmp_path / "seed.toml", tmp_path / "db"
    seed.write_text(SEED.replace("+12065550142", "nobody"))
    assert main(["emulator", "--port", "0", "--seed", str(seed), "--db", str(db)]) == 2
    seed.write_text(SEED)

    with running("--seed", str(seed), "--db", str(db)) as (http, _):
        body = b'{"OptOutListName": "news"}'
        answer = http.aws("PinpointSMSVoiceV2.DescribeOptedOutNumbers", body)

    assert len(answer.json["OptedOutNumbers"]) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--seed", "/nowhere/seed.toml"], "No such file"),
        (["--db", "/nowhere/db"], "unable to open"),
        (["--account", "12"], "--account must be 12 digits"),
        (["--region", "Virginia"], "--region must be the name of an AWS region"),
        (["--allow-host", "http://sms:7670/"], "no host name"),
        (["--host", "203.0.113.9"], "cannot listen"),
    ],
)
def test_a_mistake_is_reported_in_a_line(
    capsys: pytest.CaptureFixture[str], arguments: Sequence[str], words: str
) -> None:
    """Exit code 2, no traceback."""
    code = main(["emulator", "--port", "0", *arguments])

    told = capsys.readouterr().err
    assert (code, told.count("\n")) == (2, 1)
    assert words in told


def test_a_port_that_is_taken_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    """Who else listens there is the user's to find out, but the port is named."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])

        code = main(["emulator", "--port", port])

    assert code == 2
    assert port in capsys.readouterr().err


def test_it_prints_what_a_client_needs(tmp_path: Path) -> None:
    """The endpoint, made-up credentials and the region, as lines for a shell."""
    process = subprocess.Popen(
        [sys.executable, "-m", "smsvoice.emulator", "--port", "0", "--region", "eu-west-1"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        lines = [process.stdout.readline().strip() for _ in range(5)]
        port = re.findall(r":([0-9]+)", lines[0])[0]
        with socket.create_connection(("127.0.0.1", port), timeout=20) as asking:
            asking.sendall(b"GET /_smsvoice/health HTTP/1.0\r\nHost: localhost\r\n\r\n")
            assert asking.recv(12) == b"HTTP/1.1 200"  # it serves, so a signal ends it in order
    finally:
        process.terminate()
        process.communicate(timeout=20)

    given = dict(pair.split("=") for line in lines[1:] for pair in line.split()[1:])
    assert lines[0].startswith("pinpoint-sms-voice-v2 on http://127.0.0.1:")
    assert all(line.startswith("export ") for line in lines[1:])
    assert given["AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2"] in lines[0]
    assert set(given) == {
        "AWS_ACCESS_KEY_ID",
        "AWS_DEFAULT_REGION",
        "AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2",
        "AWS_REGION",
        "AWS_SECRET_ACCESS_KEY",
    }
    assert (given["AWS_REGION"], given["AWS_DEFAULT_REGION"]) == ("eu-west-1", "eu-west-1")


@pytest.mark.long
@pytest.mark.parametrize(
    ("options", "environment", "kept"),
    [
        ([], {}, 10_000),
        (["--keep", "5"], {}, 5),
        (["--keep", "0"], {}, None),
        ([], {"SMSVOICE_EMULATOR_KEEP": "7"}, 7),
    ],
)
def test_a_server_keeps_so_many_messages(
    options: list[str], environment: dict[str, str], kept: int | None
) -> None:
    """A bound unless all are asked for, so that it can run for days."""
    with running(*options, **environment) as (http, _):
        assert http.get("/_smsvoice/settings").json["keep_messages"] == kept


@pytest.mark.long
def test_a_bound_of_a_seed_or_an_earlier_start_stays(tmp_path: Path) -> None:
    """The default is for who has said nothing."""
    seed, db = tmp_path / "seed.toml", tmp_path / "db"
    seed.write_text("[settings]\nkeep_messages = 3\n")
    with running("--seed", str(seed), "--db", str(db)) as (http, _):
        sown = http.get("/_smsvoice/settings").json["keep_messages"]

    with running("--db", str(db)) as (http, _):
        assert (sown, http.get("/_smsvoice/settings").json["keep_messages"]) == (3, 3)


@pytest.mark.long
def test_host_names_are_allowed_by_option_and_environment() -> None:
    """Several of each."""
    for options, environment in (
        (("--allow-host", "sms", "--allow-host", "sms.test"), {}),
        ((), {"SMSVOICE_EMULATOR_ALLOW_HOST": "sms, sms.test"}),
    ):
        with running(*options, **environment) as (http, _):
            told = [
                http.get("/_smsvoice/health", host=f"{name}:7670").status
                for name in ("sms", "sms.test", "evil.test")
            ]

        assert told == [200, 200, 403]


def test_a_file_that_cannot_be_read_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line with the table and the remedy."""
    db = tmp_path / "db"
    Emulator(db=db).close()
    with sqlite3.connect(db) as file:
        place = "INSERT INTO records (account, region, name, key, body) VALUES "
        file.execute(place + "('123456789012', 'us-east-1', 'messages', 'k', '{}')")
    file.close()

    code = main(["emulator", "--port", "0", "--db", str(db)])

    told = capsys.readouterr().err
    assert (code, told.count("\n")) == (2, 1)
    assert "table messages" in told
    assert "delete it" in told


@pytest.mark.parametrize("module", ["smsvoice", "smsvoice.emulator.frontends.cli"])
def test_the_version_is_printed(module: str) -> None:
    """By the module as by the command."""
    told = subprocess.run(
        [sys.executable, "-m", module, "--version"], capture_output=True, text=True, check=True
    )

    assert told.stdout == f"smsvoice {smsvoice.__version__}\n"


@pytest.mark.parametrize("arguments", [["smsvoice", "emulator"], ["smsvoice.emulator"]])
def test_the_modules_are_the_command(arguments: list[str]) -> None:
    """`python -m smsvoice emulator` and `python -m smsvoice.emulator`."""
    told = subprocess.run(
        [sys.executable, "-m", *arguments, "--account", "12"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr == ("smsvoice emulator: --account must be 12 digits, e.g. 123456789012\n")


@pytest.mark.parametrize("keep", ["-1", "1.5", "all"])
def test_how_many_are_kept_is_a_whole_number(keep: str) -> None:
    """The parser's own exit code is 2 as well."""
    with pytest.raises(SystemExit) as ended:
        main(["emulator", "--port", "0", "--keep", keep])

    assert ended.value.code == 2


@pytest.mark.parametrize("port", ["70000", "-1", "http"])
def test_a_port_is_a_port(port: str) -> None:
    """The parser's own exit code is 2 as well."""
    with pytest.raises(SystemExit) as ended:
        main(["emulator", "--port", port])

    assert ended.value.code == 2
