"""The catalogue of a project, and the one of a map that stands before it."""

from __future__ import annotations

from collections.abc import Sequence

from jmap.model import files
from jmap.resolve import items
from jmap.resolve.catalogue import Catalogue, Source
from jmap.resolve.content import Persona
from jmap.resolve.lookup import Lookup
from jmap.resolve.people import numbered
from jmap.resolve.pictures import Pictures
from jmap.resolve.report import Ids, Path, Report


def project_catalogue(sources: Sequence[Source], pictures: Pictures, doubtful: bool) -> Catalogue:
    """What `jmap.yaml` and the files it includes list; mistakes in them go to their reports."""
    catalogue = Catalogue(doubtful=doubtful)
    catalogue.fill(sources, pictures)
    _fill_touchpoints(catalogue, sources)
    return catalogue


def map_catalogue(behind: Catalogue, report: Report, file: files.MapFile, pictures: Pictures) -> Catalogue:
    """What a map lists itself, before its project's. The map's personas are no part of it."""
    catalogue = Catalogue(behind)
    catalogue.fill([(report, file)], pictures, personas=False)
    _fill_touchpoints(catalogue, [(report, file)])
    return catalogue


def project_personas(catalogue: Catalogue) -> dict[str, Persona]:
    """The personas of the catalogue by id, numbered in its order."""
    return {persona.id: persona for persona in numbered(tuple(catalogue.personas.index))}


def _fill_touchpoints(catalogue: Catalogue, sources: Sequence[Source]) -> None:
    shelf = catalogue.touchpoints
    ids = Ids(shelf.kind)
    for report, file in sources:
        lookup = Lookup(catalogue, report)
        for i, part in enumerate(file.touchpoints):
            path: Path = ("touchpoints", i)
            if ids.take(report, path, part.id, part.name):
                entry = items.own_touchpoint(part, path, lookup, shelf.overridden(part.id, part.name))
                shelf.index.add(entry, entry.key, entry.text)
