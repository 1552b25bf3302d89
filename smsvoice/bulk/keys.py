"""Keys: the name of a message in the ledger, the caller's own or made from the recipient's number.

A number could be found from a plain hash of it by trying all numbers, which takes hours; so keys
that are made from numbers need a secret.
"""

import hashlib
import os
import re
import unicodedata
from typing import Final

from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.secret_rules import too_short

ENVIRONMENT: Final = "SMSVOICE_LEDGER_SECRET"
LONGEST: Final = 128
NO_SECRET: Final = (
    "is missing, and there is no secret to make one from the recipient's number: give each row a "
    f"key of your own, or the campaign a `secret`, or set the environment variable {ENVIRONMENT}"
)
NO_NUMBER: Final = (
    "must not be a phone number, since the ledger holds none: leave it out, and it is made from "
    "the number with the secret"
)
_SHORTEST: Final = 7
_SHORTEST_NATIONAL: Final = 8
"""With fewer digits, a whole number that is no phone number would end so by chance."""
_NUMBER: Final = re.compile(r"(tel:)?[\s(]*\+(\W*\d){7,}\W*", re.IGNORECASE)
"""Seven digits or more after a plus sign, whatever separates them."""


def secret_of(given: bytes) -> bytes:
    """The secret for keys that are made from numbers; empty if there is none.

    Raises:
        RequestError: it is not bytes, or has fewer than 16 of them.
    """
    if not isinstance(given, bytes):  # pyright: ignore[reportUnnecessaryIsInstance]  from callers
        raise RequestError("Bulk", (Problem("secret", "must be bytes"),))
    found = given or os.fsencode(os.environ.get(ENVIRONMENT, ""))
    if found and (rule := too_short(found)):
        raise RequestError("Bulk", (Problem("secret" if given else ENVIRONMENT, rule),))
    return found


def derived_key(campaign: str, number: str, secret: bytes) -> str:
    """A key made from a number: the same for one person in one campaign, and for no other."""
    key = secret if len(secret) <= hashlib.blake2b.MAX_KEY_SIZE else hashlib.sha256(secret).digest()
    return hashlib.blake2b(f"{campaign}\0{number}".encode(), key=key, digest_size=16).hexdigest()


def line_of(region: str, identity: str) -> str:
    """The name of an identity's line in the ledger, which holds no number."""
    return hashlib.blake2b(f"{region}\0{identity}".encode(), digest_size=16).hexdigest()


def broken_rule(key: str) -> str | None:
    """The rule that a caller's key breaks, if it breaks one."""
    if not key or len(key) > LONGEST or "\0" in key:
        return f"must be 1 to {LONGEST} characters"
    if not key.isascii() and any("\ud800" <= each <= "\udfff" for each in key):
        return "must be text that UTF-8 can hold"
    if key != key.strip():
        return "must not begin or end with a blank"
    if _NUMBER.fullmatch(unicodedata.normalize("NFKC", key)):
        return NO_NUMBER
    return None


def is_number_of(key: str, number: str) -> bool:
    """Whether a key is the recipient's number, in whatever writing, also without its country."""
    digits = "".join(each for each in key if each.isdigit()).lstrip("0")
    whole = number.removeprefix("+")
    is_national = len(digits) >= _SHORTEST_NATIONAL and whole.endswith(digits)
    return len(digits) >= _SHORTEST and (digits == whole or is_national)
