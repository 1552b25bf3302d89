"""The page that people see first: its links hold, its figures are those of the last benchmark."""

import re
import tomllib

from tests.pages import README, ROOT


def test_the_readme_defines_the_links_that_it_uses() -> None:
    """Each once, in one place: there they become absolute when the project has an address."""
    text = README.read_text("utf-8")
    defined = re.findall(r"^\[([^\]]+)\]: (\S+)$", text, re.MULTILINE)
    used = re.findall(r"(?<!\!)\[([^\]\n]+)\](?:\[([^\]\n]*)\])(?!\()", text)

    assert {(named or shown).lower() for shown, named in used} == {name for name, _ in defined}
    urls = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"].get("urls", {})
    if urls:  # PyPI shows this page, and knows no paths of the repository
        assert all(link.startswith("https:") for _, link in defined)


def test_the_readme_compares_what_the_last_benchmark_measured() -> None:
    """CPU time of a send, by library, as on the page of figures."""
    page = (ROOT / "docs" / "benchmarks.md").read_text("utf-8")
    section = page.partition("### One send after another\n")[2].partition("###")[0]
    measured = dict(re.findall(r"^\| ([^|]+) \| ([\d.]+)", section, re.MULTILINE))
    (row,) = re.findall(r"^\| CPU time of a send.*?\| (.*) \|$", README.read_text(), re.MULTILINE)

    columns = [
        "smsvoice",
        "raw boto3",
        "aiobotocore, async",
        "capo, async",
        "aws-resource-validator",
    ]
    assert row.split(" | ") == [measured[name] for name in columns]
