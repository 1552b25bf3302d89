"""The documentation is true: its Python runs against the emulator, its links and tables hold."""

import ast
import inspect
import logging
import os
import re
import shutil
import sqlite3
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from types import CodeType
from typing import Any, get_args

import anyio
import botocore
import pytest

from smsvoice import Emulator, SmsVoice
from smsvoice.bulk import Outcome as BulkOutcome
from smsvoice.cli._app import app
from smsvoice.codes import CheckStatus, RefusalReason
from smsvoice.core.clock import WallClock
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

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
PERSON = "+12065550142"
TOLD_ELSEWHERE = {"docs/registrations.md"}


def blocks(page: Path, language: str = "python") -> list[str]:
    """The snippets of a page in one language."""
    found = FENCE.findall(page.read_text("utf-8"))
    return [text for kind, text in found if kind == language]


def compiled(text: str, page: Path) -> CodeType:
    """A snippet as code; `await` may stand at its top, as in a notebook."""
    code: CodeType = compile(text, str(page), "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    return code


def run(code: CodeType, names: dict[str, Any]) -> None:
    """Run a snippet, asynchronously where it awaits."""
    outcome = eval(code, names)
    if not inspect.iscoroutine(outcome):
        return

    async def awaited() -> None:
        await outcome

    anyio.run(awaited)


def name_of(page: Path) -> str:
    """A page's path, for test ids."""
    return str(page.relative_to(ROOT))


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

    def pass_by(_: WallClock, seconds: float) -> None:
        for emulator in made:
            emulator.advance(seconds)

    monkeypatch.setattr(Emulator, "__init__", begun)
    monkeypatch.setattr(WallClock, "sleep", pass_by)
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
@pytest.mark.parametrize("page", READABLE, ids=name_of)
def test_every_snippet_of_a_page_runs_as_a_reader_would(page: Path) -> None:
    """One after the other, without AWS, with nothing but what the page itself imports and makes."""
    names: dict[str, Any] = {"__name__": "__main__"}

    for text in blocks(page):
        run(compiled(text, page), names)


def test_the_registration_is_denied_and_then_approved(capsys: pytest.CaptureFixture[str]) -> None:
    """The page's story, just as it is printed: it brings its own emulator and reviewers."""
    path = ROOT / "docs" / "registrations.md"
    names: dict[str, Any] = {}

    for text in blocks(path):
        run(compiled(text, path), names)

    assert "the reviewers want changes" in capsys.readouterr().out
    assert names["registration"].status == "COMPLETE"
    assert names["number"].status == "ACTIVE"


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


class FailingDatabase(sqlite3.Connection):
    """A database that fails once, at the statement that is counted down to."""

    left: int | None = None

    def execute(self, *args: Any, **kwargs: Any) -> sqlite3.Cursor:
        """Run a statement, or fail."""
        self._count_down()
        return super().execute(*args, **kwargs)

    def executemany(self, *args: Any, **kwargs: Any) -> sqlite3.Cursor:
        """Run a statement for each row, or fail."""
        self._count_down()
        return super().executemany(*args, **kwargs)

    def _count_down(self) -> None:
        if self.left is not None:
            self.left = self.left - 1 if self.left else None
            if self.left is None:
                raise sqlite3.OperationalError("disk full")


@pytest.mark.parametrize("statement", range(1 + 3 * 2 + 2))
def test_the_store_of_the_page_on_opt_outs_survives_each_failure(
    emulator: Emulator, statement: int
) -> None:
    """At each statement of a sync over three pages: what is at AWS and what is kept by hand stays."""
    page = ROOT / "docs" / "opt-outs.md"
    names: dict[str, Any] = {}
    run(compiled(blocks(page)[1], page), names)
    database = sqlite3.connect(":memory:", factory=FailingDatabase)
    store = names["SqliteOptOuts"](database)
    emulator.settings.page_size = 2
    newsletter = SmsVoice(session=emulator.session()).opt_out_lists.create("newsletter")
    numbers = [f"+120655501{last:02}" for last in range(6)]
    for number in numbers:
        newsletter.add(number)
    newsletter.sync(store)
    store.add_own("newsletter", numbers[0])
    store.add_own("newsletter", "+12065550190")
    newsletter.add(PERSON)
    newsletter.remove(numbers[1])

    database.left = statement
    with pytest.raises(sqlite3.OperationalError):
        newsletter.sync(store)
    assert not database.in_transaction
    store.add("newsletter", "+12065550191")
    newsletter.sync(store)

    kept = {number for (number,) in database.execute("SELECT number FROM opted_out")}
    expected = {*numbers, PERSON, "+12065550190", "+12065550191"} - {numbers[1]}
    assert kept == expected
    assert store.load_position("newsletter") == (3, None)
    newsletter.remove(numbers[0])
    newsletter.sync(store)
    assert not store.holds("newsletter", "+12065550191")
    assert store.holds("newsletter", numbers[0])
    database.close()


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
    for link in LINK.findall(own):
        if link.startswith(("http:", "https:", "mailto:")):
            continue
        file, _, anchor = link.partition("#")
        target = page.parent / file if file else page
        assert target.exists(), f"{link} leads nowhere"
        if anchor:
            headings = re.findall(r"^#+ (.*)$", target.read_text("utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w]+", "-", one.lower()).strip("-") for one in headings}


def cells(page: Path, column: int = 0) -> set[str]:
    """What stands as code in one column of a page's tables."""
    rows = [line.split("|") for line in page.read_text("utf-8").splitlines() if line[:1] == "|"]
    return {
        code
        for row in rows
        if len(row) > column + 2
        for code in re.findall(r"`([^`]+)`", row[column + 1])
    }


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
        assert {option, variable} <= told


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
