"""The steps of a stage take longer than the stage, or cannot fill it.

A stage that has a time of its own, and steps that have theirs, says the same thing twice, and here in two ways. The
picture shows the stage's; a reader who adds up the steps gets another answer. Leave one of them out, or put it right.
A tenth more or less is let pass, and so is a stage of which some steps have no time, unless the others take longer.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Return
        time: 2 days  # <- JM601
        steps:
          - {name: Pack, time: 20 min}
          - {name: Wait, time: 5 days}

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Return
        time: 5 days
        steps:
          - {name: Pack, time: 20 min}
          - {name: Wait, time: 5 days}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.durations import compared
from jmap.check.rule import At, at
from jmap.check.sheet import ANYONE, Sheet
from jmap.resolve.spans import longest

CODE = "JM601"
SEVERITY = "warning"
MESSAGE = "the steps of `{stage}` take {steps} together, and the stage says {own}"
ADVICE = "the sum of its steps, or no time of its own: jmap adds them up"
SLACK = 1.1


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    personas = [persona.id for persona in sheet.journey.personas] or [ANYONE]
    for stage in sheet.journey.stages:
        timed = [step.items("time") for step in stage.steps if step.items("time")]
        own, parts = longest([stage.items("time")], personas), longest(timed, personas)
        if own is None or parts is None:
            continue
        whole = len(timed) == len(stage.steps)
        if parts.low > own.high * SLACK or (whole and parts.high * SLACK < own.low):
            path = stage.items("time")[0].path
            steps, said = compared((parts.low, parts.high), (own.low, own.high))
            yield at(path, stage=stage.name, steps=steps, own=said)
