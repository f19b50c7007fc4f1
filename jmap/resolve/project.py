"""The project file and the files it includes: settings, and the catalogue that maps share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jmap.diagnostics import Diagnostic
from jmap.model.files import Catalogue as CatalogueFile
from jmap.model.files import ProjectFile
from jmap.model.load import load_catalogue, load_project
from jmap.resolve.catalogue import Catalogue, Source
from jmap.resolve.discover import BESIDES, MAP, MAPS, Ground, leads_out, plain_name
from jmap.resolve.globs import PROJECT, find, is_pattern
from jmap.resolve.pictures import Pictures
from jmap.resolve.report import Report
from jmap.resolve.shared import project_catalogue
from jmap.source.document import Document
from jmap.source.read import read


@dataclass(frozen=True, slots=True)
class Project:
    """`broken` means that one of its files could not be read whole; then no map of it can be built."""

    file: ProjectFile | None
    catalogue: Catalogue
    broken: bool = False
    included: tuple[Path, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: tuple[tuple[Document, CatalogueFile], ...] = ()  # `jmap.yaml`, then what it includes, as written

    @property
    def maps(self) -> tuple[str, ...]:
        return (self.file.maps if self.file else ()) or MAPS

    @property
    def output(self) -> str:
        return self.file.output if self.file else ""


@dataclass(slots=True)
class _Reading:
    """What has been read of a project so far."""

    sources: list[Source] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    broken: bool = False
    doubtful: bool = False

    def note(self, document: Document, file: object, mistakes: Sequence[Diagnostic]) -> None:
        """Mistakes of a file. Where it was not YAML, or made no sense, entries of the catalogue may be missing."""
        self.diagnostics += mistakes
        self.broken = self.broken or bool(mistakes)
        self.doubtful = self.doubtful or file is None or bool(document.diagnostics)


def load(ground: Ground, pictures: Pictures) -> Project:
    """The project at a place; a nameless one where there is no `jmap.yaml`."""
    if ground.project is None:
        return Project(None, Catalogue())
    so_far = _Reading()
    document = read(ground.project, PROJECT)
    file, mistakes = load_project(document)
    report = Report(document)
    so_far.note(document, file, mistakes)
    included: tuple[Path, ...] = ()
    if file:
        so_far.sources.append((report, file))
        included = tuple(_included(file, ground, report))
        for path in included:
            _include(path, ground, report, so_far)
    catalogue = project_catalogue(so_far.sources, pictures, so_far.doubtful)
    for found, _ in so_far.sources:
        so_far.diagnostics += found.found
    sources = tuple((report.document, part) for report, part in so_far.sources)
    return Project(file, catalogue, so_far.broken, included, tuple(so_far.diagnostics), sources)


def _included(file: ProjectFile, ground: Ground, report: Report) -> Iterator[Path]:
    """The files of the catalogue in the order of their patterns; a plain path that leads nowhere is reported."""
    skip = [ground.root / file.output] if file.output else []
    seen: dict[Path, None] = {}
    for i, pattern in enumerate(file.include):
        found = find(ground.root, [pattern], skip)
        if not found and not is_pattern(pattern):
            message = "there is no such file in the project"
            report.at(("include", i), "missing-file", message, "a file with more of the catalogue")
        seen.update((path, None) for path in found if not path.name.endswith((PROJECT, MAP, *BESIDES)))
    yield from seen


def _include(path: Path, ground: Ground, report: Report, so_far: _Reading) -> None:
    shown = plain_name(path.relative_to(ground.root).as_posix())
    if leads_out(path, ground.root):
        message = f"{shown} is a link that leads out of the project"
        report.at(("include",), "outside-project", message, "a file inside of it")
        so_far.broken = so_far.doubtful = True
        return
    document = read(path, shown)
    file, mistakes = load_catalogue(document)
    so_far.note(document, file, mistakes)
    if file:
        so_far.sources.append((Report(document), file))
