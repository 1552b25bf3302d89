"""The package that the guide to AWS Lambda makes smaller still sends."""

import os
import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from smsvoice import Emulator
from smsvoice.emulator.frontends.server import App, serving
from tests.pages import FENCE, ROOT

pytestmark = pytest.mark.long
PAGE = ROOT / "docs" / "guides" / "lambda.md"
SEND = """
import sys
from smsvoice import SmsVoice
sms = SmsVoice(region_name="us-east-1", endpoint_url=sys.argv[1])
print(sms.fast_path, sms.messages.send_text("+14254147755", message_body="Hello").message_id)
"""


def needed(name: str) -> set[str]:
    """A distribution and all that it needs here, without extras."""
    try:
        lines = metadata.requires(name) or ()
    except metadata.PackageNotFoundError:  # for another Python
        return set()
    found = {name}
    for line in lines:
        if "extra ==" not in line:
            found |= needed(re.split(r"[^\w.-]", line, maxsplit=1)[0])
    return found


def install(folder: Path) -> None:
    """What `pip install --target` puts there, copied from this environment."""
    for name in needed("smsvoice") - {"smsvoice"}:
        for file in metadata.files(name) or ():
            source = Path(str(file.locate()))
            if ".." not in file.parts and "__pycache__" not in file.parts and source.is_file():
                target = folder / file
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
    shutil.copytree(
        ROOT / "smsvoice", folder / "smsvoice", ignore=shutil.ignore_patterns("__pycache__")
    )
    (folder / "bin").mkdir()


def test_the_package_of_the_guide_sends(tmp_path: Path) -> None:
    """Its own commands make it small, and nothing of this environment helps it."""
    package = tmp_path / "package"
    install(package)
    (commands,) = [text for _, _, text in FENCE.findall(PAGE.read_text()) if "compileall" in text]
    script = "\n".join(line for line in commands.splitlines() if not line.startswith("zip"))
    script = script.replace("python3.13", sys.executable)
    before = sum(path.stat().st_size for path in package.rglob("*"))

    subprocess.run(["sh", "-ec", script], cwd=tmp_path, check=True, capture_output=True)

    modules = [path for path in package.rglob("*") if path.suffix != ".pyc"]
    assert sum(path.stat().st_size for path in modules) < before / 2
    with Emulator() as emulator, serving(App(emulator)) as url:
        sent = subprocess.run(
            [sys.executable, "-S", "-c", SEND, url],
            cwd=package,
            check=False,
            capture_output=True,
            text=True,
            timeout=120,
            env={**os.environ, "PYTHONPATH": str(package), "AWS_ACCESS_KEY_ID": "a"}
            | {"AWS_SECRET_ACCESS_KEY": "b", "PYTHONDONTWRITEBYTECODE": "1"},
        )

        assert sent.returncode == 0, sent.stderr
        (message,) = emulator.messages
        assert sent.stdout.split() == ["open", message.message_id]
