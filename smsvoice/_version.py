"""The version of this package, where every part of it may read it."""

__version__ = "0.2.0"
