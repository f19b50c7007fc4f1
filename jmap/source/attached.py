"""Which comment belongs to what: every comment and blank line of a file, at the entry or item that it stands with."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from jmap.source.comments import Comment, comments
from jmap.source.document import Document, Mapping, Node, Scalar, Sequence


@dataclass(slots=True, eq=False)
class Anchor:
    """An entry of a mapping or an item of a list, where it begins, and the comments that go with it.

    `above` are lines of their own before it ("" is a blank line), `beside` stands at the end of its first line, and
    `below` are lines behind all that it holds.
    """

    line: int
    column: int
    outer: Anchor | None
    above: list[str] = field(default_factory=list)
    beside: str = ""
    below: list[str] = field(default_factory=list)


class Attached:
    """The anchors of a document by the node (a key, or an item) that they stand for."""

    def __init__(self, document: Document) -> None:
        self._notes = comments(document)
        self._in_line = {note.line: note for note in self._notes}
        self._places = [(note.line, note.column) for note in self._notes]
        self._document = document
        self._by_node: dict[int, Anchor] = {}
        self._going_on: dict[int, Anchor | None] = {}  # by line: whose comment a comment goes on with
        self.head: list[str] = []  # comments at the top that a blank line parts from the first key
        self.foot: list[str] = []  # comments in a file that holds nothing else
        anchors = sorted(self._anchors(document.root, None), key=_place)
        places = [_place(anchor) for anchor in anchors]
        self._blank = {n for n, line in enumerate(document.lines, 1) if not line.strip()}
        for note in self._notes:
            at = bisect_left(places, (note.line, note.column))
            self._attach(note, anchors[at - 1] if at else None, anchors[at] if at < len(anchors) else None)
        for anchor in anchors:
            self._space(anchor)
        self._part_head(anchors)

    def at(self, node: Node) -> Anchor:
        """The anchor of a key, or of an item of a list."""
        return self._by_node.get(id(node)) or Anchor(0, 0, None)

    def breaks(self, node: Mapping | Sequence) -> bool:
        """Whether comments stand inside of brackets, so that they cannot stay on one line."""
        first, last = (node.line, node.column), (node.end_line, node.end_column)
        return bisect_right(self._places, first) < bisect_left(self._places, last)

    def _anchors(self, node: Node | None, outer: Anchor | None) -> Iterator[Anchor]:
        if isinstance(node, Scalar) or node is None or (node.flow and not self.breaks(node)):
            return
        parts: list[tuple[Node, Node, int, int]]
        if isinstance(node, Mapping):
            parts = [(key, value, key.line, key.column) for key, value in node.entries]
        else:
            parts = [(item, item, *self._dash(node, item)) for item in node.items]
        for part, inner, line, column in parts:
            anchor = self._by_node[id(part)] = Anchor(line, column, outer)
            yield anchor
            yield from self._anchors(inner, anchor)

    def _dash(self, node: Sequence, item: Node) -> tuple[int, int]:
        """An item stands where its dash does, on its own line or (seldom) on one above, which no node knows."""
        if node.flow:
            return item.line, item.column
        line = item.line
        while line > node.line and not _dash_ends(self._document.line(line)[: node.column]):
            line -= 1
        return line, node.column

    def _attach(self, note: Comment, before: Anchor | None, after: Anchor | None) -> None:
        if not note.alone and before:
            if before.beside:  # a second one can only stand on a line of its own
                before.above.append(note.text)
            else:
                before.beside = spaced(note.text)
            return
        owner = self._continued(note, before) or self._closing(note, before, after)
        if owner is not None:
            owner.below += [*self._gap(note.line, owner.below), note.text]
        elif after is not None:
            after.above += [*self._gap(note.line, after.above), note.text]
        else:
            self.foot += [*self._gap(note.line, self.foot), note.text]

    @staticmethod
    def _closing(note: Comment, before: Anchor | None, after: Anchor | None) -> Anchor | None:
        """The entry that a comment closes: it lies deeper than what follows."""
        if before is None or (after is not None and note.column <= after.column):
            return None
        anchor = before
        while anchor.outer and (anchor.column > note.column or anchor.outer.column == note.column):
            anchor = anchor.outer
        return anchor if after is None or anchor.column > after.column else None

    def _continued(self, note: Comment, before: Anchor | None) -> Anchor | None:
        """The entry whose comment goes on below itself, in the same column."""
        above = self._in_line.get(note.line - 1)
        if above and above.column == note.column:
            self._going_on[note.line] = self._going_on.get(above.line) if above.alone else before
        return self._going_on.get(note.line)

    def _gap(self, line: int, so_far: list[str]) -> list[str]:
        """A blank line, where one stood above the comment."""
        return [""] if line - 1 in self._blank and line > 1 else []

    def _space(self, anchor: Anchor) -> None:
        if anchor.line - 1 in self._blank:
            anchor.above.append("")

    def _part_head(self, anchors: list[Anchor]) -> None:
        """What stands at the top of a file stays there, whichever key comes first then."""
        if anchors and anchors[0].above:
            first = anchors[0]
            cut = len(first.above) if first.above[-1] == "" else 0
            cut = cut or next((n for n, text in enumerate(first.above) if text == ""), 0)
            modeline = first.above[0].startswith("# yaml-language-server")
            cut = max(cut, 1 if modeline else 0)
            self.head, first.above = first.above[:cut], first.above[cut:]


def spaced(text: str) -> str:
    """A comment with a space behind its sign: behind a text, `#8` would be taken for a part of it."""
    return text if text[1:2].isspace() or not text[1:] else f"# {text[1:]}"


def _place(anchor: Anchor) -> tuple[int, int]:
    return anchor.line, anchor.column


def _dash_ends(text: str) -> bool:
    """Whether a line up to some column is a dash there, with nothing but dashes or a key's `?` before it."""
    return text.endswith("-") and not text.strip(" -?:")
