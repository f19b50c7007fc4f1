"""Where each persona, touchpoint, channel, team and system is used: in which maps, at which steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jmap.graph.relations import anchor
from jmap.model.names import slug
from jmap.render.html.atlas.cards import page_of
from jmap.render.html.view import Link
from jmap.resolve.content import Opportunity, Touchpoint

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.resolve.journey import Journey, Place, Workspace

KINDS = ("persona", "touchpoint", "channel", "team", "system")
ICONS = {"persona": "users", "touchpoint": "hand", "channel": "radio", "team": "user", "system": "server"}
TEAM_LANES = ("frontstage", "backstage", "support")


@dataclass(frozen=True, slots=True)
class UsedIn:
    """A map that uses a thing: what it does there beside steps (`notes`), and the steps."""

    map: Link
    notes: tuple[str, ...]
    steps: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """`about` says what it is: a role, a channel and an owner, ..."""

    name: str
    about: str
    maps: tuple[UsedIn, ...]
    steps: int


@dataclass(frozen=True, slots=True)
class Inventory:
    """All things of one kind, the most used first."""

    kind: str
    name: str
    icon: str
    count: str
    things: tuple[Thing, ...]


@dataclass(slots=True)
class _Use:
    notes: list[str] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)  # by anchor


@dataclass(slots=True)
class _Found:
    name: str
    about: str
    maps: dict[str, _Use] = field(default_factory=dict)  # by the map's id


class _Collector:
    """Goes through every map once."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.kinds: dict[str, dict[str, _Found]] = {kind: {} for kind in KINDS}

    def use(self, kind: str, key: str, name: str, about: str, journey: Journey) -> _Use:
        found = self.kinds[kind].setdefault(key, _Found(name, about))
        found.about = found.about or about
        return found.maps.setdefault(journey.id, _Use())

    def at(self, kind: str, key: str, name: str, about: str, journey: Journey, place: Place) -> None:
        self.use(kind, key, name, about, journey).places.setdefault(anchor(place), place)

    def add(self, journey: Journey) -> None:
        for persona in journey.personas:
            self.use("persona", persona.id, persona.name, persona.role, journey)
        for place, item in journey.every("touchpoints"):
            if isinstance(item, Touchpoint):
                self.touchpoint(journey, place, item)
        for lane in TEAM_LANES:
            for place, item in journey.every(lane):
                if item.team:
                    self.at("team", slug(item.team.name), item.team.name, item.team.contact, journey, place)
                if item.system:
                    self.at("system", item.system.id, item.system.name, "", journey, place)
        self.owners(journey)

    def touchpoint(self, journey: Journey, place: Place, item: Touchpoint) -> None:
        w, channel = self.words, item.channel
        about = [channel.name if channel else "", w(f"owner.{item.owner}") if item.owner else ""]
        self.at("touchpoint", item.key, item.text, " · ".join(filter(None, about)), journey, place)
        if channel:
            kind = w(f"channel.{channel.kind}") if channel.kind else ""
            self.at("channel", channel.id, channel.name, kind, journey, place)

    def owners(self, journey: Journey) -> None:
        """Who owns a map or an opportunity works there as well."""
        if journey.owner:
            use = self.use("team", slug(journey.owner), journey.owner, "", journey)
            use.notes.append(self.words("index.owns_map"))
        labels: dict[str, list[str]] = {}
        for _, item in journey.every("opportunities"):
            if isinstance(item, Opportunity) and item.owner:
                self.use("team", slug(item.owner), item.owner, "", journey)
                labels.setdefault(slug(item.owner), []).append(item.label)
        for key, found in labels.items():
            note = self.words("index.owns_ideas", labels=", ".join(found))
            self.kinds["team"][key].maps[journey.id].notes.append(note)


def inventories(workspace: Workspace, words: Words) -> tuple[Inventory, ...]:
    """The kinds of which there are any."""
    collector = _Collector(words)
    for journey in workspace.journeys:
        collector.add(journey)
    titles = {journey.id: journey.title for journey in workspace.journeys}
    return tuple(_inventories(collector, titles, words))


def _inventories(collector: _Collector, titles: dict[str, str], words: Words) -> Iterator[Inventory]:
    for kind, found in collector.kinds.items():
        if found:
            things = [_thing(one, titles) for one in found.values()]
            things.sort(key=lambda thing: (-len(thing.maps), -thing.steps, thing.name.casefold()))
            yield Inventory(kind, words(f"index.kind_{kind}"), ICONS[kind], words.number(len(things)), tuple(things))


def _thing(found: _Found, titles: dict[str, str]) -> Thing:
    maps = tuple(_used_in(id, use, titles[id]) for id, use in found.maps.items())
    return Thing(found.name, found.about, maps, sum(len(one.steps) for one in maps))


def _used_in(id: str, use: _Use, title: str) -> UsedIn:
    page = page_of(id)
    steps = tuple(Link(place.name, f"{page}#{to}") for to, place in use.places.items())
    return UsedIn(Link(title, page), tuple(use.notes), steps)
