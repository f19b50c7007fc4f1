"""The worst moment of the journey has no opportunity.

Where the curve is lowest, most is to be won. If nothing is to be done there, the map was drawn for its own sake. An
opportunity in the same step or stage will do, and so will one elsewhere that addresses a pain point here. Scores above
-1 are no low point worth the name.

Source: Kahneman: people remember the peak and the end.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - {name: Pack, feelings: 0}
      - {name: Wait, feelings: -2}  # <- JM505
      - {name: Get the money, feelings: 1, opportunities: A thank-you note}

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - {name: Pack, feelings: 0}
      - {name: Wait, feelings: -2, opportunities: A message when the parcel is there}
      - {name: Get the money, feelings: 1}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, signed, wording
from jmap.resolve.content import Feeling, PainPoint
from jmap.resolve.journey import Place

CODE = "JM505"
SEVERITY = "warning"
MESSAGE = "this is the lowest point of {who} ({score}), and no opportunity answers it"
ADVICE = "an opportunity here, or one that addresses a pain point of this step"
LOW = -1


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    """Only where a map has opportunities at all, and not at the end, of which another rule speaks."""
    journey = sheet.journey
    if not sheet.opportunities:
        return
    lows: dict[Feeling, list[str]] = {}
    for who, curve in sheet.curves.items():
        if len(curve) < 2:
            continue
        column, lowest = min(curve, key=lambda point: point[1].score)
        alone = sum(feeling.score == lowest.score for _, feeling in curve) == 1
        low = lowest.score <= LOW and alone and column < len(journey.columns) - 1
        if low and not _answered(sheet, journey.columns[column]):
            lows.setdefault(lowest, []).append(who)
    for feeling, whose in lows.items():
        yield at(wording(feeling), who=sheet.name(*whose), score=signed(feeling.score))


def _answered(sheet: Sheet, place: Place) -> bool:
    near = sheet.around(place)
    here = {item.label for near_by in near for item in near_by.items("pain_points") if isinstance(item, PainPoint)}
    return any(near_by.items("opportunities") for near_by in near) or any(
        here & set(idea.addresses) for idea in sheet.opportunities
    )
