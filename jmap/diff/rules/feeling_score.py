"""How a customer feels: a higher score is better, a lower one worse.

A feeling that came or went moves no score by itself: a curve got a point, or lost one, and to lose a reported low is
not to feel better. But where a feeling for everyone becomes one for each persona (or the other way round), who was in
it before may feel better or worse than was said.
"""

from __future__ import annotations

from jmap.diff.found import Found
from jmap.diff.judgement import Judgement, by_amount

CODES = ("feeling-score-changed", "feeling-added", "feeling-removed")


def judge(found: Found) -> Judgement:
    before, after = found.said_base.get("score"), found.said_head.get("score")
    change = 0.0 if before is None or after is None else after - before
    return by_amount(change, "experience", "score-rose", "score-fell")
