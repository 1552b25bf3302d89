"""Tests: one folder for each part of the package; `sync` is mirrored from `aio`."""
