"""Phone numbers of people, as the rules of this package see them; the plans are in core."""

from smsvoice.core.phone_numbers import MOST_DIGITS, problem_of

__all__ = ["MOST_DIGITS", "problem_of"]
