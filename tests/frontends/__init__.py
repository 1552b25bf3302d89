"""Tests of the emulator's faces and levers."""
