"""A map with an owner, and without a date on which anybody looked at it.

`reviewed` says how far readers may trust what they see; `review_every` when to look again. First sketches, and maps
without an owner, are left alone: those need an owner first.

Source: smaply.com/blog/why-journey-maps-fail

Fails:

    jmap: 1
    title: I return a pair of shoes  # <- JM904
    owner: Store team
    stages: [Pack, Wait]

Passes:

    jmap: 1
    title: I return a pair of shoes
    owner: Store team
    reviewed: 2026-11-01
    stages: [Pack, Wait]
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM904"
SEVERITY = "info"
MESSAGE = "nothing says when anybody last looked through this map"
ADVICE = "`reviewed: {today}` after a look, and `review_every: 6 months`"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    if sheet.journey.owner and sheet.journey.reviewed is None:
        yield at("title", today=context.today)
