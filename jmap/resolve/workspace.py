"""All maps of a project as one world: files are found and read, names looked up, mistakes collected."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from jmap.diagnostics import Diagnostic
from jmap.model.load import load_map
from jmap.resolve.discover import Ground, MapPath, NothingToRead, ground, maps, no_maps
from jmap.resolve.glance import glance
from jmap.resolve.identity import Identity, identity
from jmap.resolve.journey import FailedMap, Journey, Workspace
from jmap.resolve.links import Links
from jmap.resolve.mapping import World, journey
from jmap.resolve.pictures import Pictures
from jmap.resolve.project import Project, load
from jmap.resolve.report import Report
from jmap.resolve.shared import project_personas
from jmap.source.document import Document
from jmap.source.files import Disk, Files
from jmap.source.read import read_from

if TYPE_CHECKING:
    from jmap.model.files import Catalogue, MapFile

__all__ = [
    "NothingToRead",
    "Opened",
    "Reading",
    "Written",
    "load_workspace",
    "open_project",
    "read_files",
    "read_maps",
    "read_workspace",
]

FORMATS = ("html", "svg", "dot")


@dataclass(frozen=True, slots=True)
class _Read:
    """A map file that was asked for, as read."""

    document: Document
    identity: Identity


@dataclass(frozen=True, slots=True)
class Opened:
    """A project whose maps are found, and not yet read."""

    files: Files
    place: Ground
    project: Project
    found: tuple[MapPath, ...]
    pictures: Pictures


@dataclass(frozen=True, slots=True)
class Written:
    """A map as it is written: its text with positions, and its keys. `file` is None where it makes no sense."""

    id: str
    document: Document
    file: MapFile | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A workspace and what it was read from, for those who speak of files: checks, diffs, editors.

    `maps` are the maps that were asked for, by file; those with mistakes too. `catalogue` holds `jmap.yaml` (first)
    and the files that it includes. `pictures` are those that these name, decoded and encoded anew.
    """

    workspace: Workspace
    diagnostics: tuple[Diagnostic, ...] = ()
    maps: Mapping[str, Written] = field(default_factory=dict)
    catalogue: tuple[tuple[Document, Catalogue], ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def theme_at(self) -> Diagnostic | None:
        """The place that names the project's theme, as a mistake without words: it takes the blame if there is none."""
        named = (document for document, _ in self.catalogue[:1] if document.trail(("theme",)))
        return next((document.diagnostic(("theme",), "", "") for document in named), None)


def load_workspace(paths: Sequence[Path], cwd: Path) -> tuple[Workspace, tuple[Diagnostic, ...]]:
    """The project that `paths` lie in, with the maps they name, and every mistake in these and in the project.

    See `read_workspace`.
    """
    reading = read_workspace(paths, cwd)
    return reading.workspace, reading.diagnostics


def read_workspace(paths: Sequence[Path], cwd: Path) -> Reading:
    """The project that `paths` lie in, with the maps they name, and every mistake in these and in the project.

    A path is a map file, a folder or a `jmap.yaml`; none means `cwd`. The other maps of the project are read
    for their ids only: references to them and clashes with them count, their own mistakes do not. A map with
    mistakes is in `failed` instead of `journeys`; so are all maps if a file of the catalogue cannot be read whole.
    Diagnostics are in the order of the files (those of the project first) and of the lines. Files in them are
    relative to the project's root.

    Raises NothingToRead if the paths lead to no map. Nothing that stands in a file raises.
    """
    place = ground(paths, cwd)
    reading = read_files(Disk(place.root), place)
    if not reading.workspace.journeys and not reading.workspace.failed and not reading.diagnostics:
        raise no_maps(place, cwd)
    return reading


def read_files(files: Files, place: Ground) -> Reading:
    """As `read_workspace`, from files that need not lie on the disk; where there is no map, a reading without any."""
    return read_maps(open_project(files, place))


def open_project(files: Files, place: Ground, project: Project | None = None) -> Opened:
    """Read the catalogue of a project (unless it is known already), and find its maps."""
    pictures = Pictures(files)
    project = project or load(files, place, pictures)
    return Opened(files, place, project, maps(files, place, project.maps, project.output, project.included), pictures)


def read_maps(
    opened: Opened,
    only: Collection[str] | None = None,
    others: Callable[[Sequence[Identity]], bool] = lambda _: True,
    who: Callable[[Files, str], Identity] = glance,
) -> Reading:
    """The maps of a project that were asked for, or `only` those with these names.

    `others` is given who the maps are, and answers whether the rest of the project's maps are looked at too: their
    ids, for references to them and clashes with them. `who` looks at one of these; it may remember.
    """
    found = [path if only is None else replace(path, asked=path.name in only, named=False) for path in opened.found]
    asked, outside = _read([path for path in found if path.asked], opened.files)
    rest = [path for path in found if not path.asked] if others([one.identity for one in asked]) else []
    world = _world(opened, asked, _identities(rest, opened.files, who))
    diagnostics = [*opened.project.diagnostics, *outside]
    journeys: list[Journey] = []
    failed: list[FailedMap] = []
    written: dict[str, Written] = {}
    for one in asked:
        file, built, mistakes = _build(one, world)
        written[one.identity.file] = Written(one.identity.id, one.document, file)
        diagnostics += mistakes
        if built is None or mistakes or opened.project.broken:
            failed.append(FailedMap(one.identity.file, one.identity.id, one.identity.title))
        else:
            journeys.append(built)
    failed += [FailedMap(mistake.file) for mistake in outside]
    workspace = _workspace(opened.place, opened.project, journeys, failed)
    return Reading(workspace, tuple(dict.fromkeys(diagnostics)), written, opened.project.sources, opened.pictures.read)


def _read(asked: Sequence[MapPath], files: Files) -> tuple[list[_Read], list[Diagnostic]]:
    """The maps asked for, and links among them that lead out of the project (which are not followed)."""
    read: list[_Read] = []
    outside: list[Diagnostic] = []
    for path in asked:
        if not path.named and files.leads_out(path.name):
            message = "this file is a link that leads out of the project"
            outside.append(Diagnostic(path.shown, 1, 1, "outside-project", message, "a file inside of it"))
        else:
            document = read_from(files, path.name)
            read.append(_Read(document, identity(document)))
    return read, outside


def _identities(rest: Sequence[MapPath], files: Files, who: Callable[[Files, str], Identity]) -> list[Identity]:
    """Who the maps are that were not asked for."""
    return [who(files, path.name) for path in rest if path.named or not files.leads_out(path.name)]


def _world(opened: Opened, asked: Sequence[_Read], others: Sequence[Identity]) -> World:
    """What maps may refer to. Of two maps with one id the first has it.

    Outside of a project a file stands for itself: copies beside it may well have its id, and come last.
    """
    known = [*(one.identity for one in asked), *others]
    project = opened.project
    return World(
        project.file.title if project.file else "",
        project.file.locale if project.file else "en",
        project.catalogue,
        Links(sorted(known, key=lambda who: who.file) if opened.place.project else known),
        opened.pictures,
    )


def _build(one: _Read, world: World) -> tuple[MapFile | None, Journey | None, tuple[Diagnostic, ...]]:
    file, mistakes = load_map(one.document)
    report = Report(one.document)
    built = None
    if file is None:
        world.links.check(one.identity, report)
    else:
        built = journey(file, one.identity, world, report)
    return file, built, tuple(sorted({*mistakes, *report.found}))


def _workspace(place: Ground, project: Project, journeys: Sequence[Journey], failed: Sequence[FailedMap]) -> Workspace:
    file = project.file
    return Workspace(
        root=str(place.root),
        title=file.title if file else "",
        locale=file.locale if file else "en",
        theme=(file.theme if file else "") or "default",
        output=project.output,
        formats=(file.build.formats if file and file.build else ()) or FORMATS,
        personas=project_personas(project.catalogue),
        journeys=tuple(journeys),
        failed=tuple(failed),
    )
