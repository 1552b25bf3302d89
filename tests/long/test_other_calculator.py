"""Message parts as a calculator in another language counts them: `split-sms` from npm.

It is looked for where SMSVOICE_CLIENTS says, ~/.cache/smsvoice-clients otherwise, and installed
there by npm when it is missing.
"""

import json
import os
import subprocess
from pathlib import Path
from random import Random

import pytest

from smsvoice.text import segments

pytestmark = pytest.mark.long
TEXTS = 20_000
PLACE = Path(os.environ.get("SMSVOICE_CLIENTS", "~/.cache/smsvoice-clients")).expanduser()
PLAIN = "abcdefghij ABCDEF 0123456789 .,:;!? @£$¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉÄÖÑÜ§äöñüà\n"
EXTENDED = "^{}\\[~]|€"
OTHERS = "яж中文ç“”’…–\u00a0😀👍🏽𝐇"


@pytest.fixture(scope="module")
def modules() -> Path:
    """Where npm has put it."""
    place = PLACE / "segments"
    if not (place / "node_modules" / "split-sms").exists():
        place.mkdir(parents=True, exist_ok=True)
        command = [
            "npm",
            "install",
            "--no-audit",
            "--no-fund",
            "--prefix",
            str(place),
            "split-sms@0.1.7",
        ]
        subprocess.run(command, check=True)
    return place / "node_modules"


def texts() -> list[str]:
    """Texts around every border, of all kinds of characters."""
    chance = Random(20_261_127)
    found: list[str] = []
    for _ in range(TEXTS):
        alphabet = PLAIN
        if chance.random() < 0.6:
            alphabet += EXTENDED * chance.randint(1, 8)
        if chance.random() < 0.4:
            alphabet += OTHERS
        border = chance.choice([70, 134, 160, 201, 306, 459])
        length = chance.randrange(400) if chance.random() < 0.5 else border + chance.randint(-6, 6)
        found.append("".join(chance.choices(alphabet, k=length)))
    return found


def test_twenty_thousand_texts_take_as_many_parts_as_elsewhere(modules: Path) -> None:
    """And the parts of each are the text."""
    given = texts()
    script = Path(__file__).with_name("clients") / "segments.cjs"
    done = subprocess.run(
        ["node", str(script)],
        input="".join(f"{json.dumps(one)}\n" for one in given),
        env={**os.environ, "NODE_PATH": str(modules)},
        capture_output=True,
        text=True,
        check=True,
    )
    theirs = [json.loads(line) for line in done.stdout.splitlines()]

    assert len(theirs) == len(given)
    differing = 0
    for text, (alphabet, parts) in zip(given, theirs, strict=True):
        ours = segments(text)
        assert "".join(ours.texts) == text
        differing += (ours.encoding, ours.parts) != (alphabet.upper(), max(parts, 1))
    assert differing == 0
