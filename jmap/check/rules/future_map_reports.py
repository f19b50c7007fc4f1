"""A future map claims that customers reported how they will feel.

A map of the journey as it shall be can hold hopes (`basis: expected`) and guesses (`assumed`). What testers of a
prototype said is evidence for an expectation, and still no report of the journey itself.

Source: CJML (cjml.no): experience is reported in actual journeys only.

Fails:

    jmap: 1
    title: I return a pair of shoes at a locker
    state: future
    stages:
      - name: Drop off
        feelings: {score: 1.5, basis: reported, evidence: [{method: usability-test, n: 9}]}  # <- JM103

Passes:

    jmap: 1
    title: I return a pair of shoes at a locker
    state: future
    stages:
      - name: Drop off
        feelings: {score: 1.5, basis: expected, evidence: [{method: usability-test, n: 9}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, signed, wording

CODE = "JM103"
SEVERITY = "warning"
MESSAGE = "a future map shows this feeling ({score}) as reported: nobody has had it yet"
ADVICE = "`basis: expected` beside the score"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    if sheet.journey.state == "future":
        for feeling in sheet.feelings:
            if feeling.basis == "reported":
                yield at(wording(feeling), score=signed(feeling.score))
