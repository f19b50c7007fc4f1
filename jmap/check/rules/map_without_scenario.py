"""Nobody knows why the customer sets out.

The same steps are a different journey for somebody in a hurry and somebody who browses. `scenario` says what brings
the customer here, `goal` what they want in the end; a map needs one of both. First sketches are left alone.

Source: NN/g: scenario and expectations are the second of the five parts.

Fails:

    jmap: 1
    title: I return a pair of shoes  # <- JM312
    basis: actual
    stages: [Pack, Hand in, Wait]

Passes:

    jmap: 1
    title: I return a pair of shoes
    basis: actual
    scenario: They are too small, and the race is on Sunday.
    stages: [Pack, Hand in, Wait]
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM312"
SEVERITY = "warning"
MESSAGE = "neither a scenario nor a goal says what the customer is after"
ADVICE = "a line `scenario: ...` or `goal: ...`"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    journey = sheet.journey
    if not (sheet.sketch or journey.scenario or journey.goal):
        yield at("title")
