"""All generated and mirrored files, as text; written, or compared byte by byte."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from codegen.emit import api, models, operations, permissions, reference, sends
from codegen.mirror import mirrored
from codegen.plan import Plan

ROOT = Path(__file__).resolve().parent.parent
GENERATED = (
    "smsvoice/models",
    "smsvoice/operations",
    "smsvoice/aio/api",
    "smsvoice/aio/sends",
    "docs/operations.md",
)
MIRRORED = ("smsvoice/sync", "tests/sync", "tests/factories/sync")
LONGEST = 900


class TooLongError(Exception):
    """A generated file is longer than a person reads."""


def generated(plan: Plan) -> dict[Path, str]:
    """Every generated file, formatted."""
    raw = {Path("smsvoice/models/__init__.py"): models.package(plan)}
    raw |= {
        Path(f"smsvoice/models/{group}.py"): models.GroupModels(plan, group).source()
        for group in plan.groups
    }
    raw[Path("smsvoice/operations/__init__.py")] = operations.package(plan)
    raw[Path("smsvoice/operations/releases.py")] = operations.releases(plan)
    raw[Path("smsvoice/operations/permissions.py")] = permissions.permissions(plan)
    raw[Path("smsvoice/operations/objects.py")] = permissions.objects(plan)
    raw[Path("smsvoice/aio/api/__init__.py")] = api.package(plan)
    for group in plan.operation_groups:
        raw[Path(f"smsvoice/operations/{group}.py")] = operations.group(plan, group)
        raw[Path(f"smsvoice/aio/api/{group}.py")] = api.group(plan, group)
    raw[Path("smsvoice/aio/sends/__init__.py")] = sends.package()
    raw |= {
        Path(f"smsvoice/aio/sends/{name}.py"): sends.group(plan, name) for name in plan.tables.sends
    }
    files = formatted(raw) | {reference.PAGE: reference.page(plan)}
    for path, text in files.items():
        if (lines := text.count("\n")) >= LONGEST:
            raise TooLongError(
                f"{path} has {lines} lines: split its group in codegen/tables/groups.toml"
            )
    return files


def formatted(files: Mapping[Path, str]) -> dict[Path, str]:
    """The same files as ruff writes them."""
    with TemporaryDirectory() as folder:
        for path, text in files.items():
            target = Path(folder) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text)
        _ruff(folder, "check", "--select=I,F401", "--fix-only", "--exit-zero")
        _ruff(folder, "format")
        return {path: (Path(folder) / path).read_text() for path in files}


def _ruff(folder: str, *step: str) -> None:
    own = ("--no-cache", "--quiet", f"--config={ROOT / 'pyproject.toml'}", "--no-respect-gitignore")
    subprocess.run([sys.executable, "-m", "ruff", *step, *own, folder], check=True)  # noqa: S603


def write(files: Mapping[Path, str], folders: tuple[str, ...]) -> list[Path]:
    """Write what differs and remove what is no longer made; give back which files changed."""
    changed: list[Path] = []
    for path in different(files, folders):
        target = ROOT / path
        if path in files:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(files[path])
        else:
            target.unlink()
        changed.append(path)
    return changed


def different(files: Mapping[Path, str], folders: tuple[str, ...]) -> list[Path]:
    """Files that are missing, too many, or differ in a byte."""
    there = {
        path.relative_to(ROOT)
        for folder in folders
        for path in [ROOT / folder, *(ROOT / folder).rglob("*.py")]
        if path.is_file() and "__pycache__" not in path.parts
    }
    wrong = [
        path for path in files if path not in there or (ROOT / path).read_text() != files[path]
    ]
    return sorted([*wrong, *(there - set(files))])


def mirror() -> dict[Path, str]:
    """Every mirrored file, formatted."""
    return formatted(mirrored(ROOT))
