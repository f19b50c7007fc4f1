"""Keys and items that YAML took for one text: it allows that, and nobody means it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from jmap.diagnostics import Diagnostic
from jmap.source.characters import BLANKS
from jmap.source.document import Document, Mapping, Node, Position, Scalar, Sequence
from jmap.source.quote import item_sign, quoted

_TIGHT = re.compile(rf"\s*(?:- +)*(?P<key>[a-z_]+)(?P<colon>:[{BLANKS}]?|\uff1a\s*)(?P<value>[^\s/].*)")
_FREE = ("events",)  # here, `name:value` is what it is


def swallowed(document: Document) -> Iterator[Diagnostic]:
    """The mistakes, in no order."""
    suspects = [(key, node, [*_tight(document, node, key)]) for key, node in _texts(document.root)]
    suspects = [(key, node, tight) for key, node, tight in suspects if tight or _on_lines_below(key, node)]
    keys, lists = _words() if suspects else ((), ())  # which takes a moment
    for key, node, tight in suspects:
        meant = [note for word, note in tight if word in keys]
        yield from meant
        if not meant and key is not None and key.value in lists and node.line > key.line:
            yield from _run_on(document, node, key.value)
    for brackets in _brackets(document.root):
        yield from _torn(document, brackets)


def _on_lines_below(key: Scalar | None, node: Scalar) -> bool:
    return key is not None and node.line > key.line and (node.end_line > node.line or item_sign(node.value) is not None)


def _words() -> tuple[Collection[str], Collection[str]]:
    """All keys of maps and catalogues, and those whose values are lists."""
    from jmap.model import files, items, people, place
    from jmap.model.parsed import Many

    kinds = (
        files.MapFile, files.ProjectFile, place.Stage, place.Next, place.Exit, items.PainPoint, items.Opportunity,
        items.Work, items.Touchpoint, items.Metric, items.Feeling, items.Time, people.Persona, people.Evidence,
    )  # fmt: skip
    fields = {name: field for kind in kinds for name, field in kind.model_fields.items()}
    many = (name for name, field in fields.items() if any(isinstance(one, Many) for one in field.metadata))
    return frozenset(fields), frozenset(many)


def _texts(node: Node | None, key: Scalar | None = None) -> Iterator[tuple[Scalar | None, Scalar]]:
    """Each text without quotes, with the key that it stands behind; None for an item of a list."""
    if isinstance(node, Scalar) and not node.style and not node.absent and not (key and key.value in _FREE):
        yield key, node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item, key if key and key.value in _FREE else None)
    elif isinstance(node, Mapping):
        for name, value in node.entries:
            yield from _texts(value, name)


def _tight(document: Document, node: Scalar, key: Scalar | None) -> Iterator[tuple[str, Diagnostic]]:
    """`name:Decide`, at the beginning of a line: the key that this may be, and the mistake if it is one."""
    if ":" not in node.value and "\uff1a" not in node.value:
        return
    first = node.line if key is None or node.line > key.line else node.line + 1
    for number in range(first, node.end_line + 1):
        start = node.column - 1 if number == node.line else 0
        line = document.line(number)[: node.end_column - 1 if number == node.end_line else None]
        found = _TIGHT.fullmatch(line, start)
        if found:
            place = Position(number, found.start("colon") + 1)
            expected = f"`{found['key']}: {found['value'].strip()}`"
            message = "a space is missing after this colon"
            if found["colon"] != ":":
                message = "YAML wants `:` and an ordinary space here"
            yield found["key"], document.at(place, "yaml-syntax", message, expected)


def _run_on(document: Document, node: Scalar, key: str) -> Iterator[Diagnostic]:
    """Lines below a key that would be items, if each had its dash."""
    item = item_sign(document.line(node.line)[node.column - 1 :].strip())
    if item:
        yield document.at(Position(node.line, node.column), "yaml-syntax", *item)
    elif node.end_line > node.line:
        text = document.line(node.line)[node.column - 1 :].strip()
        message = f"the lines below `{key}` are one text to YAML"
        expected = f"`- {text}` and so on, a dash for each item; or, for one text, quotes around it"
        yield document.at(Position(node.line, node.column, len(text)), "wrong-type", message, expected)


def _brackets(node: Node | None) -> Iterator[Sequence]:
    if isinstance(node, Sequence):
        if node.flow:
            yield node
        for item in node.items:
            yield from _brackets(item)
    elif isinstance(node, Mapping):
        for _, value in node.entries:
            yield from _brackets(value)


def _torn(document: Document, brackets: Sequence) -> Iterator[Diagnostic]:
    """`[“Can I, or not”]`: to YAML, the quotes of a word processor are letters, and the comma ends the text."""
    opened: Scalar | None = None
    for item in brackets.items:
        if not isinstance(item, Scalar) or item.style:
            opened = None
        elif opened is None and item.value[0] in "“„" and item.value[-1] not in "”“":
            opened = item
        elif opened is not None and item.value[-1] in "”“":
            text = document.line(item.line)[opened.column : item.end_column - 2] if item.line == opened.line else ""
            expected = f"`{quoted(text)}`" if text else "the text in straight quotes"
            message = "a comma ends this text: only straight quotes hold a text together"
            yield document.at(Position(opened.line, opened.column), "needs-quotes", message, expected)
            opened = None
