"""What a secret must be from which keys or codes are made."""

from typing import Final

_SHORTEST: Final = 16
"""Bytes of the shortest secret: 128 bits."""


def too_short(secret: bytes | bytearray) -> str | None:
    """The rule that a secret breaks that has too few bytes."""
    if len(secret) >= _SHORTEST:
        return None
    return f"must have at least {_SHORTEST} bytes: secrets.token_bytes(32) makes one"
