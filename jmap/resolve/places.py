"""Stages and steps of a map with everything they hold, numbered and labelled by place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from jmap.lanes.catalogue import BY_KEY
from jmap.model import files, place
from jmap.model.names import slug
from jmap.model.problem import shown
from jmap.resolve import items
from jmap.resolve.catalogue import built_in
from jmap.resolve.content import Item, PainPoint
from jmap.resolve.define import places
from jmap.resolve.journey import Exit, Stage, Step
from jmap.resolve.lookup import Lookup
from jmap.resolve.names import Index
from jmap.resolve.pictures import Pictures
from jmap.resolve.report import Ids, Path
from jmap.resolve.spans import longest


class Builder:
    """Builds the stages of one map. Pain points come first, for opportunities refer to them by label."""

    def __init__(self, file: files.MapFile, lookup: Lookup, pictures: Pictures) -> None:
        self._file = file
        self._lookup = lookup
        self._pictures = pictures
        self._ids: dict[str, Ids] = {}
        self._pains: dict[Path, tuple[PainPoint, ...]] = {}
        self._index: Index[PainPoint] = Index()
        self._opportunities = 0

    def stages(self) -> tuple[Stage, ...]:
        """All stages, and mistakes in them in the report."""
        self._number_pains()
        stage_ids, step_ids = Ids("stage"), Ids("step")
        found: list[Stage] = []
        columns = 0
        for i, part in enumerate(self._file.stages):
            stage_ids.take(self._lookup.report, ("stages", i), part.id, part.name)
            own = self._place(part, ("stages", i), i + 1)
            steps: list[Step] = []
            for j, step in enumerate(part.steps):
                path: Path = ("stages", i, "steps", j)
                step_ids.take(self._lookup.report, path, step.id, step.name)
                steps.append(Step(stage=i, **self._place(step, path, columns + j + 1)))
            columns += max(1, len(steps))
            found.append(self._stage(own, steps))
        return tuple(found)

    def _stage(self, own: dict[str, Any], steps: list[Step]) -> Stage:
        """A stage without its own time takes the sum of its steps. Who leaves a stage leaves at its last step."""
        personas = [persona.id for persona in self._lookup.personas]
        span = longest([own["lanes"].get("time", ())], personas) or longest([s.items("time") for s in steps], personas)
        if steps and own["exits"]:
            steps[-1] = replace(steps[-1], exits=steps[-1].exits + own["exits"])
            own = own | {"exits": ()}
        return Stage(steps=tuple(steps), span=span, **own)

    def _place(self, part: place.Place, path: Path, number: int) -> dict[str, Any]:
        """What a stage and a step have in common."""
        is_moment, reason = items.moment(part.moment_of_truth)
        return {
            "path": items.dotted(path),
            "id": part.id or slug(part.name),
            "name": part.name,
            "number": number,
            "goal": part.goal,
            "business_goal": part.business_goal,
            "description": part.description,
            "image": self._pictures.load(self._lookup.report, (*path, "image"), part.image, part.alt),
            "is_moment": is_moment,
            "moment_reason": reason,
            "events": part.events,
            "journey": part.journey,
            "renamed_from": part.renamed_from,
            "lanes": self._lanes(part, path),
            "exits": self._exits(part, path),
        }

    def _exits(self, part: place.Place, path: Path) -> tuple[Exit, ...]:
        found: list[Exit] = []
        for i, exit in enumerate(part.exits):
            at: Path = (*path, "exits", i)
            found.append(Exit(items.dotted(at), exit.reason, exit.share, self._lookup.actors(exit.personas, at)))
        return tuple(found)

    def _lanes(self, part: place.Place, path: Path) -> dict[str, tuple[Item, ...]]:
        """The items of a place by lane, in the default order of the lanes; lanes of the map's own behind them."""
        found: dict[str, tuple[Item, ...]] = {}
        for lane in BY_KEY:
            if lane == "pain_points":
                found[lane] = self._pains.get(path, ())
            elif lane == "opportunities":
                found[lane] = self._items(part.opportunities, (*path, lane), self._opportunity)
            else:
                found[lane] = self._items(getattr(part, lane), (*path, lane), items.MAKERS[lane])
        for name, parts in part.lanes.items():
            at: Path = (*path, "lanes", name)
            lane_of_own = self._lookup.catalogue.lanes.index.one(name)
            if lane_of_own:
                made = self._items(parts, at, items.text_item, lane_of_own.key)
                found[lane_of_own.key] = found.get(lane_of_own.key, ()) + made
            elif not self._lookup.catalogue.doubtful:
                self._unknown_lane(at, name)
        return {lane: held for lane, held in found.items() if held}

    def _unknown_lane(self, path: Path, name: str) -> None:
        if built_in(name):
            message = f"{shown(name)} is a lane that every map has"
            self._lookup.report.at(path, "misplaced-lane", message, "the key beside `lanes`", key=True)
        else:
            lanes = self._lookup.catalogue.lanes
            self._lookup.report.dangling(path, lanes.kind, name, lanes.index, key=True)

    def _items(self, parts: Sequence[Any], path: Path, make: items.Make, lane: str = "") -> tuple[Item, ...]:
        found: list[Item] = []
        for i, part in enumerate(parts):
            at: Path = (*path, i)
            item = make(part, at, self._lookup)
            if item is not None:
                found.append(item)
            if not self._shared(path, part.id):
                self._take(lane or str(path[-1]), at, part.id)
        return tuple(found)

    def _shared(self, path: Path, id: str) -> bool:
        """Whether an id is that of a touchpoint of the catalogue, which may stand in many steps."""
        return path[-1] == "touchpoints" and bool(id and self._lookup.catalogue.touchpoints.index.one(id))

    def _opportunity(self, part: Any, path: Path, lookup: Lookup) -> Item:
        self._opportunities += 1
        return items.opportunity(part, path, lookup, f"O{self._opportunities}", self._index)

    def _number_pains(self) -> None:
        count = 0
        for path, here in places(self._file):
            found: list[PainPoint] = []
            for i, part in enumerate(here.pain_points):
                count += 1
                at: Path = (*path, "pain_points", i)
                pain = items.pain_point(part, at, self._lookup, f"P{count}")
                self._take("pain_points", at, part.id)
                self._index.add(pain, part.id, part.text, shown=part.id)
                found.append(pain)
            self._pains[path] = tuple(found)

    def _take(self, lane: str, path: Path, id: str) -> None:
        """An id is the only one of its lane in the map."""
        if id:
            self._ids.setdefault(lane, Ids(f"item of {shown(lane)}")).take(self._lookup.report, path, id)
