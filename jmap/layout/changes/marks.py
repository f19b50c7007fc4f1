"""What marks a changed thing in its cell: its badges, what it was before, and its form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from jmap.diff.change import Change, Effect
from jmap.layout.changes.badge import Form, badge
from jmap.layout.changes.facts import OWN, Fact, fact
from jmap.layout.changes.form import gone, ringed, strike
from jmap.layout.kit import Block, Kit, flow_line, phrase, stack
from jmap.layout.scene import Group, Icon

IN_PLACE = ("severity", "status", "importance", "satisfaction")
FORMS: tuple[Form, ...] = ("added", "removed", "moved", "changed")


def form_of(change: Change) -> Form:
    """What happened: the renaming of a thing is a change of it, the reordering of a list a move."""
    if change.action in ("added", "removed") and not change.field:
        return "added" if change.action == "added" else "removed"
    return "moved" if change.action in ("moved", "reordered") else "changed"


@dataclass(frozen=True, slots=True)
class Marked:
    """All changes of one thing. `was` says where something that moved stood: `5`, or `Checks out`.

    `edge` is what the thing has of its own: a card's, none as a line of text, or that of its column or stage, which
    says that it came or went.
    """

    changes: tuple[Change, ...]
    was: str = ""
    back: bool = True  # moved towards the start
    edge: Literal["card", "line", "column"] = "line"

    def notes(self, width: float, kit: Kit) -> tuple[Block, ...]:
        told = [change for change in self.changes if not (self.edge == "card" and in_place(change))]
        blocks = [*self.badges(width, kit), *lines(told, width, kit)]
        if not blocks:
            return ()
        said = stack([*blocks, Block(0, 0)], 3)
        return (held(self.changes, said) if self.edge == "column" else said,)

    def before(self, field: str, kit: Kit) -> str:
        mine = [change for change in self.changes if change.field == field and in_place(change)]
        return fact(mine[0], kit.words).before if mine and self.edge == "card" else ""

    def badges(self, width: float, kit: Kit) -> Iterable[Block]:
        for form in FORMS:
            mine = [change for change in self.changes if form_of(change) == form and change.fingerprint]
            if mine:
                telling = [effect for effect in effects(mine) if effect != "neutral"]  # else every mark would say so
                yield from self._badge(form, self._word(form, mine, kit), telling, width, kit)

    def _badge(self, form: Form, word: str, telling: Sequence[Effect], width: float, kit: Kit) -> Iterable[Block]:
        """The pill; a long name of where something stood has lines of its own."""
        pill = badge(form, word, telling, width, kit, self._icon(form))
        if form == "moved" and self.was and pill.width > width:
            yield badge(form, kit.words("overlay.moved"), telling, width, kit, self._icon(form))
            yield kit.text(kit.words("overlay.was", value=self.was), "label", width, "ink2")
        else:
            yield pill

    def _word(self, form: Form, changes: Sequence[Change], kit: Kit) -> str:
        if form != "moved":
            return kit.words(f"overlay.{form}")
        if not self.was and all(change.action == "reordered" for change in changes):
            return kit.words("overlay.reordered")
        return kit.words("overlay.moved_from", place=self.was) if self.was else kit.words("overlay.moved")

    def _icon(self, form: Form) -> str:
        return ("arrow-left" if self.back else "arrow-right") if form == "moved" else ""

    def around(self, block: Block, kit: Kit) -> Block:
        forms = {form_of(change) for change in self.changes}
        if "removed" in forms:
            block = gone(block, framed=self.edge == "line")
        elif "added" in forms and self.edge != "column":
            block = ringed(block)
        return block if self.edge == "column" else held(self.changes, block)


@dataclass(frozen=True, slots=True)
class Inside:
    """What stands in a place that went as a whole: its form says so, a badge of its own would repeat it."""

    def notes(self, width: float, kit: Kit) -> tuple[Block, ...]:
        return ()

    def before(self, field: str, kit: Kit) -> str:
        return ""

    def around(self, block: Block, kit: Kit) -> Block:
        return gone(block, framed=False)


@dataclass(frozen=True, slots=True)
class Nothing:
    """Keeps room for what is not on this side."""

    def notes(self, width: float, kit: Kit) -> tuple[Block, ...]:
        return ()

    def before(self, field: str, kit: Kit) -> str:
        return ""

    def around(self, block: Block, kit: Kit) -> Block:
        return replace(block, items=())


def in_place(change: Change) -> bool:
    """Whether the card itself shows the value before beside the value after."""
    return change.field in IN_PLACE and change.before is not None and change.after is not None


def held(changes: Iterable[Change], block: Block) -> Block:
    """The same block, held together so that a page can find it by the fingerprints of its changes.

    What is folded into a change that is marked elsewhere has none.
    """
    prints = " ".join(change.fingerprint for change in changes if change.fingerprint)
    return block if not prints else replace(block, items=(Group(block.items, "change", data=(("change", prints),)),))


def effects(changes: Iterable[Change]) -> list[Effect]:
    """Each effect once: better, worse, neutral; neutral only where it is alone."""
    found = {change.effect for change in changes}
    telling: list[Effect] = [effect for effect in ("better", "worse") if effect in found]
    return telling or ["neutral"]


def lines(changes: Iterable[Change], width: float, kit: Kit) -> Iterable[Block]:
    """What changed in the thing itself, a line or two for each change."""
    for change in changes:
        if form_of(change) == "changed":
            yield line(fact(change, kit.words), width, kit)


def line(one: Fact, width: float, kit: Kit) -> Block:
    """`Satisfaction 2 → 4`; sentences below each other, the old one struck."""
    if one.worded and not (one.change.thing == "stage" and one.field == "name"):
        return _sentences(one, width, kit)
    none = kit.words("overlay.none")
    arrow = Block(11, 12, (Icon("arrow-right", 0, 0.5, 11, "ink3"),))
    before = kit.line(one.before or none, "label", "ink2")
    row = phrase((before, arrow, kit.line(one.after or none, "label-strong")), 4)
    if row.width > width:
        return _sentences(one, width, kit)
    if not one.name:
        return row
    name = kit.text(one.name, "label", width, "ink2")
    return flow_line((name, row), 7) if name.width + 7 + row.width <= width else stack((name, row), 0)


def _sentences(one: Fact, width: float, kit: Kit) -> Block:
    """The old words struck, the new ones below them; a thing's own words stand below its mark anyway."""
    parts = [kit.text(one.name, "label", width, "ink2")] if one.name else []
    if one.before:
        parts.append(strike(kit.text(one.before, "label", width, "ink3")))
    if one.field not in OWN or one.change.thing == "stage":  # a stage's name stands in the band
        parts.append(kit.text(one.after or kit.words("overlay.none"), "label", width))
    return stack(parts, 0)
