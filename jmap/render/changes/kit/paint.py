"""Colours of a terminal, or none, and lines no wider than it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from jmap.render.changes.kit.escape import Terminal
from jmap.text.visible import width

_CODES: Mapping[str, str] = MappingProxyType({"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33"})


@dataclass(frozen=True, slots=True)
class Paint:
    colour: bool

    def __call__(self, text: str, *inks: str) -> str:
        if not self.colour or not inks or not text:
            return text
        return f"\x1b[{';'.join(_CODES[ink] for ink in inks)}m{text}\x1b[0m"


def columns(text: str) -> int:
    """How wide it is on a terminal; it holds no escapes."""
    return sum(map(width, text))


def wrap(text: Terminal, widest: int) -> list[Terminal]:
    """The text in lines broken at spaces; a word that is wider stays whole. With 0 there is one line."""
    if not widest or columns(text) <= widest:
        return [text]
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and columns(longer) > widest:
            lines.append(Terminal(line))
            longer = word
        line = longer
    return [*lines, Terminal(line)]
