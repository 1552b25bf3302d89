"""Tests of sending to many people."""
