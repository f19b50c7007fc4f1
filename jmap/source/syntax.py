"""What YAML's parser tripped over, in plain words, with the line as it should be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from jmap.diagnostics import Diagnostic
from jmap.source.characters import blank_name, visible
from jmap.source.document import Document, Position
from jmap.source.quote import Fix, fixes, item_sign
from jmap.source.wording import PLAIN, REFUSED_SIGNS, SIGNS

Progress = Callable[[int, str], int]  # (line from 0, its new text) -> the line from 0 where parsing now fails, or -1

_AT_START = ("expected ',' or", "expected ':'", "unexpected end of stream", "unexpected document separator")


def explain(document: Document, error: Any, progress: Progress) -> tuple[Diagnostic, Fix | None, int]:
    """The diagnostic for a parser's error; the fix that gets the parser past it, if any; the fix's line (from 0)."""
    for line in _suspects(document, error):
        for fix in fixes(visible(document.line(line + 1))):
            reached = progress(line, fix.line)
            if reached < 0 or reached > max(line, _line(error)):
                return _with_fix(document, error, fix, line), fix, line
    return without(document, error), None, 0


def _line(error: Any) -> int:
    mark = error.problem_mark or error.context_mark
    return int(mark.line) if mark else 0


def _suspects(document: Document, error: Any) -> Iterator[int]:
    """The lines (from 0) that may be to blame: where a bracket or quote opened, where it broke, and the one before."""
    seen: list[int] = []
    marks = [error.problem_mark, error.context_mark]
    if any(part in str(error.problem) for part in _AT_START):
        marks.reverse()
    lines = [int(mark.line) for mark in marks if mark]
    above = _line(error) - 1
    while above >= 0 and not document.line(above + 1).strip():
        above -= 1
    for line in (*lines, above):
        if line >= 0 and line not in seen:
            seen.append(line)
            yield line


def _with_fix(document: Document, error: Any, fix: Fix, line: int) -> Diagnostic:
    text = visible(document.line(line + 1))
    if fix.kind == "space":
        place = Position(line + 1, fix.column + 1)
        return document.at(place, "yaml-syntax", "a space is missing after this colon", f"`{fix.line.strip()}`")
    if fix.kind == "colon":
        return _odd_colon(document, fix, line)
    if fix.kind == "end-quote":
        place = Position(line + 1, fix.column + 1)
        return document.at(place, "yaml-syntax", "this quote is never closed", f"`{fix.line.strip()}`")
    if fix.kind == "end-bracket":
        place = Position(line + 1, fix.column + 1)
        return document.at(place, "yaml-syntax", f"this `{text[fix.column]}` is never closed", f"`{fix.line.strip()}`")
    column, why = _trouble(text, fix, error, line)
    if "escape" in str(error.problem):
        why = "a backslash has a meaning of its own in double quotes"
    code = REFUSED_SIGNS.get(text[column : column + 1], "needs-quotes")
    return document.at(Position(line + 1, column + 1), code, f"{why}; put the text in quotes", f"`{fix.line.strip()}`")


def _odd_colon(document: Document, fix: Fix, line: int) -> Diagnostic:
    """`title：Coffee`, and a colon with a no-break space behind it."""
    place, expected = Position(line + 1, fix.column + 1), f"`{fix.line.strip()}`"
    after = document.line(line + 1)[fix.column + 1 : fix.column + 2]
    if document.line(line + 1)[fix.column] != ":":
        return document.at(place, "yaml-syntax", "YAML does not know this wide colon (U+FF1A)", expected)
    message = f"behind this colon stands {blank_name(after)}, which only looks like a space"
    return document.at(place, "control-character", message, expected)


def _trouble(text: str, fix: Fix, error: Any, line: int) -> tuple[int, str]:
    """The column (from 0) of the sign that YAML tripped over, and what the sign does."""
    first = text[fix.column]
    mark = error.problem_mark
    inside = int(mark.column) if mark and int(mark.line) == line and int(mark.column) > fix.column else -1
    if inside >= 0 and text[inside : inside + 1] == ":" and first not in "\"'[{":
        return inside, "a colon followed by a space ends a text in YAML"
    if first in "[{" and inside >= 0 and text[inside : inside + 1] in SIGNS and text[inside] not in ",]}[{-":
        return inside, SIGNS[text[inside]]
    if first in SIGNS:
        return fix.column, SIGNS[first]
    colon = re.compile(r":(?=\s|$)").search(text, fix.column)
    if colon:
        return colon.start(), "a colon followed by a space ends a text in YAML"
    return max(inside, fix.column), "YAML does not read this as one text"


def _misplaced(document: Document, error: Any) -> Diagnostic | None:
    """A colon that YAML cannot place, because of the line above: it has no colon, or is a value already."""
    mark = error.problem_mark
    if not mark or "mapping values are not allowed" not in str(error.problem):
        return None
    line = int(mark.line)
    above = next((i for i in range(line - 1, -1, -1) if document.line(i + 1).strip()), -1)
    if above < 0:
        return None
    text, lead = document.line(above + 1), len(document.line(above + 1)) - len(document.line(above + 1).lstrip())
    dash = item_sign(text.strip())
    if dash:
        return document.at(Position(above + 1, lead + 1), "yaml-syntax", *dash)
    if not re.search(r":(\s|$)", text):
        place = Position(above + 1, lead + 1, len(text.strip()))
        return document.at(place, "yaml-syntax", "this line has no colon", "a line such as `key: value`")
    indent = len(document.line(line + 1)) - len(document.line(line + 1).lstrip())
    message = f"this line is indented as if it were part of the text in line {above + 1}"
    return document.at(
        Position(line + 1, indent + 1), "yaml-syntax", message, "keys of one thing exactly below each other"
    )


def without(document: Document, error: Any) -> Diagnostic:
    """The diagnostic for a parser's error that no change of one line puts right."""
    misplaced = _misplaced(document, error)
    if misplaced:
        return misplaced
    problem = str(error.problem)
    message, expected = "YAML cannot read this line", ""
    for part, words in PLAIN:
        if part in problem:
            message, expected = words
            break
    mark = error.problem_mark or error.context_mark
    if error.context_mark and any(part in problem for part in _AT_START):
        mark = error.context_mark
    line, column = (int(mark.line), int(mark.column)) if mark else (0, 0)
    last = len(document.lines)
    if (
        line >= last or not document.line(line + 1) and line == last - 1
    ):  # the end of the file: show the last line with text
        line = max((i for i, text in enumerate(document.lines) if text.strip()), default=0)
        column = len(document.line(line + 1).rstrip())
    item = item_sign(document.line(line + 1).strip())
    if item:
        message, expected = item
    return document.at(Position(line + 1, column + 1), "yaml-syntax", message, expected)
