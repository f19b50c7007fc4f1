"""One map for a page of another tool: its picture and its words, or what is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jmap.compiler import Compiler
from jmap.diagnostics import Diagnostic
from jmap.integrations.recorded import Recorded
from jmap.layout.swimlane import describe, swimlane
from jmap.locale.words import Words, words
from jmap.render.html.entries import Entries
from jmap.render.html.sources import Register
from jmap.render.html.tables import Tables
from jmap.render.html.view import StageTable
from jmap.render.svg import svg
from jmap.resolve.discover import MAP, Ground, ground
from jmap.resolve.journey import Journey, Workspace
from jmap.resolve.workspace import Reading, read_files
from jmap.source.files import Disk, Overlay, plain_name
from jmap.text.typesetter import Typesetter
from jmap.theme.load import SUFFIX, load_theme
from jmap.theme.theme import Theme

PICTURES = ("swimlane", "flow", "touchpoints")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture (SVG), what it shows in words, or `mistakes`: one or the other.

    `sources` are the files that it was made from, absolute: when one changes, it may look different.
    """

    title: str
    svg: str = ""
    description: str = ""
    summary: str = ""  # what opens the tables, in the map's language
    tables: tuple[StageTable, ...] = ()
    mistakes: tuple[Diagnostic, ...] = ()
    sources: tuple[Path, ...] = ()
    locale: str = "en"


@dataclass(frozen=True, slots=True)
class Passage:
    """A map that stands inside of another file: that file, the line (from 1) where the map begins, its indentation."""

    file: Path
    line: int
    indent: int = 0


class Drawer:
    """Draws maps, and keeps the fonts that they share. Files in mistakes are named as seen from `base`."""

    def __init__(self, base: Path) -> None:
        self._base = base.resolve()
        self._typesetter = Typesetter()

    def file(self, path: Path, picture: str = PICTURES[0]) -> Drawing:
        """The map in a file; its project is the one that it lies in."""
        path = self._base / path
        if not path.is_file():
            what = "this is a folder, not a map" if path.is_dir() else "there is no such file"
            return failed(path.name, Diagnostic(self.shown(path), 1, 1, "no-map", what, f"a file *{MAP}"), path)
        place = ground([path], self._base)
        return self._drawn(Recorded(Disk(place.root)), place, picture)

    def text(self, text: str, passage: Passage, picture: str = PICTURES[0]) -> Drawing:
        """A map that stands in another file. It belongs to the project in whose folder that file lies."""
        folder = next(one for one in passage.file.absolute().parents if one.is_dir()).resolve()
        place = ground([folder], folder)
        name = (folder / f"{passage.file.stem}-{passage.line}{MAP}").relative_to(place.root).as_posix()
        files = Recorded(Overlay(Disk(place.root), {name: text}))
        found = self._drawn(files, replace(place, asked=(name,), alone=not place.project), picture)
        file, here = self.shown(place.root / name), self.shown(passage.file)
        mistakes = tuple(_moved(d, passage, here) if d.file == file else d for d in found.mistakes)
        return replace(
            found,
            title=found.title if found.title != file else here,
            mistakes=mistakes,
            sources=tuple(path for path in found.sources if path != place.root / name),
        )

    def shown(self, path: Path) -> str:
        """A file as somebody in the base folder would type it."""
        try:
            return plain_name(os.path.relpath(path, self._base).replace(os.sep, "/"))
        except ValueError:  # another drive
            return plain_name(str(path))

    def _drawn(self, files: Recorded, place: Ground, picture: str) -> Drawing:
        reading = read_files(files, place)
        workspace = reading.workspace
        theme, wrong = load_theme(workspace.theme, place.root)
        mistakes = tuple(dict.fromkeys((*reading.diagnostics, *wrong)))
        sources = tuple(_sources(files.seen, place, workspace.theme))
        if mistakes or not workspace.journeys:
            seen = tuple(replace(d, file=self._typed(d.file, place.root)) for d in mistakes)
            return Drawing(self._title(reading, place), mistakes=seen, sources=sources)
        journey = workspace.journeys[0]
        drawn, why = self._picture(journey, workspace, theme, picture)
        if not drawn:
            return failed(journey.title, Diagnostic(self.shown(place.root / journey.file), 1, 1, "no-picture", why))
        w = words(journey.locale)
        return Drawing(
            journey.title, drawn, describe(journey, w), w("page.table"), _tables(journey, workspace, w),
            sources=sources, locale=journey.locale,
        )  # fmt: skip

    def _picture(self, journey: Journey, workspace: Workspace, theme: Theme, picture: str) -> tuple[str, str]:
        """The SVG, or why there is none. The swimlane needs no Graphviz, and is made without."""
        if picture == "swimlane":
            titles = {other.id: other.title for other in workspace.journeys}
            scene = swimlane(journey, self._typesetter, words(journey.locale), titles)
            return svg(scene, theme, fonts=self._typesetter.fonts), ""
        if picture not in PICTURES:
            return "", f"there is no picture “{picture}”: choose from {', '.join(PICTURES)}"
        made = Compiler(workspace, theme).compile(journey, ["svg"])
        return made.files.get(f"{picture}.svg", b"").decode(), " ".join(made.missing)

    def _title(self, reading: Reading, place: Ground) -> str:
        """What a map with mistakes is called."""
        known = next((one.title for one in reading.workspace.failed if one.title), "")
        return known or self.shown(place.root / place.asked[0])

    def _typed(self, file: str, root: Path) -> str:
        """A file of the project, seen from the base; a theme of ours has only its name."""
        return self.shown(root / file) if "." in file else file


def failed(title: str, mistake: Diagnostic, *sources: Path) -> Drawing:
    """A drawing that is only a mistake."""
    return Drawing(title, mistakes=(mistake,), sources=sources)


def _tables(journey: Journey, workspace: Workspace, w: Words) -> tuple[StageTable, ...]:
    return Tables(journey, workspace, w, Entries(journey, w, Register(w))).all()


def _moved(d: Diagnostic, passage: Passage, file: str) -> Diagnostic:
    """A mistake in a map's text, at its place in the file around it."""
    indent = " " * passage.indent
    line = f"{indent}{d.source_line}" if d.source_line else ""
    return replace(
        d, file=file, line=d.line + passage.line - 1, column=d.column + passage.indent, source_line=line
    )  # fmt: skip


def _sources(seen: Sequence[str], place: Ground, theme: str) -> Iterable[Path]:
    """The files that matter to the map: not the other maps, of which only the ids were looked at."""
    for name in dict.fromkeys(seen):
        if name in place.asked or not name.endswith(MAP):
            yield place.root / name
    if theme.endswith(SUFFIX):  # and those beside it, which it may extend
        yield from sorted((place.root / theme).parent.glob(f"*{SUFFIX}"))
