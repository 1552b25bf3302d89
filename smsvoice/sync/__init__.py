"""The async flavour, for asyncio and trio; `smsvoice.sync` is made from it."""

# Mirrored from smsvoice/aio/__init__.py by `python -m codegen`. Change that file, not this one.
