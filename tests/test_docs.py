"""The documentation is true: its Python runs against the emulator, its links and tables hold."""

import ast
import logging
import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args

import botocore
import pytest
from botocore import register_initializer

from smsvoice import Emulator
from smsvoice.bulk import Outcome as BulkOutcome
from smsvoice.cli._app import app
from smsvoice.codes import CheckStatus, RefusalReason
from smsvoice.core.clock import AsyncWallClock, WallClock
from smsvoice.emulator.controls.faults import FaultKind
from smsvoice.emulator.controls.seed import Plan, apply
from smsvoice.emulator.engine.settings import Settings
from smsvoice.emulator.frontends._controls.table import ROUTES
from smsvoice.emulator.frontends.cli import main
from smsvoice.emulator.frontends.server import App, serving
from smsvoice.events import Outcome
from smsvoice.events.sns.envelope import Reason
from smsvoice.rules.diagnosis import Severity
from smsvoice.rules.diagnosis.findings import CHECKS
from tests.factories import pinpoint_v1
from tests.pages import (
    FENCE,
    LINK,
    PAGES,
    ROOT,
    blocks,
    cells,
    compiled,
    name_of,
    run,
    run_page,
)

PERSON = "+12065550142"
LONG = {
    "docs/bulk.md",
    "docs/guides/celery.md",
    "docs/guides/django.md",
    "docs/tutorials/campaign.md",
}
"""Pages that keep to a pace, or load much: they take seconds."""
TOLD_ELSEWHERE = {"docs/registrations.md", "docs/tutorials/from-pinpoint.md"}


READABLE = [page for page in PAGES if blocks(page) and name_of(page) not in TOLD_ELSEWHERE]
SNIPPETS = [
    pytest.param(page, text, id=f"{name_of(page)}-{number}")
    for page in PAGES
    for number, text in enumerate(blocks(page), 1)
]


@pytest.fixture(autouse=True)
def _own_initializers(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a library of a snippet does to every session of botocore ends with the snippet."""
    monkeypatch.setattr(botocore, "_INITIALIZERS", list(vars(botocore)["_INITIALIZERS"]))


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An emulator whose things are ready at once."""
    with Emulator(settings=Settings(seconds_to_settle=0)) as emulator:
        yield emulator


@pytest.mark.parametrize(("page", "text"), SNIPPETS)
def test_a_snippet_is_python(page: Path, text: str) -> None:
    """It compiles, with `await` at its top where it has one."""
    assert compiled(text, page).co_filename == str(page)


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> list[Emulator]:
    """The emulators that a page makes; a wait puts their clocks forward and sleeps for nothing."""
    made: list[Emulator] = []
    begin = Emulator.__init__

    def begun(self: Emulator, *args: Any, **kwargs: Any) -> None:
        begin(self, *args, **kwargs)
        made.append(self)

    def pass_by(_: object, seconds: float) -> None:
        for emulator in made:
            emulator.advance(seconds)

    async def pass_by_awaited(_: object, seconds: float) -> None:
        pass_by(_, seconds)

    monkeypatch.setattr(Emulator, "__init__", begun)
    monkeypatch.setattr(WallClock, "sleep", pass_by)
    monkeypatch.setattr(AsyncWallClock, "sleep", pass_by_awaited)
    return made


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A machine without AWS: no credentials, no region, no profile; and its logging as it was."""
    for name in [name for name in os.environ if name.startswith(("AWS_", "SMSVOICE_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    monkeypatch.chdir(tmp_path)
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    yield
    root.setLevel(level)
    root.handlers[:] = handlers


@pytest.mark.usefixtures("alone", "hurried")
@pytest.mark.parametrize(
    "page",
    [
        pytest.param(page, marks=[pytest.mark.long] if name_of(page) in LONG else [])
        for page in READABLE
    ],
    ids=name_of,
)
def test_every_snippet_of_a_page_runs_as_a_reader_would(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One after the other, without AWS, with nothing but what the page itself imports and makes.

    What a comment promises behind an arrow, `# -> sent 3`, is a line that is printed.
    """
    run_page(page, capsys)


def test_the_registration_is_denied_and_then_approved(capsys: pytest.CaptureFixture[str]) -> None:
    """The page's story, just as it is printed: it brings its own emulator and reviewers."""
    path = ROOT / "docs" / "registrations.md"
    names: dict[str, Any] = {}

    for text in blocks(path):
        run(compiled(text, path), names)

    assert "the reviewers want changes" in capsys.readouterr().out
    assert names["registration"].status == "COMPLETE"
    assert names["number"].status == "ACTIVE"


@pytest.mark.long
@pytest.mark.usefixtures("alone", "hurried")
def test_the_calls_of_pinpoint_and_ours_stand_side_by_side(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """boto3 checks and writes the calls of its `pinpoint` client; the emulator answers ours."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    asked: list[str] = []

    def spoken(**kwargs: Any) -> Any:
        asked.append(kwargs["event_name"].rpartition(".")[2])
        return pinpoint_v1.answer(kwargs["request"])

    register_initializer(lambda session: session.register("before-send.pinpoint", spoken))

    run_page(ROOT / "docs" / "tutorials" / "from-pinpoint.md", capsys)

    texts = ["SendMessages", "SendMessages"]
    assert asked == [*texts, "SendOTPMessage", "VerifyOTPMessage", "PhoneNumberValidate", texts[0]]


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("page", ["README.md", "docs/index.md", "docs/one-time-codes.md"])
def test_the_code_of_a_page_reaches_its_recipient(page: str, hurried: list[Emulator]) -> None:
    """It stands in the text that the person reads."""
    names: dict[str, Any] = {"__name__": "__main__"}

    for text in blocks(ROOT / page):
        run(compiled(text, ROOT / page), names)
        if hurried and hurried[0].messages:
            break

    (message,) = hurried[0].messages
    assert message.destination_phone_number == PERSON
    assert "481516" in message.body


@pytest.mark.parametrize(
    ("extra", "module"),
    [
        ("bulk", "smsvoice.bulk"),
        ("moto", "moto"),
        ("progress", "smsvoice.progress"),
        ("emulator", "serving"),
        ("sns", "SnsVerifier"),
        ("sql", "SqlStore"),
    ],
)
def test_a_page_that_needs_an_extra_says_so(extra: str, module: str) -> None:
    """Near the snippet that imports it."""
    for page in PAGES:
        for text in blocks(page):
            if re.search(rf"^(from|import) .*\b{re.escape(module)}\b", text, re.MULTILINE):
                assert f"smsvoice[{extra}]" in page.read_text("utf-8"), name_of(page)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_within_the_repository_lead_somewhere(page: Path) -> None:
    """Each names a file, and a heading of it where it names one."""
    own = re.sub(FENCE, "", page.read_text("utf-8"))
    for link in map("".join, LINK.findall(own)):
        if link.startswith(("http:", "https:", "mailto:")):
            continue
        file, _, anchor = link.partition("#")
        target = page.parent / file if file else page
        assert target.exists(), f"{link} leads nowhere"
        if anchor:
            headings = re.findall(r"^#+ (.*)$", target.read_text("utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w]+", "-", one.lower()).strip("-") for one in headings}


GUIDE = ROOT / "docs" / "emulator.md"


def test_every_setting_is_documented_with_its_default() -> None:
    """The table of settings has all of them."""
    assert {one.name for one in fields(Settings)} <= cells(GUIDE)
    told = dict(re.findall(r"^\| `(\w+)` \| `([^`]+)` \|", GUIDE.read_text("utf-8"), re.MULTILINE))
    settings = Settings()
    for name, default in told.items():
        if hasattr(settings, name):
            assert getattr(settings, name) == ast.literal_eval(default), name


def test_every_kind_of_fault_is_documented() -> None:
    """The table of faults has all of them."""
    assert {kind.value for kind in FaultKind} <= cells(GUIDE)


def test_every_check_of_the_doctor_is_documented() -> None:
    """Under a heading of its own, that links can name; and every severity."""
    page = (ROOT / "docs" / "doctor.md").read_text("utf-8")

    headings = re.findall(r"^### (.+)$", page, re.MULTILINE)
    assert headings == list(CHECKS)
    assert all(f"| `{severity}` |" in page for severity in Severity)


def test_every_command_is_documented() -> None:
    """In the table of the command line."""
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    commands = {
        one.name or getattr(one.callback, "__name__", "") for one in app.registered_commands
    }

    assert {name for name in commands if f"| `smsvoice {name}" not in page} == set()


def test_every_outcome_is_documented() -> None:
    """The table says for each what to do."""
    assert {str(one) for one in Outcome} <= cells(ROOT / "docs" / "events.md")


def test_every_outcome_of_a_row_is_documented() -> None:
    """The table says for each what the next call does."""
    assert {str(one) for one in BulkOutcome} <= cells(ROOT / "docs" / "bulk.md")


@pytest.mark.parametrize("kind", [CheckStatus, RefusalReason])
def test_every_answer_about_a_code_is_documented(kind: type[StrEnum]) -> None:
    """What a check says, and why nothing is sent."""
    assert {str(one) for one in kind} <= cells(ROOT / "docs" / "codes.md")


def test_every_reason_to_refuse_a_webhook_is_documented() -> None:
    """The table has each once."""
    assert set(get_args(Reason)) <= cells(ROOT / "docs" / "webhooks.md")


def test_the_guide_names_controls_that_are_there() -> None:
    """Verb and path of each; the page of the routes has all of them."""
    there_are = {f"{route.method} {route.path}" for route in ROUTES}
    named = {one for one in cells(GUIDE, 1) if re.match("(GET|POST|DELETE) ", one)}

    assert there_are - named == {one for one in there_are - named if one.startswith("POST /give/")}
    assert named <= there_are


@pytest.mark.skipif(shutil.which("curl") is None, reason="needs curl")
def test_the_curl_of_the_guide_runs_as_it_is_printed(tmp_path: Path) -> None:
    """One line after the other in a shell; the last answers hold what the guide says."""
    script = "set -e\n" + "\n".join(blocks(GUIDE, "bash"))
    with Emulator() as emulator, serving(App(emulator)) as url:
        done = subprocess.run(
            ["bash", "-c", script.replace("http://127.0.0.1:7670", url)],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
        )

        assert done.returncode == 0, done.stdout
        assert emulator.messages == []
        assert emulator.settings.sandbox is True
    assert '{"code":"481516",' in done.stdout
    assert '"State":"FAILED"' in done.stdout


def test_every_option_of_the_server_is_documented(capsys: pytest.CaptureFixture[str]) -> None:
    """With its environment variable."""
    told = cells(GUIDE) | cells(GUIDE, 1)

    with pytest.raises(SystemExit):
        main(["emulator", "--help"])

    options = set(re.findall(r"^  (--[a-z-]+)", capsys.readouterr().out, re.MULTILINE))
    assert "--port" in options
    for option in options:
        variable = f"SMSVOICE_EMULATOR_{option[2:].replace('-', '_').upper()}"
        assert option in told
        assert variable in told or option == "--check"  # which serves nothing


def test_the_seed_of_the_guide_can_be_sown(emulator: Emulator) -> None:
    """Its calls are made, and its pool stands on its number."""
    (text,) = blocks(GUIDE, "toml")

    made = apply(emulator, Plan.of(tomllib.loads(text)))

    aws = emulator.session().client("pinpoint-sms-voice-v2")
    (pool,) = aws.describe_pools()["Pools"]
    (member,) = aws.list_pool_origination_identities(PoolId=pool["PoolId"])["OriginationIdentities"]
    assert pool["Status"] == "ACTIVE"
    assert member["OriginationIdentity"] == made[0]["PhoneNumberId"]
    assert emulator.settings.sandbox
