"""How far something can be trusted: reported by customers is more than expected by us, and that more than assumed."""

from __future__ import annotations

from jmap.diff.found import Found
from jmap.diff.judgement import Judgement, by_amount
from jmap.diff.proof import is_told_by_evidence
from jmap.resolve.known import LEVELS

CODES = (
    "feeling-basis-changed", "catalogue-evidence-level-changed", "catalogue-evidence-method-changed",
    "map-basis-changed",
)  # fmt: skip
GRADES = {"assumed": 0, "planned": 0, "expected": 1, "inferred": 1, "reported": 2, "observed": 2, "actual": 2}


def judge(found: Found) -> Judgement:
    if is_told_by_evidence(found):
        return Judgement("notable", "evidence")
    before, after = (GRADES.get(LEVELS.get(str(word), str(word))) for word in (found.before, found.after))
    change = 0 if before is None or after is None else after - before
    return by_amount(change, "evidence", "surer", "less-sure")
