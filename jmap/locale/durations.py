"""Seconds to the units that a person would use: `90 min` is an hour and a half, `45 days` is not a month."""

from __future__ import annotations

DAY = 86_400.0
WEEK = 7 * DAY
YEAR = 365.25 * DAY
SECONDS = {"year": YEAR, "month": YEAR / 12, "week": WEEK, "day": DAY, "hour": 3600.0, "minute": 60.0, "second": 1.0}
CALENDAR = ("year", "month", "day", "hour", "minute", "second")
CLOCK = ("day", "hour", "minute", "second")

Parts = list[tuple[str, float]]


def parts(seconds: float, exact: bool = False) -> Parts:
    """Units and how many of each, largest first: the reading with the fewest units, two at most unless `exact`.

    Only seconds may have a fraction. Nothing at all is no minutes.
    """
    if seconds <= 0:
        return [("minute", 0)]
    if seconds % WEEK == 0:
        return _in_calendar_or(seconds, [("week", seconds / WEEK)])
    best = min((_split(seconds, units) for units in (CALENDAR, CLOCK)), key=len)
    return best if exact or len(best) <= 2 else _rounded(seconds, best)


def whole_unit(low: float, high: float) -> tuple[str, float]:
    """The largest unit in which both are whole and at most 100, and its seconds; ("", 1) if there is none."""
    for unit, size in SECONDS.items():
        if low % size == 0 == high % size and 0 < high / size <= 100:
            return unit, size
    return "", 1.0


def _in_calendar_or(seconds: float, weeks: Parts) -> Parts:
    calendar = _split(seconds, CALENDAR)
    return calendar if len(calendar) == 1 and calendar[0][0] in ("year", "month") else weeks


def _split(seconds: float, units: tuple[str, ...]) -> Parts:
    found: Parts = []
    rest = round(seconds, 3)
    for unit in units[:-1]:
        count, rest = divmod(rest, SECONDS[unit])
        if count:
            found.append((unit, count))
    rest = round(rest, 3)
    return [*found, ("second", rest)] if rest or not found else found


def _rounded(seconds: float, split: Parts) -> Parts:
    """The two largest units, the second to its nearest."""
    step = SECONDS[split[1][0]]
    head = split[0][1] * SECONDS[split[0][0]]
    near = head + round((seconds - head) / step) * step
    units = CALENDAR if split[0][0] in ("year", "month") else CLOCK
    return _split(near, units)[:2]
