"""How the customer agreed to what an algorithm does: asked first is better than may refuse, and that than not asked."""

from __future__ import annotations

from jmap.diff.found import Found
from jmap.diff.judgement import Judgement, by_amount

CODES = ("personalisation-consent-changed",)
GRADES = ("none", "opt-out", "opt-in")


def judge(found: Found) -> Judgement:
    """Without a word on one side it is not known what customers were asked."""
    if found.before not in GRADES or found.after not in GRADES:
        return Judgement("notable", "experience")
    change = GRADES.index(found.after) - GRADES.index(found.before)
    return by_amount(change, "experience", "consent-stronger", "consent-weaker")
