"""Tests of campaigns: rows, ledger, pace, and what is promised of them."""
