"""Something that others refer to, or that a reader relied on: it is breaking if it is gone, and news if it came.

An entry of a map's own catalogue whose name the project's catalogue now answers to (or the other way round) is
not gone for those who refer to it.
"""

from __future__ import annotations

from jmap.diff.change import Kind
from jmap.diff.found import Found
from jmap.diff.judgement import Judgement

CODES = (
    "project-added", "project-removed", "map-added", "map-removed", "persona-added", "persona-removed",
    *(f"catalogue-{kind}-{action}"
      for kind in ("persona", "channel", "touchpoint", "team", "system", "evidence", "custom-lane")
      for action in ("added", "removed")),
)  # fmt: skip


def judge(found: Found) -> Judgement:
    kind: Kind = "evidence" if found.noun == "catalogue-evidence" else "structure"
    return Judgement("breaking" if found.action == "removed" and not found.replaced else "notable", kind)
