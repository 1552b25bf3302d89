"""Files are formatted, compared byte by byte, written, and removed when nothing makes them."""

from pathlib import Path

import pytest

from codegen import output_files
from codegen.output_files import TooLongError
from tests.codegen.small_service import plan

pytestmark = pytest.mark.generator


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for the repository."""
    monkeypatch.setattr(output_files, "ROOT", tmp_path)
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\nline-length = 100\n")
    return tmp_path


def put(root: Path, **files: str) -> None:
    """Write modules into the folder `made`."""
    (root / "made").mkdir()
    for name, text in files.items():
        (root / "made" / f"{name}.py").write_text(text)


def test_missing_extra_and_changed_files_differ(root: Path) -> None:
    """Equal ones do not."""
    put(root, same="a\n", changed="b\n", extra="c\n")
    wanted = {
        Path(f"made/{n}.py"): t for n, t in (("same", "a\n"), ("changed", "x\n"), ("new", "n\n"))
    }

    differing = output_files.different(wanted, ("made",))

    assert differing == [Path("made/changed.py"), Path("made/extra.py"), Path("made/new.py")]


def test_writing_leaves_only_what_is_made(root: Path) -> None:
    """And a second time changes nothing."""
    put(root, extra="c\n")
    wanted = {Path("made/deep/new.py"): "n\n"}

    first = output_files.write(wanted, ("made",))
    second = output_files.write(wanted, ("made",))

    assert first == [Path("made/deep/new.py"), Path("made/extra.py")]
    assert second == []
    assert (root / "made/deep/new.py").read_text() == "n\n"
    assert not (root / "made/extra.py").exists()


def test_files_are_formatted_and_unused_imports_go(root: Path) -> None:
    """As ruff writes them."""
    made = output_files.formatted({Path("a.py"): "import os\nimport re\nx = re.compile( 'a' )\n"})

    assert made == {Path("a.py"): 'import re\n\nx = re.compile("a")\n'}
    assert not (root / "a.py").exists()


def test_all_files_of_a_service_are_made(root: Path) -> None:
    """One module a group in each folder, the packages, the sends and the page."""
    paths = {str(path) for path in output_files.generated(plan())}

    assert root.exists()
    assert {
        "smsvoice/models/__init__.py",
        "smsvoice/models/common.py",
        "smsvoice/models/things.py",
        "smsvoice/operations/__init__.py",
        "smsvoice/operations/releases.py",
        "smsvoice/operations/things.py",
        "smsvoice/aio/api/__init__.py",
        "smsvoice/aio/api/things.py",
        "smsvoice/aio/sends/__init__.py",
        "smsvoice/aio/sends/messages.py",
        "smsvoice/aio/sends/origin.py",
        "docs/operations.md",
    } <= paths


def test_a_file_that_is_too_long_stops_with_what_to_do(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A person reads it."""
    monkeypatch.setattr(output_files, "LONGEST", 20)

    with pytest.raises(TooLongError, match=r"split its group in codegen/tables/groups\.toml"):
        output_files.generated(plan())
    assert root.exists()


def test_no_generated_file_is_longer_than_a_person_reads() -> None:
    """Under 900 lines each, mirrored ones included."""
    folders = ("models", "operations", "aio/api", "aio/sends", "sync/api", "sync/sends")
    package = output_files.ROOT / "smsvoice"
    lengths = [
        len(path.read_text().splitlines())
        for folder in folders
        for path in (package / folder).glob("*.py")
    ]

    assert max(lengths) < output_files.LONGEST


def test_the_mirror_is_formatted(root: Path) -> None:
    """Its files are those of the sources."""
    (root / "smsvoice/aio").mkdir(parents=True)
    (root / "smsvoice/aio/a.py").write_text("async def f( ) -> None: ...\n")

    made = output_files.mirror()

    assert made[Path("smsvoice/sync/a.py")].endswith("def f() -> None: ...\n")
