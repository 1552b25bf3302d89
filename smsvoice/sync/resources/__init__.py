"""Our objects and verbs, one module a room."""

# Mirrored from smsvoice/aio/resources/__init__.py by `python -m codegen`. Change that file, not this one.
