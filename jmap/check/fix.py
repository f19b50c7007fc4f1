"""Applies edits to text, at exact places: nothing else of the file changes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jmap.check.finding import Edit, Finding

_LINE_END = re.compile(r"\r\n|\r|\n")


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


def mended(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made; they do not overlap."""
    starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def offset(line: int, column: int) -> int:
        return min(len(text), starts[line - 1] + column - 1) if line <= len(starts) else len(text)

    for edit in sorted(edits, reverse=True):
        start, end = offset(edit.line, edit.column), offset(edit.end_line, edit.end_column)
        text = text[:start] + edit.text + text[end:]
    return text
