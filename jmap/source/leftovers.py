"""What other programs leave in a text: git's conflicts, Markdown's fences, blanks that only look like spaces."""

from __future__ import annotations

import re

from jmap.diagnostics import Diagnostic
from jmap.source.characters import BLANKS, blank_name
from jmap.source.document import Document, Position

_FENCE = re.compile(r"\s*(```|~~~)")
_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")  # in the order of a conflict
_BLANK = re.compile(f"[{BLANKS}]")
_ODD_INDENT = re.compile(rf" *[{BLANKS}][ {BLANKS}]*(?=- |[a-z_]+:(?:\s|$))")


def conflicts(document: Document, lines: list[str]) -> list[Diagnostic]:
    """One mistake for each conflict. In `lines`, the side that git calls ours is left, and blank lines for the rest."""
    notes: list[Diagnostic] = []
    inside = ""
    for number, line in enumerate(document.lines if _MARKS[0] in document.text else ()):
        mark = line[:7] if line[:7] in _MARKS and line[7:8] in ("", " ") else ""
        if mark == "<<<<<<<":
            notes.append(_conflict(document, number))
        if not inside and mark != "<<<<<<<":
            continue
        if mark or inside in ("|||||||", "======="):
            lines[number] = ""
        inside = "" if mark == ">>>>>>>" else mark or inside
    return notes


def _conflict(document: Document, line: int) -> Diagnostic:
    message = "a merge in git ended in a conflict: two versions of these lines stand below each other"
    expected = "one version, and no lines that begin with `<<<<<<<`, `=======` or `>>>>>>>`"
    return document.at(Position(line + 1, 1, 7), "yaml-syntax", message, expected)


def fences(document: Document, lines: list[str]) -> list[Diagnostic]:
    """Markdown's marks around a map that was copied out of a page; blank lines stand for them in `lines`."""
    first = next((number for number, line in enumerate(document.lines) if line.strip()), 0)
    if not _FENCE.match(document.line(first + 1)):
        return []
    for number, line in enumerate(document.lines):
        if _FENCE.match(line):
            lines[number] = ""
    message, expected = "this is Markdown's mark around a piece of code", "the file without this line and the last one"
    return [document.at(Position(first + 1, 1, 3), "yaml-syntax", message, expected)]


def odd_indents(document: Document) -> list[int]:
    """The lines (from 0) that seem to be keys or items, indented with blanks that are no spaces to YAML."""
    if not _BLANK.search(document.text):
        return []
    return [number for number, line in enumerate(document.lines) if _ODD_INDENT.match(line)]


def straight(line: str) -> str:
    """Such a line, indented with as many spaces."""
    found = _ODD_INDENT.match(line)
    return " " * found.end() + line[found.end() :] if found else line


def straighten(document: Document, odd: list[int], lines: list[str]) -> Diagnostic:
    """The one mistake that such lines are; in `lines`, they are indented with spaces."""
    for number in odd:
        lines[number] = straight(lines[number])
    blank = _BLANK.search(document.line(odd[0] + 1))
    assert blank is not None
    more = f" (and {len(odd) - 1} more)" if len(odd) > 1 else ""
    message = f"this line is indented with {blank_name(blank[0])}, which only looks like a space{more}"
    place = Position(odd[0] + 1, blank.start() + 1)
    return document.at(place, "control-character", message, "ordinary spaces: type them anew, or replace them all")
