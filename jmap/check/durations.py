"""Lengths of time in messages: `9 days`, `20-40 min`."""

from __future__ import annotations

from jmap.model.span import DAY, HOUR, MINUTE, MONTH, WEEK, YEAR

# Seconds, what they are called, and up to how many people count in them.
UNITS = (
    (YEAR, "year", 1000),
    (MONTH, "month", 1000),
    (WEEK, "week", 1000),
    (DAY, "day", 1000),
    (HOUR, "h", 100),
    (MINUTE, "min", 100),
    (1.0, "s", 100),
)


def words(low: float, high: float | None = None) -> str:
    """Seconds in the largest unit that shows them without a fraction, or else in a large one and rounded."""
    high = low if high is None else high
    exact = [unit for unit in UNITS if _whole(low / unit[0], unit[2]) and _whole(high / unit[0], unit[2])]
    fitting = [unit for unit in UNITS if max(low, high) >= unit[0]]
    size, unit, _ = (exact or fitting or UNITS[-1:])[0]
    return _in(size, unit, low, high)


def compared(one: tuple[float, float], other: tuple[float, float]) -> tuple[str, str]:
    """Two lengths (low, high) that are not the same, in words that are not the same."""
    first, second = words(*one), words(*other)
    return (first, second) if first != second else (_in(1.0, "s", *one), _in(1.0, "s", *other))


def _in(size: float, unit: str, low: float, high: float) -> str:
    first, second = _number(low / size), _number(high / size)
    plural = "s" if unit not in ("h", "min", "s") and second != "1" else ""
    return f"{first if first == second else f'{first}-{second}'} {unit}{plural}"


def _number(number: float) -> str:
    return f"{number:.0f}" if number >= 10 else f"{number:.2g}"


def _whole(number: float, most: int) -> bool:
    return number >= 1 and abs(number - round(number)) < 1e-6 and number < most
