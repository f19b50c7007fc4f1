"""Every pain point is critical.

If four or more hurt and all of them are critical, the word has lost its meaning, and with it the order in which to
help. Keep `critical` for what makes customers leave.

Source: smaply.com/blog/why-journey-maps-fail

Fails:

    jmap: 1
    title: I return a pair of shoes  # <- JM210
    stages:
      - name: Pack
        pain_points:
          - {text: The tape tears the box, severity: critical}
          - {text: The label needs a printer, severity: critical}
          - {text: The form asks for the order twice, severity: critical}
          - {text: The queue at the counter, severity: critical}

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        pain_points:
          - {text: The tape tears the box, severity: low}
          - {text: The label needs a printer, severity: critical}
          - {text: The form asks for the order twice, severity: medium}
          - {text: The queue at the counter, severity: high}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM210"
SEVERITY = "info"
MESSAGE = "all {count} pain points are critical, so none of them stands out"
ADVICE = "`critical` for what makes customers leave, less for the others"
ENOUGH = 4


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    if len(sheet.pains) >= ENOUGH and all(pain.severity == "critical" for pain in sheet.pains):
        yield at("title", count=len(sheet.pains))
