"""Options of the whole suite: frontends of the emulator, event loops, and whether long tests run.

That of the paths stands in `tests/paths.py`.
"""

import gc
import os
from typing import Any

import boto3
import pytest
from botocore.hooks import EventAliaser
from hypothesis import settings

FRONTENDS = ("in_process", "server", "moto")
LOOPS = ("asyncio", "trio")
WAYS = {
    "--frontends": ("frontend", "in_process"),
    "--loops": ("anyio_backend", "asyncio"),
    "--paths": ("call_path", "botocore"),
}
"""Options of ways, the fixture by which a test takes them, and the way of a run without options."""

settings.register_profile("no deadline", deadline=None)  # no test asserts a time
settings.load_profile("no deadline")

# Each of botocore's sessions and clients would work out the same 150 names again, for 8 ms each.
aliaser: Any = EventAliaser
aliased_name = aliaser(None)._alias_event_name
aliaser._alias_event_name = lambda _, name: aliased_name(name)

pytest_plugins = ["tests.databases", "tests.fixtures", "tests.paths"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--frontends`."""
    parser.addoption(
        "--frontends",
        default="in_process",
        help=f"frontends that the behaviour suite of the emulator runs on, of {','.join(FRONTENDS)}; or all",
    )
    parser.addoption("--loops", default="asyncio", help="event loops: asyncio, trio, or all")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what goes through a frontend, or on an event loop, once for each that is asked for."""
    if "anyio_backend" in metafunc.fixturenames:
        loops: str = metafunc.config.getoption("--loops")
        chosen = LOOPS if loops == "all" else (loops,)
        metafunc.parametrize("anyio_backend", chosen, indirect=True)
    if "frontend" not in metafunc.fixturenames:
        return
    asked: str = metafunc.config.getoption("--frontends")
    frontends = FRONTENDS if asked == "all" else tuple(asked.split(","))
    if unknown := set(frontends) - set(FRONTENDS):
        raise pytest.UsageError(
            f"no such frontend: {', '.join(unknown)}; there are {', '.join(FRONTENDS)}"
        )
    metafunc.parametrize("frontend", frontends, scope="session")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip long tests unless they are asked for by `-m long`; the longest begin first.

    Where all ways that are asked for are others than usual, what takes none of them is left out: it
    would run once more as it always does.
    """
    for option, (fixture, usual) in WAYS.items():
        asked = config.getoption(option) or usual
        if usual not in asked and asked != "all":
            without = [one for one in items if fixture not in getattr(one, "fixturenames", ())]
            config.hook.pytest_deselected(items=without)
            left_out = set(without)
            items[:] = [one for one in items if one not in left_out]
    items.sort(key=lambda item: "tests/long/" not in item.nodeid)
    if config.getoption("-m"):
        return
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.skip(reason="long: run with -m long"))


def pytest_collection_finish() -> None:
    """What there is before the first test stays to the end: the collector need not go through it."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Three workers for two cores under `-n auto`: many tests wait for a socket or a clock."""
    return max(1, (os.cpu_count() or 1) * 3 // 2)


@pytest.fixture(autouse=True)
def _no_default_session(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins without the default session that an earlier one made boto3 make."""
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", None)


@pytest.fixture
def anyio_backend(request: pytest.FixtureRequest) -> str:
    """The event loop that `--loops` asks for."""
    return str(request.param)
