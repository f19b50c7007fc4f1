"""All maps of a project as one world: files are found and read, names looked up, mistakes collected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from jmap.diagnostics import Diagnostic
from jmap.model.load import load_map
from jmap.resolve.discover import Ground, MapPath, NothingToRead, ground, leads_out, maps, no_maps
from jmap.resolve.identity import Identity, identity
from jmap.resolve.journey import FailedMap, Journey, Workspace
from jmap.resolve.links import Links
from jmap.resolve.mapping import World, journey
from jmap.resolve.pictures import Pictures
from jmap.resolve.project import Project, load
from jmap.resolve.report import Report
from jmap.resolve.shared import project_personas
from jmap.source.document import Document
from jmap.source.read import read

if TYPE_CHECKING:
    from jmap.model.files import Catalogue, MapFile

__all__ = ["NothingToRead", "Reading", "Written", "load_workspace", "read_workspace"]

FORMATS = ("html", "svg", "dot")


@dataclass(frozen=True, slots=True)
class _Read:
    """A map file that was asked for, as read."""

    document: Document
    identity: Identity


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
    and the files that it includes.
    """

    workspace: Workspace
    diagnostics: tuple[Diagnostic, ...] = ()
    maps: Mapping[str, Written] = field(default_factory=dict)
    catalogue: tuple[tuple[Document, Catalogue], ...] = ()


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
    pictures = Pictures(place.root)
    project = load(place, pictures)
    found = maps(place, project.maps, project.output, project.included)
    if not any(path.asked for path in found) and not project.diagnostics:
        raise no_maps(place, cwd)
    asked, everyone, outside = _read(found, place)
    # Outside of a project a file stands for itself: copies beside it may well have its id.
    known = everyone if place.project else _asked_first(everyone, asked)
    world = World(
        project.file.title if project.file else "",
        project.file.locale if project.file else "en",
        project.catalogue,
        Links(known),
        pictures,
    )
    diagnostics = [*project.diagnostics, *outside]
    journeys: list[Journey] = []
    failed: list[FailedMap] = []
    written: dict[str, Written] = {}
    for one in asked:
        file, built, mistakes = _build(one, world)
        written[one.identity.file] = Written(one.identity.id, one.document, file)
        diagnostics += mistakes
        if built is None or mistakes or project.broken:
            failed.append(FailedMap(one.identity.file, one.identity.id, one.identity.title))
        else:
            journeys.append(built)
    failed += [FailedMap(mistake.file) for mistake in outside]
    workspace = _workspace(place, project, journeys, failed)
    return Reading(workspace, tuple(dict.fromkeys(diagnostics)), written, project.sources)


def _read(found: Sequence[MapPath], place: Ground) -> tuple[list[_Read], list[Identity], list[Diagnostic]]:
    """The maps asked for, the identities of all, and links that lead out of the project (which are not followed)."""
    asked: list[_Read] = []
    everyone: list[Identity] = []
    outside: list[Diagnostic] = []
    for path in found:
        if path.path not in place.asked and leads_out(path.path, place.root):
            if path.asked:
                message = "this file is a link that leads out of the project"
                outside.append(Diagnostic(path.shown, 1, 1, "outside-project", message, "a file inside of it"))
            continue
        document = read(path.path, path.shown)
        who = identity(document)
        everyone.append(who)
        if path.asked:
            asked.append(_Read(document, who))
    return asked, everyone, outside


def _asked_first(everyone: Sequence[Identity], asked: Sequence[_Read]) -> list[Identity]:
    wanted = {one.identity.file for one in asked}
    return sorted(everyone, key=lambda who: who.file not in wanted)


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
