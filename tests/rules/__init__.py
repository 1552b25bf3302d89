"""Tests of AWS's definitions as they are worked out here."""
