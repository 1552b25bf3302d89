"""The async flavour, for asyncio and trio; `smsvoice.sync` is made from it."""
