"""A file in its canonical spelling, and with an id for every stage and step that has none."""

from __future__ import annotations

from collections.abc import Iterator

from jmap.model.load import plain
from jmap.model.names import id_problem, slug
from jmap.model.order import order
from jmap.source.canonical import canonical
from jmap.source.comments import comments
from jmap.source.document import Document, Mapping, Node, Scalar, Sequence
from jmap.source.read import parse

KINDS = {".journey.yaml": "map", ".theme.yaml": "theme", "jmap.yaml": "project"}


def kind_of_file(name: str) -> str:
    """`map`, `theme` or `project` by the file's name; any other file is a `catalogue`."""
    return next((kind for end, kind in KINDS.items() if name.endswith(end)), "catalogue")


def formatted(document: Document, *, ids: bool = False) -> str:
    """The text of a document (one that is YAML) as `jmap fmt` writes it. With `ids`, stages and steps get one.

    Nothing that is said changes, and no comment is lost: that is looked at before the text is returned, and a text
    that fails is a defect of ours (AssertionError).
    """
    document = with_ids(document) if ids else document
    text = canonical(document, order(kind_of_file(document.file)))
    again = parse(text, document.file)
    assert document.root is not None and again.root is not None
    assert plain(again.root) == plain(document.root), "the new spelling says something else"
    assert _remarks(again) == _remarks(document), "a comment was lost"
    return text


def _remarks(document: Document) -> list[str]:
    return sorted(comment.text for comment in comments(document))


def with_ids(document: Document) -> Document:
    """The document of a map with an id for each stage and step that has a name only: the one its name stands for.

    Two steps of one name get different ones. A short form, which is a name and nothing else, stays as it is.
    """
    root = document.root
    if kind_of_file(document.file) != "map" or not isinstance(root, Mapping):
        return document
    stages = list(_places(root, "stages"))
    steps = [step for stage in stages for step in _places(stage, "steps")]
    added = {**_missing(stages), **_missing(steps)}
    rows = list(document.text.splitlines(keepends=True))
    for (line, column), id in sorted(added.items(), reverse=True):
        row = rows[line - 1]
        before, after = row[: column - 1], row[column - 1 :]
        if before.rstrip().endswith("{"):
            rows[line - 1] = f"{before}id: {id}, {after}"
        else:
            end = row[len(row.rstrip("\r\n")) :] or "\n"
            rows[line - 1] = f"{before}id: {id}{end}{' ' * (column - 1)}{after}"
    return parse("".join(rows), document.file) if added else document


def _places(node: Mapping, key: str) -> Iterator[Mapping]:
    value = node.get(key)
    items: tuple[Node, ...] = value.items if isinstance(value, Sequence) else (value,) if value else ()
    yield from (item for item in items if isinstance(item, Mapping))


def _missing(places: list[Mapping]) -> dict[tuple[int, int], str]:
    """Where an id has to be put in, and which."""
    taken = {node.value.casefold() for place in places if isinstance(node := place.get("id"), Scalar)}
    added: dict[tuple[int, int], str] = {}
    for place in places:
        name = place.get("name")
        if place.get("id") is None and isinstance(name, Scalar) and name.value.strip():
            id = _free(slug(name.value), taken)
            if not id_problem(id):
                taken.add(id.casefold())
                first = place.entries[0][0]
                added[(first.line, first.column)] = id
    return added


def _free(id: str, taken: set[str]) -> str:
    choices = (id if n == 1 else f"{id}-{n}" for n in range(1, len(taken) + 2))
    return next(choice for choice in choices if choice.casefold() not in taken)
