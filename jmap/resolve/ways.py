"""Ways between columns as the map writes them: names looked up, shares added up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from jmap.model import files, place
from jmap.model.names import slug
from jmap.resolve.flow import ANYONE, TOLERANCE, ways_from
from jmap.resolve.items import dotted
from jmap.resolve.journey import Place, Way
from jmap.resolve.lookup import Lookup
from jmap.resolve.names import Index
from jmap.resolve.report import Path

Leaver = tuple[Path, place.Next | place.Exit]  # something with a share of those who are at a column


class Ways:
    """The ways of one map. What is written at a stage with steps holds for its last step."""

    def __init__(self, file: files.MapFile, lookup: Lookup) -> None:
        self._lookup = lookup
        self._steps: Index[tuple[str, int]] = Index()  # ids and columns
        self._stages: Index[tuple[str, int]] = Index()
        self._columns: list[list[tuple[Path, place.Place]]] = []  # whose ways leave each column
        for i, stage in enumerate(file.stages):
            key = stage.id or slug(stage.name)
            self._stages.add((key, len(self._columns)), key, stage.name)
            for j, step in enumerate(stage.steps):
                key = step.id or slug(step.name)
                self._steps.add((key, len(self._columns)), key, step.name)
                self._columns.append([(("stages", i, "steps", j), step)])
            if stage.steps:
                self._columns[-1].append((("stages", i), stage))
            else:
                self._columns.append([(("stages", i), stage)])

    def all(self, columns: Sequence[Place]) -> tuple[Way, ...]:
        """Written ways and default ones, by the column that they leave. Mistakes go to the report."""
        personas = [persona.id for persona in self._lookup.personas]
        found: list[Way] = []
        for number, (column, owners) in enumerate(zip(columns, self._columns, strict=True)):
            written = [way for path, part in owners for way in self._written(part, path, number)]
            self._check(owners, personas)
            found += ways_from(number, len(columns), written, column.exits, personas, column.path)
        return tuple(found)

    def _written(self, part: place.Place, path: Path, source: int) -> list[Way]:
        found: list[Way] = []
        for i, way in enumerate(part.next):
            at: Path = (*path, "next", i)
            target = self._target(way.to, (*at, "to"))
            personas = self._lookup.actors(way.personas, at)
            if target is not None:
                found.append(Way(dotted(at), source, target, _kind(source, target), way.share, way.when, personas))
        return found

    def _target(self, reference: str, path: Path) -> int | None:
        """The column of a step, or of a stage (its first step)."""
        for kind, index in (("step", self._steps), ("stage", self._stages)):
            found = index.find(reference)
            if len(found) == 1:
                return found[0][1]
            if found:
                self._lookup.report.ambiguous(path, kind, reference, [id for id, _ in found])
                return None
        known = dict.fromkeys([*self._steps.shown(), *self._stages.shown()])
        both: Index[str] = Index()
        for name in known:
            both.add(name, name)
        self._lookup.report.dangling(path, "step or stage", reference, both)
        return None

    def _check(self, owners: Sequence[tuple[Path, place.Place]], personas: Sequence[str]) -> None:
        """Report the share at which more than everyone leaves a column, read from the top of the file."""
        leavers: list[Leaver] = []
        for path, part in owners:
            leavers += [((*path, "next", i), way) for i, way in enumerate(part.next) if way.share is not None]
            leavers += [((*path, "exits", i), exit) for i, exit in enumerate(part.exits) if exit.share is not None]
        if len(leavers) < 2:
            return
        places = {path: self._lookup.report.document.position((*path, "share")) for path, _ in leavers}
        leavers.sort(key=lambda leaver: (places[leaver[0]].line, places[leaver[0]].column))
        for persona in personas or (ANYONE,):
            self._check_for(persona, leavers)

    def _check_for(self, persona: str, leavers: Sequence[Leaver]) -> None:
        total = 0.0
        for path, leaver in leavers:
            who = [found.id for name in leaver.personas for found in self._lookup.personas.find(name)]
            if persona != ANYONE and leaver.personas and persona not in who:
                continue
            total += leaver.share or 0.0
            if total > 1 + TOLERANCE:
                message = f"with this share, {_percent(total)} leave this step: more than there are"
                expected = "shares that add up to 100 % or less"
                self._lookup.report.at((*path, "share"), "shares-over-one", message, expected)
                return


def _kind(source: int, target: int) -> Literal["on", "skip", "back"]:
    if target <= source:
        return "back"
    return "on" if target == source + 1 else "skip"


def _percent(share: float) -> str:
    return f"{share * 100:.6g} %"
