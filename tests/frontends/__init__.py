"""Tests of the emulator's frontends and controls."""
