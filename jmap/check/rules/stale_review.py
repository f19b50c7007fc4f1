"""Nobody has looked at this map for longer than the project allows, and no rhythm is set.

The map has `reviewed` without `review_every`: nothing ever calls for the next look. After `stale_after` (under `check`,
a year by default) jmap does.

Source: smaply.com/blog/why-journey-maps-fail

Fails:

    jmap: 1
    title: I return a pair of shoes
    owner: Store team
    reviewed: 2019-03-01  # <- JM902
    stages: [Pack, Wait]

Passes:

    jmap: 1
    title: I return a pair of shoes
    owner: Store team
    reviewed: 2026-11-01
    stages: [Pack, Wait]
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.durations import words
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM902"
SEVERITY = "warning"
MESSAGE = "this map was last reviewed on {date}, longer ago than {limit}"
ADVICE = "a look at the map with those who know the journey, and `review_every` for the next one"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    journey = sheet.journey
    if journey.review_every is None and context.stale(journey.reviewed):
        yield at("reviewed", date=journey.reviewed, limit=words(context.limits.stale_after))
