"""No way leads to this step.

Everybody who could have come here has been sent elsewhere: the shares of `next` and `exits` before it add up to all.
Most likely a share or a `next` is missing. Steps that only such a step leads to are not told one by one.

Fails:

    jmap: 1
    title: I buy running shoes
    stages:
      - name: Buy
        steps:
          - {name: Choose, next: {to: Pay, share: 100 %}}
          - name: Ask the forum  # <- JM305
          - name: Pay

Passes:

    jmap: 1
    title: I buy running shoes
    stages:
      - name: Buy
        steps:
          - {name: Choose, next: {to: Pay, share: 70 %}}
          - name: Ask the forum
          - name: Pay
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, heading

CODE = "JM305"
SEVERITY = "warning"
MESSAGE = "nobody can get to `{step}`: no way leads here"
ADVICE = "a `next` that leads here, or a smaller share on those that lead past it"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    columns = sheet.journey.columns
    for number in sheet.cut_off:
        yield at(heading(columns[number]), step=columns[number].name)
