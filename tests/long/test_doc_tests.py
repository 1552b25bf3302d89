"""The tests that pages show, as a reader would run them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pages import PAGES, blocks, name_of


@pytest.mark.long
def test_the_tests_that_a_page_shows_pass(tmp_path: Path) -> None:
    """With the fixtures that pytest finds by itself; each page's tests in a file."""
    shown = {
        name_of(page): text
        for page in PAGES
        for text in blocks(page)
        if "\ndef test_" in f"\n{text}"
    }
    assert len(shown) > 1
    for page, text in shown.items():
        (tmp_path / f"test_{re.sub(r'[^a-z]', '_', page)}.py").write_text(text)

    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        timeout=120,
    )

    assert ran.returncode == 0, ran.stdout
    assert re.search(r"^[2-9] passed", ran.stdout, re.MULTILINE)
