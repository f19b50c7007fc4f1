"""What maps share: personas, channels, touchpoints, teams, systems, evidence and lanes, found by name.

A project has one catalogue, from `jmap.yaml` and the files that it includes. A map's own stands before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from jmap.lanes.catalogue import BY_KEY
from jmap.lanes.lane import Lane
from jmap.model import files
from jmap.model.names import slug
from jmap.model.words import meant
from jmap.resolve import entries
from jmap.resolve.content import Channel, Evidence, Persona, System, Team, Touchpoint
from jmap.resolve.names import Index
from jmap.resolve.pictures import Pictures
from jmap.resolve.report import Ids, Path, Report

T = TypeVar("T")
N = TypeVar("N", Channel, Team, System)
Source = tuple[Report, files.Catalogue]


class Shelf(Generic[T]):
    """One kind of thing. `index` is the catalogue; `spot` what a map defines in passing, by the mapping form."""

    def __init__(self, kind: str, behind: Shelf[T] | None = None) -> None:
        self.kind = kind
        self.index: Index[T] = Index(behind.index if behind else None)
        self.spot: Index[T] = Index()

    @property
    def closed(self) -> bool:
        """Whether a bare name must be in the catalogue."""
        return len(self.index) > 0

    def find(self, reference: str) -> tuple[T, ...]:
        return self.index.find(reference) or self.spot.find(reference)

    def base(self, id: str, name: str) -> T | None:
        """The entry of the catalogue that a mapping with this id and name takes and overrides."""
        return self.index.one(id or name)

    def overridden(self, id: str, name: str) -> T | None:
        """The entry of the catalogue behind this one that an entry of this one overrides."""
        return self.index.behind.one(id or name) if self.index.behind else None


class Catalogue:
    """The shelves. `doubtful` means that a file of the catalogue could not be read: nobody knows what is missing."""

    def __init__(self, behind: Catalogue | None = None, doubtful: bool = False) -> None:
        self.behind = behind
        self.doubtful: bool = doubtful or (behind is not None and behind.doubtful)
        self.personas: Shelf[Persona] = Shelf("persona", behind.personas if behind else None)
        self.channels: Shelf[Channel] = Shelf("channel", behind.channels if behind else None)
        self.touchpoints: Shelf[Touchpoint] = Shelf("touchpoint", behind.touchpoints if behind else None)
        self.teams: Shelf[Team] = Shelf("team", behind.teams if behind else None)
        self.systems: Shelf[System] = Shelf("system", behind.systems if behind else None)
        self.evidence: Shelf[Evidence] = Shelf("evidence", behind.evidence if behind else None)
        self.lanes: Shelf[Lane] = Shelf("lane of your own", behind.lanes if behind else None)
        self.places: list[tuple[Lane, str]] = list(behind.places) if behind else []  # custom lanes, and behind which

    def fill(self, sources: Sequence[Source], pictures: Pictures, *, personas: bool = True) -> None:
        """Take in what the files list, all but the touchpoints (they need channels and evidence to be known).

        The personas of a map are its actors rather than entries: they are left out with `personas=False`.
        """
        _fill(self.channels, sources, lambda f: f.channels, "channels", entries.channel)
        _fill(self.teams, sources, lambda f: f.teams, "teams", entries.team)
        _fill(self.systems, sources, lambda f: f.systems, "systems", entries.system)
        self._fill_evidence(sources)
        if personas:
            self._fill_personas(sources, pictures)
        self._fill_lanes(sources)

    def _fill_evidence(self, sources: Sequence[Source]) -> None:
        ids = Ids("evidence")
        for report, file in sources:
            for i, part in enumerate(file.evidence):
                if ids.take(report, ("evidence", i), part.id):
                    self.evidence.index.add(entries.evidence(part, self.evidence.overridden(part.id, "")), part.id)

    def _fill_personas(self, sources: Sequence[Source], pictures: Pictures) -> None:
        ids = Ids("persona")
        for report, file in sources:
            for i, part in enumerate(file.personas):
                path: Path = ("personas", i)
                if ids.take(report, path, part.id, part.name):
                    image = pictures.load(report, (*path, "image"), part.image, part.alt)
                    entry = entries.persona(part, None, image)
                    self.personas.index.add(entry, entry.id, entry.name)

    def _fill_lanes(self, sources: Sequence[Source]) -> None:
        ids = Ids("lane")
        for report, file in sources:
            for i, part in enumerate(file.custom_lanes):
                path: Path = ("custom_lanes", i)
                if built_in(part.id or part.name):
                    report.at(path, "duplicate-id", "is the name of a lane that every map has", "a name of its own")
                elif ids.take(report, path, part.id, part.name):
                    lane = entries.lane(part)
                    self.lanes.index.add(lane, lane.key, lane.name)
                    self.places = [at for at in self.places if at[0].key != lane.key] + [(lane, part.after)]
        for report, file in sources:
            for i, part in enumerate(file.custom_lanes):
                if part.after and not self.lane(part.after) and not self.doubtful:
                    self.unknown_lane(report, ("custom_lanes", i, "after"), part.after)
        self.places = [(lane, self._key(after)) for lane, after in self.places]

    def _key(self, reference: str) -> str:
        found = self.lane(reference)
        return found.key if found else ""

    def lane(self, reference: str) -> Lane | None:
        """A lane by key, id or name: one that every map has, or a custom one."""
        return built_in(reference) or self.lanes.index.one(reference)

    def unknown_lane(self, report: Report, path: Path, reference: str, key: bool = False) -> None:
        known = (*BY_KEY, *self.lanes.index.shown())
        tip = f"[{reference}]" if ", " in reference else meant(reference, known)
        report.unknown(path, "lane", reference, known, tip, key)


def built_in(reference: str) -> Lane | None:
    """The lane that every map has, of this key or name (`pain points` is `pain_points`)."""
    return BY_KEY.get(slug(reference).replace("-", "_")) if reference else None


def _fill(
    shelf: Shelf[N],
    sources: Sequence[Source],
    parts: Callable[[files.Catalogue], Iterable[Any]],
    key: str,
    make: Callable[[Any, N | None], N],
) -> None:
    ids = Ids(shelf.kind)
    for report, file in sources:
        for i, part in enumerate(parts(file)):
            if ids.take(report, (key, i), part.id, part.name):
                entry = make(part, shelf.overridden(part.id, part.name))
                shelf.index.add(entry, entry.id, entry.name)
