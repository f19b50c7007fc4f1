"""How content customers are with a touchpoint. A figure that came or went changes what is known, not how they feel."""

from __future__ import annotations

from jmap.diff.found import Found
from jmap.diff.judgement import Judgement, by_amount

CODES = ("touchpoint-satisfaction-changed", "catalogue-touchpoint-satisfaction-changed")


def judge(found: Found) -> Judgement:
    if found.before is None or found.after is None:
        return Judgement("notable", "evidence")
    return by_amount(found.after - found.before, "experience", "satisfaction-rose", "satisfaction-fell")
