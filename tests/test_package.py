"""The package as a whole: what importing it costs, what it exports, who may import whom."""

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import smsvoice

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "smsvoice"


def sources() -> list[Path]:
    """Every module of the package."""
    return sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize(
    "heavy", ["pydantic", "boto3", "botocore", "anyio", "mypy_boto3_pinpoint_sms_voice_v2"]
)
def test_importing_the_package_loads_nothing_heavy(heavy: str) -> None:
    """A bare import is for free; the rest comes when it is touched."""
    program = f"import smsvoice, sys; sys.exit({heavy!r} in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_touching_one_room_loads_no_other() -> None:
    """The models of pools come without those of registrations."""
    program = (
        "import smsvoice, sys; smsvoice.operations.pools; "
        "sys.exit('smsvoice.models.registrations' in sys.modules or 'boto3' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_public_names_are_sorted_and_all_there() -> None:
    """`__all__` is the list of names that load, and `dir` shows them."""
    names = smsvoice.__all__

    assert names == sorted(names, key=str.casefold)
    assert dir(smsvoice) == sorted(names)
    assert all(getattr(smsvoice, name) is not None for name in names)


def test_the_type_checkers_see_the_names_that_load() -> None:
    """What stands under TYPE_CHECKING is what `__all__` promises."""
    tree = ast.parse((PACKAGE / "__init__.py").read_text())
    (block,) = [node for node in tree.body if isinstance(node, ast.If)]
    seen = {
        a.asname or a.name
        for n in block.body
        if isinstance(n, ast.ImportFrom) and n.module != "typing"
        for a in n.names
    }

    assert seen == set(smsvoice.__all__)


def test_a_name_that_is_not_there_says_so() -> None:
    """As of any module."""
    with pytest.raises(AttributeError, match="no attribute 'SmsVoise'"):
        smsvoice.SmsVoise  # noqa: B018


@pytest.mark.parametrize("package", ["smsvoice.models", "smsvoice.operations"])
def test_rooms_load_by_attribute(package: str) -> None:
    """And a room that is not there says so."""
    module = importlib.import_module(package)

    assert module.pools.__name__ == f"{package}.pools"
    assert "pools" in dir(module)
    with pytest.raises(AttributeError, match="no attribute 'pouls'"):
        module.pouls  # noqa: B018


CONVERTERS = {
    "TypeAdapter",
    "__pydantic_serializer__",
    "__pydantic_validator__",
    "model_construct",
    "model_dump",
    "model_dump_json",
    "model_validate",
    "model_validate_json",
    "to_jsonable_python",
    "validate_json",
    "validate_python",
}
ALLOWED_CONVERTERS = {
    "core/codec.py": "requests to the wire, answers from it",
    "core/documents.py": "records that the emulator and the rules keep as JSON",
    "core/model.py": "the models' own constructor, model_construct and model_copy",
    "core/partial_decode.py": "single members of an answer that does not fit its model",
    "core/unvalidated.py": "requests that a client with validate_requests=False makes",
    "emulator/engine/codec.py": "requests from the wire, answers to it",
    "emulator/engine/settings_json.py": "settings, which are no model of AWS's",
    "emulator/frontends/_controls/account.py": "the settings in the description of the controls",
    "events/reading.py": "events, which AWS publishes no model of",
    "transport/loader.py": "botocore's list of endpoints, less what no client of ours asks for",
}


def test_models_are_converted_only_where_a_reason_is_named() -> None:
    """Validation and serialization in any spelling of Pydantic; no exception outlives its use."""
    found = {
        str(path.relative_to(PACKAGE))
        for path in sources()
        if CONVERTERS & set(uses(ast.parse(path.read_text("utf-8"))))
    }

    assert found == set(ALLOWED_CONVERTERS)


def uses(tree: ast.AST) -> Iterator[str]:
    """Names that code reads: attributes, and names imported from Pydantic."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.ImportFrom) and str(node.module).startswith("pydantic"):
            yield from (one.name for one in node.names)


def test_files_by_hand_stay_short() -> None:
    """Over 400 lines a file is about two things."""
    by_machine = ("models", "operations", "sync", "aio/api")
    long = {
        str(path.relative_to(PACKAGE)): lines
        for path in sources()
        if not str(path.relative_to(PACKAGE)).startswith(by_machine)
        and (lines := len(path.read_text().splitlines())) > 400
    }

    assert not long


def test_async_and_sync_never_import_each_other() -> None:
    """Each flavour stands alone."""
    for flavour, other in (("aio", "sync"), ("sync", "aio")):
        for path in (PACKAGE / flavour).rglob("*.py"):
            assert not re.search(rf"(from|import) smsvoice\.{other}\b", path.read_text()), path


def test_the_emulator_imports_no_client() -> None:
    """It stands on models and operations; only the pytest fixtures know both."""
    for path in (PACKAGE / "emulator").rglob("*.py"):
        assert not re.search(r"smsvoice\.(aio|sync)\b", path.read_text()), path


def test_every_public_class_and_function_has_a_docstring() -> None:
    """Generated ones too."""
    bare = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in sources()
        for node in public(ast.parse(path.read_text()).body)
        if ast.get_docstring(node) is None
    ]

    assert bare == []


def public(body: list[ast.stmt]) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """Classes and functions that others may use; not what stands inside a function."""
    for node in body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if node.name.startswith("_"):
            continue
        yield node
        if isinstance(node, ast.ClassDef):
            yield from public(node.body)
