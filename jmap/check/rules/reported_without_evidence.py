"""A feeling is called reported, and nothing says who reported it.

`basis: reported` means that customers said so. Readers take such a point of the curve for a fact, so it has to lead
to the interviews, the survey or the diary behind it. Name the evidence, or call the feeling `assumed`. (On a map of the
future nothing can be reported yet: that is JM103.)

Source: CJML (cjml.no): experience is reported by the person who had it.

Fails:

    jmap: 1
    title: I return a pair of shoes
    basis: actual
    stages:
      - name: Pack
        feelings: {score: -1, emotion: annoyed, basis: reported}  # <- JM101

Passes:

    jmap: 1
    title: I return a pair of shoes
    basis: actual
    evidence: [{id: diaries, method: diary, n: 8, date: 2026-08-20}]
    stages:
      - name: Pack
        feelings: {score: -1, emotion: annoyed, basis: reported, evidence: [diaries]}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, signed, wording
from jmap.resolve.known import is_known

CODE = "JM101"
SEVERITY = "warning"
MESSAGE = "this feeling ({score}) is called reported, and no evidence says by whom"
ADVICE = "`evidence` with the study it comes from, or `basis: assumed`"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    if sheet.journey.state == "future":
        return
    for feeling in sheet.feelings:
        if feeling.basis == "reported" and not is_known(feeling.evidence):
            yield at(wording(feeling), score=signed(feeling.score))
