"""The lines of the list of changes: under which heading each stands, what it is about, and what happened to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jmap.diff.change import Change, Effect
from jmap.layout.changes.facts import fact
from jmap.layout.changes.head import ORDER
from jmap.layout.changes.marks import form_of
from jmap.layout.kit import Kit

HEADED = {  # things and effects whose heading says what happened
    ("pain_points", "removed", "better"): "pains_gone",
    ("pain_points", "added", "worse"): "pains_new",
    ("pain_points", "changed", "better"): "pains_eased",
    ("pain_points", "changed", "worse"): "pains_worse",
    ("feelings", "changed", "better"): "feelings_rise",
    ("feelings", "changed", "worse"): "feelings_fall",
    ("exit", "changed", "better"): "leave_fewer",
    ("exit", "changed", "worse"): "leave_more",
    ("exit", "removed", "better"): "leave_fewer",
    ("exit", "added", "worse"): "leave_more",
}


# What customers feel comes first, then what they meet, then what we do about it; all else as it stands in the map.
FIRST = ("pain_points", "exit", "feelings", "time", "touchpoints", "gains", "stage", "step", "opportunities", "metrics")
SHORT = 24  # characters of an old name that stands beside the new one


@dataclass(frozen=True, slots=True)
class Entry:
    """One change as a line. `before` and `after` are short; `said` stands for them where they are not."""

    change: Change
    name: str
    before: str = ""
    after: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """Changes under one heading."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """All changes of one effect."""

    effect: Effect
    headings: tuple[Topic, ...]

    @property
    def count(self) -> int:
        return sum(len(heading.entries) for heading in self.headings)


def sections(changes: Sequence[Change], off: Sequence[Change], kit: Kit) -> list[Section]:
    """Better, worse, neutral; in each by what it is about, and last what has no place in the picture."""
    apart = {id(change) for change in off}
    found = []
    for effect in ORDER:
        mine = [change for change in changes if change.effect == effect]
        headings = _headings([change for change in mine if id(change) not in apart], kit)
        beside = tuple(_entry(change, kit, True) for change in mine if id(change) in apart)
        if beside:
            headings.append(Topic(kit.words("overlay.off"), beside))
        if headings:
            found.append(Section(effect, tuple(headings)))
    return found


def _headings(changes: Iterable[Change], kit: Kit) -> list[Topic]:
    found: dict[str, list[Entry]] = {}
    for change in changes:
        found.setdefault(_heading(change, kit), []).append(_entry(change, kit, False))
    return sorted((Topic(name, tuple(entries)) for name, entries in found.items()), key=_rank)


def _rank(topic: Topic) -> int:
    thing = topic.entries[0].change.thing
    return FIRST.index(thing) if thing in FIRST else len(FIRST)


def _heading(change: Change, kit: Kit) -> str:
    form = form_of(change)
    if change.thing == "feelings" and change.field != "score":
        return thing(change.thing, kit)
    key = HEADED.get((change.thing, form, change.effect))
    return kit.words(f"overlay.heading.{key}") if key else thing(change.thing, kit)


def thing(name: str, kit: Kit) -> str:
    """The kind of thing in the plural: a lane's name, or that of a row."""
    lane = next((lane for lane in kit.journey.lanes if lane.key == name), None)
    if lane:
        return lane.name or kit.words(f"lane.{lane.key}")
    for key in (f"lane.{name}", f"overlay.thing.{name}"):
        try:
            return kit.words(key)
        except KeyError:
            continue
    return name.replace("_", " ").capitalize()


def _entry(change: Change, kit: Kit, apart: bool) -> Entry:
    one = fact(change, kit.words)
    name = _name(change)
    if change.guess:
        name = kit.words("overlay.guess", name=name)
    if apart:
        kind = thing(change.thing, kit)
        name = kind if not name or change.thing == "map" else f"{kind}: {name}"
    form = form_of(change)
    if form == "moved" and isinstance(change.before, int | str) and isinstance(change.after, int | str):
        before = f"{kit.words('overlay.said.moved')} {change.before}"
        return Entry(change, name, before, str(change.after))
    if form != "changed":
        return Entry(change, _whole(name, change), said=_said(change, form, kit))
    if one.name:
        name = f"{name}, {one.name[:1].lower()}{one.name[1:]}" if name else one.name
    if one.field == "emotion" and one.before and one.after:
        return Entry(change, name, one.before, one.after)
    if one.worded or not (one.before or one.after):
        return Entry(change, name, said=_reworded(change, kit))
    none = kit.words("overlay.none")
    return Entry(change, name, one.before or none, one.after or none)


def _name(change: Change) -> str:
    """What it is about: of a feeling the place where it is felt, of an exit the place that is left."""
    if change.thing in ("feelings", "exit", "next", "time") and (change.where.step_name or change.where.stage_name):
        return change.where.step_name or change.where.stage_name
    return change.name or change.where.step_name or change.where.stage_name


def _whole(name: str, change: Change) -> str:
    """A thing that came or went; of a feeling its word too."""
    if change.thing in ("feelings", "exit", "next") and change.name and change.name != name:
        return f"{name}: {change.name}"
    return name


def _said(change: Change, form: str, kit: Kit) -> str:
    if form == "removed" and change.thing == "pain_points":
        severity = change.before.get("severity") if isinstance(change.before, Mapping) else ""
        if isinstance(severity, str) and severity:
            return kit.words("overlay.was", value=kit.words(f"severity.{severity}").lower())
    if change.action == "reordered":
        return kit.words("overlay.said.reordered")
    return kit.words(f"overlay.said.{form}")


def _reworded(change: Change, kit: Kit) -> str:
    if not change.before and change.after:
        return kit.words("overlay.said.added")
    if change.before and not change.after:
        return kit.words("overlay.said.removed")
    if change.action == "renamed" and isinstance(change.before, str):
        short = len(change.before) < SHORT
        was = kit.words("overlay.was", value=kit.words.quote(change.before))
        return was if short else kit.words("overlay.said.renamed")
    worded = change.field in ("text", "name")
    return kit.words("overlay.said.reworded" if worded else "overlay.said.changed")
