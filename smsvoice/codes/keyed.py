"""What is made with the secret: the names of records, and the codes themselves.

A record holds a random generation and no code. The code follows from the generation by
HMAC-SHA256 with the secret, so a copy of the store is of no use without the secret, and a call can
repeat the code of a text that was sent before. The random part comes from `secrets`.

NIST SP 800-63B, out-of-band authenticators: https://pages.nist.gov/800-63-4/sp800-63b.html
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Sequence
from typing import Any, Final, cast

from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.secret_rules import too_short

_BLOCK: Final = 4


class Hidden(str):
    """Text whose representation hides it from tools that print the variables of a traceback."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'***'"


class HiddenMembers(dict[str, Any]):
    """Members of a message whose representation hides them likewise."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "{'***'}"


class Keyed:
    """All secrets of a verifier, the newest first."""

    __slots__ = ("_secrets",)

    def __init__(self, verifier: str, given: object) -> None:
        """Take one secret or several; errors name the verifier.

        Raises:
            RequestError: there is none, or one is not at least 16 bytes.
        """
        several = isinstance(given, Sequence) and not isinstance(given, str | bytes | bytearray)
        secrets_given: list[Any] = list(cast("Sequence[Any]", given)) if several else [given]
        rule = _broken_rule(secrets_given)
        if rule is not None:
            raise RequestError(verifier, (Problem("secret", rule),))
        # One that is named twice would be taken for an older one too, and counted twice.
        self._secrets = tuple(dict.fromkeys(bytes(secret) for secret in secrets_given))

    def __len__(self) -> int:
        return len(self._secrets)

    def __repr__(self) -> str:
        return f"<Keyed {len(self)}>"

    def number_key(self, number: str, which: int = 0) -> str:
        """The name of a number's record, under the newest secret or an older one."""
        return self._mac(which, "number", number).hex()

    def prefix_key(self, number: str, which: int = 0) -> str:
        """The name of the record of a number's block: all numbers that differ in four digits."""
        return self._mac(which, "prefix", number[:-_BLOCK]).hex()

    def code(self, which: int, number: str, purpose: str, generation: str, digits: int) -> str:
        """The code of a generation, as many decimal digits as asked for."""
        mac = self._mac(which, "code", number, purpose, generation, digits)
        # 256 bits: no code of ten digits is likelier than another by more than 2 to the -222.
        return Hidden(str(int.from_bytes(mac) % 10**digits).zfill(digits))

    def _mac(self, which: int, *parts: str | int) -> bytes:
        message = json.dumps(parts).encode()
        return hmac.digest(self._secrets[which], message, hashlib.sha256)


def new_generation() -> str:
    """The random part of a code: 128 bits."""
    return secrets.token_hex(16)


def is_same(code: str, given: str) -> bool:
    """Whether two codes are the same, in a time that does not depend on where they differ."""
    return hmac.compare_digest(code.encode(), given.encode())


def _broken_rule(secrets_given: list[Any]) -> str | None:
    if not secrets_given:
        return "is missing: give at least 16 random bytes, secrets.token_bytes(32)"
    for secret in secrets_given:
        if not isinstance(secret, bytes | bytearray):
            return "must be bytes, or a list of bytes with the newest first"
        if rule := too_short(secret):
            return rule
    return None
