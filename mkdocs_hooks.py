"""What mkdocs does beside its settings: CHANGELOG.md as a page, and tables for narrow screens."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

CHANGELOG = Path(__file__).parent / "CHANGELOG.md"
PICTURE = re.compile(r'<img ([^>]*)src="([^"]*)inbox\.png"([^>]*)>')
TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
HEADING = re.compile(r"<th[^>]*>(.*?)</th>", re.DOTALL)
LONG_CODE = re.compile(r"<code>[^<]{60,}</code>")
SOME_CODE = re.compile(r"<code>[^<]{25,}</code>")
TAG = re.compile(r"<[^>]+>")
BEHIND = ("reference/", "dev/", "changelog", "emulator-behaviour", "emulator-http")
"""Pages that the search shows behind the others."""
FIGURES = "text-align: right"
UNIT = re.compile(r"(?<=\d) (?=us\b|ms\b|s\b|MiB\b|times\b)")
MOST_COLUMNS = 4
"""More of them do not fit beside a navigation: each row becomes a block instead."""


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":
    """Add the changelog, whose links count from the project's folder."""
    from mkdocs.structure.files import File  # noqa: PLC0415  mkdocs is there when this runs

    text = CHANGELOG.read_text("utf-8").replace("](docs/", "](")
    files.append(File.generated(config, "changelog.md", content=text))
    return files


def on_page_markdown(markdown: str, page: "Page", **_: object) -> str:
    """Guides are found before the reference; a page that stands alone needs no navigation."""
    if page.parent is None:
        page.meta.setdefault("hide", ["navigation"])
    if page.file.src_uri.startswith(BEHIND) or page.file.src_uri.endswith("index.md"):
        page.meta.setdefault("search", {"boost": 0.3})
    return markdown


def on_page_content(html: str, **_: object) -> str:
    """Mark tables for narrow screens, and show the inbox in the colours of the page."""
    return PICTURE.sub(_in_both_schemes, TABLE.sub(_marked, html))


def _in_both_schemes(picture: re.Match[str]) -> str:
    """Two pictures, of which the theme shows one; a touch shows it in its own size."""
    before, path, after = picture.groups()
    shown = (("inbox.png", "light"), ("inbox-dark.png", "dark"))
    return "".join(
        f'<a href="{path}{name}"><img {before}src="{path}{name}#only-{scheme}"{after}></a>'
        for name, scheme in shown
    )


def _marked(table: re.Match[str]) -> str:
    if FIGURES in table[1]:
        return f'<div class="figures">{UNIT.sub("&nbsp;", table[0])}</div>'
    columns = [TAG.sub("", heading).strip() for heading in HEADING.findall(table[1])]
    if len(columns) > MOST_COLUMNS or LONG_CODE.search(table[1]):
        kind = "wide"
    elif SOME_CODE.search(table[1]):
        kind = "narrow"
    else:
        return table[0]

    def row(found: re.Match[str]) -> str:
        names = iter(columns)
        return re.sub(r"<td", lambda _: f'<td data-label="{next(names, "")}"', found[0])

    return f'<table class="{kind}">{ROW.sub(row, table[1])}</table>'
