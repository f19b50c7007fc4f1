"""A figure without the figure that it should be.

34 % may be a triumph or a disaster: only a target tells. Where other figures of the map have one, this one leaves
the reader guessing. A map without any targets is left alone.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        metrics:
          - {name: Returns by post, value: 61 %, target: 70 %, source: Returns desk}
          - {name: Days until the refund, value: 9, source: Accounts}  # <- JM211

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        metrics:
          - {name: Returns by post, value: 61 %, target: 70 %, source: Returns desk}
          - {name: Days until the refund, value: 9, target: 3, source: Accounts}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, wording

CODE = "JM211"
SEVERITY = "info"
MESSAGE = "`{value}`, and nothing says what it should be; other figures of this map have a target"
ADVICE = "`target` beside the value"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    if any(metric.target_text for metric in sheet.metrics):
        for metric in sheet.metrics:
            if metric.value_text and not metric.target_text:
                yield at(wording(metric), value=metric.value_text)
