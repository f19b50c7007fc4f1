"""Changes that another change of the same thing brought along are told with it: one fact, one line.

What was measured anew has another value and another date; a feeling that loses its evidence loses the sample size too.
Only what is neither better nor worse by itself is folded: a judgement always has a line of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jmap.diff.change import Change
from jmap.diff.found import Found

Judged = tuple[Found, Change]
# By thing: fields, and what each brings along; the first that changed takes it.
ALONG: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "feelings": {
        "score": ("emotion",), "evidence": ("basis", "n", "spread"), "basis": ("n", "spread"), "n": ("spread",),
    },
    "metrics": {"value": ("date", "source"), "evidence": ("n", "source", "date")},
}  # fmt: skip


def folded(made: Sequence[Judged]) -> list[Judged]:
    """The same changes in their order, without those that are in the `folded` of another one now."""
    fields = {
        (found.base, found.head, found.field): (found, change) for found, change in made if found.action == "changed"
    }
    taken: dict[tuple[object, object, str], list[Change]] = {}
    gone: set[str] = set()
    for (base, head, field), (found, change) in fields.items():
        for main, along in ALONG.get(found.thing, {}).items():
            if field in along and change.effect == "neutral" and (base, head, main) in fields:
                taken.setdefault((base, head, main), []).append(change)
                gone.add(change.fingerprint)
                break
    return [
        (found, replace(change, folded=tuple(taken.get((found.base, found.head, found.field), ()))))
        for found, change in made
        if change.fingerprint not in gone
    ]
