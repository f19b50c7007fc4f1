"""Looks up, in one map, what its references mean; a reference that means nothing is reported where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from jmap.model import items, people
from jmap.model.names import slug
from jmap.resolve import entries
from jmap.resolve.catalogue import Catalogue, Shelf
from jmap.resolve.content import Channel, Evidence, Persona, System, Team
from jmap.resolve.names import Index
from jmap.resolve.report import Path, Report

T = TypeVar("T")


class Reference(Protocol):
    """A part of the model that may be a bare name or a mapping."""

    @property
    def bare(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def id(self) -> str: ...


P = TypeVar("P", bound=Reference)


class Lookup:
    """The catalogue, and one file's report. In a map, `personas` are its own."""

    def __init__(self, catalogue: Catalogue, report: Report, personas: Sequence[Persona] | None = None) -> None:
        self.catalogue = catalogue
        self.report = report
        self.personas: Index[Persona] = catalogue.personas.index if personas is None else Index()
        for persona in personas or ():
            self.personas.add(persona, persona.id, persona.name)

    def named(self, shelf: Shelf[T], part: P, path: Path, make: Callable[[P, T | None], T]) -> T | None:
        """What a name or a mapping means; None if it dangles.

        A bare name is looked up, and defines where the catalogue has nothing of the kind. A mapping takes the
        entry of its id or name and overrides it, or defines.
        """
        if not part.bare:
            return make(part, shelf.base(part.id, part.name))
        found = shelf.find(part.bare)
        if len(found) == 1:
            return found[0]
        if found:
            self.report.ambiguous(path, shelf.kind, part.bare, _ids(found))
            return None
        if not shelf.closed or self.catalogue.doubtful:
            return make(part, None)
        self.report.dangling(path, shelf.kind, part.bare, shelf.index)
        return None

    def channel(self, part: people.Channel | None, path: Path) -> Channel | None:
        return self.named(self.catalogue.channels, part, path, entries.channel) if part else None

    def team(self, part: people.Team | None, path: Path) -> Team | None:
        return self.named(self.catalogue.teams, part, path, entries.team) if part else None

    def system(self, part: people.System | None, path: Path) -> System | None:
        return self.named(self.catalogue.systems, part, path, entries.system) if part else None

    def owner(self, name: str) -> str:
        """A team of the catalogue by its name, or the name as it is."""
        team = self.catalogue.teams.index.one(name) if name else None
        return team.name if team else name

    def evidence(self, parts: Sequence[people.Evidence], path: Path) -> tuple[Evidence, ...]:
        """Evidence by id, and evidence written in place (which may take one by its id and override it)."""
        found = (self._piece(part, (*path, "evidence", i)) for i, part in enumerate(parts))
        return tuple(piece for piece in found if piece)

    def _piece(self, part: people.Evidence, path: Path) -> Evidence | None:
        index = self.catalogue.evidence.index
        base = index.one(part.bare or part.id) if part.bare or part.id else None
        if base and part.bare:
            return base
        if base or part.method:
            return entries.evidence(part, base)
        if not self.catalogue.doubtful:
            self.report.dangling(path if part.bare else (*path, "id"), "evidence", part.bare or part.id, index)
        return None

    def actors(self, references: Sequence[str], path: Path) -> tuple[str, ...]:
        """Ids of the map's personas, in their order; none if all of them are meant."""
        found: dict[str, Persona] = {}
        for i, reference in enumerate(references):
            meant = self.personas.find(reference)
            if len(meant) == 1:
                found[meant[0].id] = meant[0]
            elif meant:
                self.report.ambiguous((*path, "personas", i), "persona", reference, _ids(meant))
            else:
                at = (*path, "personas", i)
                self.report.dangling(at, "persona", reference, self.personas, where=" in this map")
        ordered = sorted(found.values(), key=lambda persona: persona.number)
        return () if len(ordered) == len(self.personas) else tuple(persona.id for persona in ordered)


def _ids(found: Sequence[object]) -> list[str]:
    return [str(getattr(entry, "id", "") or getattr(entry, "key", "")) for entry in found]


def key_of_touchpoint(part: items.Touchpoint) -> str:
    """What a touchpoint that is not in the catalogue shares with the same one elsewhere in the map."""
    return part.id or slug(part.name)
