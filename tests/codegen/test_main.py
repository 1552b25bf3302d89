"""`python -m codegen`: what it prints, writes and gives back."""

from pathlib import Path

import pytest

from codegen import __main__, mirror, output_files, read
from codegen.plan import Tables
from tests.codegen.small_service import MODEL, PAGES, TABLES, without

pytestmark = pytest.mark.generator

OLD = Path(__file__).with_name("botocore-1.42.80")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of the small service, with one async source, and all names of the mirror used."""
    use_tables(monkeypatch, TABLES)
    monkeypatch.setattr(read, "installed", lambda: read.parse(MODEL, PAGES, "1.0.0"))
    monkeypatch.setattr(output_files, "ROOT", tmp_path)
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\nline-length = 100\n")
    (tmp_path / "smsvoice/aio").mkdir(parents=True)
    (tmp_path / "smsvoice/aio/names.py").write_text(f"NAMES = {list(mirror.NAMES)}\n")
    return tmp_path


def use_tables(monkeypatch: pytest.MonkeyPatch, tables: Tables) -> None:
    """Let the command read these tables."""
    monkeypatch.setattr(__main__, "tables", lambda: tables)


def test_writing_and_then_checking_finds_no_difference(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A changed byte is found."""
    assert __main__.main([]) == 0
    assert __main__.main(["--check"]) == 0
    (root / "smsvoice/models/things.py").write_text("x = 1\n")
    assert __main__.main(["--check"]) == 1

    out = capsys.readouterr().out
    assert "files written" in out
    assert "0 files differ" in out
    assert out.endswith("smsvoice/models/things.py is not what codegen makes\n1 files differ\n")
    assert (root / "smsvoice/sync/names.py").exists()


def test_a_table_that_lacks_a_line_stops(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written."""
    use_tables(monkeypatch, Tables(**{**vars(TABLES), "shapes": without(TABLES.shapes, "Thing")}))

    assert __main__.main([]) == 2
    assert "shapes.toml: add Thing" in capsys.readouterr().err
    assert not (root / "smsvoice/models").exists()


def test_a_line_that_nothing_uses_stops(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Checking too, and names of the mirror too."""
    use_tables(monkeypatch, Tables(**{**vars(TABLES), "shapes": {**TABLES.shapes, "Gone": "x"}}))
    (root / "smsvoice/aio/names.py").write_text("")

    assert __main__.main(["--check"]) == 2

    lines = capsys.readouterr().err
    assert "shapes.toml: remove Gone" in lines
    assert 'codegen/mirror.py: remove "anext" from NAMES' in lines


def test_a_scaffold_is_printed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And an unknown operation is refused."""
    assert __main__.main(["--scaffold", "SendThing"]) == 0
    assert __main__.main(["--scaffold", "Other"]) == 2

    printed = capsys.readouterr()
    assert printed.out.startswith("# smsvoice/emulator/operations/things.py\n")
    assert "has no operation Other" in printed.err
    assert not (root / "smsvoice/models").exists()


def test_a_report_compares_with_the_installed_model_or_with_another(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One folder or two."""
    assert __main__.main(["--report", str(OLD)]) == 0
    assert __main__.main(["--report", str(OLD), str(OLD)]) == 0

    out = capsys.readouterr().out
    assert "- operation SendRcsMessage" in out
    assert "botocore-1.42.80 -> botocore-1.42.80: 0 differences" in out


def test_help_explains_each_form(capsys: pytest.CaptureFixture[str]) -> None:
    """As the package's docstring does."""
    with pytest.raises(SystemExit):
        __main__.main(["--help"])

    assert "python -m codegen --check " in capsys.readouterr().out
