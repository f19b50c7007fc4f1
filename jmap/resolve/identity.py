"""Who a map file is and which others it names, read from its tree: good enough for files with mistakes in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jmap.model.names import id_problem, slug
from jmap.resolve.discover import MAP
from jmap.resolve.report import Path
from jmap.source.document import Document, Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of another map, as written at `path`."""

    path: Path
    id: str


@dataclass(frozen=True, slots=True)
class Identity:
    """`given` tells an id that is written in the file from one that comes from the file's name."""

    file: str
    id: str
    given: bool
    title: str
    details: tuple[Reference, ...]  # the maps that detail its stages and steps
    future_of: tuple[Reference, ...]  # one or none

    @property
    def problem(self) -> str:
        """Why the file's name cannot be an id, as the end of a sentence; empty if it can."""
        return "" if self.given else id_problem(self.id)


def identity(document: Document) -> Identity:
    """Who the map in a document is. A file without an id has that of its name."""
    root = document.root
    id = _text(root, "id")
    future_of = _text(root, "future_of")
    return Identity(
        document.file,
        id or stem(document.file),
        bool(id),
        _text(root, "title"),
        tuple(_details(root)),
        (Reference(("future_of",), future_of),) if future_of else (),
    )


def stem(file: str) -> str:
    """The file's name without what makes it a map; as an id must be, if it is not one already."""
    name = file.rpartition("/")[2]
    stem = name.removesuffix(MAP) if name.endswith(MAP) else name.rpartition(".")[0] or name
    return slug(stem) if id_problem(stem) else stem


def _details(root: Node | None) -> Iterator[Reference]:
    for i, stage in _parts(root, "stages"):
        yield from _reference(stage, ("stages", i, "journey"))
        for j, step in _parts(stage, "steps"):
            yield from _reference(step, ("stages", i, "steps", j, "journey"))


def _reference(node: Node, path: Path) -> Iterator[Reference]:
    name = _text(node, "journey")
    if name:
        yield Reference(path, name)


def _parts(node: Node | None, key: str) -> Iterator[tuple[int, Node]]:
    value = node.get(key) if isinstance(node, Mapping) else None
    if isinstance(value, Sequence):
        yield from enumerate(value.items)
    elif isinstance(value, Mapping):
        yield 0, value


def _text(node: Node | None, key: str) -> str:
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.value.strip() if isinstance(value, Scalar) else ""
