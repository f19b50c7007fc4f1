"""Text of a map on its way to a terminal or a log: every character that could act there is spelt out."""

from __future__ import annotations

import re
import unicodedata

COMMAND = re.compile(r"(##\w*)\[")  # a line that holds one, anywhere, is a command to some CI services
_UNSEEN = frozenset("\u061c\u200b\u200e\u200f\u2028\u2029\ufeff")
_BIDI = frozenset(("LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"))


def visible(text: str) -> str:
    """The text on one line, with every character that could act on a terminal, or on a CI log, spelt out."""
    text = COMMAND.sub(r"\1\\[", text)
    return text if text.isprintable() else "".join(map(spell, text))  # what acts is never printable


def spell(character: str) -> str:
    """The character itself, or its escape if it controls something."""
    control = unicodedata.category(character) in ("Cc", "Cs") or unicodedata.bidirectional(character) in _BIDI
    if control or character in _UNSEEN:
        number = ord(character)
        return f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}" if number < 65536 else f"\\U{number:08x}"
    return character


def width(character: str) -> int:
    """How many columns of a terminal it takes."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
