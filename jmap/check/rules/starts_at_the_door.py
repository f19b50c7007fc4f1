"""The journey begins where the organisation first sees the customer.

Customers begin earlier: with a need, a worry, a friend's remark. A map whose first stage knows brand-owned touchpoints
only, without a goal and without a scenario that says what brought the customer there, shows the organisation's
process. Say what the customer wants before anybody has heard of you. This is a guess from owners: hence only a note.

Source: NN/g: scenario and expectations come first; blueprinting looks from inside, the journey map from outside.

Fails:

    jmap: 1
    title: I buy running shoes
    stages:
      - name: Visit  # <- JM302
        touchpoints: {name: Web shop, owner: brand}
      - name: Buy
        touchpoints: {name: Checkout, owner: brand}

Passes:

    jmap: 1
    title: I buy running shoes
    scenario: Dewi needs shoes three weeks before a race.
    stages:
      - name: Visit
        touchpoints: {name: Web shop, owner: brand}
      - name: Buy
        touchpoints: {name: Checkout, owner: brand}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, heading
from jmap.resolve.content import Touchpoint

CODE = "JM302"
SEVERITY = "info"
MESSAGE = "the journey begins at the organisation's door: `{stage}` has brand-owned touchpoints only"
ADVICE = "`scenario` with what brings the customer here, a `goal`, or an earlier stage"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    first = sheet.journey.stages[0]
    places = (first, *first.steps)
    met = [item for place in places for item in place.items("touchpoints") if isinstance(item, Touchpoint)]
    said = sheet.journey.scenario or sheet.journey.goal or any(place.goal for place in places)
    if met and not said and all(touchpoint.owner == "brand" for touchpoint in met):
        yield at(heading(first), stage=first.name)
