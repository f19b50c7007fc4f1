"""Evidence is older than the project allows.

Behaviour, products and prices change; what customers did two years ago is a reason to ask again, not an answer. How
long evidence holds is for the project to say: `stale_after` under `check`, a year by default. Ask again, or note why
it still holds: `# jmap: ignore[JM106] the counter has not changed since`.

Source: smaply.com/blog/why-journey-maps-fail

Fails:

    jmap: 1
    title: I return a pair of shoes
    evidence:
      - {id: diaries, method: diary, n: 8, date: 2019-08-20}  # <- JM106
    stages:
      - name: Pack
        actions: {text: Prints the label, evidence: [diaries]}

Passes:

    jmap: 1
    title: I return a pair of shoes
    evidence:
      - {id: diaries, method: diary, n: 8, date: 2026-08-20}
    stages:
      - name: Pack
        actions: {text: Prints the label, evidence: [diaries]}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.durations import words
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM106"
SEVERITY = "warning"
MESSAGE = "this evidence is of {date}, longer ago than {limit}"
ADVICE = "newer evidence, or `# jmap: ignore[JM106]` and why this still holds"


def check_all(context: Context) -> Iterator[At]:
    for file, path, entry in context.listed_evidence():
        if context.stale(entry.date):
            yield at((*path, "date"), file=file, date=entry.date, limit=words(context.limits.stale_after))


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    """Evidence that stands at an item itself, rather than in a list."""
    for held in sheet.items.values():
        for _, item in held:
            for i, piece in enumerate(item.evidence):
                if context.stale(piece.date) and (place := _written(sheet, item.path, i)):
                    yield at(f"{place}.date", date=piece.date, limit=words(context.limits.stale_after))


def _written(sheet: Sheet, path: str, index: int) -> str:
    """The path of a piece of evidence whose date is written there; empty for one that is only named."""
    for place in (f"{path}.evidence.{index}", f"{path}.evidence"):
        if sheet.writes(place, "date"):
            return place
    return ""
