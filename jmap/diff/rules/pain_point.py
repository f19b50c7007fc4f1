"""Pain points: one more is worse for the customer, one less better."""

from __future__ import annotations

from jmap.diff.found import Found
from jmap.diff.judgement import Judgement

CODES = ("pain-point-added", "pain-point-removed")


def judge(found: Found) -> Judgement:
    if found.action == "added":
        return Judgement("notable", "experience", "worse", "pain-added")
    return Judgement("notable", "experience", "better", "pain-removed")
