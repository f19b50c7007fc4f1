"""Something was reviewed, measured or found out on a day that has not come yet.

Most likely a slip: the wrong year, or day and month exchanged. As long as it stands, the map never looks old.

Fails:

    jmap: 1
    title: I return a pair of shoes
    owner: Store team
    reviewed: 2097-11-01  # <- JM906
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
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM906"
SEVERITY = "warning"
MESSAGE = "{date} has not come yet"
ADVICE = "the day on which it was"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    reviewed = sheet.journey.reviewed
    if reviewed and reviewed > context.today:
        yield at("reviewed", date=reviewed)
    for metric in sheet.metrics:
        if metric.date and metric.date > context.today:
            yield at(f"{metric.path}.date", date=metric.date)


def check_all(context: Context) -> Iterator[At]:
    for file, path, entry in context.listed_evidence():
        if entry.date and entry.date > context.today:
            yield at((*path, "date"), file=file, date=entry.date)
