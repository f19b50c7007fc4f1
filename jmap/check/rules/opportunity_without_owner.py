"""An opportunity is under way, or planned, and belongs to nobody.

What everybody should do, nobody does. An idea may wait for its owner; once its status says planned, in progress or
done, there is somebody who planned, does or did it.

Source: smaply.com/blog/why-journey-maps-fail

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        opportunities: {text: A code that the shop prints, status: planned}  # <- JM202

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        opportunities: {text: A code that the shop prints, status: planned, owner: Store team}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, wording

CODE = "JM202"
SEVERITY = "warning"
MESSAGE = "this opportunity is {status}, and has no owner"
ADVICE = "`owner`: a team or a person"
TAKEN_UP = ("planned", "in-progress", "done")


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    for idea in sheet.opportunities:
        if idea.status in TAKEN_UP and not idea.owner:
            yield at(wording(idea), status=idea.status.replace("-", " "))
