"""The ledger: which messages have left, and when the next may leave. Needs the extra `bulk`."""
