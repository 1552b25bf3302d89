"""The command `smsvoice`; all of it but `emulator` and `--version` needs the extra `cli`."""
