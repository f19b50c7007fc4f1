"""An opportunity cannot be compared with the others.

What to do first is the question that a map is drawn for. It takes two figures: what an opportunity is worth (to the
customer, to the organisation, or both) and what it costs. Where others on the map have them, one that lacks them
falls off the matrix of the report. A map in which none has any is left alone.

Source: TheyDo scores an opportunity by customer value, business value and effort.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        opportunities:
          - {text: A code that the shop prints, customer_value: 5, effort: 2}
          - text: Send a label with every parcel  # <- JM203

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        opportunities:
          - {text: A code that the shop prints, customer_value: 5, effort: 2}
          - {text: Send a label with every parcel, customer_value: 4, business_value: 2, effort: 1}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, wording

CODE = "JM203"
SEVERITY = "warning"
MESSAGE = "this opportunity has no {lacking}, so it cannot be compared with the others"
ADVICE = "`customer_value` or `business_value`, and `effort`, each from 1 to 5"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    alive = [idea for idea in sheet.opportunities if idea.status != "dropped"]
    if all(idea.value is None or idea.effort is None for idea in alive):
        return
    for idea in alive:
        lacking = ["value"] * (idea.value is None) + ["effort"] * (idea.effort is None)
        if lacking:
            yield at(wording(idea), lacking=" and no ".join(lacking))
