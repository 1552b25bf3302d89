"""Requests that a tool makes up from the description of the controls alone."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.frontends._controls.openapi import describe
from smsvoice.emulator.frontends._controls.table import ROUTES
from smsvoice.emulator.frontends.server import App, serving

pytestmark = pytest.mark.long
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
)


def impatient() -> dict[str, Any]:
    """The description, with waits that end at once."""
    described = describe(ROUTES)
    for verbs in described["paths"].values():
        for operation in verbs.values():
            for parameter in operation.get("parameters", ()):
                if parameter["name"] == "wait":
                    parameter["schema"] = parameter["schema"] | {"maximum": 0.01}
    return described


def test_no_described_request_fails_or_is_answered_otherwise(tmp_path: Path) -> None:
    """Each route but the stream of changes, which has no end."""
    pytest.importorskip("schemathesis", reason="needs schemathesis")
    description = tmp_path / "openapi.json"
    description.write_text(json.dumps(impatient()), "utf-8")
    with Emulator(seed=7) as emulator, serving(App(emulator)) as url:
        done = subprocess.run(
            [
                *(sys.executable, "-m", "schemathesis.cli", "run", str(description)),
                *("--url", url, "--checks", ",".join(CHECKS)),
                *("--phases", "examples,fuzzing", "--max-examples", "5", "--seed", "7"),
                *("--exclude-path", "/_smsvoice/changes", "--request-timeout", "20"),
                "--no-color",
            ],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=900,
        )

    assert done.returncode == 0, done.stdout[-6000:]
