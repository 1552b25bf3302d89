"""Unit tests of the emulator's logic, without boto3 and without HTTP."""
