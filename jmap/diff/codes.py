"""Every code that a change can have, read from the models: what a file can say can change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jmap.diff.change import Action
from jmap.diff.shape import PAIRED_BY_PLACE, Field, Shapes, noun_of, thing_of
from jmap.model.base import Part
from jmap.model.files import Catalogue, MapFile, ProjectFile
from jmap.model.people import Persona

REFERRED_TO = ("map", "stage", "step", "persona")


@dataclass(frozen=True, slots=True)
class Code:
    """A code, and what it is about. `field` is empty where a whole thing came, went, moved or was renamed."""

    code: str
    action: Action
    noun: str
    thing: str
    field: str = ""


def every_code() -> tuple[Code, ...]:
    """All codes, each once, by what they are about."""
    found: dict[str, Code] = {}
    for code in (*_of(Shapes(), "map", "map", MapFile), *_of(Shapes(), "setting", "setting", ProjectFile)):
        found.setdefault(code.code, code)
    found["project-added"] = Code("project-added", "added", "project", "setting")
    found["project-removed"] = Code("project-removed", "removed", "project", "setting")
    found["item-lane-changed"] = Code("item-lane-changed", "moved", "item", "backstage", "lane")
    found["map-file-changed"] = Code("map-file-changed", "changed", "map", "map", "file")
    return tuple(found.values())


def _of(shapes: Shapes, thing: str, noun: str, model: type[Part]) -> Iterator[Code]:
    yield from _whole(thing, noun, model)
    for field in shapes.of(model):
        if field.sort in ("parts", "table", "persona") and field.part:
            yield from _inside(shapes, model, field)
        else:
            for name in _names(shapes, field):
                yield _code("changed", noun, thing, name)


def _whole(thing: str, noun: str, model: type[Part]) -> Iterator[Code]:
    """What can happen to a thing as a whole."""
    if thing == "setting":
        return
    shelved = noun.startswith("catalogue-")
    yield _code("added", noun, thing)
    yield _code("removed", noun, thing)
    if shelved or thing in REFERRED_TO or "id" in model.model_fields:
        yield _code("renamed", noun, thing)
    if thing == "step" or not (shelved or thing in (*REFERRED_TO, "next", "exit")):
        yield _code("moved", noun, thing)
    if thing != "map" and thing not in PAIRED_BY_PLACE and (not shelved or thing == "custom_lane"):
        yield _code("reordered", noun, thing)
    if "name" in model.model_fields:
        yield _code("renamed" if shelved or thing in REFERRED_TO else "changed", noun, thing, "name")
    if "id" in model.model_fields and not (shelved or thing in REFERRED_TO):
        yield _code("changed", noun, thing, "id")


def _inside(shapes: Shapes, model: type[Part], field: Field) -> Iterator[Code]:
    assert field.part is not None
    if field.sort == "table":
        yield from _of(shapes, field.name, noun_of("", own_lane=True), field.part)
        return
    thing = thing_of(model, field)
    actor = field.part is Persona and model is MapFile
    shelved = issubclass(model, Catalogue) and not actor and thing != "stage"
    yield from _of(shapes, thing, noun_of(thing, shelved), field.part)


def _names(shapes: Shapes, field: Field) -> Iterator[str]:
    if field.sort != "setting":
        yield field.name
    if field.sort in ("named", "setting") and field.part:
        for inner in shapes.of(field.part):
            yield from (f"{field.name}.{name}" for name in _names(shapes, inner))


def _code(action: Action, noun: str, thing: str, field: str = "") -> Code:
    said = "-".join(filter(None, (noun, field.replace("_", "-").replace(".", "-"), "changed" if field else action)))
    return Code(said, action, noun, thing, field)
