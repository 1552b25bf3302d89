"""The command `smsvoice`."""
