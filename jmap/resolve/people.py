"""Who travels through a map: its personas, looked up, numbered, each with a letter for its marker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jmap.model import files, people
from jmap.model.names import slug
from jmap.resolve import entries
from jmap.resolve.catalogue import Catalogue
from jmap.resolve.content import Persona
from jmap.resolve.initials import initials
from jmap.resolve.lookup import Lookup
from jmap.resolve.pictures import Pictures
from jmap.resolve.report import Ids, Path, Report


def actors(file: files.MapFile, catalogue: Catalogue, report: Report, pictures: Pictures) -> tuple[Persona, ...]:
    """The personas of a map in its order; mistakes go to the report."""
    lookup = Lookup(catalogue, report)
    ids = Ids("persona")
    found: list[Persona] = []
    for path, part in file.actors:
        persona = _actor(part, path, lookup, pictures)
        if ids.take(report, path, part.id, persona.id):
            found.append(persona)
    return numbered(found)


def numbered(personas: Sequence[Persona]) -> tuple[Persona, ...]:
    """The personas with numbers from 1, and initials that tell them apart."""
    marks = initials([persona.name for persona in personas])
    return tuple(
        replace(persona, number=number, initial=mark)
        for number, (persona, mark) in enumerate(zip(personas, marks, strict=True), 1)
    )


def _actor(part: people.Persona, path: Path, lookup: Lookup, pictures: Pictures) -> Persona:
    """`Rina, a commuter` is a mapping with a name and a role, unless somebody is called that."""
    shelf = lookup.catalogue.personas
    if part.bare and (slug(part.bare) == slug(part.name) or shelf.find(part.bare)):
        found = lookup.named(shelf, part, path, lambda part, base: entries.persona(part, base, None))
        return found or entries.persona(part, None, None)  # items that name it as well are not wrong again
    image = pictures.load(lookup.report, (*path, "image"), part.image, part.alt)
    return entries.persona(part, shelf.base(part.id, part.name), image)
