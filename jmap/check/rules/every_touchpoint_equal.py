"""Every touchpoint matters as much as every other.

Six or more, all of one importance: the scores tell nobody where to begin. Customers care a great deal about a few
touchpoints and hardly about the rest. Ask them, or leave the scores out.

Source: Rosenbaum 2017: most maps are flawed because they assume that all touchpoints matter equally.

Fails:

    jmap: 1
    title: I return a pair of shoes  # <- JM509
    stages:
      - name: Return
        touchpoints:
          - {name: Order mail, importance: 5}
          - {name: Returns page, importance: 5}
          - {name: Label, importance: 5}
          - {name: Box, importance: 5}
          - {name: Counter, importance: 5}
          - {name: Refund mail, importance: 5}

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Return
        touchpoints:
          - {name: Order mail, importance: 2}
          - {name: Returns page, importance: 4}
          - {name: Label, importance: 5}
          - {name: Box, importance: 2}
          - {name: Counter, importance: 3}
          - {name: Refund mail, importance: 5}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM509"
SEVERITY = "warning"
MESSAGE = "all {count} touchpoints have the importance {importance}: nothing stands out"
ADVICE = "importance as customers see it, or none"
ENOUGH = 6


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    scores = [touchpoint.importance for touchpoint in sheet.touchpoints if touchpoint.importance is not None]
    if len(scores) >= ENOUGH and len(set(scores)) == 1:
        yield at("title", count=len(scores), importance=f"{scores[0]:g}")
