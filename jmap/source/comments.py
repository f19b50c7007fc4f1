"""The comments of a file, each with its place: what stands behind `#` outside of every text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from jmap.source.document import Document, Mapping, Node, Scalar

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#")


@dataclass(frozen=True, slots=True)
class Comment:
    """`text` begins with its `#`. `alone` is a comment with nothing but space before it."""

    line: int
    column: int
    text: str
    alone: bool


def comments(document: Document) -> tuple[Comment, ...]:
    """The comments of a file that is YAML, in its order."""
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for scalar in scalars(document.root):
        for covered, start, end in _covers(scalar, document):
            taken[covered].append((start, end))
    found = []
    for number, line in enumerate(document.lines, 1):
        if "#" in line:
            comment = _in_line(line, number, taken[number])
            if comment:
                found.append(comment)
    return tuple(found)


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Every text of a tree, keys too, in its order."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield key
            yield from scalars(value)
    elif node is not None:
        for item in node.items:
            yield from scalars(item)


def block_lines(scalar: Scalar, document: Document) -> range:
    """The numbers of the lines of a text after `|` or `>`, without the header and the blank lines behind it."""
    outer = _outer_indent(_head(scalar, document))
    given = re.match(r"[|>][-+]?([1-9])", document.line(scalar.line)[scalar.column - 1 :])
    last, inner = scalar.line, outer + int(given[1]) if given else 0
    for number in range(scalar.line + 1, len(document.lines) + 1):
        line = document.line(number)
        if not line.strip():
            continue
        indent = len(line) - len(line.lstrip(" "))
        inner = inner or indent
        if indent <= outer or indent < inner:
            break
        last = number
    return range(scalar.line + 1, last + 1)


def _head(scalar: Scalar, document: Document) -> str:
    """What stands before the sign of a block: on its line, or (seldom) on one above."""
    before, number = document.line(scalar.line)[: scalar.column - 1], scalar.line
    while not before.strip() and number > 1:
        number -= 1
        before = _COMMENT.split(document.line(number))[0]
    return before


def _outer_indent(before: str) -> int:
    """How far the key or the dash before a block is indented: its lines lie deeper."""
    dashes = re.match(r"[ ]*(?:-[ ]+)*", before)
    end = dashes.end() if dashes else 0
    return end if before[end:].strip() else before.rfind("-")


def _covers(scalar: Scalar, document: Document) -> Iterator[tuple[int, int, int]]:
    """The lines of a text, each with the first and the last column (from 0, the last not included)."""
    if scalar.style in ("|", ">"):
        for number in block_lines(scalar, document):
            yield number, 0, len(document.line(number))
        return
    for number in range(scalar.line, scalar.end_line + 1):
        start = scalar.column - 1 if number == scalar.line else 0
        end = scalar.end_column - 1 if number == scalar.end_line else len(document.line(number))
        yield number, start, end


def _in_line(line: str, number: int, taken: list[tuple[int, int]]) -> Comment | None:
    for found in _COMMENT.finditer(line):
        at = found.start()
        if not any(start <= at < end for start, end in taken):
            return Comment(number, at + 1, line[at:].rstrip(), not line[:at].strip())
    return None
