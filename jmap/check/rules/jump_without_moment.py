"""A feeling turns over from one step to the next, and nothing on the map says why.

Three points or more, from delight to despair or back, is what a moment of truth looks like. Declare it
(`moment_of_truth: why`) on one of the two steps or a touchpoint there, or show the step in between that is missing.

Source: a moment of truth is a contact with outsized effect on the whole impression.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - {name: Hand in, feelings: 1.5}
      - {name: Wait, feelings: -2}  # <- JM503

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - {name: Hand in, feelings: 1.5}
      - {name: Wait, feelings: -2, moment_of_truth: "The money comes within the week, or trust is gone"}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, Words, at
from jmap.check.sheet import Sheet, signed, wording
from jmap.resolve.content import Feeling, Touchpoint
from jmap.resolve.journey import Place

CODE = "JM503"
SEVERITY = "warning"
MESSAGE = "{who} {goes} from {before} to {after} between `{earlier}` and `{later}`, and neither is a moment of truth"
ADVICE = "`moment_of_truth` with the reason, or the step that is missing in between"
LEAP = 3


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    columns = sheet.journey.columns
    leaps: dict[tuple[int, Feeling, Feeling], list[str]] = {}
    for who, curve in sheet.curves.items():
        for (i, before), (j, after) in zip(curve, curve[1:], strict=False):
            if j == i + 1 and abs(after.score - before.score) >= LEAP and not _moment(columns[i], columns[j]):
                leaps.setdefault((i, before, after), []).append(who)
    for (i, before, after), whose in leaps.items():
        goes = "goes" if len(whose) == 1 else "go"
        names: Words = {"who": sheet.name(*whose), "earlier": columns[i].name, "later": columns[i + 1].name}
        yield at(wording(after), goes=goes, before=signed(before.score), after=signed(after.score), **names)


def _moment(*places: Place) -> bool:
    met = [item for place in places for item in place.items("touchpoints") if isinstance(item, Touchpoint)]
    return any(place.is_moment for place in places) or any(touchpoint.is_moment for touchpoint in met)
