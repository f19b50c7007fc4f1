"""What the fields of a model are to a comparison: parts that stand on their own, names that refer, or values."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Union, get_args, get_origin

from jmap.model.base import Part
from jmap.model.files import Catalogue, MapFile, ProjectFile
from jmap.model.items import Common, Opportunity
from jmap.model.people import CustomLane, Evidence, KnownEvidence
from jmap.model.place import Next, Place

Sort = Literal["parts", "table", "setting", "named", "evidence", "persona", "value"]
APART = frozenset(("id", "name", "renamed_from", "jmap"))  # who it is: compared by itself
UNORDERED = frozenset(
    ("tags", "personas", "addresses", "evidence", "data", "events", "formats", "select", "ignore", "maps", "include")
)
PAIRED_BY_PLACE = frozenset(("feelings", "time", "next", "exit"))  # nobody asks in which order these stand


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a model. `part` is the model of what it holds, where it holds models."""

    name: str
    sort: Sort
    part: type[Part] | None = None
    default: Any = None


@dataclass(slots=True)
class Shapes:
    """The fields of models, read once for each. Part of one comparison."""

    _known: dict[type[Part], tuple[Field, ...]] = field(default_factory=dict)

    def of(self, model: type[Part]) -> tuple[Field, ...]:
        found = self._known.get(model)
        if found is None:
            found = self._known[model] = tuple(_fields(model))
        return found


def _fields(model: type[Part]) -> Iterator[Field]:
    for name, info in model.model_fields.items():
        if name not in APART:
            sort, part = _sort(name, info.annotation)
            yield Field(name, sort, part, info.get_default(call_default_factory=True))


def _sort(name: str, annotation: Any) -> tuple[Sort, type[Part] | None]:
    plain = _without_none(annotation)
    origin, inner = get_origin(plain), get_args(plain)
    if origin is tuple and (part := _part(inner[0])):
        is_value = issubclass(part, Evidence) and not issubclass(part, KnownEvidence)
        return ("evidence" if is_value else "parts"), part
    if origin is dict:
        held = _without_none(inner[1])
        part = _part(get_args(held)[0]) if get_origin(held) is tuple else None
        return ("table", part) if part else ("value", None)
    part = _part(plain)
    if part is None:
        return "value", None
    if name == "persona":
        return "persona", part
    return ("named" if "name" in part.model_fields else "setting"), part


def _without_none(annotation: Any) -> Any:
    """The type without `Annotated` and without `None`."""
    while hasattr(annotation, "__metadata__"):
        annotation = annotation.__origin__
    if get_origin(annotation) in (Union, types.UnionType):
        return _without_none(next(one for one in get_args(annotation) if one is not type(None)))
    return annotation


def _part(annotation: Any) -> type[Part] | None:
    plain = _without_none(annotation)
    return plain if isinstance(plain, type) and issubclass(plain, Part) else None


def refers_to(model: type[Part], name: str) -> str:
    """The kind of thing that the texts of a field name; empty if they are only texts."""
    if name in ("personas", "addresses", "journey", "future_of", "after"):
        kinds = {"personas": "persona", "addresses": "pain_points", "after": "lane"}
        return kinds.get(name, "map") if name != "after" or issubclass(model, CustomLane) else ""
    if name == "to" and issubclass(model, Next):
        return "place"
    if name == "lanes" and issubclass(model, MapFile):
        return "lane"
    return "team" if name == "owner" and issubclass(model, (Opportunity, MapFile)) else ""


def thing_of(parent: type[Part], field: Field) -> str:
    """What a part in this field is called in a change: a lane's key, or one of what the field holds."""
    is_lane = issubclass(parent, Place) and field.part is not None and issubclass(field.part, Common)
    return field.name if is_lane else singular(field.name)


def singular(name: str) -> str:
    """`stages` is a stage, `policies` a policy, `evidence` just evidence."""
    if name.endswith("ies"):
        return name[:-3] + "y"
    return name.removesuffix("s")


def noun_of(thing: str, catalogue: bool = False, own_lane: bool = False) -> str:
    """How codes call a thing: `pain-point`, `catalogue-touchpoint`, `custom-lane-item`."""
    if own_lane:
        return "custom-lane-item"
    noun = singular(thing).replace("_", "-")
    return f"catalogue-{noun}" if catalogue else noun


ROOTS: Mapping[str, type[Catalogue]] = {"map": MapFile, "setting": ProjectFile}
