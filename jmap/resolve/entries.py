"""One entry of the catalogue from what was written: on its own, or over an entry that it takes and overrides."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from jmap.lanes.catalogue import custom_lane
from jmap.lanes.lane import Lane
from jmap.model import people
from jmap.model.base import Named
from jmap.model.names import slug
from jmap.resolve.content import Channel, Evidence, Image, Persona, System, Team
from jmap.resolve.known import level


def key_of(part: Named) -> str:
    """The id of a named thing: its own, or its name."""
    return part.id or slug(part.name)


def name_over(part: Named, base: str) -> str:
    """The base's spelling of a name, unless this is another name."""
    return base if base and slug(base) == slug(part.name) else part.name


def written(part: Any, *fields: str) -> dict[str, Any]:
    """Those of the fields that were written in the file, by name."""
    return {field: getattr(part, field) for field in fields if field in part.model_fields_set}


def channel(part: people.Channel, base: Channel | None = None) -> Channel:
    base = base or Channel(key_of(part), part.name)
    return replace(base, name=name_over(part, base.name), **written(part, "kind", "owner", "device"))


def team(part: people.Team, base: Team | None = None) -> Team:
    base = base or Team(key_of(part), part.name)
    return replace(base, name=name_over(part, base.name), **written(part, "contact"))


def system(part: people.System, base: System | None = None) -> System:
    base = base or System(key_of(part), part.name)
    return replace(base, name=name_over(part, base.name))


def persona(part: people.Persona, base: Persona | None, image: Image | None) -> Persona:
    """The persona, still without its number and initial in a map."""
    base = base or Persona(key_of(part), part.name, 0, "")
    changes = written(part, "role", "quote", "goals", "needs", "preferences", "frustrations")
    for field in ("demographics", "traits"):
        if field in part.model_fields_set:
            changes[field] = tuple(getattr(part, field).items())
    if image:
        changes["image"] = image
    return replace(base, name=name_over(part, base.name), **changes)


def evidence(part: people.Evidence, base: Evidence | None = None) -> Evidence:
    """The level is as written, else the base's unless the method is another one, else by the method."""
    method = part.method or (base.method if base else "")
    if part.level:
        grade = part.level
    elif base and method == base.method:
        grade = base.level
    else:
        grade = level(method)
    changes = written(part, "source", "n", "date", "link", "quote")
    return replace(base or Evidence(method, grade, part.id), method=method, level=grade, **changes)


def lane(part: people.CustomLane) -> Lane:
    """A row of the author's own. An icon that jmap does not draw gives way to a plain one."""
    from jmap.icons.lucide import PATHS

    return custom_lane(key_of(part), part.name, part.icon if part.icon in PATHS else "")
