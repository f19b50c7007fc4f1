"""The curve is a straight line.

Six steps or more, and the persona feels the same at each of them. Nobody does: the scores were filled in, not found
out. Leave them out where nothing is known, or ask.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - {name: Look, feelings: 1}  # <- JM506
      - {name: Ask, feelings: 1}
      - {name: Pack, feelings: 1}
      - {name: Label, feelings: 1}
      - {name: Hand in, feelings: 1}
      - {name: Wait, feelings: 1}

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - {name: Look, feelings: 0}
      - {name: Ask, feelings: 0.5}
      - {name: Pack, feelings: -1}
      - {name: Label, feelings: -0.5}
      - {name: Hand in, feelings: 1}
      - {name: Wait, feelings: 0}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, signed, wording
from jmap.resolve.content import Feeling

CODE = "JM506"
SEVERITY = "warning"
MESSAGE = "{who} {feels} the same ({score}) at all {count} steps"
ADVICE = "scores that were found out, and none where nothing is known"
ENOUGH = 6


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    flat: dict[tuple[Feeling, ...], list[str]] = {}
    for who, curve in sheet.curves.items():
        if len(curve) >= ENOUGH and len({feeling.score for _, feeling in curve}) == 1:
            flat.setdefault(tuple(feeling for _, feeling in curve), []).append(who)
    for feelings, whose in flat.items():
        feels, score = "feels" if len(whose) == 1 else "feel", signed(feelings[0].score)
        yield at(wording(feelings[0]), who=sheet.name(*whose), feels=feels, score=score, count=len(feelings))
