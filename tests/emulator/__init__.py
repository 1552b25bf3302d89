"""Tests of the emulator's behaviour, through boto3."""
