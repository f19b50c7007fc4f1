"""A map of how things are that becomes one of how they shall be: whoever reads it as a fact is misled."""

from __future__ import annotations

from jmap.diff.found import Found
from jmap.diff.judgement import Judgement

CODES = ("map-state-changed",)


def judge(found: Found) -> Judgement:
    return Judgement("breaking" if found.after == "future" else "notable", "structure")
