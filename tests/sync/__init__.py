"""Tests of aio."""

# Mirrored from tests/aio/__init__.py by `python -m codegen`. Change that file, not this one.
