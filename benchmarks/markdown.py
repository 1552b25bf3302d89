"""Figures and tables as Markdown."""

from collections.abc import Iterable, Sequence

from benchmarks.ratios import Spread


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], texts: int = 1) -> str:
    """A table whose first columns are texts; the others hold figures and are set to the right."""
    rule = [*["---"] * texts, *["---:"] * (len(heads) - texts)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, rule, *rows))


def spread(value: Spread, digits: int = 2, unit: str = "") -> str:
    """The median, and the quartiles in brackets where there are any."""
    told = f"{value.middle:,.{digits}f}{unit}"
    if value.low == value.high:
        return told
    return f"{told} ({value.low:,.{digits}f} to {value.high:,.{digits}f})"


def duration(seconds: float) -> str:
    """Microseconds, or milliseconds from ten of them."""
    return f"{seconds * 1e3:,.1f} ms" if seconds >= 0.01 else f"{seconds * 1e6:,.0f} us"


def size(octets: float) -> str:
    """Mebibytes, or kibibytes below one."""
    return f"{octets / 2**20:,.1f} MiB" if octets >= 2**20 else f"{octets / 2**10:,.0f} KiB"
