"""The pages for contributors name files and folders that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [
    *sorted((ROOT / "docs" / "dev").glob("*.md")),
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
]
NAMED = re.compile(
    r"`((?:smsvoice|codegen|tests|docs|examples|benchmarks)/[\w./-]*|\w+\.(?:md|toml|yml))`"
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_that_a_page_names_exists(page: Path) -> None:
    """Renaming a module fails here until the page follows."""
    missing = [
        name for name in NAMED.findall(page.read_text("utf-8")) if not (ROOT / name).exists()
    ]

    assert not missing


def test_the_pages_name_paths_at_all() -> None:
    """A pattern that matches nothing would accept everything."""
    assert len(NAMED.findall((ROOT / "docs" / "dev" / "emulator.md").read_text("utf-8"))) > 10
