"""Nobody ever leaves.

Every journey loses people: at the price, at the form, while waiting. A map on which everybody arrives shows the happy
path, and hides the places where most could be won. Write `exits` where customers give up, with a share if you know
it. First sketches and maps of the future are left alone, and so are maps of fewer than four steps.

Source: Halvorsrud, Kvale, Følstad 2016 on deviations, doi 10.1108/JSTP-05-2015-0111

Fails:

    jmap: 1
    title: I buy running shoes  # <- JM304
    basis: actual
    stages: [Compare, Choose, Pay, Wait, Run]

Passes:

    jmap: 1
    title: I buy running shoes
    basis: actual
    stages:
      - Compare
      - Choose
      - {name: Pay, exits: Delivery costs more than the shoes are worth}
      - Wait
      - Run
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM304"
SEVERITY = "warning"
MESSAGE = "nobody gives up anywhere on this map: it shows only those who reach the end"
ADVICE = "`exits` where customers give up, with a `reason` and, if it is known, a `share`"
ENOUGH = 4


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    journey = sheet.journey
    if sheet.sketch or journey.state == "future" or len(journey.columns) < ENOUGH:
        return
    if not any(column.exits for column in journey.columns):
        yield at("title")
