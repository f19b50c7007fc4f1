"""A diagnostic as a person reads it: where, what, the line with a marker under it, and what would be right."""

from __future__ import annotations

from itertools import accumulate

import click

from jmap.diagnostics import Diagnostic
from jmap.text.visible import COMMAND, spell, visible, width

WIDTH = 100  # columns of a source line that are shown; a longer one is shown around the fault
BEFORE = 30  # columns kept to the left of the fault when the line is cut
NEAR = 300  # characters on each side of the fault that are looked at: a line may hold a megabyte
LONGEST = 500  # characters of a message: it may quote a value of any size
TAB = 4
INKS = {"error": "red", "warning": "yellow", "info": "blue"}  # by severity


def frame(diagnostic: Diagnostic, colour: bool = False, severity: str = "error") -> str:
    """One diagnostic, several lines, no line end. Holds no control character of the file's."""
    paint, ink = _Paint(colour), INKS[severity]
    d = diagnostic
    head = f"{_safe_start(visible(d.file))}:{d.line}:{d.column}: "
    code = f"[{d.code}]" if d.code else ""
    lines = [paint(head, bold=True) + paint(f"{severity}{code}", fg=ink, bold=True) + f": {visible(_short(d.message))}"]
    margin = " " * max(5, len(str(d.line)))
    if d.source_line.strip():
        shown, start, width = _window(d.source_line.rstrip("\r\n"), d.column, d.length)
        lines.append(paint(f"{d.line:>{len(margin)}} | ", fg="cyan") + shown)
        lines.append(paint(f"{margin} | ", fg="cyan") + " " * start + paint("^" * width, fg=ink, bold=True))
    lines += [paint(f"{margin} = ", fg="cyan") + note for note in _notes(d)]
    return "\n".join(lines)


def _notes(d: Diagnostic) -> list[str]:
    expected = [f"expected: {visible(_short(d.expected))}"] if d.expected else []
    suggestion = [f"did you mean `{visible(_short(d.suggestion))}`?"] if d.suggestion else []
    return expected + suggestion


def _cells(text: str) -> list[tuple[str, int]]:
    """What is shown for each character, and how many columns that takes."""
    commands = {m.end() - 1 for m in COMMAND.finditer(text)}
    cells: list[tuple[str, int]] = []
    column = 0
    for index, character in enumerate(text):
        if character == "\t":
            shown = " " * (TAB - column % TAB)
        elif index in commands:
            shown = "\\["
        else:
            shown = spell(character)
        taken = width(shown) if len(shown) == 1 else len(shown)
        cells.append((shown, taken))
        column += taken
    return cells


def _window(line: str, column: int, length: int) -> tuple[str, int, int]:
    """The part of the line that is shown, the column where the marker starts in it, and how wide it is."""
    skip = max(0, column - 1 - NEAR)
    cells = _cells(line[skip : column + NEAR])
    ends = [0, *accumulate(width for _, width in cells)]
    first = min(max(column - 1 - skip, 0), len(cells))
    last = min(first + max(length, 1), len(cells))
    cut = ends[-1] > WIDTH
    low = next(i for i, end in enumerate(ends) if end >= ends[first] - BEFORE) if cut else 0
    high = max(i for i, end in enumerate(ends) if end <= ends[low] + WIDTH) if cut else len(cells)
    left, right = "…" if skip + low else "", "…" if skip + high < len(line) else ""
    shown = left + "".join(text for text, _ in cells[low:high]) + right
    return shown, len(left) + ends[first] - ends[low], max(1, ends[min(last, high)] - ends[first])


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + " …"


def _safe_start(text: str) -> str:
    """A file's name opens the line: it must not read as a command to a CI service."""
    return f"./{text}" if text.lstrip().startswith("::") else text


class _Paint:
    """click's colours, or none."""

    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def __call__(self, text: str, fg: str | None = None, bold: bool | None = None) -> str:
        return click.style(text, fg=fg, bold=bold) if self._colour else text
