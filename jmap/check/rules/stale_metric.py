"""A figure is older than the map allows.

A map that was reviewed this month with a figure of two years ago pretends that the figure is of this month. Told when
a figure is older than `stale_after` (under `check`, a year by default), counted from today.

Source: us.fitgap.com/stack-guides/keep-journey-maps-current-as-products-policies-and-channels-change

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        metrics: {name: Returns by post, value: 61 %, source: Returns desk, date: 2019-09-30}  # <- JM905

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        metrics: {name: Returns by post, value: 61 %, source: Returns desk, date: 2026-09-30}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.durations import words
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM905"
SEVERITY = "warning"
MESSAGE = "this figure is of {date}, longer ago than {limit}"
ADVICE = "the figure as it is now"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    for metric in sheet.metrics:
        if context.stale(metric.date):
            yield at(f"{metric.path}.date", date=metric.date, limit=words(context.limits.stale_after))
