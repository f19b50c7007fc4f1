"""The map as tables: one a stage, steps across, lanes down, nothing left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jmap.lanes.lane import Lane
from jmap.layout.band import tone
from jmap.render.html.entries import Entries
from jmap.render.html.links import file_link
from jmap.render.html.people import whose
from jmap.render.html.view import Entry, Heading, Link, Row, StageTable
from jmap.resolve.journey import Journey, Place, Stage

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.resolve.journey import Workspace


class Tables:
    """Writes one map's tables."""

    def __init__(self, journey: Journey, workspace: Workspace, words: Words, entries: Entries) -> None:
        self.journey, self.workspace, self.words, self.entries = journey, workspace, words, entries
        self._told: set[str] = set()  # lanes whose caption the reader has seen: once is enough
        self.felt = tuple(p for p in journey.personas if any(self._feels(c, p.id) for c in journey.columns))

    def all(self) -> tuple[StageTable, ...]:
        return tuple(self._stage(n, stage) for n, stage in enumerate(self.journey.stages))

    def _stage(self, n: int, stage: Stage) -> StageTable:
        places: tuple[Place, ...] = stage.steps or (stage,)
        own = bool(stage.steps) and (any(stage.lanes.values()) or bool(self._details(stage)))
        if own:
            places = (stage, *places)
        rows = (self._details_row(places), *(self._row(lane, places) for lane in self.journey.lanes))
        return StageTable(
            anchor=f"stage-{stage.number}",
            number=self.words.number(stage.number),
            name=stage.name,
            tone=tone(n, len(self.journey.stages)),
            goal=stage.goal,
            time=self.words.span(stage.span) if stage.span else "",
            columns=tuple(self._heading(place, own and place is stage) for place in places),
            rows=tuple(row for row in rows if any(row.cells)),
        )

    def _heading(self, place: Place, whole: bool) -> Heading:
        if whole:
            return Heading("", self.words("page.whole_stage"))
        number = self.words.number(self.journey.columns.index(place) + 1)
        moment = (place.moment_reason or self.words("moment")) if place.is_moment else ""
        return Heading(number, place.name, moment, self._anchor(place))

    def _anchor(self, place: Place) -> str:
        """What others link to. A stage that is its own step has that only where no step has its id."""
        taken = isinstance(place, Stage) and any(
            place.id == step.id for stage in self.journey.stages for step in stage.steps
        )
        return "" if taken else f"step-{place.id}"

    def _row(self, lane: Lane, places: tuple[Place, ...]) -> Row:
        label = lane.name or self.words(f"lane.{lane.key}")
        cells = tuple(tuple(self._cell(lane, place)) for place in places)
        new = any(cells) and lane.key not in self._told
        self._told |= {lane.key} if new else set()
        caption = self.words(f"lane.{lane.key}.caption") if new and not lane.name else ""
        return Row(lane.key, label, caption, lane.icon, cells)

    def _cell(self, lane: Lane, place: Place) -> Iterator[Entry]:
        for item in place.items(lane.key):
            yield self.entries.entry(item, lane)
        if lane.kind == "curve" and place in self.journey.columns:
            for persona in self.felt:
                if not self._feels(place, persona.id):
                    text = self.words("feelings.no_data_of", name=persona.name)
                    yield Entry(text, kind="absent", personas=(persona.id,))

    def _feels(self, place: Place, persona: str) -> bool:
        return any(not item.personas or persona in item.personas for item in place.items("feelings"))

    def _details_row(self, places: tuple[Place, ...]) -> Row:
        cells = tuple(self._details(place) for place in places)
        return Row("details", self.words("page.details"), "", "list-ordered", cells)

    def _details(self, place: Place) -> tuple[Entry, ...]:
        """What a step or stage says beside its lanes. A stage's goal stands over its table."""
        w = self.words
        found: list[Entry] = []
        goal = "" if isinstance(place, Stage) else place.goal
        texts = (("page.goal", goal), ("page.business_goal", place.business_goal))
        if place.description:
            found.append(Entry(place.description, kind="plain"))
        found += [Entry(w(key, text=text), kind="plain") for key, text in texts if text]
        if isinstance(place, Stage) and place.steps and place.is_moment:
            why = w("page.moment_why", reason=place.moment_reason) if place.moment_reason else w("moment")
            found.append(Entry(why, kind="plain"))
        if place in self.journey.columns:
            found += self._arrival(self.journey.columns.index(place))
        if place.journey:
            found.append(self._detailed(place.journey))
        if place.events:
            found.append(Entry(w("page.events", names=", ".join(place.events)), kind="plain"))
        if place.image:
            found.append(Entry("", kind="image", image=place.image))
        return tuple(found)

    def _arrival(self, column: int) -> Iterator[Entry]:
        """How many are still there, where anyone has left with a number."""
        if not self.journey.has_shares:
            return
        if not self.journey.left_by_persona:
            yield Entry(self.words("path.reach", share=self.words.about(self.journey.left[column])), kind="plain")
        for persona in self.journey.personas:
            left = self.journey.left_by_persona.get(persona.id)
            if left:
                text = self.words("path.reach", share=self.words.about(left[column]))
                yield Entry(text, kind="plain", who=whose(self.journey, (persona.id,)))

    def _detailed(self, id: str) -> Entry:
        other = self.workspace.journey(id)
        title = other.title if other else id
        link = Link(self.words("page.details_in", title=title), file_link(f"{id}.html"))
        return Entry("", kind="plain", links=(link,))
