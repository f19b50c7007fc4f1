"""A severe pain point that nobody means to do anything about.

The map says that this hurts badly, and then moves on. An opportunity with `addresses` shows that the pain was heard,
even if the answer is an idea for next year. One that was dropped answers nothing.

Source: NN/g: opportunities, with owners and metrics, are one of the five parts of a journey map.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        pain_points: {text: The label needs a printer, severity: high}  # <- JM201

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        pain_points: {text: The label needs a printer, severity: high}
        opportunities: {text: A code that the shop prints, addresses: [The label needs a printer]}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, wording

CODE = "JM201"
SEVERITY = "warning"
MESSAGE = "this hurts ({severity}), and {answer}"
ADVICE = "an opportunity with `addresses`, or a lower severity"
SEVERE = ("high", "critical")


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    answered = {label for idea in sheet.opportunities if idea.status != "dropped" for label in idea.addresses}
    dropped = {label for idea in sheet.opportunities if idea.status == "dropped" for label in idea.addresses}
    for pain in sheet.pains:
        if pain.severity in SEVERE and pain.label not in answered:
            answer = "what addressed it was dropped" if pain.label in dropped else "no opportunity addresses it"
            yield at(wording(pain), severity=pain.severity, answer=answer)
