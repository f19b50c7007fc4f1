"""YAML's events become a tree, with what maps may not use refused as it passes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from jmap.diagnostics import Diagnostic
from jmap.source.characters import REFUSED, name, unshielded
from jmap.source.document import Document, Mapping, Node, Position, Scalar, Sequence
from jmap.source.quote import item_sign, quoted, quoted_line
from jmap.source.wording import SIGNS

DEPTH = 50
MOST = 500  # mistakes of one kind that are told
FAST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PURE: Any = yaml.SafeLoader

_ASKS = re.compile(r"^[ -]*\? ", re.MULTILINE)
_CUT = re.compile(r"\s+(?P<comment>#(?=[^\s#]).*)")


class Beyond(Exception):
    """What follows is not worth reading: more levels than DEPTH, or items without their dashes. It has been noted."""


class Composer:
    """One walk over the events of a text. `notes` are the mistakes found on the way."""

    def __init__(self, document: Document, text: str, loader: Any) -> None:
        self.document = document
        self.notes: list[Diagnostic] = []
        self.doubt = False  # whether the other parser may read this text in another way
        self.odd = False  # whether a line begins with a blank that is no space to YAML, and so with a text
        self._events: Iterator[Any] = yaml.parse(text, Loader=loader)
        self._depth = 0
        self._asks = _ASKS.search(text) is not None

    def compose(self) -> Node | None:
        """The tree of the first document; None when there is none. Raises Beyond, and whatever the parser raises."""
        root: Node | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self._note(event, "many-documents", "a second document begins here", "one document in a file", 3)
                    break
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event)
        return None if isinstance(root, Scalar) and root.absent else root

    def _node(self, event: Any) -> Node:
        self._refuse(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.AliasEvent):
            return Scalar("*", "*", *_span(event, event))
        self._depth += 1
        if self._depth > DEPTH:
            self._note(event, "too-deep", f"is nested more than {DEPTH} levels deep", f"at most {DEPTH} levels")
            raise Beyond
        node = self._sequence(event) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(event)
        self._depth -= 1
        return node

    def _scalar(self, event: Any) -> Scalar:
        style = event.style or ""
        if style in ("|", ">"):
            mark = event.start_mark
            self.doubt = self.doubt or "#" in self.document.line(mark.line + 1)[mark.column :]
        text = unshielded(event.value)
        if not style and text[:1] > "~" and text[0].isspace():
            mark = event.start_mark
            self.odd = self.odd or not self.document.line(mark.line + 1)[: mark.column].strip()
        found = REFUSED.search(text) if style == '"' else None
        if found:
            message = f"an escape in these quotes stands for {name(found[0])}"
            self._note(event, "control-character", message, "text that can be seen")
        value = REFUSED.sub(" ", text) if found else text or event.tag or event.anchor or ""
        return Scalar(value, style, *_span(event, event))

    def _sequence(self, start: Any) -> Sequence:
        items: list[Node] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                return Sequence(tuple(items), bool(start.flow_style), *_extent(start, event, items))
            item = self._uncut(self._node(event))
            if isinstance(item, Scalar) and item.absent:  # its mark is behind the dash: point at the dash
                item = Scalar("", "", item.line, max(1, item.column - 1), item.line, item.column)
            items.append(item)
        raise AssertionError("a sequence without an end")

    def _mapping(self, start: Any) -> Node:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent) and not entries and not start.flow_style:
                return self._as_text(start)  # its keys were none, and this has been told
            if isinstance(event, yaml.MappingEndEvent):
                values = [value for _, value in entries.values()]
                return Mapping(tuple(entries.values()), bool(start.flow_style), *_extent(start, event, values))
            key = self._key(event)
            value = self._uncut(self._node(next(self._events)))
            if key is None:
                continue
            if isinstance(value, Scalar) and value.absent:  # the parsers disagree on where nothing is
                value = Scalar("", "", *(key.end_line, key.end_column) * 2)
            if key.value in entries:
                self._twice(event, key.value, [*entries], entries[key.value][0].line, start.flow_style)
            else:
                entries[key.value] = (key, value)
        raise AssertionError("a mapping without an end")

    def _as_text(self, start: Any) -> Scalar:
        line, column = start.start_mark.line + 1, start.start_mark.column + 1
        text = self.document.line(line)[column - 1 :].strip()
        return Scalar(text or "…", '"', line, column, line, column + len(text))

    def _twice(self, event: Any, key: str, before: list[str], line: int, flow: bool) -> None:
        message = f"`{key}` is here for the second time; the first is in line {line}"
        items = not flow and self._depth > 1 and key == before[0]
        dash = f"; or, if these are two items of a list, `- ` before each `{key}`" if items else ""
        self._note(event, "duplicate-key", message, f"each key once{dash}", len(key))

    def _uncut(self, node: Node) -> Node:
        """`PR #12` without quotes is `PR` and a comment, to YAML. That is never what a map's author means."""
        if not isinstance(node, Scalar) or node.style or node.line != node.end_line:
            return node
        line = self.document.line(node.line)
        if "#" not in line:
            return node
        found = _CUT.match(line, node.end_column - 1)
        if found is None:
            return node
        start = node.column - 1 if not node.absent else found.start("comment")
        fixed = line[:start] + quoted(line[start:].rstrip())
        place = Position(node.line, found.start("comment") + 1, found.end("comment") - found.start("comment"))
        message = "`#` cuts the text off here: the rest is a comment to YAML"
        expected = f"`{fixed.strip()}`; or, for a comment, a space after `#`"
        self._keep(self.document.at(place, "needs-quotes", message, expected))
        return Scalar(
            line[start : found.end("comment")].rstrip(), '"', node.line, start + 1, node.line, node.end_column
        )

    def _key(self, event: Any) -> Scalar | None:
        before = len(self.notes)
        node = self._node(event)
        if not isinstance(node, Scalar):
            del self.notes[before:]  # what is wrong inside it is no matter now
            self._note(
                event,
                "bad-key",
                "a list or a mapping cannot be a key",
                "text; put `{` and `[` in quotes where they are text",
            )
        elif node.absent:
            self._note(event, "bad-key", "there is no key before this colon", "a key, or the text in quotes")
        elif node.value == "<<" and not node.quoted:
            self._note(
                event,
                "merge-key",
                "merge keys (`<<`) are not read",
                "the keys themselves, or the catalogue of the project",
                2,
            )
        elif node.style != "*" and not (node.style == "" and self._sign(node)):
            return node
        return None

    def _sign(self, key: Scalar) -> bool:
        """`? why` has a key to YAML, and so have `-name: Decide` and `• name: Decide`, but what is meant is text."""
        if key.value[:1].isalnum() and not self._asks:
            return False
        line, at = self.document.line(key.line), key.column - 3
        item = item_sign(line[key.column - 1 :].rstrip())
        if item:
            self._keep(self.document.at(Position(key.line, key.column), "yaml-syntax", *item))
            raise Beyond
        if at < 0 or line[at : at + 2] != "? " or line[:at].strip(" -"):
            return False
        fixed = quoted_line(line, at).strip()
        message, expected = f"{SIGNS['?']}; put the text in quotes", f"`{fixed}`" if fixed else "text in quotes"
        self._keep(self.document.at(Position(key.line, at + 1), "needs-quotes", message, expected))
        return True

    def _refuse(self, event: Any) -> None:
        """Anchors, aliases and tags: nearly always text that should stand in quotes."""
        if isinstance(event, yaml.AliasEvent):
            self._quote(event, "alias", SIGNS["*"])
            return
        if event.anchor is not None:
            self._quote(event, "anchor", SIGNS["&"])
        if event.tag is not None:
            self._quote(event, "tag", SIGNS["!"])

    def _quote(self, event: Any, code: str, message: str) -> None:
        line = event.start_mark.line + 1
        fixed = quoted_line(self.document.line(line), event.start_mark.column)
        message += "; put the text in quotes" if fixed else ""
        self._note(event, code, message, f"`{fixed.strip()}`" if fixed else "text in quotes")

    def _note(self, event: Any, code: str, message: str, expected: str = "", length: int = 1) -> None:
        place = Position(event.start_mark.line + 1, event.start_mark.column + 1, length)
        self._keep(self.document.at(place, code, message, expected))

    def _keep(self, note: Diagnostic) -> None:
        if len(self.notes) < MOST:
            self.notes.append(note)


def _span(start: Any, end: Any) -> tuple[int, int, int, int]:
    first, last = start.start_mark, end.end_mark
    return first.line + 1, first.column + 1, last.line + 1, last.column + 1


def _extent(start: Any, end: Any, children: list[Node]) -> tuple[int, int, int, int]:
    """Like _span; but blocks end with their last child: the parsers disagree on whose the blank lines behind are."""
    if start.flow_style:
        return _span(start, end)
    if not children:
        return _span(start, start)
    return start.start_mark.line + 1, start.start_mark.column + 1, children[-1].end_line, children[-1].end_column
