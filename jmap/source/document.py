"""A file as a tree of text with a place for every key and value."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from functools import cached_property

from jmap.diagnostics import Diagnostic

Path = tuple[str | int, ...]
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text. `style` is how it is written: "" plain, `'`, `"`, `|` or `>`. `end` is just past the last character."""

    value: str
    style: str
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def quoted(self) -> bool:
        return self.style in ('"', "'")

    @property
    def absent(self) -> bool:
        """Whether nothing at all stands where a value could: `goal:`."""
        return not self.style and not self.value


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    flow: bool  # written in brackets
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Mapping:
    """Keys and values in the order of the file; no key occurs twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    flow: bool  # written in braces
    line: int
    column: int
    end_line: int
    end_column: int

    @cached_property
    def _by_key(self) -> dict[str, tuple[Scalar, Node]]:
        return {entry[0].value: entry for entry in self.entries}

    def entry(self, key: str) -> tuple[Scalar, Node] | None:
        return self._by_key.get(key)

    def misspelled(self, key: str) -> tuple[Scalar, Node] | None:
        """The entry whose key was surely meant to be this one: what a misspelled key holds has a place too."""
        close = difflib.get_close_matches(key, self._by_key, n=1, cutoff=0.8)
        return self._by_key[close[0]] if close else None

    def get(self, key: str) -> Node | None:
        found = self.entry(key)
        return found[1] if found else None


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Position:
    """Line and column from 1, in code points; `length` is how much to mark."""

    line: int
    column: int
    length: int = 1


@dataclass(frozen=True)
class Document:
    """A file: its text, its tree (None when there is none to speak of), and what is wrong with it as YAML."""

    file: str
    text: str
    root: Node | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends."""
        return tuple(_LINE_END.split(self.text))

    def line(self, number: int) -> str:
        """The line with that number (from 1), or an empty text."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def trail(self, path: Path) -> tuple[tuple[str | int, Scalar | None, Node], ...]:
        """The parts of a path that the tree knows, each with its key and its value."""
        known: list[tuple[str | int, Scalar | None, Node]] = []
        node = self.root
        for part in path:
            if isinstance(node, Mapping):
                entry = node.entry(str(part)) or node.misspelled(str(part))
                if entry:
                    node = entry[1]
                    known.append((part, *entry))
            elif isinstance(node, Sequence) and isinstance(part, int) and 0 <= part < len(node.items):
                node = node.items[part]
                known.append((part, None, node))
        return tuple(known)

    def node(self, path: Path) -> Node | None:
        """What stands at a path; parts that the tree does not know are skipped."""
        trail = self.trail(path)
        return trail[-1][2] if trail else self.root

    def position(self, path: Path, key: bool = False) -> Position:
        """Where the value (or with `key`, its key) of a path stands. A mapping stands where its first key does."""
        trail = self.trail(path)
        if not trail:
            return position(self.root, self)
        _, name, node = trail[-1]
        if name is not None and (key or isinstance(node, Scalar) and node.absent):
            return position(name, self)
        return position(node, self)

    def diagnostic(
        self, path: Path, code: str, message: str, expected: str = "", suggestion: str = "", key: bool = False
    ) -> Diagnostic:
        """A mistake at a path."""
        return self.at(self.position(path, key), code, message, expected, suggestion)

    def at(self, place: Position, code: str, message: str, expected: str = "", suggestion: str = "") -> Diagnostic:
        """A mistake at a place of the text."""
        line, column, length = place.line, place.column, place.length
        return Diagnostic(self.file, line, column, code, message, expected, suggestion, self.line(line), length)


def position(node: Node | None, document: Document) -> Position:
    """Where a node begins, and how much of its first line it covers."""
    if node is None:
        return Position(1, 1)
    if isinstance(node, Mapping) and node.entries:
        return position(node.entries[0][0], document)
    if not isinstance(node, Scalar):
        return Position(node.line, node.column)
    end = node.end_column if node.end_line == node.line else len(document.line(node.line)) + 1
    return Position(node.line, node.column, max(1, end - node.column))
