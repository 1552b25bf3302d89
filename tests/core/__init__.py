"""Tests of the core: models, codec, errors."""
