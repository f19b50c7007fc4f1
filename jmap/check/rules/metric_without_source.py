"""A figure comes from nowhere.

Numbers convince, so they have to be checked: by whom, where and when was this read? Name the `source` (the tool or the
report) or the evidence. A figure without one is drawn as assumed, and quoted as a fact.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        metrics: {name: Returns by post, value: 61 %}  # <- JM111

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        metrics: {name: Returns by post, value: 61 %, source: Returns desk, date: 2026-09-30}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, wording

CODE = "JM111"
SEVERITY = "warning"
MESSAGE = "nothing says where `{value}` comes from"
ADVICE = "`source` and `date` beside the value, or `evidence`"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    for metric in sheet.metrics:
        if metric.value_text and not metric.source and not metric.evidence:
            yield at(wording(metric), value=metric.value_text)
