"""Tests of the clients and objects, against the emulator."""

# Mirrored from tests/aio/__init__.py by `python -m codegen`. Change that file, not this one.
