"""A file in its canonical spelling, and with an id for every stage and step that has none."""

from __future__ import annotations

from collections.abc import Iterator

from jmap.diagnostics import Diagnostic
from jmap.model.load import plain
from jmap.model.names import id_problem, slug
from jmap.model.order import order
from jmap.model.swallowed import swallowed
from jmap.source.attached import spaced
from jmap.source.canonical import canonical
from jmap.source.comments import comments
from jmap.source.document import Document, Mapping, Node, Scalar, Sequence
from jmap.source.edit import applied, put_first
from jmap.source.read import parse

KINDS = {".journey.yaml": "map", ".theme.yaml": "theme", "jmap.yaml": "project"}


def kind_of_file(name: str) -> str:
    """`map`, `theme` or `project` by the file's name; any other file is a `catalogue`."""
    return next((kind for end, kind in KINDS.items() if name.endswith(end)), "catalogue")


def formatted(document: Document, *, ids: bool = False) -> str:
    """The text of a document (one that is YAML) as `jmap fmt` writes it. With `ids`, stages and steps get one.

    Nothing that is said changes, and no comment is lost: that is looked at before the text is returned. A text that
    fails, and any other failure, is a defect of ours (AssertionError with the file's name).
    """
    try:
        document = with_ids(document) if ids else document
        text = canonical(document, order(kind_of_file(document.file)))
        again = parse(text, document.file)
        fault = _fault(document, again)
    except Exception as error:
        raise AssertionError(f"{document.file} cannot be formatted: {type(error).__name__}: {error}") from error
    if fault:
        raise AssertionError(f"{document.file} was left as it is: {fault}")
    return text


def in_the_way(document: Document) -> tuple[Diagnostic, ...]:
    """The mistakes with which a document is not formatted: it is no YAML, or YAML reads it as nobody means it."""
    return document.diagnostics or tuple(sorted(swallowed(document)))


def _fault(document: Document, again: Document) -> str:
    """What the new spelling of a document gets wrong, or an empty text."""
    if again.diagnostics or again.root is None or document.root is None:
        return "its new spelling is not YAML"
    if plain(again.root) != plain(document.root):
        return "its new spelling says something else"
    return "" if _remarks(again) == _remarks(document) else "a comment was lost"


def _remarks(document: Document) -> list[str]:
    return sorted(spaced(comment.text) for comment in comments(document))


def with_ids(document: Document) -> Document:
    """The document of a map with an id for each stage and step that has a name only: the one its name stands for.

    Two steps of one name get different ones. A short form, which is a name and nothing else, stays as it is.
    """
    root = document.root
    if kind_of_file(document.file) != "map" or not isinstance(root, Mapping):
        return document
    stages = list(_places(root, "stages"))
    steps = [step for stage in stages for step in _places(stage, "steps")]
    added = [*_missing(stages), *_missing(steps)]
    edits = [edit for place, id in added for edit in put_first(document, place, (f"id: {id}",))]
    return parse(applied(document.text, edits), document.file) if edits else document


def _places(node: Mapping, key: str) -> Iterator[Mapping]:
    value = node.get(key)
    items: tuple[Node, ...] = value.items if isinstance(value, Sequence) else (value,) if value else ()
    yield from (item for item in items if isinstance(item, Mapping))


def _missing(places: list[Mapping]) -> Iterator[tuple[Mapping, str]]:
    """The places without an id, and which they get."""
    taken = {node.value.casefold() for place in places if isinstance(node := place.get("id"), Scalar)}
    for place in places:
        name = place.get("name")
        if place.get("id") is None and isinstance(name, Scalar) and name.value.strip():
            id = _free(slug(name.value), taken)
            if not id_problem(id):
                taken.add(id.casefold())
                yield place, id


def _free(id: str, taken: set[str]) -> str:
    choices = (id if n == 1 else f"{id}-{n}" for n in range(1, len(taken) + 2))
    return next(choice for choice in choices if choice.casefold() not in taken)
