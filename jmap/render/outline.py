"""A map as an outline, one fact a line: what git compares where it would compare the YAML."""

from __future__ import annotations

from collections.abc import Iterator

from jmap.lanes.catalogue import BY_KEY
from jmap.source.document import Document, Mapping, Node, Scalar, Sequence
from jmap.text.visible import visible

NAMES = ("name", "text", "title", "to", "reason", "score", "source", "id")  # what a thing is called: the first it has
PLACES = {"stages": "stage", "steps": "step"}
FIRST = ("jmap", "id", "title", "name", "description", "goal", "business_goal")
LAST = ("next", "exits", "steps", "stages")
STEP = "  "


def outline(document: Document) -> str | None:
    """The facts of the document, the keys in one order; None where it cannot be read.

    How it is written (quotes, comments, brackets, the order of keys) makes no difference to it.
    """
    if document.diagnostics or not isinstance(document.root, Mapping):
        return None
    return "".join(f"{line}\n" for line in _fields(document.root, "", ()))


def _fields(node: Mapping, margin: str, said: tuple[str, ...]) -> Iterator[str]:
    """The keys of a mapping, but those that are said already."""
    for key, value in sorted(node.entries, key=lambda entry: _rank(entry[0].value)):
        if key.value not in said:
            yield from _fact(key.value, value, margin)


def _rank(key: str) -> tuple[int, int, str]:
    if key in FIRST:
        return 0, FIRST.index(key), ""
    if key in BY_KEY:
        return 2, BY_KEY[key].order, ""
    if key in LAST:
        return 3, LAST.index(key), ""
    return 1, 0, key


def _fact(key: str, value: Node, margin: str) -> Iterator[str]:
    label = PLACES.get(key, key)
    if isinstance(value, Sequence):
        if not value.items:
            yield f"{margin}{visible(key)}: none"
        for item in value.items:
            yield from _fact(label, item, margin)
    elif isinstance(value, Scalar):
        lines = value.value.strip().split("\n") if value.style in ("|", ">") else [value.value]
        yield f"{margin}{visible(label)}: {visible(lines[0])}".rstrip()
        yield from (f"{margin}{STEP}{visible(line)}".rstrip() for line in lines[1:])
    else:
        name = next((name for name in NAMES if isinstance(value.get(name), Scalar)), "")
        called = value.get(name)
        head = visible(called.value) if isinstance(called, Scalar) else ""
        yield f"{margin}{visible(label)}: {head}".rstrip()
        yield from _fields(value, margin + STEP, (name,))
