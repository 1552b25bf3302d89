"""Our objects and verbs, one module a group."""

# Mirrored from smsvoice/aio/resources/__init__.py by `python -m codegen`. Change that file, not this one.
