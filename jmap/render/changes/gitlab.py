"""GitLab's code quality report: each change at its line, so that a merge request shows it beside the text."""

from __future__ import annotations

import json
from collections import Counter

from jmap.diagnostics import Diagnostic
from jmap.diff.change import Change
from jmap.render.changes.kit.escape import one_line
from jmap.render.changes.kit.review import Review, worst_first
from jmap.text.visible import COMMAND


def render(review: Review) -> str:
    """One JSON array. A change is at its line of the head, or where it was at the base if it is gone."""
    issues = [_mistake(d) for d in review.comparison.broken]
    issues += [_change(change, review) for change in worst_first(review.comparison.changes)]
    _part(issues)
    return COMMAND.sub(r"\1\\u005b", json.dumps(issues, indent=2))


def _part(issues: list[dict[str, object]]) -> None:
    """Projects may have the same change: GitLab shows one of those with the same fingerprint."""
    seen: Counter[object] = Counter()
    for issue in issues:
        seen[issue["fingerprint"]] += 1
        if seen[issue["fingerprint"]] > 1:
            issue["fingerprint"] = f"{issue['fingerprint']}-{seen[issue['fingerprint']]}"


def _change(change: Change, review: Review) -> dict[str, object]:
    spot = change.head or change.base
    return {
        "description": one_line(review.sentence(change)),
        "check_name": change.code,
        "fingerprint": change.fingerprint,
        "severity": _severity(change, review),
        "location": {"path": spot.file if spot else "jmap.yaml", "lines": {"begin": spot.line if spot else 1}},
    }


def _mistake(d: Diagnostic) -> dict[str, object]:
    return {
        "description": one_line(d.message),
        "check_name": d.code,
        "fingerprint": f"{d.code}:{d.file}:{d.line}:{d.column}",
        "severity": "blocker",
        "location": {"path": d.file, "lines": {"begin": d.line}},
    }


def _severity(change: Change, review: Review) -> str:
    if change.fingerprint in review.approved:
        return "info"
    if change.level == "breaking":
        return "critical"
    if change.effect == "worse":
        return "major" if change.level == "notable" else "minor"
    return "minor" if change.level == "notable" else "info"
