"""Nobody ever feels bad.

A current journey of five steps or more without a single low point was drawn by people who are proud of it. Somewhere
customers wait, doubt or pay; if research found no such place, ask those who left. Maps of the future are left alone.

Source: smaply.com/blog/why-journey-maps-fail: the happy path only.

Fails:

    jmap: 1
    title: I return a pair of shoes  # <- JM501
    stages:
      - {name: Pack, feelings: 0.5}
      - {name: Label, feelings: 1}
      - {name: Hand in, feelings: 1}
      - {name: Wait, feelings: 0}
      - {name: Get the money, feelings: 2}

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - {name: Pack, feelings: 0.5}
      - {name: Label, feelings: -1}
      - {name: Hand in, feelings: 1}
      - {name: Wait, feelings: -0.5}
      - {name: Get the money, feelings: 2}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM501"
SEVERITY = "warning"
MESSAGE = "nobody feels bad anywhere on this map: the lowest of {count} scores is {lowest}"
ADVICE = "the places where customers wait, doubt or give up"
ENOUGH = 5


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    scores = [feeling.score for feeling in sheet.feelings]
    long = any(len(curve) >= ENOUGH for curve in sheet.curves.values())
    if sheet.journey.state == "current" and long and min(scores) >= 0:
        yield at("title", count=len(scores), lowest=f"{min(scores):g}")
