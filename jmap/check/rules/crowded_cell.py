"""A cell with more in it than anybody reads.

Eight pain points in one step are a list, not a picture: the two that matter drown in it. Say what matters, merge what
is the same, or split the step. `thresholds: {most_items: 9}` allows more.

Source: smaply.com/blog/why-journey-maps-fail

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack  # <- JM311
        actions: [Looks, Asks, Reads, Prints, Folds, Tapes, Labels, Carries]

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        actions: [Finds out how, Prints the label, Packs]
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, heading

CODE = "JM311"
SEVERITY = "info"
MESSAGE = "`{place}` holds {count} {lane}, more than anybody reads"
ADVICE = "the few that matter, at most {most}"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    most = context.limits.most_items
    for place in sheet.places:
        for lane, items in place.lanes.items():
            if lane != "feelings" and len(items) > most:
                yield at(heading(place), place=place.name, count=len(items), lane=lane.replace("_", " "), most=most)
