"""The files that an editor has open, above those on the disk: projects as they would be if all were saved now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast

from jmap.model.spelling import kind_of_file
from jmap.resolve.discover import MAP, ground
from jmap.resolve.glance import glance
from jmap.resolve.globs import PROJECT
from jmap.resolve.identity import Identity
from jmap.resolve.mentions.local import Part
from jmap.resolve.mentions.names import Names, parts_of
from jmap.resolve.workspace import NothingToRead, Opened, Reading, open_project, read_maps
from jmap.source.document import Document
from jmap.source.files import Disk, Files, Overlay
from jmap.source.read import read_from

Made = TypeVar("Made")


@dataclass(frozen=True)
class View:
    """One file in its project. `name` is relative to the project's folder, `root`."""

    root: Path
    name: str
    opened: Opened
    _known: dict[str, tuple[object, object]] = field(repr=False)
    _texts: Mapping[str, str] = field(repr=False)

    @cached_property
    def document(self) -> Document:
        return self.read(self.name)

    @cached_property
    def reading(self) -> Reading:
        """The project with this map only; with none if this is no map: what is wrong in others is told there."""
        return read_maps(self.opened, only=[self.name] if self.name.endswith(MAP) else (), who=self._who)

    @cached_property
    def ours(self) -> bool:
        """Whether this is a file of jmap's: editors send any YAML."""
        return kind_of_file(self.name) != "catalogue" or self.name in self._shared

    @cached_property
    def names(self) -> Names:
        """Every name of the project, of all its maps."""
        documents = tuple(self.read(file) for file in self._files)
        names = Names(documents, self._parts, self._earlier)
        self._known[f"names {self.root}"] = (None, names)
        return names

    @cached_property
    def near(self) -> Names:
        """The names that this file may use, but for those of other maps: nothing else is read."""
        files = dict.fromkeys([*self._shared, self.name])
        return Names(tuple(self.read(file) for file in files), self._parts, self._earlier)

    def ahead(self) -> Iterator[str]:
        """Read what `names` needs, a file at a time; gives the name of each."""
        for file in self._files:
            self._parts(self.read(file))
            yield file
        self.names  # noqa: B018

    @property
    def _shared(self) -> list[str]:
        return [document.file for document, _ in self.opened.project.sources]

    @property
    def _files(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*self._shared, *(path.name for path in self.opened.found), self.name]))

    @property
    def _earlier(self) -> Names | None:
        """The project's names as they were looked up last, in this session."""
        known = self._known.get(f"names {self.root}")
        return cast("Names", known[1]) if known else None

    def read(self, name: str) -> Document:
        """A file of the project, parsed once for each of its states."""
        return self._kept("document", name, lambda: read_from(self.opened.files, name))

    def _parts(self, document: Document) -> tuple[Part, ...]:
        return self._kept("parts", document.file, lambda: parts_of(document))

    def _who(self, files: Files, name: str) -> Identity:
        return self._kept("identity", name, lambda: glance(files, name))

    def _kept(self, what: str, name: str, make: Callable[[], Made]) -> Made:
        """What was made of a file, as long as the file stays as it was."""
        key, state = f"{what} {self.root / name}", self._state(name)
        known = self._known.get(key)
        if known is None or known[0] != state:
            known = self._known[key] = (state, make())
        return cast("Made", known[1])

    def _state(self, name: str) -> object:
        if name in self._texts:
            return self._texts[name]
        try:
            found = (self.root / name).stat()
        except OSError:
            return None
        return (found.st_mtime_ns, found.st_size)


class World:
    """What is open. Views are made anew after every change; what they parsed is kept."""

    def __init__(self) -> None:
        self._open: dict[Path, str] = {}
        self._known: dict[str, tuple[object, object]] = {}
        self._views: dict[Path, View] = {}

    def put(self, path: Path, text: str | None) -> None:
        """A file has this text now; None: it is closed, and the disk counts again."""
        self._views.clear()
        if text is None:
            self._open.pop(path, None)
        else:
            self._open[path] = text

    def refresh(self) -> None:
        """Something changed on the disk."""
        self._views.clear()

    @property
    def files(self) -> tuple[Path, ...]:
        """The open files."""
        return tuple(self._open)

    def ahead(self) -> Iterator[str]:
        """Read the projects of the open files, a file at a time, so that no question has to wait for that."""
        views = [view for path in self.files if (view := self.view(path)) and view.ours]
        for view in {view.root: view for view in views}.values():
            yield from view.ahead()

    def view(self, path: Path) -> View | None:
        """A file in its project; None for a file that is nowhere."""
        if path not in self._views:
            made = self._view(path)
            if made is None:
                return None
            self._views[path] = made
        return self._views[path]

    def _view(self, path: Path) -> View | None:
        try:
            named = path.name.endswith((MAP, PROJECT)) and path.is_file()  # any other file would be taken for a map
            place = ground([path if named else path.parent], path.parent)
        except NothingToRead:
            return None
        inside = {
            p.relative_to(place.root).as_posix(): text for p, text in self._open.items() if p.is_relative_to(place.root)
        }
        opened = open_project(Overlay(Disk(place.root), inside), place)
        name = path.relative_to(place.root).as_posix() if path.is_relative_to(place.root) else path.name
        return View(place.root, name, opened, self._known, inside)
