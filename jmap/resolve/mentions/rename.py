"""Another name for a thing, in every place that names it, and in no other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jmap.model.names import slug
from jmap.resolve.mentions.mention import Mention, Thing
from jmap.resolve.mentions.names import Names
from jmap.resolve.names import same_id
from jmap.source.document import Mapping, Scalar
from jmap.source.edit import Edit, written


class CannotRename(Exception):
    """Why a name cannot be changed, in one sentence for the person who asked."""


@dataclass(frozen=True, slots=True)
class Rename:
    """What is renamed: the id, or the name; and the id before and after."""

    thing: Thing
    new: str
    of_id: bool
    old_id: str
    new_id: str


def rename(names: Names, thing: Thing, old: str, new: str) -> tuple[Edit, ...]:
    """The edits that call a thing `new`. Raises CannotRename.

    If `old` is its written id and `new` could be one, the id changes, else the name. An id that a name stood for
    changes with it: then the thing gets an id of its own, and `renamed_from`, so that a diff knows it again.
    """
    plan = _plan(thing, old, new.strip())
    _refuse_taken(names, plan)
    edits: list[Edit] = []
    if isinstance(thing.whole, Mapping):
        edits += _definition(plan, thing.whole)
    for mention in names.of(thing):
        if _says(mention, plan):
            edits.append(_replaced(mention, plan))
    if isinstance(thing.whole, Scalar):
        edits += _bare_definition(plan, thing.whole, names)
    return tuple(edits)


def _plan(thing: Thing, old: str, new: str) -> Rename:
    if not new:
        raise CannotRename("the new name is empty")
    of_id = bool(thing.id) and thing.id_node is not None and same_id(old) == same_id(thing.id) and slug(new) == new
    old_id = thing.id or slug(thing.name)
    new_id = new if of_id else (thing.id if thing.id_node else slug(new))
    if (new if of_id else slug(new)) == (thing.id if of_id else slug(thing.name)) and (of_id or new == thing.name):
        raise CannotRename(f"it is called `{new}` already")
    return Rename(thing, new, of_id, old_id, new_id)


def _refuse_taken(names: Names, plan: Rename) -> None:
    """One name for two things would make every mention of it ambiguous."""
    for other in names.find(plan.new, (plan.thing.kind,)):
        same_map = other.document is plan.thing.document or not other.spot
        if other is not plan.thing and same_map:
            where = f"{other.document.file}, line {other.place.line if other.place else 1}"
            kind = plan.thing.kind.replace("_", " ")
            raise CannotRename(f"another {kind} is called `{plan.new}` ({where})")


def _says(mention: Mention, plan: Rename) -> bool:
    """Whether a mention uses what changes: by id stays by id, by name stays by name."""
    by_id = bool(plan.thing.id) and same_id(mention.text) == same_id(plan.thing.id)
    return by_id == plan.of_id or (not plan.thing.id_node and not plan.of_id)


def _replaced(mention: Mention, plan: Rename) -> Edit:
    return _edit(mention.document.file, mention.node, written(plan.new))


def _edit(file: str, node: Scalar, text: str) -> Edit:
    return Edit(file, node.line, node.column, node.end_line, node.end_column, text)


def _definition(plan: Rename, whole: Mapping) -> Iterator[Edit]:
    thing, file = plan.thing, plan.thing.document.file
    node = thing.id_node if plan.of_id else thing.name_node
    if node is None:
        raise CannotRename("it has no name of its own to change")
    yield _edit(file, node, written(plan.new))
    if plan.old_id == plan.new_id or thing.kind == "map" and not plan.of_id:
        return
    earlier = whole.get("renamed_from")
    if isinstance(earlier, Scalar):
        yield _edit(file, earlier, plan.old_id)
    added = [] if earlier is not None else [f"renamed_from: {plan.old_id}"]
    if thing.id_node is None:
        added.insert(0, f"id: {plan.new_id}")
    if added:
        first = whole.entries[0][0]
        if whole.flow:
            text = "".join(f"{line}, " for line in added)
        else:
            text = "".join(f"{line}\n{' ' * (first.column - 1)}" for line in added)
        yield Edit(file, first.line, first.column, first.line, first.column, text)


def _bare_definition(plan: Rename, whole: Scalar, names: Names) -> Iterator[Edit]:
    """A bare name becomes a mapping, for only that can say what it was called before."""
    file = plan.thing.document.file
    if plan.thing.kind in ("stage", "step", "touchpoint", "persona", "channel", "team", "system"):
        role = ""
        rest = plan.thing.document.line(whole.line)[whole.end_column - 1 :]
        if plan.thing.path == ("persona",) and rest.startswith(","):
            role = ", role: " + written(rest[1:].partition(" #")[0].strip())
            whole = Scalar(whole.value, "", whole.line, whole.column, whole.line, whole.end_column + len(rest.rstrip()))
        text = f"{{id: {plan.new_id}, renamed_from: {plan.old_id}, name: {written(plan.new)}{role}}}"
        yield _edit(file, whole, text)
    else:
        yield _edit(file, whole, written(plan.new))
