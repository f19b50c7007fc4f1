"""One step has no time, and all the others do.

Sums are drawn from what is there: a stage of three steps of which two have a time looks faster than it is. Only told
where at least four of five steps have one, and never of the last step, whose end is often open.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Return
        steps:
          - {name: Look, time: 5 min}
          - {name: Ask, time: 10 min}
          - {name: Pack, time: 20 min}
          - {name: Hand in}  # <- JM604
          - {name: Wait, time: 9 days}

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Return
        steps:
          - {name: Look, time: 5 min}
          - {name: Ask, time: 10 min}
          - {name: Pack, time: 20 min}
          - {name: Hand in, time: 15 min}
          - {name: Wait, time: 9 days}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, heading

CODE = "JM604"
SEVERITY = "info"
MESSAGE = "`{step}` has no time, so the sums of this map are too short"
ADVICE = "`time`, even if it is a guess such as `~3 days`"
MOST = 0.8


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    columns = sheet.journey.columns
    untimed = [column for column in columns[:-1] if not column.items("time")]
    if len(columns) > 4 and untimed and len(columns) - len(untimed) >= MOST * len(columns):
        for column in untimed:
            if not any(place.items("time") for place in sheet.around(column)):
                yield at(heading(column), step=column.name)
