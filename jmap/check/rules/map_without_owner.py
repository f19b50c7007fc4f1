"""A map that nobody keeps.

Without an owner nobody is asked, nobody notices that it is out of date, and nobody brings it to the meeting where it
is needed. A team or a person will do. First sketches are left alone: maps without a review and not `basis: actual`, of
which less than half rests on evidence.

Source: smaply.com/blog/why-journey-maps-fail

Fails:

    jmap: 1
    title: I return a pair of shoes  # <- JM903
    basis: actual
    stages: [Pack, Wait]

Passes:

    jmap: 1
    title: I return a pair of shoes
    basis: actual
    owner: Store team
    stages: [Pack, Wait]
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM903"
SEVERITY = "warning"
MESSAGE = "this map has no owner"
ADVICE = "a line `owner: ...` with the team or the person who keeps it"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    if not sheet.sketch and not sheet.journey.owner:
        yield at("title")
