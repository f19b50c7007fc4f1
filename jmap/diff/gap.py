"""A journey as it is and as it shall be: what the future map takes away, brings and saves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from jmap.diff.change import Change, Comparison, MapComparison, Side
from jmap.diff.compare import compare_maps
from jmap.resolve.content import Feeling, PainPoint, Time
from jmap.resolve.journey import Journey
from jmap.resolve.names import same_id
from jmap.resolve.workspace import Reading

SEVERITY = ("low", "medium", "high", "critical")
FOUNDATIONS = ("evidence", "basis", "n", "spread", "source", "date", "method", "level")  # nobody has tried a plan yet


@dataclass(frozen=True, slots=True)
class Score:
    """The mean score of one persona over the whole journey, -2 to +2; None where there is no feeling."""

    persona: str
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class Pains:
    """Pain points by their labels: those of the current map, and (`new`) of the future one.

    `gone` are not in the future map, `eased` are less severe there, `remaining` are as they were, or worse.
    """

    gone: tuple[str, ...] = ()
    eased: tuple[str, ...] = ()
    remaining: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """The comparison of the two maps, and what it comes to.

    `active`, `waiting` and `elapsed` are seconds saved (below 0: lost), by the middle of ranges; None where one of the
    maps gives no such time, for then nobody knows.
    """

    comparison: Comparison
    steps_removed: tuple[str, ...] = ()  # names
    steps_added: tuple[str, ...] = ()
    active: float | None = None
    waiting: float | None = None
    elapsed: float | None = None
    scores: tuple[Score, ...] = ()
    pains: Pains = Pains()


def is_gap(base: Journey, head: Journey) -> bool:
    """Whether two maps are a current one and a future one, rather than two versions of one."""
    return base.state == "current" and head.state == "future"


def gap(current: Reading, future: Reading, current_side: Side, future_side: Side) -> Gap:
    """The gap between two maps of one journey, each the first of its reading.

    Stages, steps and items are paired by id, name and likeness, as in `compare`. What the maps say of themselves
    (title, state, owner) is no part of it, and nothing is breaking: a future map takes away what it means to. Nor is
    what its claims rest on: what nobody has tried yet has other evidence, or none.
    """
    comparison = compare_maps(current, future, current_side, future_side)
    maps = tuple(replace(one, changes=tuple(_kept(one.changes))) for one in comparison.maps)
    comparison = replace(comparison, maps=maps)
    whole = next((one for one in maps if one.base and one.head), None)
    if whole is None or whole.base is None or whole.head is None:
        return Gap(comparison=comparison)
    base, head = whole.base, whole.head
    return Gap(
        comparison=comparison,
        steps_removed=tuple(_names(whole.changes, "removed", base)),
        steps_added=tuple(_names(whole.changes, "added", head)),
        active=_saved(base, head, "active"),
        waiting=_saved(base, head, "waiting"),
        elapsed=_saved(base, head, "elapsed"),
        scores=tuple(_scores(base, head)),
        pains=_pains(base, head, whole),
    )


def _kept(changes: tuple[Change, ...]) -> Iterator[Change]:
    for change in changes:
        if change.thing == "map" or change.kind == "evidence" and change.field in FOUNDATIONS:
            continue
        if change.level == "breaking":
            change = replace(change, level="notable")
        yield replace(change, effect="neutral", reason="") if change.kind == "evidence" else change


def _names(changes: tuple[Change, ...], action: str, journey: Journey) -> Iterator[str]:
    """The steps that came or went, alone or with their stage; a stage without steps is a step itself."""
    for change in changes:
        if change.action == action and change.thing == "step":
            yield change.name
        elif change.action == action and change.thing == "stage":
            stage = next((one for one in journey.stages if same_id(one.id) == change.where.stage), None)
            yield from (step.name for step in (stage.steps or (stage,))) if stage else ()


def _saved(base: Journey, head: Journey, kind: str) -> float | None:
    before, after = _total(base, kind), _total(head, kind)
    return None if before is None or after is None else before - after


def _total(journey: Journey, kind: str) -> float | None:
    times = [item for _, item in journey.every("time") if isinstance(item, Time)]
    spans = [span for span in (getattr(time, kind) for time in times) if span is not None]
    return sum(span.mean for span in spans) if spans else None


def _scores(base: Journey, head: Journey) -> Iterator[Score]:
    """By persona, those of the current map first. A map without personas has one customer."""
    before, after = _means(base), _means(head)
    names = {same_id(persona.id): persona.name for one in (head, base) for persona in one.personas}
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) is not None or after.get(key) is not None:
            yield Score(names.get(key, ""), before.get(key), after.get(key))


def _means(journey: Journey) -> dict[str, float | None]:
    feelings = [item for _, item in journey.every("feelings") if isinstance(item, Feeling)]
    found: dict[str, float | None] = {}
    for id in [persona.id for persona in journey.personas] or [""]:
        scores = [feeling.score for feeling in feelings if not feeling.personas or id in feeling.personas]
        found[same_id(id)] = sum(scores) / len(scores) if scores else None
    return found


def _pains(base: Journey, head: Journey, whole: MapComparison) -> Pains:
    ours, theirs = _by_path(base), _by_path(head)
    later = {before: theirs[after] for after, before in whole.pairs.items() if after in theirs and before in ours}
    pairs = {pain.label: (pain, later.get(path)) for path, pain in ours.items()}
    eased = [label for label, (was, now) in pairs.items() if now and _is_eased(was, now)]
    return Pains(
        gone=tuple(label for label, (_, now) in pairs.items() if now is None),
        eased=tuple(eased),
        remaining=tuple(label for label, (_, now) in pairs.items() if now and label not in eased),
        new=tuple(pain.label for path, pain in theirs.items() if path not in whole.pairs),
    )


def _by_path(journey: Journey) -> Mapping[str, PainPoint]:
    return {item.path: item for _, item in journey.every("pain_points") if isinstance(item, PainPoint)}


def _is_eased(was: PainPoint, now: PainPoint) -> bool:
    """Whether it hurts less; without a severity on both sides nobody knows."""
    if not was.severity or not now.severity:
        return False
    return SEVERITY.index(now.severity) < SEVERITY.index(was.severity)
