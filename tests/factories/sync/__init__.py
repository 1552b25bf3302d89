"""What tests of our objects begin with."""

# Mirrored from tests/factories/aio/__init__.py by `python -m codegen`. Change that file, not this one.
