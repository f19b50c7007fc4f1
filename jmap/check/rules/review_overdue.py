"""The map should have been looked at again by now.

`reviewed` and `review_every` were a promise, and the day is past. Read the map once more with the people who know the
journey; put right what has changed; write today's date. Maps are presented once and then decay: this is what keeps
them alive.

Source: smaply.com/blog/why-journey-maps-fail

Fails:

    jmap: 1
    title: I return a pair of shoes
    owner: Store team
    reviewed: 2019-03-01  # <- JM901
    review_every: 6 months
    stages: [Pack, Wait]

Passes:

    jmap: 1
    title: I return a pair of shoes
    owner: Store team
    reviewed: 2026-11-01
    review_every: 6 months
    stages: [Pack, Wait]
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM901"
SEVERITY = "warning"
MESSAGE = "this map was to be reviewed by {by}, {days} ago"
ADVICE = "a look at the map with those who know the journey, then `reviewed: {today}`"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    by = sheet.journey.next_review
    if by and by < context.today:
        days = context.days_since(by)
        yield at("reviewed", by=by, days=f"{days} day{'s' if days != 1 else ''}", today=context.today)
