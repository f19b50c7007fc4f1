"""The journey ends badly, and nobody means to change that.

People remember the peak and the end. A last score of -1 or less is what they take home and tell others; the last step
deserves an opportunity before any other does. One in the last stage is enough. First
sketches are left alone.

Source: Kahneman: people remember the peak and the end.

Fails:

    jmap: 1
    title: I return a pair of shoes
    basis: actual
    stages:
      - {name: Hand in, feelings: 1}
      - {name: Wait for the money, feelings: -1.5}  # <- JM504

Passes:

    jmap: 1
    title: I return a pair of shoes
    basis: actual
    stages:
      - {name: Hand in, feelings: 1}
      - {name: Wait for the money, feelings: -1.5, opportunities: A message when the money is sent}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, signed, wording
from jmap.resolve.content import Feeling

CODE = "JM504"
SEVERITY = "warning"
MESSAGE = "for {who} the journey ends at {score}, and no opportunity is there to change that"
ADVICE = "an opportunity in the last stage: the end is what is remembered"
LOW = -1


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    journey = sheet.journey
    last = len(journey.columns) - 1
    places = (journey.stages[-1], *journey.stages[-1].steps)
    if sheet.sketch or any(place.items("opportunities") for place in places):
        return
    ends: dict[Feeling, list[str]] = {}
    for who, curve in sheet.curves.items():
        if len(curve) > 1 and curve[-1][0] == last and curve[-1][1].score <= LOW:
            ends.setdefault(curve[-1][1], []).append(who)
    for feeling, whose in ends.items():
        yield at(wording(feeling), who=sheet.name(*whose), score=signed(feeling.score))
