"""Wraps text into lines: nothing is cut, nothing is lost, and no line is wider than its box with some slack."""

from __future__ import annotations

from jmap.text.balance import Row, break_lines
from jmap.text.breaks import Piece, pieces
from jmap.text.long_words import Measure, split_long
from jmap.text.phrases import Phrases

SLACK = 1.04  # a reader's fallback font may be wider than the shipped one


def wrap_line(text: str, room: float, width: Measure, phrases: Phrases) -> list[str]:
    """The lines of a text without hard breaks, in a box `room` px wide; `width` measures a string in px."""
    limit = room / SLACK
    row: list[Piece] = []
    for piece in pieces(text, phrases):
        if width(piece.text) <= limit and "\u00ad" not in piece.text:
            row.append(piece)
        else:
            row += split_long(piece, limit, width)
    ends = break_lines(_measured(row, width), limit)
    return [_line(row[first:end], end < len(row)) for first, end in zip([0, *ends], ends, strict=False)]


def _measured(row: list[Piece], width: Measure) -> Row:
    return Row(
        [width(piece.text) for piece in row],
        [width(piece.joint) if piece.joint else 0.0 for piece in row],
        [width(piece.hyphen) if piece.hyphen else 0.0 for piece in row],
    )


def _line(row: list[Piece], broken: bool) -> str:
    inner = "".join([piece.text + piece.joint for piece in row[:-1]])
    return inner + row[-1].text + (row[-1].hyphen if broken else "")
