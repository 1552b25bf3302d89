"""Verbs that send: operations of the API with one argument placed."""

# Mirrored from smsvoice/aio/sends/__init__.py by `python -m codegen`. Change that file, not this one.
