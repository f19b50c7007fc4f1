"""All that was to be done about a severe pain is done, and the map still shows the pain.

Either it helped, and the pain is gone or milder; or it did not, and something else is needed. A current map that shows
both at once has not been looked at since.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        pain_points: {id: printer, text: The label needs a printer, severity: critical}  # <- JM207
        opportunities: {text: A code that the shop prints, addresses: [printer], status: done, owner: Store team}

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        pain_points: {id: printer, text: The label needs a printer, severity: low}
        opportunities: {text: A code that the shop prints, addresses: [printer], status: done, owner: Store team}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, wording

CODE = "JM207"
SEVERITY = "info"
MESSAGE = "this still hurts ({severity}), though all that addresses it is done"
ADVICE = "the severity as it is now, or what to do next"
SEVERE = ("high", "critical")


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    if sheet.journey.state == "future":
        return
    alive = [idea for idea in sheet.opportunities if idea.status != "dropped"]
    done = {label for idea in alive if idea.status == "done" for label in idea.addresses}
    finished = done - {label for idea in alive if idea.status != "done" for label in idea.addresses}
    for pain in sheet.pains:
        if pain.severity in SEVERE and pain.label in finished:
            yield at(wording(pain), severity=pain.severity)
