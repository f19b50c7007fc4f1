"""Comparisons made by hand, and reviews of them: for tests of what formats do with any comparison."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from jmap.diagnostics import Diagnostic
from jmap.diff.change import Change, Comparison, MapComparison, Note, Side, Spot, Touched, Where, Why
from jmap.locale.words import words
from jmap.render.changes.kit.review import Review
from jmap.resolve.content import Feeling
from jmap.resolve.journey import Journey, Place
from tests.fixtures_journey import sample_journey

MAP, FILE = "buy-running-shoes", "maps/buy-shoes.journey.yaml"
PARTED = Why("merge_base", (("side", "main"), ("head", "HEAD")), 1)
PAY = Where("purchase", "Purchase", "pays", "Pays")
MISTAKE = Diagnostic(
    "maps/broken.journey.yaml", 4, 5, "unknown-key", "`nmae` is not a key of a stage", "", "name", "  - nmae: x", 4
)


def change(number: int = 1, **more: Any) -> Change:
    """A pain point that is new, unless told otherwise."""
    fields: dict[str, Any] = {
        "code": "pain_points-added", "action": "added", "thing": "pain_points", "map": MAP, "label": f"P{number}",
        "name": f"Free shipping starts at Rp {number}", "path": f"stages.purchase.steps.pays.pain_points.p{number}",
        "where": PAY, "after": {"text": f"Free shipping starts at Rp {number}", "severity": "medium"},
        "head": Spot(FILE, 100 + number), "head_path": "stages.2.steps.1.pain_points.0", "level": "notable",
        "effect": "worse", "reason": "pain-added", "kind": "experience", "fingerprint": f"{number:012x}",
    } | more  # fmt: skip
    return Change(**fields)


def gone(number: int, **more: Any) -> Change:
    """A touchpoint that is no longer there: breaking, at a line of the base."""
    fields: dict[str, Any] = {
        "code": "touchpoints-removed", "action": "removed", "thing": "touchpoints", "name": "Bank transfer",
        "label": "", "after": None, "before": {"name": "Bank transfer"}, "base": Spot(FILE, 80), "head": None,
        "level": "breaking", "effect": "better", "reason": "", "kind": "structure",
    } | more  # fmt: skip
    return change(number, **fields)


def reworded(number: int, **more: Any) -> Change:
    """A text that says the same in other words: minor."""
    fields: dict[str, Any] = {
        "code": "actions-changed", "action": "changed", "thing": "actions", "field": "text", "label": "",
        "name": "Pays to a virtual account", "before": "Transfers at the bank", "after": "Pays to a virtual account",
        "base": Spot(FILE, 60), "head": Spot(FILE, 61), "level": "minor", "effect": "neutral", "reason": "",
        "kind": "metadata",
    } | more  # fmt: skip
    return change(number, **fields)


def comparison(changes: Sequence[Change] = (), **more: Any) -> Comparison:
    """The sample journey, whose feelings at the checkout rose, with these changes."""
    base = sample_journey()
    one = MapComparison(
        id=MAP, title=base.title, file=FILE, base=base, head=happier(base), changes=tuple(changes),
        pairs={place.path: place.path for place in base.columns},
    )  # fmt: skip
    fields: dict[str, Any] = {
        "base": Side("main", "1f" * 20, "2026-11-01", PARTED), "head": Side("working tree", key="working_tree"),
        "title": "Toko Lari journeys", "maps": (one,) if changes else (),
    } | more  # fmt: skip
    return Comparison(**fields)


def review(compared: Comparison, locale: str = "en", **more: Any) -> Review:
    fields: dict[str, Any] = {"verdict": "Paying and waiting get easier."} | more
    return Review(comparison=compared, words=words(locale), **fields)


def few(**more: Any) -> Comparison:
    """One change of each kind, something touched, and a note."""
    changes = (change(1), gone(2), reworded(3), reworded(4, guess=True))
    touched = (
        Touched(MAP, "opportunities", "Remind before a transfer lapses", Spot(FILE, 90), changes[1].fingerprint),
    )
    return comparison(
        changes, touched=touched, notes=(Note("base_map", "maps/old.journey.yaml", Side("main")),), **more
    )


def many(count: int = 3600) -> Comparison:
    """More than any comment can hold: one in ten is breaking."""
    return comparison([gone(n) if n % 10 == 0 else change(n) for n in range(1, count + 1)])


def only_new() -> Comparison:
    """A map that was not there before."""
    added = change(1, code="map-added", action="added", thing="map", name="I buy running shoes online", where=Where())
    compared = comparison([added])
    return dataclasses.replace(compared, maps=(dataclasses.replace(compared.maps[0], base=None, pairs={}),))


def broken_head() -> Comparison:
    return few(broken=(MISTAKE,))


def broken_base() -> Comparison:
    compared = only_new()
    return dataclasses.replace(compared, maps=(dataclasses.replace(compared.maps[0], broken_base=True),))


def hostile(text: str) -> Comparison:
    """The text wherever a map or a repository can put one."""
    spot = Spot(f"{text}.yaml", 7)
    where = Where(text, text, text, text)
    told: dict[str, Any] = {"name": text, "label": text, "path": text, "where": where, "personas": (text,)}
    changes = (
        change(1, **told, head=spot, after={"text": text, "severity": "high"}),
        gone(2, **told, base=spot, before={"name": text}),
        reworded(3, **told, base=spot, head=spot, before=text, after=text + "!"),
    )
    compared = comparison(changes)
    one = dataclasses.replace(compared.maps[0], title=text, file=spot.file)
    one = dataclasses.replace(one, base=_renamed(one.base, text), head=_renamed(one.head, text))
    return Comparison(
        base=Side(text, "1f" * 20, "", Why("merge_base", (("side", text), ("head", text)), 2)), head=Side(text),
        title=text, maps=(one,),
        project=(change(4, **{**told, "map": ""}),), notes=(Note("base_map", text, Side(text)),),
        touched=(Touched(text, "opportunities", text, spot, changes[0].fingerprint),),
        broken=(dataclasses.replace(MISTAKE, file=spot.file, message=f"`{text}`?", source_line=text),),
    )  # fmt: skip


def happier(journey: Journey) -> Journey:
    """The same journey with every feeling half a point higher, where there is room."""
    columns = tuple(dataclasses.replace(place, lanes={**place.lanes, **_feelings(place)}) for place in journey.columns)
    return dataclasses.replace(journey, columns=columns)


def _feelings(place: Place) -> dict[str, tuple[Any, ...]]:
    felt = [item for item in place.items("feelings") if isinstance(item, Feeling)]
    return {"feelings": tuple(dataclasses.replace(item, score=min(2.0, item.score + 0.5)) for item in felt)}


def _renamed(journey: Journey | None, text: str) -> Journey | None:
    assert journey is not None
    people = tuple(dataclasses.replace(persona, name=text) for persona in journey.personas)
    columns = tuple(dataclasses.replace(place, name=text) for place in journey.columns)
    return dataclasses.replace(journey, title=text, file=text, personas=people, columns=columns)


def same(journey: Journey) -> MapComparison:
    """A map in which one pain point is new, and nobody feels otherwise."""
    pairs = {place.path: place.path for place in journey.columns}
    return MapComparison(
        id=MAP, title=journey.title, file=FILE, base=journey, head=journey, changes=(change(1),), pairs=pairs
    )
