"""The command `smsvoice` as tests run it."""

from collections.abc import Callable
from typing import TypeAlias

Command: TypeAlias = Callable[..., tuple[int, str, str]]
"""Runs the command with some arguments: exit code, standard output, standard error."""
