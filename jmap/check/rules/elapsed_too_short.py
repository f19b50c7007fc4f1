"""Something took less time than its parts.

`elapsed` is how long it took in all, `active` and `waiting` are what it consists of. If the parts are longer than the
whole, one of the three is wrong.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Hand in
        time: {active: 10 min, waiting: 40 min, elapsed: 30 min}  # <- JM603

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Hand in
        time: {active: 10 min, waiting: 40 min, elapsed: 50 min}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.durations import compared
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet
from jmap.resolve.content import Time

CODE = "JM603"
SEVERITY = "warning"
MESSAGE = "active and waiting take at least {parts} together, more than the {whole} that elapse"
ADVICE = "an `elapsed` that holds both, or neither of them"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    for _, time in sheet.lane("time"):
        if isinstance(time, Time) and time.elapsed:
            parts = sum(span.low for span in (time.active, time.waiting) if span)
            if parts > time.elapsed.high * 1.001:
                total, whole = compared((parts, parts), (time.elapsed.low, time.elapsed.high))
                yield at(f"{time.path}.elapsed", parts=total, whole=whole)
