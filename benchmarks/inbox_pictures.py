"""Pictures of the inbox page: wide and narrow, light and dark, empty and full.

python -m benchmarks.inbox_pictures FOLDER

Each is to be looked at by a person; what a picture must show is in tests/long/inbox.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from smsvoice.emulator import Emulator
from smsvoice.emulator.frontends.server import App, serving
from tests.factories import inbox
from tests.factories.chromium import browser_of

SIZES = {"1280": (1280, 900), "390": (390, 844)}
LOOKS = ("light", "dark")
SECONDS = 30.0
_DRAWN = """
const isLive = document.getElementById("live")?.dataset.on === "true";
const isKnown = document.getElementById("account")?.textContent.length === 12;
return isLive && isKnown ? document.querySelectorAll("main *").length : 0;
"""
"""How many elements are there once the page is live; it is drawn when that number stays."""


def take(folder: Path, only: str = "") -> list[Path]:
    """Take all pictures whose name holds a text; their files."""
    with tempfile.TemporaryDirectory() as scratch:
        media = inbox.pictures(Path(scratch) / "media")
        with _chromium(Path(scratch)) as driver:
            return [path for name in _SCENES for path in _scene(driver, name, folder, media, only)]


_SCENES = ("empty", "twenty", "many")


def _scene(driver: Any, name: str, folder: Path, media: Path, only: str) -> Iterator[Path]:
    with Emulator(clock_runs=False) as emulator, serving(App(emulator, media=media)) as url:
        aws = emulator.session().client("pinpoint-sms-voice-v2")
        ids = {} if name == "empty" else inbox.furnish(aws, emulator)
        if name == "many":
            inbox.crowd(aws, 2_500, 2)
            emulator.advance(30)
        for what, query in _views(name, ids).items():
            for size, look in ((s, one) for s in SIZES for one in LOOKS):
                path = folder / f"{name}-{what}-{size}-{look}.png"
                if only in path.name:
                    _shoot(driver, f"{url}/{query}", path, size, look)
                    yield path


def _views(name: str, ids: dict[str, str]) -> dict[str, str]:
    """What is looked at: the query of each view."""
    if name == "empty":
        return {"start": "", "controls": "?view=controls"}
    if name == "many":
        return {"list": "", "failed": "?state=FAILED&channel=SMS"}

    def of(person: str, message: str = "", view: str = "") -> str:
        parts = {"to": person, "message": message, "view": view}
        return "?" + "&".join(f"{key}={quote(one)}" for key, one in parts.items() if one)

    return {
        "list": "",
        "replies": of(inbox.ADA, ids["parking"]),
        "carousel": of(inbox.BEN, ids["carousel"]),
        "card": of(inbox.BEN, ids["card"]),
        "call": of(inbox.CEM, ids["call"]),
        "details": of(inbox.CEM, ids["blocked"], "details"),
        "controls": of(inbox.BEN, "", "controls"),
        "search": "?text=shoes&channel=RCS",
    }


def _shoot(driver: Any, url: str, path: Path, size: str, look: str) -> None:
    width, height = SIZES[size]
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    features = [{"name": "prefers-color-scheme", "value": look}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    driver.get(url)
    until = time.monotonic() + SECONDS
    before = -1
    while (now := driver.execute_script(_DRAWN)) == 0 or now != before:
        if time.monotonic() > until:
            raise TimeoutError(url)
        before = now
        time.sleep(0.7)
    path.parent.mkdir(parents=True, exist_ok=True)
    driver.save_screenshot(str(path))


@contextmanager
def _chromium(folder: Path) -> Iterator[Any]:
    with browser_of(folder) as driver:
        yield driver


if __name__ == "__main__":
    for made in take(Path(sys.argv[1]), *sys.argv[2:3]):
        sys.stdout.write(f"{made}\n")
