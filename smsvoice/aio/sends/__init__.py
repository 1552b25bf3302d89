"""Verbs that send: operations of the API with one argument placed."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.
