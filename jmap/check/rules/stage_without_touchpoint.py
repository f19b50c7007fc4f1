"""A stage in which customer and organisation never meet.

Perhaps the touchpoint is one that the organisation does not own: a friend, a review, a comparison site. Those count
too, and are forgotten most easily. Or the stage exists in the organisation's plan only. A map without any touchpoint
is left alone, and so is a stage in which the customer sees staff at work (`frontstage`), that another map details, or
of which the map says nothing at all: that is JM308.

Source: Lemon & Verhoef 2016: touchpoints are brand-, partner- and customer-owned, and social or external.

Fails:

    jmap: 1
    title: I buy running shoes
    stages:
      - name: Hear about it  # <- JM301
        actions: Asks the running group
      - name: Buy
        touchpoints: Web shop

Passes:

    jmap: 1
    title: I buy running shoes
    stages:
      - name: Hear about it
        actions: Asks the running group
        touchpoints: {name: Running group, owner: external}
      - name: Buy
        touchpoints: Web shop
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, heading

CODE = "JM301"
SEVERITY = "warning"
MESSAGE = "nobody meets anybody in `{stage}`: it has no touchpoint"
ADVICE = "a touchpoint, perhaps one that others own: a friend, a review, a partner"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    if not sheet.touchpoints:
        return
    for stage in sheet.journey.stages:
        places = (stage, *stage.steps)
        met = any(place.items("touchpoints") or place.items("frontstage") or place.journey for place in places)
        if not met and any(place.lanes for place in places):
            yield at(heading(stage), stage=stage.name)
