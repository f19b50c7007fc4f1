"""How long something takes: longer is worse, shorter better, by the middle of the range.

A time that was not given before, or is given no longer, tells what somebody wrote down, not what customers wait for.
"""

from __future__ import annotations

from jmap.diff.found import Found
from jmap.diff.judgement import Judgement, by_amount
from jmap.model.span import Span

CODES = ("time-active-changed", "time-waiting-changed", "time-elapsed-changed")
REASONS = {
    "active": ("active-longer", "active-shorter"),
    "waiting": ("waiting-longer", "waiting-shorter"),
    "elapsed": ("elapsed-longer", "elapsed-shorter"),
}


def judge(found: Found) -> Judgement:
    if not isinstance(found.before, Span) or not isinstance(found.after, Span):
        return Judgement("notable", "experience")
    change = found.after.low + found.after.high - found.before.low - found.before.high
    return by_amount(change, "experience", *REASONS[found.field], more="worse")
