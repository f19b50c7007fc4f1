"""Lists in brackets and mappings in braces, joined part by part within their line."""

from __future__ import annotations

from collections.abc import Sequence as List
from dataclasses import dataclass
from typing import Any

from jmap.merge.align import Row, align
from jmap.merge.block import data
from jmap.merge.lines import three
from jmap.source.document import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of what stands in brackets. `before` is what separates it from the one before it."""

    key: str
    plain: str
    before: str
    node: Node

    @property
    def data(self) -> Any:
        return data(self.node)


@dataclass(frozen=True, slots=True)
class Flow:
    """What stands in brackets: `head` opens, `tail` closes."""

    head: str
    pieces: tuple[Piece, ...]
    tail: str


class Written:
    """A text in which nodes have places: `offset` is where it stands in the whole, in lines and columns."""

    def __init__(self, text: str, line: int) -> None:
        self._text, self._line = text, line
        self._starts = [0]
        for row in text.split("\n"):
            self._starts.append(self._starts[-1] + len(row) + 1)

    def cut(self, first: tuple[int, int], last: tuple[int, int]) -> str:
        """From one place to another, each a line and a column."""
        return self._text[self._offset(first) : self._offset(last)]

    def _offset(self, place: tuple[int, int]) -> int:
        return self._starts[place[0] - self._line] + place[1] - 1


def flow(node: Node, written: Written) -> Flow | None:
    """A bracketed node in parts; None if it is not one, or holds comments, or something without a place."""
    if isinstance(node, Scalar) or not node.flow:
        return None
    parts = [("", item, item) for item in node.items] if isinstance(node, Sequence) else _entries(node)
    if any(isinstance(value, Scalar) and value.absent for _, _, value in parts):
        return None
    at, pieces = (node.line, node.column), list[Piece]()
    for key, first, value in parts:
        start, end = (first.line, first.column), (value.end_line, value.end_column)
        pieces.append(Piece(key, written.cut(start, end), written.cut(at, start), value))
        at = end
    tail = written.cut(at, (node.end_line, node.end_column))
    if "#" in tail or any("#" in piece.before for piece in pieces):
        return None
    head = pieces[0].before if pieces else tail[:1]
    return Flow(head, tuple(pieces), tail if pieces else tail[1:])


def _entries(node: Mapping) -> list[tuple[str, Node, Node]]:
    return [(key.value, key, value) for key, value in node.entries]


@dataclass(frozen=True, slots=True)
class Value:
    """A value in one of the versions: its text, the tree, and where the text stands."""

    text: str
    node: Node
    written: Written

    @property
    def data(self) -> Any:
        return data(self.node)


def join_value(base: Value | None, ours: Value, theirs: Value) -> str | None:
    """The joined text of a value; None where both sides changed the same fact, not in the same way.

    Who only writes a value in another way gives in to who changes it.
    """
    old = base.text if base else None
    if ours.text == theirs.text or theirs.text == old:
        return ours.text
    if ours.text == old:
        return theirs.text
    if ours.data == theirs.data or (base and theirs.data == base.data):
        return ours.text
    if base and ours.data == base.data:
        return theirs.text
    return _join_flow(base, ours, theirs)


def _join_flow(base: Value | None, ours: Value, theirs: Value) -> str | None:
    flows = [flow(side.node, side.written) for side in (ours, theirs)]
    old = flow(base.node, base.written) if base else None
    o, t = flows
    if o is None or t is None or (base and old is None):
        return None
    kinds = {type(side.node) for side in (base, ours, theirs) if side}
    if len(kinds) > 1:
        return None
    rows = align(old.pieces if old else (), o.pieces, t.pieces, ordered=isinstance(ours.node, Sequence))
    if rows is None:
        return None
    return _written(rows, (base, ours, theirs), (old or o, o, t))


def _written(
    rows: List[Row[Piece]], sides: tuple[Value | None, Value, Value], flows: tuple[Flow, Flow, Flow]
) -> str | None:
    head = three(flows[0].head, flows[1].head, flows[2].head) or flows[1].head
    tail = three(flows[0].tail, flows[1].tail, flows[2].tail) or flows[1].tail
    texts: list[str] = []
    for row in rows:
        text = _piece(row, sides)
        if text is None:
            return None
        piece = row.ours or row.theirs
        if text and piece:
            separator = piece.before if "," in piece.before else ", "
            texts.append((separator if texts else "") + text)
    return head + "".join(texts) + tail


def _piece(row: Row[Piece], sides: tuple[Value | None, Value, Value]) -> str | None:
    """The text of one part; empty if it goes; None if both sides changed it."""
    b, o, t = row.base, row.ours, row.theirs
    if o is None or t is None:
        kept = o or t
        if b is None or kept is None:
            return kept.plain if kept else ""
        return "" if kept.data == b.data else None
    base, ours, theirs = sides
    joined = join_value(
        Value(_value(b, base), b.node, base.written) if b and base else None,
        Value(_value(o, ours), o.node, ours.written),
        Value(_value(t, theirs), t.node, theirs.written),
    )
    return None if joined is None else o.plain.removesuffix(_value(o, ours)) + joined


def _value(piece: Piece, side: Value) -> str:
    """A piece without its key."""
    node = piece.node
    return side.written.cut((node.line, node.column), (node.end_line, node.end_column))
