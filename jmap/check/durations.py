"""Lengths of time in messages: `9 days`, `20-40 min`."""

from __future__ import annotations

from jmap.model.span import DAY, HOUR, MINUTE, MONTH, WEEK, YEAR

UNITS = ((YEAR, "year"), (MONTH, "month"), (WEEK, "week"), (DAY, "day"), (HOUR, "h"), (MINUTE, "min"), (1.0, "s"))


def words(low: float, high: float | None = None) -> str:
    """Seconds in the largest unit that shows them without a fraction, or else with one decimal."""
    high = low if high is None else high
    size, unit = next((u for u in UNITS if _whole(low / u[0]) and _whole(high / u[0])), (0.0, ""))
    if not unit:
        size, unit = next((u for u in UNITS if max(low, high) >= u[0]), UNITS[-1])
    first, second = f"{low / size:.3g}", f"{high / size:.3g}"
    plural = "s" if len(unit) > 3 and second != "1" else ""
    return f"{first if first == second else f'{first}-{second}'} {unit}{plural}"


def _whole(number: float) -> bool:
    return number >= 1 and abs(number - round(number)) < 1e-6 and number < 1000
