"""A figure that sounds like statistics rests on a handful.

Five interviews can show why something hurts. They cannot show how many it hurts: a survey, a count or a percentage
needs more. Below 30 (`thresholds: {smallest_sample: 30}`) a share can be far off by chance alone.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        pain_points:
          - text: Has no printer
            evidence: [{method: survey, source: Survey after returns, n: 9}]  # <- JM107

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        pain_points:
          - text: Has no printer
            evidence: [{method: survey, source: Survey after returns, n: 412}]
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM107"
SEVERITY = "info"
MESSAGE = "`n: {n}` is little for `method: {method}`: a share of so few may be chance"
ADVICE = "at least {least} answers or events, or a method that asks few people much: interview, observation, diary"
COUNTING = ("survey", "analytics")


def check_all(context: Context) -> Iterator[At]:
    least = context.limits.smallest_sample
    for file, path, entry in context.listed_evidence():
        if entry.method in COUNTING and entry.n is not None and entry.n < least:
            yield at((*path, "n"), file=file, method=entry.method, n=entry.n, least=least)


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    least = context.limits.smallest_sample
    for held in sheet.items.values():
        for _, item in held:
            for i, piece in enumerate(item.evidence):
                if piece.method in COUNTING and piece.n is not None and piece.n < least:
                    for place in (f"{item.path}.evidence.{i}", f"{item.path}.evidence"):
                        if sheet.writes(place, "n"):
                            yield at(f"{place}.n", method=piece.method, n=piece.n, least=least)
                            break
