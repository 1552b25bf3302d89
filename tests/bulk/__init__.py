"""Tests of sending many: the ledger, the pace, the rows."""
