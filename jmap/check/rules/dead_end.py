"""Everybody leaves here, and the map goes on.

Exits of 100 % in the middle of a journey: nobody is left for the steps that follow. Either some go on, or the journey
ends here and the rest belongs to another map.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Return
        steps:
          - name: Print the label
            exits: {reason: Has no printer, share: 100 %}  # <- JM307
          - name: Take it to the shop

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Return
        steps:
          - name: Print the label
            exits: {reason: Has no printer, share: 40 %}
          - name: Take it to the shop
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM307"
SEVERITY = "warning"
MESSAGE = "everybody leaves at `{step}`, and `{following}` comes after it"
ADVICE = "smaller shares, or the end of the map here"
ALL = 1 - 1e-9


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    columns = sheet.journey.columns
    for column, following in zip(columns, columns[1:], strict=False):
        everybody = [exit for exit in column.exits if not exit.personas]
        if sum(exit.share or 0 for exit in everybody) >= ALL:
            yield at(everybody[-1].path, step=column.name, following=following.name)
