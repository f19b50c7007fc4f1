"""Nobody ever feels good.

What delights is worth as much as what hurts: it is what customers come back for, and what a change must not break.
A map of five steps or more without one score above 0 has looked for trouble only.

Source: Kahneman: people remember the peak and the end.

Fails:

    jmap: 1
    title: I return a pair of shoes  # <- JM502
    stages:
      - {name: Pack, feelings: -0.5}
      - {name: Label, feelings: -1}
      - {name: Hand in, feelings: 0}
      - {name: Wait, feelings: -0.5}
      - {name: Get the money, feelings: 0}

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - {name: Pack, feelings: -0.5}
      - {name: Label, feelings: -1}
      - {name: Hand in, feelings: 1}
      - {name: Wait, feelings: -0.5}
      - {name: Get the money, feelings: 1.5}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, signed

CODE = "JM502"
SEVERITY = "warning"
MESSAGE = "nobody feels good anywhere on this map: the highest of {count} scores is {highest}"
ADVICE = "what works, and what customers would miss"
ENOUGH = 5


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    scores = [feeling.score for feeling in sheet.feelings]
    if any(len(curve) >= ENOUGH for curve in sheet.curves.values()) and max(scores) <= 0:
        yield at("title", count=len(scores), highest=signed(max(scores)))
