"""The legend of the marks of change: those that are drawn, each with what it means."""

from __future__ import annotations

from collections.abc import Iterator

from jmap.layout.changes.badge import INKS, Form, badge
from jmap.layout.kit import Block, Kit, flow
from jmap.layout.scene import Box, Curve, Group

FORMS: tuple[Form, ...] = ("added", "removed", "changed", "moved")
LINE = (("M", 0.0, 10.0), ("L", 40.0, 10.0))


def key(width: float, kit: Kit) -> Block:
    entries = list(_entries(width, kit))
    if not entries:
        return Block(0, 0)
    drawn = flow(entries, width, 36, 10)
    return Block(drawn.width, drawn.height, (Group(drawn.items, "key"),))


def _entries(width: float, kit: Kit) -> Iterator[Block]:
    for form in FORMS:
        if f"form.{form}" in kit.seen:
            icon = "arrow-left" if form == "moved" else ""
            sample = badge(form, kit.words(f"overlay.{form}"), (), 400, kit, icon)
            yield _entry(sample, kit.words(f"overlay.key.{form}"), width, kit)
    ink = "persona1" if kit.journey.personas else "ink"
    if "feelings.before" in kit.seen:
        yield _entry(Block(40, 20, (Curve(LINE, ink, 1.6, "dashed"),)), kit.words("overlay.key.before"), width, kit)
        yield _entry(Block(40, 20, (Curve(LINE, ink, 3.2),)), kit.words("overlay.key.after"), width, kit)
    if "feelings.stem" in kit.seen:
        stem = Curve((("M", 7.0, 19.0), ("L", 7.0, 2.0)), INKS["better"], 2, arrow=True)
        fall = Curve((("M", 22.0, 1.0), ("L", 22.0, 18.0)), INKS["worse"], 2, arrow=True)
        yield _entry(Block(29, 20, (stem, fall)), kit.words("overlay.key.stem"), width, kit)
    if "fold" in kit.seen:
        gutter = Box(4, 1, 16, 18, "canvas", "line")
        yield _entry(Block(24, 20, (gutter,)), kit.words("overlay.key.fold"), width, kit)


def _entry(mark: Block, words: str, width: float, kit: Kit) -> Block:
    text = kit.text(words, "label", min(320.0, width - mark.width - 9), "ink2")
    height = max(20.0, text.height)
    items = (*mark.at(0, (height - mark.height) / 2), *text.at(mark.width + 9, (height - text.height) / 2))
    return Block(mark.width + 9 + text.width * 1.02, height, items)
