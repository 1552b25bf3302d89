"""One flavour of smsvoice: the client, its API, its pagers and its objects."""

# Mirrored from smsvoice/aio/__init__.py by `python -m codegen`. Change that file, not this one.
