"""How long it takes to compare a code that was sent with one that was typed, right and wrong.

    python -m benchmarks.codes_timing [rounds]

Prints a table in Markdown. The comparison takes the same time for all codes of one length by
construction, `hmac.compare_digest`; the figures only show that nothing round it differs.
"""

import secrets
import sys
import time
from collections.abc import Callable
from statistics import quantiles

from smsvoice.codes.keyed import Hidden, is_same

ROUNDS = 100_000
SHOWN = (6, 7, 8, 9, 10)


def wrong_at(code: str, place: int) -> str:
    """A code with another digit at a place."""
    return "".join(next_digit(digit) if at == place else digit for at, digit in enumerate(code))


def next_digit(digit: str) -> str:
    """Another digit."""
    return str((int(digit) + 1) % 10)


GIVEN: dict[str, Callable[[str], str]] = {
    "right": "".join,
    "wrong in the first digit": lambda code: wrong_at(code, 0),
    "wrong in the middle": lambda code: wrong_at(code, len(code) // 2),
    "wrong in the last digit": lambda code: wrong_at(code, len(code) - 1),
    "wrong in every digit": lambda code: "".join(map(next_digit, code)),
}


def measured(digits: int, rounds: int) -> dict[str, list[int]]:
    """Nanoseconds of each comparison; all kinds in turn, and each as often the first of a round."""
    found: dict[str, list[int]] = {kind: [] for kind in GIVEN}
    kinds = list(GIVEN)
    for _ in range(rounds):
        kinds.append(kinds.pop(0))
        code = Hidden(str(secrets.randbelow(10**digits)).zfill(digits))
        all_given = {kind: Hidden(GIVEN[kind](code)) for kind in kinds}
        for kind, given in all_given.items():
            begun = time.perf_counter_ns()
            is_same(code, given)
            found[kind].append(time.perf_counter_ns() - begun)
    return found


def table(rounds: int) -> str:
    """The distribution for each length and kind."""
    lines = [
        "| digits | code | 10 % | 25 % | median | 75 % | 90 % |",
        "|---|---|---|---|---|---|---|",
    ]
    for digits in SHOWN:
        for kind, taken in measured(digits, rounds).items():
            cuts = quantiles(taken, n=20)
            shown = " | ".join(f"{cuts[at]:.0f}" for at in (1, 4, 9, 14, 17))
            lines.append(f"| {digits} | {kind} | {shown} |")
    return "\n".join(lines)


def main(arguments: list[str]) -> None:
    """Print the table."""
    rounds = int(arguments[0]) if arguments else ROUNDS
    print(f"Nanoseconds, {rounds:,} comparisons each; constant time by hmac.compare_digest.\n")
    print(table(rounds))


if __name__ == "__main__":
    main(sys.argv[1:])
