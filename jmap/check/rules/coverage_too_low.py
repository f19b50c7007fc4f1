"""Too little of the map rests on evidence.

A map may begin as a guess. One that calls itself researched (`basis: actual`) should have evidence behind half of
what it shows; `thresholds: {coverage: 80 %}` in `jmap.yaml` sets another share, and then for planned maps as well.
What counts is what the report shows as known: items with evidence that was observed or inferred.

Source: smaply.com/blog/why-journey-maps-fail

Fails:

    jmap: 1
    title: I return a pair of shoes  # <- JM105
    basis: actual
    stages:
      - name: Pack
        actions: [Looks for the box, Prints the label, Tapes it shut]
        pain_points: {text: The label needs a printer, evidence: [{method: support, n: 61}]}

Passes:

    jmap: 1
    title: I return a pair of shoes
    basis: actual
    stages:
      - name: Pack
        actions: {text: Prints the label, evidence: [{method: observation, n: 6}]}
        pain_points: {text: The label needs a printer, evidence: [{method: support, n: 61}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, Words, at
from jmap.check.sheet import Sheet

CODE = "JM105"
SEVERITY = "warning"
MESSAGE = "{share} % of this map rests on evidence ({known} of {total} items), less than {least} %"
ADVICE = "evidence for what matters most, or `basis: planned` until there is some"
HALF = 0.5


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    least = context.limits.coverage
    covered = sheet.journey.coverage
    if least is None:
        least = HALF if sheet.journey.basis == "actual" else 0.0
    if covered.share is not None and covered.share < least:
        says: Words = {"share": f"{covered.share * 100:.0f}", "known": covered.known, "total": covered.total}
        yield at("title", least=f"{least * 100:.4g}", **says)
