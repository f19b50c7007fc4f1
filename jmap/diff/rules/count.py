"""How many people or answers something rests on: fewer is worse, for it is less sure.

A number that came or went is neither: the evidence that it belongs to came or went, and is judged itself.
"""

from __future__ import annotations

from jmap.diff.found import Found
from jmap.diff.judgement import Judgement, by_amount
from jmap.diff.proof import is_told_by_evidence

CODES = ("feeling-n-changed", "metric-n-changed", "catalogue-evidence-n-changed")


def judge(found: Found) -> Judgement:
    if found.before is None or found.after is None or is_told_by_evidence(found):
        return Judgement("notable", "evidence")
    return by_amount(found.after - found.before, "evidence", "evidence-grew", "evidence-shrank")
