"""An opportunity answers no pain and builds on no gain.

It may be a fine idea, but it did not come out of this journey: a solution that looks for a problem. Say which pain
point it `addresses`, or show the pain, the gain or the feeling where it stands.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        pain_points: The label needs a printer
      - name: Wait
        opportunities: A chat bot on the page of returns  # <- JM205

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        pain_points: The label needs a printer
      - name: Wait
        pain_points: Nobody says whether the parcel has arrived
        opportunities: A message when the parcel is there
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, wording
from jmap.resolve.content import Feeling, Opportunity
from jmap.resolve.journey import Place

CODE = "JM205"
SEVERITY = "info"
MESSAGE = "this opportunity addresses no pain point, and nothing hurts or delights in `{place}`"
ADVICE = "`addresses` with the pain point that it eases, or the pain or gain that it came from"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    if not sheet.pains:
        return
    for place, idea in sheet.lane("opportunities"):
        if isinstance(idea, Opportunity) and not idea.addresses and idea.status != "dropped":
            near = sheet.around(place)
            if not any(map(_moves, near)):
                yield at(wording(idea), place=place.name)


def _moves(place: Place) -> bool:
    """Whether the place holds something that an opportunity can answer or build on."""
    felt = any(isinstance(feeling, Feeling) and feeling.score for feeling in place.items("feelings"))
    return bool(felt or place.items("pain_points") or place.items("gains"))
