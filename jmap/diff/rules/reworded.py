"""Other words for a pain point, a gain or an opportunity that has no id.

With an id it is the same thing in other words. Without, nobody can be sure that it is not another one, and a reviewer
has to look.
"""

from __future__ import annotations

from jmap.diff.found import Found
from jmap.diff.judgement import Judgement

CODES = ("pain-point-text-changed", "gain-text-changed", "opportunity-text-changed")


def judge(found: Found) -> Judgement:
    return Judgement("notable", "experience") if found.guess else Judgement("minor", "presentation")
