"""Pieces of source: docstrings, names, and a module that knows its imports."""

import ast

from codegen.emit.source import BANNER, Module, class_name, constant, docstring, lazy_package


def test_a_module_imports_what_its_source_asked_for() -> None:
    """Each name once, sorted; packages under their last name, and not through the face."""
    module = Module("What it is.", postponed=True)

    assert module.need("b.c", "Two") == "Two"
    module.need("b.c", "One")
    module.need("b.c", "Two")
    assert module.need_package("smsvoice.models") == "models"
    source = module.source("x = 1\n")

    assert source.startswith(f'"""What it is."""\n\n{BANNER}\n\nfrom __future__ import annotations')
    assert "from b.c import One, Two\n" in source
    assert "import smsvoice.models as models\n" in source
    assert source.endswith("\n\nx = 1\n")
    ast.parse(source)


def test_a_module_without_imports_has_only_its_body() -> None:
    """No empty lines in place of them."""
    assert Module("What.").source("x = 1\n") == f'"""What."""\n\n{BANNER}\n\nx = 1\n'
    assert Module("What.").source("") == f'"""What."""\n\n{BANNER}'


def test_a_short_docstring_stays_on_its_line() -> None:
    """A longer one ends on a line of its own."""
    assert docstring("Short.") == '    """Short."""\n'
    assert docstring("word " * 30).endswith('\n    """\n')


def test_wrapped_lines_of_a_section_hang() -> None:
    """So that readers and tools see where an argument ends."""
    lines = docstring(f"Head.\n\nArgs:\n    one: {'word ' * 30}", 8).splitlines()

    (first,) = (n for n, line in enumerate(lines) if line.startswith("            one: "))
    assert lines[first + 1].startswith("                word")
    assert max(map(len, lines)) <= 100


def test_names_of_enum_members_and_classes_are_pythons() -> None:
    """Hyphens, spaces and camels become underscores."""
    assert constant("iso-country-code") == "ISO_COUNTRY_CODE"
    assert constant("ApprovedNow") == "APPROVED_NOW"
    assert class_name("opt_outs") == "OptOuts"


def test_a_lazy_package_names_the_package_that_it_is() -> None:
    """No caller patches it afterwards."""
    source = lazy_package("Some modules.", "smsvoice.things", ["one", "two"], "\n\nX = 1\n")

    ast.parse(source)
    assert "from smsvoice.things import (" in source
    assert "X = 1" in source
