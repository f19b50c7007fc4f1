"""The map was reviewed, and its figures were not.

The review is at least half a year younger than this figure. Whoever reviewed the map either did not look at it or
found nothing newer; in both cases a reader takes an old number for a checked one. Newer than that is let pass.

Source: us.fitgap.com/stack-guides/keep-journey-maps-current-as-products-policies-and-channels-change

Fails:

    jmap: 1
    title: I return a pair of shoes
    owner: Store team
    reviewed: 2026-11-01
    stages:
      - name: Pack
        metrics: {name: Returns by post, value: 61 %, source: Returns desk, date: 2026-02-28}  # <- JM907

Passes:

    jmap: 1
    title: I return a pair of shoes
    owner: Store team
    reviewed: 2026-11-01
    stages:
      - name: Pack
        metrics: {name: Returns by post, value: 61 %, source: Returns desk, date: 2026-09-30}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM907"
SEVERITY = "info"
MESSAGE = "this figure is of {date}, and the map was reviewed on {reviewed}"
ADVICE = "the figure as it was at the review"
HALF_A_YEAR = 183


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    reviewed = sheet.journey.reviewed
    for metric in sheet.metrics if reviewed else ():
        if metric.date and reviewed and (reviewed - metric.date).days > HALF_A_YEAR and not context.stale(metric.date):
            yield at(f"{metric.path}.date", date=metric.date, reviewed=reviewed)
