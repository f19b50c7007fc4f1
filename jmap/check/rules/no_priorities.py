"""Every opportunity is worth the same and costs the same.

Five or more with one and the same score is no ranking: the figures were filled in, not thought about. Compare them two
by two; somebody in the room knows which of two matters more.

Source: smaply.com/blog/why-journey-maps-fail

Fails:

    jmap: 1
    title: I return a pair of shoes  # <- JM208
    stages:
      - name: Pack
        opportunities:
          - {text: A code that the shop prints, customer_value: 5, effort: 3}
          - {text: A label in every parcel, customer_value: 5, effort: 3}
          - {text: A box that closes again, customer_value: 5, effort: 3}
          - {text: A courier who brings tape, customer_value: 5, effort: 3}
          - {text: A locker at the station, customer_value: 5, effort: 3}

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        opportunities:
          - {text: A code that the shop prints, customer_value: 5, effort: 1}
          - {text: A label in every parcel, customer_value: 4, effort: 2}
          - {text: A box that closes again, customer_value: 3, effort: 3}
          - {text: A courier who brings tape, customer_value: 2, effort: 4}
          - {text: A locker at the station, customer_value: 5, effort: 5}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM208"
SEVERITY = "info"
MESSAGE = "all {count} opportunities have the same value and the same effort: nothing comes first"
ADVICE = "scores that tell them apart"
ENOUGH = 5


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    scores = [(i.customer_value, i.business_value, i.effort) for i in sheet.opportunities if i.value and i.effort]
    if len(scores) >= ENOUGH and len(set(scores)) == 1:
        yield at("title", count=len(scores))
