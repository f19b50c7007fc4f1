"""Some pain points say how much they hurt, this one does not.

Where a map weighs its pains, one without a weight drops out of every list that is sorted by it. A map that weighs
none of them is left alone.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        pain_points:
          - {text: The tape tears the box, severity: low}
          - The label needs a printer  # <- JM209

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        pain_points:
          - {text: The tape tears the box, severity: low}
          - {text: The label needs a printer, severity: medium}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, wording

CODE = "JM209"
SEVERITY = "info"
MESSAGE = "other pain points of this map have a severity, this one has none"
ADVICE = "`severity`: low, medium, high or critical"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    if any(pain.severity for pain in sheet.pains):
        for pain in sheet.pains:
            if not pain.severity:
                yield at(wording(pain))
