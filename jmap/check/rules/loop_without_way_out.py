"""Customers walk in a circle for ever.

From here every way leads back, and none leads on or out: all shares go to earlier steps. Somebody gives up some time,
or gets through at the third attempt. Say how many.

Source: Halvorsrud, Kvale, Følstad 2016 on deviations, doi 10.1108/JSTP-05-2015-0111

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Return
        steps:
          - name: Fill in the form
          - name: Wait for the answer  # <- JM306
            next: {to: Fill in the form, share: 100 %}
          - name: Get the money back

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Return
        steps:
          - name: Fill in the form
          - name: Wait for the answer
            next: {to: Fill in the form, share: 60 %}
          - name: Get the money back
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, heading

CODE = "JM306"
SEVERITY = "warning"
MESSAGE = "who is at `{step}` can only go back, for ever"
ADVICE = "a share of less than 100 % for the way back, or `exits` for those who give up"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    """Of a circle, the step at its end is told: there the way on is missing."""
    columns, stuck = sheet.journey.columns, sheet.stuck
    for number in sorted(stuck & sheet.reached):
        if number + 1 not in stuck:
            yield at(heading(columns[number]), step=columns[number].name)
