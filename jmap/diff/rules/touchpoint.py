"""A touchpoint in a step that came or went.

Fewer touchpoints are not worse in themselves: a form that nobody has to fill in any more is a gift. What is worse is
to lose one that customers like (satisfaction 4 or 5): they had a way that worked. Losing one that annoys them (1 or 2)
is better, and so both ways round for one that comes. Without a figure, or with a middling one, nobody can say.
"""

from __future__ import annotations

from jmap.diff.change import Effect
from jmap.diff.found import Found
from jmap.diff.judgement import Judgement

CODES = ("touchpoint-added", "touchpoint-removed")
REASONS = {
    "touchpoint-added": ("liked-touchpoint-added", "disliked-touchpoint-added"),
    "touchpoint-removed": ("liked-touchpoint-removed", "disliked-touchpoint-removed"),
}


def judge(found: Found) -> Judgement:
    came = found.action == "added"
    score = (found.said_head if came else found.said_base).get("satisfaction")
    if score is None or score == 3:
        return Judgement("notable", "experience")
    effect: Effect = "better" if came is (score > 3) else "worse"
    liked, disliked = REASONS[found.code]
    return Judgement("notable", "experience", effect, liked if score > 3 else disliked)
