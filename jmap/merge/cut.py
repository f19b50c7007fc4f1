"""Cuts a document into blocks, along its tree; together they are its text again."""

from __future__ import annotations

import re
from collections.abc import Sequence as List
from dataclasses import dataclass

from jmap.merge.block import Block, Shape, rows
from jmap.source.document import Document, Mapping, Node, Sequence

_BLANKS = re.compile(r" *")


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a child begins: the line (from 0) and column of its key or dash, and what it holds."""

    line: int
    column: int
    key: str
    node: Node


def cut(document: Document) -> Block | None:
    """The document as one block at no depth; None where its lines cannot be told apart (all of it in braces, say)."""
    lines = rows(document.text)
    if not isinstance(document.root, Mapping):
        return None
    cutter = _Cutter(lines)
    found = cutter.children(document.root, 0, len(lines))
    if found is None:
        return None
    block = Block("mapping", "", "", "", *found, 0, document.root, (0, 0))
    return block if block.text == document.text else None


class _Cutter:
    def __init__(self, lines: List[str]) -> None:
        self.lines = lines

    def children(self, node: Node, first: int, last: int) -> tuple[tuple[Block, ...], str] | None:
        """What lines `first` to `last` hold of a mapping or list: its children, and what is left behind them.

        None where they do not each begin a line.
        """
        starts = self._starts(node, first)
        if not starts or len({start.column for start in starts}) > 1:
            return None
        if any(a.line >= b.line for a, b in zip(starts, starts[1:], strict=False)):
            return None
        edges = [self._edge(one, end.line, starts[0].column) for one, end in zip(starts, starts[1:], strict=False)]
        edges.append(self._edge(starts[-1], last, starts[0].column))
        leads = [first if first < starts[0].line else starts[0].line, *edges[:-1]]
        blocks = tuple(self._block(one, *span) for one, *span in zip(starts, leads, edges, strict=True))
        return blocks, "".join(self.lines[edges[-1] : last])

    def _starts(self, node: Node, first: int) -> list[_Start]:
        if isinstance(node, Mapping) and not node.flow:
            return [_Start(key.line - 1, key.column - 1, key.value, value) for key, value in node.entries]
        if isinstance(node, Sequence) and not node.flow:
            return self._dashes(node)
        return []

    def _dashes(self, node: Sequence) -> list[_Start]:
        column = node.column - 1
        starts: list[_Start] = []
        at_least = node.line - 1
        for item in node.items:
            line = item.line - 1
            while line > at_least and not self._dash(line, column):
                line -= 1
            starts.append(_Start(line, column, "", item))
            at_least = line + 1
        return starts

    def _dash(self, line: int, column: int) -> bool:
        text = self.lines[line]
        return not text[:column].strip() and text[column : column + 1] == "-"

    def _edge(self, start: _Start, end: int, column: int) -> int:
        """The line at which a child ends: comments behind it that stand deeper than it are its own."""
        edge = self._last_line(start) + 1
        for line in range(edge, end):
            text = self.lines[line]
            if text.strip() and _depth(text) > column:
                edge = line + 1
        return edge

    def _last_line(self, start: _Start) -> int:
        """The last line with something of the child itself."""
        node = start.node
        line, column = node.end_line - 1, node.end_column - 1
        if line > start.line and not column:
            line -= 1
        while line > start.line and not (line < len(self.lines) and self.lines[line].strip()):
            line -= 1
        return line

    def _block(self, start: _Start, first: int, end: int) -> Block:
        lead = "".join(self.lines[first : start.line])
        inline = (
            isinstance(start.node, Mapping | Sequence) and not start.node.flow and start.node.line - 1 == start.line
        )
        below = start.line if inline else start.line + 1
        inside = self.children(start.node, below, end)
        if inside is None:
            return self._leaf(start, lead, end)
        children, tail = inside
        shape: Shape = "mapping" if isinstance(start.node, Mapping) else "sequence"
        line = self.lines[start.line]
        head = " " * start.column + line[start.column : children[0].indent if inline else None]
        return Block(shape, start.key, lead, head, children, tail, start.column, start.node, (0, 0))

    def _leaf(self, start: _Start, lead: str, end: int) -> Block:
        lines = list(self.lines[start.line : end])
        lines[0] = " " * start.column + lines[0][start.column :]
        head = "".join(lines)
        node = start.node
        span = tuple(
            sum(map(len, lines[: line - 1 - start.line])) + column - 1
            for line, column in ((node.line, node.column), (node.end_line, node.end_column))
        )
        return Block("leaf", start.key, lead, head, (), "", start.column, node, (span[0], span[1]))


def _depth(line: str) -> int:
    found = _BLANKS.match(line)
    return found.end() if found else 0
