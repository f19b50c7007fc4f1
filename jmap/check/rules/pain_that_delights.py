"""A severe pain point where everybody it concerns feels good.

One of the two is wrong: the severity, the score, or the persona whose pain it is. Readers who notice will trust
neither.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Hand in
        feelings: 1.5
        pain_points: {text: The queue at the counter, severity: critical}  # <- JM511

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Hand in
        feelings: -1
        pain_points: {text: The queue at the counter, severity: critical}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, signed, wording
from jmap.resolve.content import Feeling, PainPoint

CODE = "JM511"
SEVERITY = "warning"
MESSAGE = "this hurts ({severity}), but everybody whom it concerns feels {score} or better here"
ADVICE = "another severity, another score, or the persona whose pain this is"
SEVERE = ("high", "critical")
GOOD = 1


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    for place, pain in sheet.lane("pain_points"):
        if not isinstance(pain, PainPoint) or pain.severity not in SEVERE:
            continue
        scores = [
            item.score
            for item in place.items("feelings")
            if isinstance(item, Feeling)
            and (not item.personas or not pain.personas or {*item.personas} & {*pain.personas})
        ]
        if scores and min(scores) >= GOOD:
            yield at(wording(pain), severity=pain.severity, score=signed(min(scores)))
