"""Tests of the clients and objects, against the emulator."""
