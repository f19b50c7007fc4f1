"""How much something hurts. A severity that was never given, or is given no longer, says nothing about the customer."""

from __future__ import annotations

from jmap.diff.found import Found
from jmap.diff.judgement import Judgement, by_amount

CODES = ("pain-point-severity-changed",)
GRADES = ("low", "medium", "high", "critical")


def judge(found: Found) -> Judgement:
    if found.before not in GRADES or found.after not in GRADES:
        return Judgement("notable", "experience")
    change = GRADES.index(found.after) - GRADES.index(found.before)
    return by_amount(change, "experience", "severity-rose", "severity-fell", more="worse")
