"""More customers reported a feeling than the study behind it asked.

One of the two numbers is wrong, and a reader who notices will trust neither. `n` of a feeling counts those who
reported it; it cannot be more than all the evidence that it names has asked.

Fails:

    jmap: 1
    title: I return a pair of shoes
    basis: actual
    evidence: [{id: diaries, method: diary, n: 8, date: 2026-08-20}]
    stages:
      - name: Pack
        feelings: {score: -1, basis: reported, n: 15, evidence: [diaries]}  # <- JM110

Passes:

    jmap: 1
    title: I return a pair of shoes
    basis: actual
    evidence: [{id: diaries, method: diary, n: 8, date: 2026-08-20}]
    stages:
      - name: Pack
        feelings: {score: -1, basis: reported, n: 8, evidence: [diaries]}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM110"
SEVERITY = "warning"
MESSAGE = "{n} customers reported this feeling, but its evidence asked {asked}"
ADVICE = "the same number in both places, or the evidence that is missing"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    for feeling in sheet.feelings:
        asked = [piece.n for piece in feeling.evidence]
        if feeling.n and asked and None not in asked and feeling.n > (total := sum(n or 0 for n in asked)):
            yield at(f"{feeling.path}.n", n=feeling.n, asked=total)
