"""Small pieces of Python source that all emitters share."""

import textwrap

WIDTH = 100
REFERENCE = "https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_{}.html"
BANNER = "# Written by `python -m codegen`. Change codegen/ or its tables, not this file."


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


def class_name(room: str) -> str:
    """A room's name as part of a class name: `opt_outs` is OptOuts."""
    return "".join(word.capitalize() for word in room.split("_"))


def spoken(room: str) -> str:
    """A room's name as words."""
    return room.replace("_", " ")


def lazy_package(doc: str, rooms: list[str], more: str = "", extra_imports: str = "") -> str:
    """A package whose modules load when they are first touched (PEP 562)."""
    return (
        f'"""{doc}"""\n\n{BANNER}\n\nimport importlib\nfrom typing import TYPE_CHECKING, Any\n'
        f"{extra_imports}\n"
        "if TYPE_CHECKING:\n    from smsvoice.PACKAGE import (\n        "
        + ",\n        ".join(f"{room} as {room}" for room in rooms)
        + ",\n    )\n\n"
        "_ROOMS = frozenset(\n    (\n        "
        + ",\n        ".join(f'"{room}"' for room in rooms)
        + ",\n    )\n)\n\n\n"
        "def __getattr__(name: str) -> Any:\n"
        "    if name in _ROOMS:\n"
        '        return importlib.import_module(f"{__name__}.{name}")\n'
        '    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")\n\n\n'
        "def __dir__() -> list[str]:\n    return sorted({*globals(), *_ROOMS})\n" + more
    )
