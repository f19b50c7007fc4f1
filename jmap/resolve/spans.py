"""Durations added up, and dates counted on by the calendar."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Sequence

from jmap.model.span import DAY, MONTH
from jmap.resolve.content import Item, Span, Time
from jmap.resolve.flow import ANYONE


def total(spans: Sequence[Span]) -> Span | None:
    """The sum: low ends and high ends each for themselves, approximate if any part is. None of nothing."""
    if not spans:
        return None
    return Span(
        sum(span.low for span in spans),
        sum(span.high for span in spans),
        any(span.approximate for span in spans),
    )


def duration(time: Time) -> Span | None:
    """How long it takes in all: as measured, else active and waiting together."""
    return time.elapsed or total([span for span in (time.active, time.waiting) if span])


def longest(places: Sequence[Sequence[Item]], personas: Sequence[str]) -> Span | None:
    """How long several places take one after the other; `places` holds the items of their `time` lanes.

    Times that hold for some personas only make one sum a persona; the longest counts (by its mean).
    """
    sums = [total(_spans(places, persona)) for persona in (tuple(personas) or (ANYONE,))]
    found = [span for span in sums if span]
    return max(found, key=lambda span: span.mean) if found else None


def _spans(places: Sequence[Sequence[Item]], persona: str) -> list[Span]:
    times = [item for items in places for item in items if isinstance(item, Time)]
    mine = [time for time in times if not time.personas or persona == ANYONE or persona in time.personas]
    return [span for span in map(duration, mine) if span]


def later(date: datetime.date, *, months: int = 0, seconds: float = 0) -> datetime.date | None:
    """The date so many calendar months and then whole days on; None beyond the year 9999.

    A month after 31 January is the last day of February.
    """
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    if not 1 <= year <= datetime.MAXYEAR:
        return None
    day = min(date.day, calendar.monthrange(year, month + 1)[1])
    try:
        return datetime.date(year, month + 1, day) + datetime.timedelta(days=int(seconds // 86_400))
    except OverflowError:
        return None


def next_review(reviewed: datetime.date | None, every: Span | None) -> datetime.date | None:
    """When a map is to be read through again, by the calendar; the earlier end where `every` is a range.

    Months and years were read as twelfths of an average year: whole ones are told by that and counted as such.
    Anything else is counted in days; what is left over beside months, too.
    """
    if reviewed is None or every is None:
        return None
    months, rest = divmod(every.low, MONTH)
    if rest and every.low % DAY == 0:
        months, rest = 0, every.low
    return later(reviewed, months=int(months), seconds=rest)
