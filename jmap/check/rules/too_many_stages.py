"""More stages than anybody keeps in mind.

A map is read at a glance or not at all. Five to seven stages are usual; beyond that, stages are most likely steps.
`thresholds: {most_stages: 9}` allows more, and `journey` moves the detail of a stage into a map of its own.

Source: Milkymap advises five to seven episodes.

Fails:

    jmap: 1
    title: I buy running shoes
    stages: [Hear, Ask, Compare, Choose, Pay, Wait, Unpack, Run]  # <- JM303

Passes:

    jmap: 1
    title: I buy running shoes
    stages:
      - {name: Decide, steps: [Hear, Ask, Compare, Choose]}
      - {name: Buy, steps: [Pay, Wait]}
      - {name: Use, steps: [Unpack, Run]}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, heading

CODE = "JM303"
SEVERITY = "warning"
MESSAGE = "`{stage}` is stage {count}: more than {most} are hard to keep in mind"
ADVICE = "fewer stages with `steps` in them, or a `journey` of its own for a part"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    stages, most = sheet.journey.stages, context.limits.most_stages
    if len(stages) > most:
        yield at(heading(stages[most]), stage=stages[most].name, count=most + 1, most=most)
