"""Where customers give up: a new exit or a larger share is worse, one that is gone or a smaller share better.

Without a share on both sides nobody knows whether more leave, and a share alone changes no judgement.
"""

from __future__ import annotations

from jmap.diff.found import Found
from jmap.diff.judgement import Judgement, by_amount

CODES = ("exit-added", "exit-removed", "exit-share-changed")


def judge(found: Found) -> Judgement:
    if found.action == "added":
        return Judgement("notable", "experience", "worse", "exit-added")
    if found.action == "removed":
        return Judgement("notable", "experience", "better", "exit-removed")
    if found.before is None or found.after is None:
        return Judgement("notable", "evidence")
    change = found.after - found.before
    return by_amount(change, "experience", "more-leave", "fewer-leave", more="worse")
