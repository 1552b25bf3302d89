"""Small pieces of Python source that all emitters share, and a module that knows its imports."""

import textwrap
from collections.abc import Iterable

WIDTH = 100
REFERENCE = "https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_{}.html"
BANNER = "# Written by `python -m codegen`. Change codegen/ or its tables, not this file."

PYTHON = {
    "string": "str",
    "integer": "int",
    "long": "int",
    "double": "float",
    "float": "float",
    "boolean": "bool",
    "blob": "bytes",
    "timestamp": "datetime",
}
"""The Python type of each plain kind of AWS."""


class Module:
    """A module under construction: a docstring, the imports that its source asked for, a body."""

    def __init__(self, doc: str, *, postponed: bool = False) -> None:
        """Start a module; `postponed` leaves its annotations unevaluated."""
        self.doc = doc
        self.postponed = postponed
        self._names: dict[str, set[str]] = {}
        self._packages: set[str] = set()

    def need(self, module: str, name: str) -> str:
        """Import a name, and give it back."""
        self._names.setdefault(module, set()).add(name)
        return name

    def need_package(self, package: str) -> str:
        """Import a package whose modules load when they are touched; gives its last name back.

        The `import ... as` form reads the package itself. `from smsvoice import models` would ask
        `smsvoice/__init__.py` for it.
        """
        self._packages.add(package)
        return package.rpartition(".")[2]

    def source(self, body: str) -> str:
        """The whole module, unformatted."""
        imports = ["from __future__ import annotations"] if self.postponed else []
        imports += [f"import {p} as {p.rpartition('.')[2]}" for p in sorted(self._packages)]
        imports += [
            f"from {module} import {', '.join(sorted(names))}"
            for module, names in sorted(self._names.items())
        ]
        return "\n\n".join(
            part for part in (f'"""{self.doc}"""', BANNER, "\n".join(imports), body) if part
        )


def docstring(text: str, indent: int = 4) -> str:
    """A docstring, wrapped; paragraphs are kept, and so is the indent of their first line."""
    pad = " " * indent
    if "\n" not in text and len(text) + indent + 6 <= WIDTH:
        return f'{pad}"""{text}"""\n'
    paragraphs: list[str] = []
    for number, line in enumerate(text.split("\n")):
        hang = line[: len(line) - len(line.lstrip())]
        paragraphs.append(
            textwrap.fill(
                line,
                WIDTH - indent - (3 if number == 0 else 0),
                subsequent_indent=hang + ("    " if hang else ""),
                break_long_words=False,
                break_on_hyphens=False,
            )
        )
    body = textwrap.indent("\n".join(paragraphs), pad, lambda line: bool(line.strip()))
    return f'{pad}"""{body.lstrip()}\n{pad}"""\n'


def constant(value: str) -> str:
    """An enum value as the name of a member: `iso-country-code` is ISO_COUNTRY_CODE."""
    spaced = "".join(
        f"_{c}" if c.isupper() and i and value[i - 1].islower() else c for i, c in enumerate(value)
    )
    return spaced.replace("-", "_").replace(" ", "_").upper()


def class_name(group: str) -> str:
    """A group's name as part of a class name: `opt_outs` is OptOuts."""
    return "".join(word.capitalize() for word in group.split("_"))


def words(group: str) -> str:
    """A group's name as words."""
    return group.replace("_", " ")


def lines(entries: Iterable[str], indent: int = 8) -> str:
    """Entries of a call or a literal, one a line, each with its comma."""
    return "".join(f"{' ' * indent}{entry},\n" for entry in entries)


def lazy_package(
    doc: str, package: str, groups: list[str], body: str = "", imports: str = ""
) -> str:
    """A package whose modules load when they are first touched (PEP 562)."""
    return (
        f'"""{doc}"""\n\n{BANNER}\n\nimport importlib\nfrom typing import TYPE_CHECKING, Any\n\n'
        f"{imports}\n"
        f"if TYPE_CHECKING:\n    from {package} import (\n"
        f"{lines(f'{group} as {group}' for group in groups)}    )\n\n"
        f"_MODULES = frozenset(\n    (\n{lines(map(repr, groups))}    )\n)\n\n\n"
        "def __getattr__(name: str) -> Any:\n"
        "    if name in _MODULES:\n"
        '        return importlib.import_module(f"{__name__}.{name}")\n'
        '    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")\n\n\n'
        f"def __dir__() -> list[str]:\n    return sorted({{*globals(), *_MODULES}})\n{body}"
    )
