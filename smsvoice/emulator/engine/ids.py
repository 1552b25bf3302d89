"""Identifiers as the service makes them."""

import random

_VARIANTS = "89ab"
"""What the fourth group of a UUID begins with."""


class Ids:
    """Makes ids; with a seeded random they are the same every time."""

    def __init__(self, source: random.Random | None = None) -> None:
        """Draw from a source, or from chance."""
        self._source = source or random.SystemRandom()

    def hexadecimal(self, digits: int) -> str:
        """So many lowercase hexadecimal digits."""
        return f"{self._source.getrandbits(4 * digits):0{digits}x}"

    def resource(self, prefix: str, digits: int = 32) -> str:
        """An id such as `pool-` and 32 hexadecimal digits."""
        return f"{prefix}-{self.hexadecimal(digits)}"

    def message(self) -> str:
        """A message id: a UUID."""
        drawn = f"{self._source.getrandbits(128):032x}"
        variant = _VARIANTS[int(drawn[16], 16) & 3]
        return f"{drawn[:8]}-{drawn[8:12]}-4{drawn[13:16]}-{variant}{drawn[17:20]}-{drawn[20:]}"

    def digits(self, count: int) -> str:
        """So many decimal digits, as in a verification code."""
        return "".join(str(self._source.randrange(10)) for _ in range(count))
