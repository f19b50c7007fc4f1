"""Another name for a thing, in every place that names it, and in no other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jmap.model.names import id_problem, slug
from jmap.resolve.mentions.mention import OF_A_MAP, Mention, Thing
from jmap.resolve.mentions.names import Names
from jmap.resolve.names import same_id
from jmap.source.document import Document, Mapping, Path, Scalar
from jmap.source.edit import Edit, put_first, written


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
    changes with it: then the thing gets an id of its own, and `renamed_from`, so that a diff knows it again. What is
    written there already stays: it is the id that others know, and nobody may ever have seen the one between.
    """
    plan = _plan(thing, old, new.strip())
    _refuse_broken(names, thing)
    _refuse_taken(names, plan)
    edits: list[Edit] = []
    if isinstance(thing.whole, Mapping):
        edits += _definition(plan, thing.whole)
    for mention in names.of(thing):
        if _says(mention, plan):
            edits.append(_replaced(mention, plan))
    if isinstance(thing.whole, Scalar):
        edits.append(_bare_definition(plan, thing.whole))
    return tuple(edits)


def _plan(thing: Thing, old: str, new: str) -> Rename:
    if not new:
        raise CannotRename("the new name is empty")
    of_id = bool(thing.id) and thing.id_node is not None and same_id(old) == same_id(thing.id) and slug(new) == new
    old_id = thing.id or slug(thing.name)
    new_id = new if of_id else (thing.id if thing.id_node else slug(new))
    if (new if of_id else slug(new)) == (thing.id if of_id else slug(thing.name)) and (of_id or new == thing.name):
        raise CannotRename(f"it is called `{new}` already")
    problem = id_problem(new_id) if new_id != old_id else ""
    if problem:
        raise CannotRename(f"the id of `{new}` would be `{new_id}`, which {problem}")
    return Rename(thing, new, of_id, old_id, new_id)


def _refuse_broken(names: Names, thing: Thing) -> None:
    """A file that is no YAML may name the thing in a place that nobody can know."""
    for document in (thing.document,) if thing.kind in OF_A_MAP else names.documents:
        if document.diagnostics:
            first = document.diagnostics[0]
            raise CannotRename(f"{document.file} has to be mended first (line {first.line}: {first.message})")


def _refuse_taken(names: Names, plan: Rename) -> None:
    """One name for two things would make every mention of it ambiguous. `next` may mean a step or a stage."""
    thing = plan.thing
    ways = ("step", "stage") if thing.kind in ("step", "stage") else (thing.kind,)
    for other in names.find(plan.new, ways):
        same_map = other.document is thing.document or not other.spot
        confusing = other.kind == thing.kind or names.of(other) or names.of(thing)
        if other is not thing and same_map and confusing:
            where = f"{other.document.file}, line {other.place.line if other.place else 1}"
            which = "another" if other.kind == thing.kind else "a"
            raise CannotRename(f"{which} {other.kind.replace('_', ' ')} is called `{plan.new}` ({where})")


def _says(mention: Mention, plan: Rename) -> bool:
    """Whether a mention uses what changes: by id stays by id, by name stays by name."""
    by_id = bool(plan.thing.id) and same_id(mention.text) == same_id(plan.thing.id)
    return by_id == plan.of_id or (not plan.thing.id_node and not plan.of_id)


def _replaced(mention: Mention, plan: Rename) -> Edit:
    whole, role = _short_persona(mention.document, mention.path)
    if whole:
        short = f"{plan.new}, {role}"
        text = f"{{name: {written(plan.new)}, role: {written(role)}}}" if "," in plan.new else written(short, False)
        return _edit(mention.document.file, whole, text)
    return _edit(mention.document.file, mention.node, written(plan.new))


def _edit(file: str, node: Scalar, text: str) -> Edit:
    return Edit(file, node.line, node.column, node.end_line, node.end_column, text)


def _definition(plan: Rename, whole: Mapping) -> Iterator[Edit]:
    thing, file = plan.thing, plan.thing.document.file
    node = thing.id_node if plan.of_id else thing.name_node
    if node is None:
        raise CannotRename(f"it is called by its id, and `{plan.new}` cannot be one (`{slug(plan.new)}` can)")
    yield _edit(file, node, written(plan.new))
    if plan.old_id == plan.new_id or thing.kind == "map" and not plan.of_id:
        return
    earlier = whole.get("renamed_from")
    if isinstance(earlier, Scalar) and earlier.absent:
        raise CannotRename(f"`renamed_from` is empty ({file}, line {earlier.line}): write an id there, or delete it")
    if isinstance(earlier, Scalar) and same_id(earlier.value) == same_id(plan.new_id):
        yield _edit(file, earlier, plan.old_id)
    added = [] if earlier is not None else [f"renamed_from: {plan.old_id}"]
    if thing.id_node is None:
        added.insert(0, f"id: {plan.new_id}")
    if added:
        yield from put_first(thing.document, whole, added, behind="id")


def _bare_definition(plan: Rename, whole: Scalar) -> Edit:
    """A bare name becomes a mapping, for only that can say what it was called before."""
    thing = plan.thing
    if thing.kind not in ("stage", "step", "touchpoint", "persona", "channel", "team", "system"):
        return _edit(thing.document.file, whole, written(plan.new))
    short, role = _short_persona(thing.document, thing.path)
    parts = [] if plan.old_id == plan.new_id else [f"id: {plan.new_id}", f"renamed_from: {plan.old_id}"]
    parts += [f"name: {written(plan.new)}", *([f"role: {written(role)}"] if short else [])]
    text = f"{{{', '.join(parts)}}}" if len(parts) > 1 else written(plan.new)
    return _edit(thing.document.file, short or whole, text)


def _short_persona(document: Document, path: Path) -> tuple[Scalar | None, str]:
    """All of `Rina, a commuter`, and the role in it; None where a path leads to something else."""
    whole = document.node(path) if path == ("persona",) else None
    role = whole.value.partition(",")[2].strip() if isinstance(whole, Scalar) else ""
    return (whole, role) if isinstance(whole, Scalar) and role else (None, "")
