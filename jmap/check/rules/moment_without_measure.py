"""A moment of truth, and nothing that tells how it goes.

The map says that everything is decided here, and then holds no feeling, no score of satisfaction, no figure and no
exit. If it matters that much, somebody should know whether it goes well.

Source: Carlzon; Strativity: the gap between importance and satisfaction is what can be computed.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Hand in  # <- JM508
        moment_of_truth: Taken back without a question, or never again
        touchpoints: Counter

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Hand in
        moment_of_truth: Taken back without a question, or never again
        touchpoints: {name: Counter, importance: 5, satisfaction: 2}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, heading
from jmap.resolve.content import Touchpoint

CODE = "JM508"
SEVERITY = "warning"
MESSAGE = "everything is decided at `{place}`, and nothing says how it goes"
ADVICE = "a feeling, the satisfaction with a touchpoint, a figure, or how many leave"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    for place in sheet.places:
        if place.is_moment:
            near = (place, *getattr(place, "steps", ()))
            scored = any(
                isinstance(item, Touchpoint) and item.satisfaction is not None
                for here in near
                for item in here.items("touchpoints")
            )
            told = any(here.items("feelings") or here.items("metrics") or here.exits for here in near)
            if not (scored or told):
                yield at(heading(place), place=place.name)
