"""A workshop among colleagues is passed off as an observation of customers.

`level: observed` says that somebody saw or heard customers. Workshops and market research did not: the first collects
what colleagues believe, the second what others concluded. Without `level`, the method decides, and decides fairly.

Source: smaply.com/blog/why-journey-maps-fail

Fails:

    jmap: 1
    title: I return a pair of shoes
    evidence:
      - {id: monday, method: workshop, n: 7, level: observed, date: 2026-08-20}  # <- JM109
    stages:
      - name: Pack
        actions: {text: Prints the label, evidence: [monday]}

Passes:

    jmap: 1
    title: I return a pair of shoes
    evidence:
      - {id: monday, method: workshop, n: 7, date: 2026-08-20}
    stages:
      - name: Pack
        actions: {text: Prints the label, evidence: [monday]}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at

CODE = "JM109"
SEVERITY = "warning"
MESSAGE = "`{id}` is `level: observed`, but a {method} observes no customers"
ADVICE = "the line without `level`, or the method by which customers were seen"
SECOND_HAND = ("workshop", "market-research")


def check_all(context: Context) -> Iterator[At]:
    for file, path, entry in context.listed_evidence():
        if entry.level == "observed" and entry.method in SECOND_HAND:
            yield at((*path, "level"), file=file, id=entry.id, method=entry.method.replace("-", " "))
