"""A document as canonical text: one spelling for one meaning, with every comment where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jmap.source.attached import Anchor, Attached
from jmap.source.document import Document, Mapping, Node, Path, Scalar
from jmap.source.document import Sequence as List
from jmap.source.spelling import BLANK, lines, spelled

WIDTH = 120
Order = Callable[[Path], Sequence[str]]


def canonical(document: Document, order: Order) -> str:
    """The text of a document without mistakes in its YAML, spelled as all are.

    `order` gives the keys that a mapping at a path may hold, in their order; keys that it does not name keep theirs
    and stand behind. Lists stay in their order. Line ends are those of the file's first line.
    """
    writer = _Writer(document, order)
    rows = _squeezed([*writer.notes.head, *writer.block(document.root, 0, ()), *writer.notes.foot])
    end = "\r\n" if document.text.partition("\n")[0].endswith("\r") else "\n"
    return end.join(rows) + end


def _squeezed(rows: list[str]) -> list[str]:
    """At most one blank line in a row, none at the top and the bottom; those inside of a text stay."""
    kept: list[str] = []
    for row in rows:
        if row or (kept and kept[-1] not in ("", BLANK)):
            kept.append(row)
    while kept and not kept[-1]:
        kept.pop()
    return ["" if row == BLANK else row for row in kept]


class _Writer:
    def __init__(self, document: Document, order: Order) -> None:
        self.document, self.order = document, order
        self.notes = Attached(document)

    def block(self, node: Node | None, indent: int, path: Path) -> list[str]:
        """The lines of a mapping or a list whose entries begin at `indent`."""
        rows: list[str] = []
        if isinstance(node, Mapping):
            for n, (key, value) in enumerate(self._sorted(node, path)):
                anchor = self.notes.at(key)
                rows += self._above(anchor, indent, first=n == 0)
                rows += self._entry(key, value, indent, (*path, key.value), anchor)
                rows += self._below(anchor, indent)
        elif isinstance(node, List):
            for n, item in enumerate(node.items):
                anchor = self.notes.at(item)
                rows += self._above(anchor, indent, first=n == 0)
                rows += self._item(item, indent, (*path, n), anchor)
                rows += self._below(anchor, indent)
        elif node is not None:
            rows += [" " * indent + spelled(node, self.document)]
        return rows

    def _sorted(self, node: Mapping, path: Path) -> list[tuple[Scalar, Node]]:
        rank = {key: n for n, key in enumerate(self.order(path))}
        return sorted(node.entries, key=lambda entry: rank.get(entry[0].value, len(rank)))

    def _entry(self, key: Scalar, value: Node, indent: int, path: Path, anchor: Anchor) -> list[str]:
        head = f"{' ' * indent}{self._key(key, path)}:"
        if isinstance(value, Scalar):
            if value.absent:
                return [_with(head, anchor.beside)]
            return self._text(f"{head} ", value, indent + 2, anchor)
        short = self._short(value, path, len(head) + 1)
        if short:
            return [_with(f"{head} {short}", anchor.beside)]
        return [_with(head, anchor.beside), *self.block(value, indent + 2, path)]

    def _key(self, key: Scalar, path: Path) -> str:
        """A key of the language needs no quotes."""
        return key.value if key.quoted and key.value in self.order(path[:-1]) else spelled(key, self.document)

    def _item(self, item: Node, indent: int, path: Path, anchor: Anchor) -> list[str]:
        dash = " " * indent + "- "
        if isinstance(item, Scalar):
            return self._text(dash, item, indent + 2, anchor)
        short = self._short(item, path, len(dash))
        if short:
            return [_with(dash + short, anchor.beside)]
        rows = self.block(item, indent + 2, path)
        at = next(n for n, row in enumerate(rows) if row and not row.lstrip().startswith("#"))
        above = [dash[:-2] + row.lstrip() for row in rows[:at] if row]
        if anchor.beside:
            above = [dash[:-2] + anchor.beside, *above]
        return [*above, dash + rows[at][indent + 2 :], *rows[at + 1 :]]

    def _text(self, head: str, text: Scalar, indent: int, anchor: Anchor) -> list[str]:
        """A text behind its key or dash. A comment stands behind the sign of a block, else behind the last line."""
        first, *rest = lines(text, self.document, indent, WIDTH)
        if text.style in ("|", ">") or not rest:
            return [_with((head + first).rstrip(" "), anchor.beside), *rest]
        return [head + first, *rest[:-1], _with(rest[-1], anchor.beside)]

    def _short(self, node: Mapping | List, path: Path, column: int) -> str:
        """What stood in brackets stays there, if it fits on the line and no comment is inside."""
        if not node.flow or self.notes.breaks(node):
            return "" if (node.entries if isinstance(node, Mapping) else node.items) else self._empty(node)
        text = self._flow(node, path)
        fits = column + len(text) <= WIDTH and "\n" not in text
        return text if fits or not (node.entries if isinstance(node, Mapping) else node.items) else ""

    @staticmethod
    def _empty(node: Mapping | List) -> str:
        return "{}" if isinstance(node, Mapping) else "[]"

    def _flow(self, node: Node, path: Path) -> str:
        if isinstance(node, Scalar):
            return spelled(node, self.document)
        if isinstance(node, List):
            return "[" + ", ".join(self._flow(item, (*path, n)) for n, item in enumerate(node.items)) + "]"
        parts = []
        for key, value in self._sorted(node, path):
            inner = (*path, key.value)
            name = self._key(key, inner)
            parts.append(f"{name}: {self._flow(value, inner)}" if not _absent(value) else f"{name}:")
        return "{" + ", ".join(parts) + "}"

    @staticmethod
    def _above(anchor: Anchor, indent: int, first: bool) -> list[str]:
        rows = [" " * indent + text if text else "" for text in anchor.above]
        while first and indent and rows and not rows[0]:
            rows.pop(0)
        return rows

    @staticmethod
    def _below(anchor: Anchor, indent: int) -> list[str]:
        return [" " * indent + text if text else "" for text in anchor.below]


def _absent(node: Node) -> bool:
    return isinstance(node, Scalar) and node.absent


def _with(row: str, comment: str) -> str:
    return f"{row}  {comment}" if comment else row
