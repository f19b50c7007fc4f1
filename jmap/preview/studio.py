"""What the preview shows: the newest picture of every map, and the last good one of a map that broke."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from threading import RLock

from jmap.compiler import Compiler
from jmap.diagnostics import Diagnostic
from jmap.failure import Failure
from jmap.layout.swimlane import swimlane
from jmap.locale.words import words
from jmap.outputs import ATLAS, OUTPUTS
from jmap.render.svg import svg
from jmap.resolve.discover import ground
from jmap.resolve.journey import Journey, Workspace
from jmap.resolve.workspace import NothingToRead, Reading, open_project, read_maps, read_workspace
from jmap.source.files import Disk
from jmap.text.typesetter import Typesetter
from jmap.theme.load import load_theme
from jmap.theme.theme import Theme

Changed = Callable[[Theme], Mapping[str, str]]  # pictures of what changed, by map id


@dataclass(frozen=True, slots=True)
class Shown:
    """One map: `version` grows with every change that can be seen; `mistakes` hide nothing that was good before."""

    id: str
    file: str
    title: str
    version: int
    picture: str = ""  # SVG; empty if it has never been good
    mistakes: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """The project as it is shown. `mistakes` are those of the project's own files."""

    title: str
    maps: tuple[Shown, ...]
    mistakes: tuple[Diagnostic, ...] = ()
    version: int = 0
    base: bool = False  # whether there is a revision to compare with


class Studio:
    """Reads, draws and remembers. Every method may be called from any thread."""

    def __init__(
        self, paths: Collection[Path], cwd: Path, theme: str | Path = "", changed: Changed | None = None
    ) -> None:
        """`theme` is as in `load_theme`; without, it is the project's."""
        self._paths, self._cwd, self._theme_name, self._changed = tuple(paths), cwd, theme, changed
        self._lock = RLock()
        self._typesetter = Typesetter()
        self._good: dict[str, Journey] = {}
        self._files: dict[tuple[str, str], bytes] = {}
        self._compared: tuple[int, Mapping[str, str]] = (-1, {})
        self._reading = self._read()
        self._theme, _ = self._load_theme()
        self._new_look = False
        self.state = State("", (), base=changed is not None)
        self.refresh()

    @property
    def root(self) -> Path:
        return Path(self._reading.workspace.root)

    @property
    def output(self) -> Path | None:
        """Where a build would write: not a place to watch."""
        folder = self._reading.workspace.output
        return self.root / folder if folder else None

    def glance(self, changed: Collection[Path]) -> bool:
        """Draw the maps that changed, if only maps did and none has a mistake; whether that was so.

        What other maps say of them is not looked at: `refresh` does that, and is to be called after.
        """
        known = {one.file: one for one in self.state.maps}
        names = {path.relative_to(self.root).as_posix() for path in changed if path.is_relative_to(self.root)}
        if len(names) != len(changed) or not names <= known.keys():
            return False
        with self._lock:
            try:
                opened = open_project(Disk(self.root), ground(self._paths, self._cwd))
            except NothingToRead:
                return False
            reading = read_maps(opened, only=names)
            journeys = reading.workspace.journeys
            if reading.diagnostics or any(one.id != known[one.file].id for one in journeys):
                return False
            self._new_look = False
            version = self.state.version + 1
            drawn = {one.file: self._draw(one, known[one.file]) for one in journeys}
            for one in journeys:
                self._files = {key: data for key, data in self._files.items() if key[0] not in (one.id, "")}
            maps = tuple(drawn.get(one.file, one) for one in self.state.maps)
            self.state = replace(self.state, maps=maps, version=version)
            return True

    def refresh(self) -> State:
        """Read the project again, draw what is new, and return what is to be shown."""
        with self._lock:
            try:
                self._reading = self._read()
                theme, strange = self._load_theme()
            except (NothingToRead, Failure) as error:
                return self.trouble("nothing-to-read", str(error))
            theme = self._theme if strange else theme  # the last good look stays, as pictures do
            self._new_look, self._theme = theme != self._theme, theme
            self._files.clear()
            known = {shown.id: shown for shown in self.state.maps}
            workspace = self._reading.workspace
            maps = [self._draw(journey, known.get(journey.id)) for journey in workspace.journeys]
            maps += [self._broken(failed.id, failed.file, failed.title, known) for failed in workspace.failed]
            files = {one.file for one in maps}
            own = tuple(dict.fromkeys(d for d in (*self._reading.diagnostics, *strange) if d.file not in files))
            maps.sort(key=lambda one: one.file)
            self._good = {one.id: self._good[one.id] for one in maps if one.id in self._good}
            found = State(workspace.title, tuple(maps), own, self.state.version, self.state.base)
            if found != self.state:
                self.state = replace(found, version=found.version + 1)
            return self.state

    def trouble(self, code: str, message: str) -> State:
        """Show that the project cannot be read or drawn at all, above the last good pictures."""
        with self._lock:
            told = Diagnostic(".", 1, 1, code, message)
            self.state = replace(self.state, mistakes=(told,), version=self.state.version + 1)
            return self.state

    def file(self, id: str, suffix: str) -> bytes | None:
        """A page or a picture of a map as a build would make it; of the last good state of the map."""
        with self._lock:
            if (id, suffix) not in self._files:
                self._compile(id, suffix)
            return self._files.get((id, suffix))

    def atlas(self) -> bytes:
        """The page that lists all maps."""
        with self._lock:
            workspace = self._reading.workspace
            if ("", ATLAS) not in self._files:
                page = Compiler(workspace, self._theme).atlas(workspace, self._reading.diagnostics)
                self._files["", ATLAS] = page
            return self._files["", ATLAS]

    def changes(self) -> Mapping[str, str]:
        """Pictures of what changed since the base revision, by map id; none without a base."""
        with self._lock:
            if self._changed is None:
                return {}
            version, pictures = self._compared
            if version != self.state.version:
                pictures = self._changed(self._theme)
                self._compared = (self.state.version, pictures)
            return pictures

    def _read(self) -> Reading:
        return read_workspace(self._paths, self._cwd)

    def _load_theme(self) -> tuple[Theme, tuple[Diagnostic, ...]]:
        at = None if self._theme_name else self._reading.theme_at
        return load_theme(self._theme_name or self._reading.workspace.theme, self.root, at)

    def _draw(self, journey: Journey, before: Shown | None) -> Shown:
        """The swimlane first, for that is what everybody looks at; the rest when it is asked for."""
        good = before is not None and before.picture and not before.mistakes
        if before and good and not self._new_look and self._good.get(journey.id) == journey:
            return before
        titles = {other.id: other.title for other in self._reading.workspace.journeys}
        scene = swimlane(journey, self._typesetter, words(journey.locale), titles)
        picture = svg(scene, self._theme, glyphs=False)  # the page has the fonts
        self._good[journey.id] = journey
        same = before is not None and before.picture == picture and not before.mistakes
        version = before.version if before and same else self.state.version + 1
        return Shown(journey.id, journey.file, journey.title, version, picture)

    def _broken(self, id: str, file: str, title: str, known: Mapping[str, Shown]) -> Shown:
        """A map with mistakes keeps its last good picture, found by its file where its id cannot be read."""
        before = known.get(id) or next((one for one in known.values() if one.file == file), None)
        mistakes = tuple(d for d in self._reading.diagnostics if d.file == file)
        if not mistakes:  # the catalogue is at fault
            mistakes = tuple(self._reading.diagnostics)
        same = before is not None and before.mistakes == mistakes
        version = before.version if before and same else self.state.version + 1
        name = before.id if before else id or file
        picture = before.picture if before else ""
        return Shown(name, file, title or (before.title if before else file), version, picture, mistakes)

    def _compile(self, id: str, suffix: str) -> None:
        journey = self._good.get(id)
        forms = [form for form, suffixes in OUTPUTS.items() if suffix in suffixes]
        if journey is None or not forms:
            return
        compiled = Compiler(self._workspace(), self._theme).compile(journey, forms[:1])
        for name, data in compiled.files.items():
            self._files[id, name] = data

    def _workspace(self) -> Workspace:
        """With the last good state of every map, so that pages still lead to those that are broken now."""
        return replace(self._reading.workspace, journeys=tuple(self._good.values()))
