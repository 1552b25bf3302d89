"""moto: with this imported, `mock_aws` covers pinpoint-sms-voice-v2 as it covers other services.

Two hooks, both plain Python: moto's package path, where its backends are looked for by name, and
its list of URL patterns. With pytest nothing needs importing: our plugin sees to it.
"""

import importlib
import importlib.util
import re
import sys
from collections.abc import Generator
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsvoice.emulator.emulator import Emulator

NAME = "pinpointsmsvoicev2"
URL = r"https?://sms-voice(-fips)?\.(.+)\.(amazonaws\.com|api\.aws)"
_BACKENDS = str(Path(__file__).with_name("_moto_backends"))
_INDEX = "moto.backend_index"
_everywhere: list["Emulator"] = []


class MotoChangedError(ImportError):
    """moto no longer has what this frontend needs."""


def register() -> None:
    """Make moto know this service; doing it twice changes nothing.

    Raises:
        MotoChangedError: moto is of a kind that this version of smsvoice does not know.
        ImportError: moto is not installed.
    """
    moto: Any = importlib.import_module("moto")
    _hang(moto, importlib.import_module(_INDEX))


def register_when_imported() -> None:
    """Make moto know this service as soon as it is imported; until then, nothing is loaded."""
    if _INDEX in sys.modules:
        register()
    elif not any(isinstance(finder, _Watch) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Watch())


def emulator_of(region_name: str = "us-east-1", account_id: str | None = None) -> "Emulator":
    """The emulator behind moto, for its controls: messages, inbound, faults, time.

    Args:
        region_name: AWS region.
        account_id: moto's usual account otherwise.
    """
    if _everywhere:
        return _everywhere[-1]
    register()
    backends: Any = importlib.import_module("moto.backends")
    account = account_id or importlib.import_module("moto.core").DEFAULT_ACCOUNT_ID
    found: Emulator = backends.get_backend(NAME)[account][region_name].emulator
    return found


@contextmanager
def answering(emulator: "Emulator") -> Generator[None]:
    """Answer with one given emulator within `mock_aws`, in all regions and accounts."""
    _everywhere.append(emulator)
    try:
        yield
    finally:
        _everywhere.remove(emulator)


def _hang(moto: Any, index: Any) -> None:
    path: list[str] | None = getattr(moto, "__path__", None)
    patterns: Any = getattr(index, "backend_url_patterns", None)
    if path is None or not isinstance(patterns, list):
        version = getattr(moto, "__version__", "unknown")
        raise MotoChangedError(
            f"smsvoice does not fit moto {version}: its list of URL patterns is not where it was. "
            "Use moto 5.0 to 5.2, or the emulator without moto: smsvoice.emulator.Emulator"
        )
    if _BACKENDS not in path:
        path.append(_BACKENDS)
    known = cast("list[tuple[str, re.Pattern[str]]]", patterns)
    if all(name != NAME for name, _ in known):
        known.append((NAME, re.compile(URL)))


class _Watch(MetaPathFinder):
    """Sees moto's list of URL patterns being loaded, and adds ours; then it is done."""

    def find_spec(
        self,
        fullname: str,
        path: "Sequence[str] | None" = None,  # noqa: ARG002
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        """Find the list as Python does, with a loader that adds to it."""
        if fullname != _INDEX:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(fullname)
        if spec is not None and spec.loader is not None:
            spec.loader = _Adding(spec.loader)
        return spec


class _Adding(Loader):
    """Loads as another loader does, then adds."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """As the other does."""
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """As the other does, and then our pattern goes in."""
        self._loader.exec_module(module)
        _hang(sys.modules["moto"], module)
