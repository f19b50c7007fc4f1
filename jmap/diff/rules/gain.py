"""Gains: what delights the customer. One more is better, one less worse."""

from __future__ import annotations

from jmap.diff.found import Found
from jmap.diff.judgement import Judgement

CODES = ("gain-added", "gain-removed")


def judge(found: Found) -> Judgement:
    if found.action == "added":
        return Judgement("notable", "experience", "better", "gain-added")
    return Judgement("notable", "experience", "worse", "gain-removed")
