"""What an item rests on: worse if it was known and is now assumed, or if fewer people stand behind it.

A claim that lost its evidence may be as true as before, but nobody can tell any more; decisions on it got riskier.
"""

from __future__ import annotations

from jmap.diff.found import Found
from jmap.diff.judgement import Judgement, by_amount
from jmap.diff.proof import Strength, strength

CODES = ("*-evidence-changed",)


def judge(found: Found) -> Judgement:
    before, after = strength(found.before), strength(found.after)
    if before[0] != after[0]:
        return by_amount(int(after[0]) - int(before[0]), "evidence", "evidence-gained", "evidence-lost")
    return by_amount(_compared(before, after), "evidence", "evidence-grew", "evidence-shrank")


def _compared(before: Strength, after: Strength) -> int:
    """Fewer or more people; nothing where one side does not say how many."""
    return after[1] - before[1] if before[1] and after[1] else 0
