"""A touchpoint matters very much, and nobody knows how content customers are with it.

Importance alone cannot tell where the gap is. On a map that rates other touchpoints, one with importance 4 or 5 and no
`satisfaction` is the first to ask about.

Source: Strativity: a moment of truth is the largest gap between importance and satisfaction.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Return
        touchpoints:
          - {name: Counter, importance: 3, satisfaction: 4}
          - {name: Refund mail, importance: 5}  # <- JM510

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Return
        touchpoints:
          - {name: Counter, importance: 3, satisfaction: 4}
          - {name: Refund mail, importance: 5, satisfaction: 2}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, wording

CODE = "JM510"
SEVERITY = "info"
MESSAGE = "importance {importance}, and nothing says how content customers are"
ADVICE = "`satisfaction` from 1 to 5"
MUCH = 4


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    if sheet.journey.state == "future" or not any(t.satisfaction is not None for t in sheet.touchpoints):
        return
    for touchpoint in sheet.touchpoints:
        if touchpoint.satisfaction is None and (touchpoint.importance or 0) >= MUCH:
            yield at(wording(touchpoint), importance=f"{touchpoint.importance:g}")
