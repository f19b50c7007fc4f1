"""Customers wait for days, and the map says nothing about it.

Waiting is where doubt grows and where customers leave. Longer than three days (`thresholds: {longest_wait: 1 week}`
sets another limit), it deserves a pain point, an opportunity, or at least a feeling below 0 in the step or its stage;
if customers do not mind, a gain or a good feeling there says so.

Source: NN/g: time is a lane of the blueprint because waiting is part of the experience.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Wait for the money
        time: {active: 5 min, waiting: 9 days}  # <- JM602

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Wait for the money
        time: {active: 5 min, waiting: 9 days}
        pain_points: Nobody says when the money comes
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.durations import words
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet
from jmap.resolve.content import Time

CODE = "JM602"
SEVERITY = "warning"
MESSAGE = "customers wait {wait} here, and nothing on the map speaks of it"
ADVICE = "what the wait does to them: a pain point, a feeling, an opportunity"
SPEAKS = ("pain_points", "opportunities", "feelings", "gains")


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    for place, time in sheet.lane("time"):
        wait = time.waiting if isinstance(time, Time) else None
        if wait is None or wait.low <= context.limits.longest_wait:
            continue
        if not any(near.items(lane) for near in sheet.around(place) for lane in SPEAKS):
            yield at(f"{time.path}.waiting", wait=words(wait.low, wait.high))
