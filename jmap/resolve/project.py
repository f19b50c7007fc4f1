"""The project file and the files it includes: settings, and the catalogue that maps share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from jmap.diagnostics import Diagnostic
from jmap.model.files import Catalogue as CatalogueFile
from jmap.model.files import ProjectFile
from jmap.model.load import load_catalogue, load_project
from jmap.resolve.catalogue import Catalogue, Source
from jmap.resolve.discover import BESIDES, MAP, MAPS, Ground
from jmap.resolve.globs import PROJECT, clean, find, is_pattern
from jmap.resolve.pictures import Pictures
from jmap.resolve.report import Report
from jmap.resolve.shared import project_catalogue
from jmap.source.document import Document
from jmap.source.files import Files, plain_name
from jmap.source.read import read_from


@dataclass(frozen=True, slots=True)
class Project:
    """`broken` means that one of its files could not be read whole; then no map of it can be built."""

    file: ProjectFile | None
    catalogue: Catalogue
    broken: bool = False
    included: tuple[str, ...] = ()  # files, by name
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


def load(files: Files, ground: Ground, pictures: Pictures) -> Project:
    """The project at a place; a nameless one where there is no `jmap.yaml`."""
    if not ground.project:
        return Project(None, Catalogue())
    so_far = _Reading()
    document = read_from(files, PROJECT)
    file, mistakes = load_project(document)
    report = Report(document)
    so_far.note(document, file, mistakes)
    included: tuple[str, ...] = ()
    if file:
        so_far.sources.append((report, file))
        included = includes(file, files)
        _missing(file, files, report)
        for name in included:
            _include(name, files, report, so_far)
    catalogue = project_catalogue(so_far.sources, pictures, so_far.doubtful)
    for found, _ in so_far.sources:
        so_far.diagnostics += found.found
    sources = tuple((report.document, part) for report, part in so_far.sources)
    return Project(file, catalogue, so_far.broken, included, tuple(so_far.diagnostics), sources)


def includes(file: ProjectFile, files: Files) -> tuple[str, ...]:
    """The files of the catalogue in the order of their patterns."""
    skip = [clean(file.output)] if file.output else []
    found = (name for pattern in file.include for name in find(files, [pattern], skip))
    return tuple(dict.fromkeys(name for name in found if not name.endswith((PROJECT, MAP, *BESIDES))))


def _missing(file: ProjectFile, files: Files, report: Report) -> None:
    """A plain path that leads nowhere is a mistake; a pattern may match nothing."""
    skip = [clean(file.output)] if file.output else []
    for i, pattern in enumerate(file.include):
        if not is_pattern(pattern) and not find(files, [pattern], skip):
            message = "there is no such file in the project"
            report.at(("include", i), "missing-file", message, "a file with more of the catalogue")


def _include(name: str, files: Files, report: Report, so_far: _Reading) -> None:
    if files.leads_out(name):
        message = f"{plain_name(name)} is a link that leads out of the project"
        report.at(("include",), "outside-project", message, "a file inside of it")
        so_far.broken = so_far.doubtful = True
        return
    document = read_from(files, name)
    file, mistakes = load_catalogue(document)
    so_far.note(document, file, mistakes)
    if file:
        so_far.sources.append((Report(document), file))
