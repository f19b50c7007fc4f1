"""A new id, or a new name that is the id: breaking unless `renamed_from` declares it, for references do not follow."""

from __future__ import annotations

from jmap.diff.found import Found
from jmap.diff.judgement import Judgement

CODES = (
    "map-renamed", "stage-renamed", "step-renamed", "persona-renamed",
    *(f"catalogue-{kind}-renamed"
      for kind in ("persona", "channel", "touchpoint", "team", "system", "evidence", "custom-lane")),
)  # fmt: skip


def judge(found: Found) -> Judgement:
    return Judgement("minor" if found.declared else "breaking", "structure")
