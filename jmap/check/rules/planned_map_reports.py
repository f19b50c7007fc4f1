"""A planned map claims that customers reported how they felt.

A planned journey is one as it was designed or supposed: nobody has travelled it yet, so nobody can report on it. If
customers did report, the map shows what they went through, and its basis is `actual`. Readers rely on that word.

Source: CJML (cjml.no): planned against actual journeys; experience is reported in actual ones only.

Fails:

    jmap: 1
    title: I return a pair of shoes
    basis: planned  # <- JM102
    stages:
      - name: Pack
        feelings: {score: -1, basis: reported, evidence: [{method: diary, n: 8}]}

Passes:

    jmap: 1
    title: I return a pair of shoes
    basis: actual
    stages:
      - name: Pack
        feelings: {score: -1, basis: reported, evidence: [{method: diary, n: 8}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, wording

CODE = "JM102"
SEVERITY = "warning"
MESSAGE = "a planned map shows {many} as reported: nobody has travelled a journey that is only planned"
ADVICE = "`basis: actual` where the map shows what customers went through, else feelings that are assumed or expected"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    if sheet.journey.basis != "planned" or sheet.journey.state == "future":
        return
    reported = [feeling for feeling in sheet.feelings if feeling.basis == "reported"]
    written = "basis" in sheet.file.model_fields_set
    # Where nobody wrote a basis, a first report among guesses does not yet make the map a researched one.
    if reported and (written or len(reported) * 2 > len(sheet.feelings)):
        many = "1 feeling" if len(reported) == 1 else f"{len(reported)} feelings"
        yield at("basis" if written else wording(reported[0]), many=many)
