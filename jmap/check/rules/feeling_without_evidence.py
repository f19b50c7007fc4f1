"""A researched map has a feeling that rests on nothing.

`basis: actual` says that the map shows what customers went through. Feelings are what readers look at first and what
is invented most easily. Where a feeling is a guess, write `basis: assumed` beside it: the guess is welcome, as long
as it says that it is one.

Source: smaply.com/blog/why-journey-maps-fail

Fails:

    jmap: 1
    title: I return a pair of shoes
    basis: actual
    stages:
      - name: Pack
        feelings: -1  # <- JM104

Passes:

    jmap: 1
    title: I return a pair of shoes
    basis: actual
    stages:
      - name: Pack
        feelings: {score: -1, basis: assumed}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, signed, wording

CODE = "JM104"
SEVERITY = "warning"
MESSAGE = "this map is `basis: actual`, and nothing shows that anybody felt this ({score})"
ADVICE = "`evidence`, or `basis: assumed` beside the score"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    if sheet.journey.basis != "actual":
        return
    for feeling in sheet.feelings:
        if feeling.basis == "assumed" and not feeling.evidence and not sheet.writes(feeling.path, "basis"):
            yield at(wording(feeling), score=signed(feeling.score))
