"""Nobody can tell how old this evidence is.

Without a date, evidence never grows stale: it will be quoted for years. The day of the last interview will do.

Fails:

    jmap: 1
    title: I return a pair of shoes
    evidence:
      - {id: diaries, method: diary, n: 8}  # <- JM108
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
from jmap.check.rule import At, at

CODE = "JM108"
SEVERITY = "warning"
MESSAGE = "the evidence `{id}` has no date, so it will never look old"
ADVICE = "a line `date: 2026-08-20`: when it was found out"


def check_all(context: Context) -> Iterator[At]:
    for file, path, entry in context.listed_evidence():
        if entry.date is None:
            yield at((*path, "id"), file=file, id=entry.id)
