"""Findings silenced where they are: `# jmap: ignore[JM203] reason`, behind the line, or above it or its item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jmap.check.rule import Rule
from jmap.check.selection import weight
from jmap.source.comments import comments
from jmap.source.document import Document
from jmap.source.edit import Edit

_IGNORE = re.compile(r"#\s*jmap:\s*ignore\b\s*(?:\[(?P<codes>[^\]]*)\])?(?P<reason>.*)")
_HINT = re.compile(r"#\s*jmap:\s*ignore")


@dataclass(frozen=True, slots=True)
class Silence:
    """One comment. `line` is the line that it silences, `at` its own; `codes` are as written."""

    file: str
    line: int
    at: int
    column: int
    text: str
    alone: bool
    codes: tuple[str, ...]
    reason: str

    def meant(self, rule: Rule) -> tuple[str, ...]:
        """Those of the codes that mean the rule."""
        return tuple(code for code in self.codes if weight(code, rule))

    def removal(self, source_line: str) -> Edit:
        """The edit that takes the comment away, with its line where it stands alone."""
        if self.alone:
            return Edit(self.file, self.at, 1, self.at + 1, 1, "")
        start = len(source_line[: self.column - 1].rstrip()) + 1
        return Edit(self.file, self.at, start, self.at, len(source_line) + 1, "")


def silences(document: Document) -> tuple[Silence, ...]:
    """The comments of a file that silence something."""
    if not _HINT.search(document.text):
        return ()
    found: list[Silence] = []
    for comment in comments(document):
        written = _IGNORE.match(comment.text)
        if written:
            codes = tuple(code.strip() for code in (written["codes"] or "").split(",") if code.strip())
            line = _next(document, comment.line) if comment.alone else comment.line
            reason = written["reason"].strip(" :-\u2013\u2014")
            found.append(
                Silence(document.file, line, comment.line, comment.column, comment.text, comment.alone, codes, reason)
            )
    return tuple(found)


def _next(document: Document, line: int) -> int:
    """The next line that is no comment: several comments may stand above one another."""
    lines: Sequence[str] = document.lines
    while line < len(lines) and lines[line].lstrip().startswith("#"):
        line += 1
    return line + 1
