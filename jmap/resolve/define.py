"""What a map defines in passing: a mapping with a name anywhere in it makes that name known in the whole map."""

from __future__ import annotations

from collections.abc import Iterator

from jmap.model import files, place
from jmap.resolve import entries
from jmap.resolve.content import Touchpoint
from jmap.resolve.lookup import Lookup, key_of_touchpoint
from jmap.resolve.report import Path


def places(file: files.MapFile) -> Iterator[tuple[Path, place.Place]]:
    """All stages and steps with their paths, a stage before its steps."""
    for i, stage in enumerate(file.stages):
        yield ("stages", i), stage
        for j, step in enumerate(stage.steps):
            yield ("stages", i, "steps", j), step


def define(file: files.MapFile, lookup: Lookup) -> None:
    """Put what is defined on the spot onto the shelves of the map's catalogue; the first of a name counts."""
    catalogue = lookup.catalogue
    for _, here in places(file):
        for part in here.touchpoints:
            if part.channel and not part.channel.bare:
                channel = entries.channel(part.channel, catalogue.channels.base(part.channel.id, part.channel.name))
                catalogue.channels.spot.add(channel, channel.id, channel.name)
        for work in (*here.frontstage, *here.backstage, *here.support):
            if work.team and not work.team.bare:
                team = entries.team(work.team, catalogue.teams.base(work.team.id, work.team.name))
                catalogue.teams.spot.add(team, team.id, team.name)
            if work.system and not work.system.bare:
                system = entries.system(work.system, catalogue.systems.base(work.system.id, work.system.name))
                catalogue.systems.spot.add(system, system.id, system.name)
    _define_touchpoints(file, lookup)


def _define_touchpoints(file: files.MapFile, lookup: Lookup) -> None:
    """Of a touchpoint only what it is becomes known, not what it scored in one step."""
    shelf = lookup.catalogue.touchpoints
    for path, here in places(file):
        for i, part in enumerate(here.touchpoints):
            if part.bare or shelf.index.one(part.name) or shelf.spot.one(part.name):
                continue
            channel = lookup.channel(part.channel, (*path, "touchpoints", i, "channel"))
            owner = part.owner or (channel.owner if channel else "")
            key = key_of_touchpoint(part)
            shelf.spot.add(Touchpoint(path="", text=part.name, key=key, channel=channel, owner=owner), key, part.name)
