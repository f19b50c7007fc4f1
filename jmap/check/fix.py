"""Which fixes can be made together."""

from __future__ import annotations

from collections.abc import Iterable

from jmap.check.finding import Finding


def fixable(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those whose fixes can be made together, the first in a file before later ones that touch the same text."""
    taken: dict[str, list[tuple[tuple[int, int], tuple[int, int]]]] = {}
    chosen = []
    for finding in findings:
        spans = [(edit.file, (edit.line, edit.column), (edit.end_line, edit.end_column)) for edit in finding.fix]
        free = all(end <= a or start >= b for file, start, end in spans for a, b in taken.get(file, ()))
        if spans and free:
            chosen.append(finding)
            for file, start, end in spans:
                taken.setdefault(file, []).append((start, end))
    return tuple(chosen)
