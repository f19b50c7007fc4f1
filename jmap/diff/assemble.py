"""A judged difference becomes a Change: named, placed in both files, with a fingerprint."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jmap.diff.change import Change, Effect, Spot, Value, Where
from jmap.diff.facets import Facets
from jmap.diff.found import Found
from jmap.diff.judge import Judge
from jmap.diff.outline import Node, Outline
from jmap.diff.pairs import Pairs
from jmap.diff.values import Ref, shown
from jmap.model.names import slug
from jmap.resolve.journey import Journey

LONGEST = 48  # characters of a text that names a place in a path
WEIGHING = ("severity", "share", "score", "satisfaction", "data", "consent")  # how bad something is
FIELD_OF = {"stage": "stages", "step": "steps", "exit": "exits"}


@dataclass(frozen=True, slots=True)
class Face:
    """One side of a map or of a catalogue, as changes name its parts."""

    outline: Outline
    facets: Facets
    labels: Mapping[str, str]  # "P3", by the path in the file

    def label(self, node: Node) -> str:
        return self.labels.get(dotted(node), "")

    def where(self, node: Node) -> Where:
        """The stage and the step in which a node stands, or which it is."""
        around = {n.thing: n for n in reversed((node, *self.outline.above(node)))}
        stage, step = around.get("stage"), around.get("step")
        return Where(
            stage.key if stage else "", stage.name if stage else "", step.key if step else "", step.name if step else ""
        )

    def personas(self, node: Node) -> tuple[str, ...]:
        """The names of the personas that a node is about."""
        named = self.facets.of(node).get("personas")
        return tuple(ref.text for ref in named.raw if isinstance(ref, Ref)) if named else ()

    def segment(self, node: Node) -> str:
        """One step of a path: the key of the file, and what tells this one from the others there."""
        field = FIELD_OF.get(node.thing, "") or next((str(p) for p in reversed(node.path) if isinstance(p, str)), "")
        if node.noun == "custom-lane-item":
            field = f"lanes.{node.thing}"
        if node.thing in ("feelings", "time") and not node.id:
            return f"{field}.{_short(slug(' '.join(self.personas(node))) or 'all')}"
        key = node.key or str(next((part + 1 for part in reversed(node.path) if isinstance(part, int)), ""))
        return f"{field}.{_short(key)}"


def dotted(node: Node) -> str:
    return ".".join(map(str, node.path))


def labels(journey: Journey | None) -> dict[str, str]:
    """What pictures call pain points and opportunities, by their paths."""
    lanes = ("pain_points", "opportunities") if journey else ()
    return (
        {item.path: getattr(item, "label", "") for lane in lanes for _, item in journey.every(lane)} if journey else {}
    )


@dataclass(slots=True)
class Assembler:
    """Makes the changes of one map, or of the catalogue. `map` is its id, `known_as` that at the base; or empty."""

    map: str
    known_as: str
    base: Face
    head: Face
    pairs: Pairs
    judge: Judge
    taken: dict[str, int]  # fingerprints of the whole comparison
    _added: dict[str, int] = field(default_factory=dict)

    def change(self, found: Found) -> Change:
        judgement = self.judge.judge(found)
        node = found.node
        face = self.head if found.head else self.base
        path = self._path(found.head, self.head) if found.head else self._path(node, self.base)
        return Change(
            code=found.code, action=found.action, thing=found.thing, field=found.field, map=self.map,
            path=".".join(filter(None, (path, found.field))), name=face.facets.name(node), label=face.label(node),
            where=face.where(node), personas=face.personas(node),
            before=found.shown_before, after=found.shown_after,
            base=_spot(found.base, found.field), head=_spot(found.head, found.field),
            base_path=_at(found.base, found.field), head_path=_at(found.head, found.field),
            guess=found.guess, level=judgement.level, effect=judgement.effect, reason=judgement.reason,
            kind=judgement.kind, fingerprint=self._fingerprint(found, judgement.effect),
        )  # fmt: skip

    def _path(self, node: Node, face: Face) -> str:
        """The place by ids: `stages.pay.steps.transfer.pain_points.lapses`."""
        chain = (node, *face.outline.above(node))
        parts = [face.segment(one) for one in reversed(chain) if one in face.outline.parent]
        return ".".join(parts)

    def _fingerprint(self, found: Found, effect: Effect) -> str:
        """The same for the same change, however it is worded and wherever its line is; unique in a comparison.

        What is worse has another one for each value: who approved a score that falls to 0 did not approve -2, and who
        approved a pain point of medium severity did not approve a critical one.
        """
        who = self._path(found.base, self.base) if found.base is not None else self._new(found.node)
        what: list[Value] = []
        if effect == "worse" and found.action == "changed" and found.field != "evidence":
            what = [found.shown_after]
        elif effect == "worse" and found.action == "added" and found.head is not None:
            what = list(self._weights(found.head))
        text = json.dumps([found.code, self.known_as, who, found.field, *what], sort_keys=True)
        return unique(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16], self.taken)

    def _weights(self, node: Node) -> Iterator[Value]:
        """How bad it is, and each thing that it holds, whatever their words: severities, shares, scores, data taken."""
        said = self.head.facets.of(node)
        found = {name: shown(said[name].raw) for name in WEIGHING if name in said and said[name].raw not in (None, ())}
        inside = sorted((list(self._weights(child)) for child in node.children), key=json.dumps)
        yield found
        yield tuple(tuple(held) for held in inside if held != [{}, ()])

    def _new(self, node: Node) -> str:
        """What was added has an id, or is known by its place, its lane and its number among what was added there."""
        parent = self.head.outline.parent.get(node)
        around = ""
        if parent is not None:
            before = self.pairs.base.get(parent)
            around = self._path(before, self.base) if before is not None else self._path(parent, self.head)
        if node.id or node.shelf or node.thing in ("map", "stage", "step", "persona"):
            return f"{around}.{node.thing}.{node.key}"
        lane = f"{around}.{node.thing}"
        self._added[lane] = self._added.get(lane, 0) + 1
        return f"{lane}.+{self._added[lane]}"


def unique(fingerprint: str, taken: dict[str, int]) -> str:
    """The fingerprint, or another one if something has it already."""
    taken[fingerprint] = taken.get(fingerprint, 0) + 1
    if taken[fingerprint] == 1:
        return fingerprint
    again = f"{fingerprint}.{taken[fingerprint]}"
    return unique(hashlib.sha256(again.encode()).hexdigest()[:16], taken)


def _short(key: str) -> str:
    return (slug(key) if "." in key else key)[:LONGEST]


def _at(node: Node | None, field: str) -> str:
    """The place by positions, as in the file; the node's where the field is not written."""
    if node is None:
        return ""
    path = node.path if not field or not _written(node, field) else (*node.path, *field.split("."))
    return ".".join(map(str, path))


def _spot(node: Node | None, field: str) -> Spot | None:
    if node is None:
        return None
    path = (*node.path, *field.split(".")) if field and _written(node, field) else node.path
    return Spot(node.document.file, node.document.position(path).line)


def _written(node: Node, field: str) -> bool:
    return field.partition(".")[0] in node.part.model_fields_set
