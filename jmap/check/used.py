"""What the maps of a project use of its catalogue, by id."""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.model.names import slug
from jmap.resolve.content import Item, Metric, Opportunity, Touchpoint
from jmap.resolve.names import same_id


class Used:
    """The ids of the catalogue's entries that a map, or another entry, refers to."""

    def __init__(self, context: Context) -> None:
        self._ids: dict[str, set[str]] = {}
        self._taken: set[tuple[str, str]] = set()  # ids as written, for the same ones come again and again
        self._slugs: dict[str, str] = {}
        for sheet in context.sheets:
            journey = sheet.journey
            self._add("personas", *(persona.id for persona in journey.personas))
            self._add("teams", slug(journey.owner))
            self._add("custom_lanes", *(lane.key for lane in journey.lanes))
            for lane, held in sheet.items.items():
                self._add("custom_lanes", lane)
                for _, item in held:
                    self._item(item)
        self._entries(context)

    def has(self, kind: str, id: str) -> bool:
        return same_id(id) in self._ids.get(kind, ())

    def _add(self, kind: str, *ids: str) -> None:
        for id in ids:
            if id and (kind, id) not in self._taken:
                self._taken.add((kind, id))
                self._ids.setdefault(kind, set()).add(same_id(id))

    def _slug(self, name: str) -> str:
        return self._slugs.get(name) or self._slugs.setdefault(name, slug(name) if name else "")

    def _item(self, item: Item) -> None:
        self._add("evidence", *(piece.id for piece in item.evidence))
        if item.team:
            self._add("teams", item.team.id)
        if item.system:
            self._add("systems", item.system.id)
        if isinstance(item, Opportunity):
            self._add("teams", self._slug(item.owner))
        if isinstance(item, Metric):
            self._add("systems", self._slug(item.source))  # figures come from systems, by name
        if isinstance(item, Touchpoint):
            self._add("touchpoints", item.key)
            if item.channel:
                self._add("channels", item.channel.id)

    def _entries(self, context: Context) -> None:
        """What stands in an entry is used by it: a touchpoint's channel and evidence. A team goes by id or name."""
        for _, file in context.catalogue:
            for entry in file.touchpoints:
                self._add("evidence", *(piece.id for piece in entry.evidence))
                if entry.channel:
                    self._add("channels", *_ids(entry.channel.id, entry.channel.name))
            for team in file.teams:
                if self.has("teams", slug(team.name)):
                    self._add("teams", team.id or slug(team.name))


def _ids(id: str, name: str) -> Iterator[str]:
    yield id
    yield slug(name)
