"""What an algorithm knows of a customer who was not asked first: more is worse, less is better.

Who has opted in agreed to it; data beyond that is a matter for the reviewer, not for a rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jmap.diff.found import Found
from jmap.diff.judgement import Judgement

CODES = ("personalisation-added", "personalisation-removed", "personalisation-data-changed")


def judge(found: Found) -> Judgement:
    before, after = _taken(found.said_base), _taken(found.said_head)
    if after - before:
        return Judgement("notable", "experience", "worse", "data-without-consent")
    if before - after:
        return Judgement("notable", "experience", "better", "less-data-without-consent")
    return Judgement("notable", "experience")


def _taken(said: Mapping[str, Any]) -> frozenset[str]:
    """The data used without an opt-in; that with one counts as none."""
    return frozenset() if said.get("consent") == "opt-in" else frozenset(map(str.casefold, said.get("data", ())))
