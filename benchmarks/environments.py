"""An environment for each peer below `.bench/`, made once; and this one's versions."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.entrants import Peer
from benchmarks.serving import ROOT

FOLDER = ROOT / ".bench"
MADE = ".installed"


class UnavailableError(Exception):
    """An environment could not be made, or a process in it ended badly; says why in few words."""


def environment(peer: Peer) -> str:
    """The interpreter of a peer's environment, which is made when lacking or outdated."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    folder = FOLDER / f"{peer.package}-{version}"
    python = str(folder / "bin" / "python")
    mark, needs = folder / MADE, "\n".join(peer.requirements)
    if mark.exists() and mark.read_text("utf-8") == needs:
        return python
    print(f"installing {peer.package} {peer.version} below .bench/", file=sys.stderr)
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for command in (
        [sys.executable, "-m", "venv", "--clear", str(folder)],
        [*pip, *peer.requirements],
    ):
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode:
            print(run.stderr, file=sys.stderr)
            raise UnavailableError("could not be installed")
    mark.write_text(needs, "utf-8")
    return python


def versions(python: str, packages: Sequence[str]) -> dict[str, str]:
    """The releases that an environment holds, of those packages that it has."""
    code = (
        "import importlib.metadata as m, json, sys\n"
        "have = {d.name.lower().replace('_', '-'): d.version for d in m.distributions()}\n"
        "print(json.dumps({p: have[p] for p in sys.argv[1:] if p in have}))"
    )
    command = [python, "-P", "-c", code, *packages]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found: dict[str, str] = json.loads(told)
    return found


def temporary() -> Path:
    """A folder of the benchmarks' own, to run whole programmes in."""
    FOLDER.mkdir(exist_ok=True)
    return FOLDER
