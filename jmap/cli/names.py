"""The names of a whole project for the commands that look for one, and where in a map something stands."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from jmap.failure import Failure
from jmap.resolve.discover import by_project
from jmap.resolve.mentions.names import Names
from jmap.resolve.workspace import NothingToRead, Reading, read_workspace
from jmap.source.document import Document, Mapping, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Project:
    """A project with its names; `root` is absolute."""

    root: Path
    reading: Reading
    names: Names
    documents: dict[str, Document]

    def shown(self, file: str, cwd: Path) -> str:
        """A file of the project as somebody in `cwd` would type it."""
        return os.path.relpath(self.root / file, cwd).replace(os.sep, "/")


def open_names(path: Path | None, cwd: Path) -> Project:
    """The project that a path (or `cwd`) lies in, all maps of it. Raises Failure where there is none, or several."""
    try:
        groups = by_project((path,) if path else (), cwd)
        if len(groups) > 1:
            raise Failure(f"there are {len(groups)} projects here: name the folder of one")
        reading = read_workspace(groups[0], cwd)
        whole = read_workspace((Path(reading.workspace.root),), cwd)
    except NothingToRead as error:
        raise Failure(str(error)) from error
    documents = {document.file: document for document, _ in whole.catalogue}
    documents |= {file: one.document for file, one in whole.maps.items()}
    return Project(Path(whole.workspace.root), whole, Names(tuple(documents.values())), documents)


def where(document: Document, path: tuple[str | int, ...]) -> str:
    """Stage and step of a place in a map, in words: `Purchase, Pays`; empty outside of them."""
    names = []
    for end in (2, 4):
        if len(path) >= end and path[end - 2] in ("stages", "steps"):
            node = document.node(path[:end])
            name = node.get("name") if isinstance(node, Mapping) else node
            names.append(name.value if isinstance(name, Scalar) else "")
    return ", ".join(name for name in names if name) if not isinstance(document.root, Sequence) else ""
