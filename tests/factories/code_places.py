"""Addresses of stores that several processes share."""

import secrets
from pathlib import Path

import pytest

from tests.factories.dynamodb import new_table


def place_of(kind: str, request: pytest.FixtureRequest, folder: Path) -> str:
    """An empty place of a kind, as `tests.factories.code_worker` takes it."""
    if kind == "sqlite":
        return f"sqlite:///{folder}/codes.db"
    if kind == "postgresql":
        return str(request.getfixturevalue("postgresql_server").create_database())
    if kind == "redis":
        return f"{request.getfixturevalue('redis_url')}#{secrets.token_hex(4)}:"
    url = request.getfixturevalue("dynamodb_url")
    return f"{url}#{new_table(url)}"
