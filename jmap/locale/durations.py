"""Seconds to the units that a person would use: `90 min` is an hour and a half, `45 days` is not a month."""

from __future__ import annotations

MINUTE, HOUR, DAY = 60.0, 3600.0, 86_400.0
WEEK = 7 * DAY
YEAR = 365.25 * DAY
MONTH = YEAR / 12
SECONDS = {"year": YEAR, "month": MONTH, "week": WEEK, "day": DAY, "hour": HOUR, "minute": MINUTE, "second": 1.0}
CALENDAR = ("year", "month", "day", "hour", "minute", "second")
CLOCK = ("day", "hour", "minute", "second")
STEPS = (YEAR, 6 * MONTH, MONTH, DAY, 12 * HOUR, HOUR, 30 * MINUTE, 15 * MINUTE, 5 * MINUTE, MINUTE, 30.0, 5.0, 1.0)
NARROW = 0.05  # of the mean: a range narrower than this says nothing that its mean does not say

NOISE = 0.005  # of a duration: minutes beside a week, hours beside years

Parts = list[tuple[str, float]]


def parts(seconds: float, exact: bool = False) -> Parts:
    """Units and how many of each, largest first: the reading with the fewest units, two at most unless `exact`.

    Only seconds may have a fraction. Nothing at all is no minutes.
    """
    if seconds <= 0:
        return [("minute", 0)]
    if seconds % WEEK == 0:
        return _in_calendar_or(seconds, [("week", seconds / WEEK)])
    best = _fewest(seconds)
    if exact or len(best) == 1:
        return best
    best = _fewest(about(seconds, seconds * NOISE))
    return best if len(best) <= 2 else _rounded(seconds, best)


def about(seconds: float, most: float | None = None) -> float:
    """The roundest duration near this one: off by a twentieth of it at most, and by `most` seconds at most."""
    slack = min(seconds * NARROW, seconds if most is None else most)
    near = (round(seconds / step) * step for step in STEPS)
    return next((found for found in near if found and abs(found - seconds) <= slack), seconds)


def ends(low: float, high: float) -> tuple[float, float]:
    """A range as it is said: equal ends if it is narrow, else each end is off by a tenth of the width at most.

    `3–7 years`, for a sum that also has some hours in it; but `1 h 55 min – 2 h 20 min`, since there minutes tell.
    """
    mean, width = (low + high) / 2, high - low
    if width < mean * NARROW:
        return (about(mean), about(mean))
    return about(low, width / 10), about(high, width / 10)


def whole_unit(low: float, high: float) -> tuple[str, float]:
    """The largest unit in which both are whole and at most 100, and its seconds; ("", 1) if there is none."""
    for unit, size in SECONDS.items():
        if low % size == 0 == high % size and 0 < high / size <= 100:
            return unit, size
    return "", 1.0


def _in_calendar_or(seconds: float, weeks: Parts) -> Parts:
    calendar = _split(seconds, CALENDAR)
    return calendar if len(calendar) == 1 and calendar[0][0] in ("year", "month") else weeks


def _fewest(seconds: float) -> Parts:
    return min((_split(seconds, units) for units in (CALENDAR, CLOCK)), key=len)


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
