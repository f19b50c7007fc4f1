"""The sheet around a diagram: title and subtitle, key figures at the right, a rule, and the legend below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jmap.layout.kit import Block, Kit, stack
from jmap.layout.move import mirror, settle
from jmap.layout.scene import Curve, Group, Scene
from jmap.layout.scene import Item as Drawn
from jmap.text.direction import is_rtl

MARGIN = 56.0
LEAST = 640.0  # px: a smaller diagram stands at the left of a sheet of that width
GAP = 44.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands around the diagram. `figures` come right-aligned, `legend` entries in reading order."""

    name: str  # a word for what the picture is: its <title>
    description: str
    subtitle: str
    figures: Block
    legend: Sequence[Block]
    note: str = ""


def title_block(kit: Kit, subtitle: str, width: float) -> Block:
    """The journey's title in the customer's voice, and what the diagram shows of it."""
    title = kit.text(kit.journey.title, "title-page", width)
    return stack([title, kit.text(subtitle, "lead", width, "ink2")], 10)


def scene(drawing: Block, sheet: Sheet, kit: Kit) -> Scene:
    """The whole picture, mirrored if the journey is written from right to left."""
    width = max(LEAST, drawing.width)
    parts = [_head(sheet, width, kit), drawing, _foot(sheet, width, kit)]
    body = stack(parts, GAP)
    whole = width + 2 * MARGIN
    items = settle(body.at(MARGIN, MARGIN))
    rtl = is_rtl(kit.journey.title)
    return Scene(
        whole, body.height + 2 * MARGIN - 12, sheet.name, sheet.description,
        mirror(items, whole) if rtl else items, kit.journey.locale, rtl,
    )  # fmt: skip


def _head(sheet: Sheet, width: float, kit: Kit) -> Block:
    figures = sheet.figures
    if figures.width and width - figures.width - 48 < 420:
        return stack([title_block(kit, sheet.subtitle, width), figures], 24)
    words = title_block(kit, sheet.subtitle, width - (figures.width + 48 if figures.width else 0))
    height = max(words.height, figures.height)
    return Block(width, height, (*words.items, *figures.at(width - figures.width, height - figures.height)))


def _foot(sheet: Sheet, width: float, kit: Kit) -> Block:
    rule = Block(width, 1, (Curve((("M", 0.0, 0.5), ("L", width, 0.5)), "line", 1),))
    note = kit.text(sheet.note, "label", min(width, 360), "ink3") if sheet.note else Block(0, 0)
    rows = _rows(sheet.legend, width - (note.width + 40 if note.width and width > 1100 else 0))
    legend = stack(rows, 12)
    if note.width and width > 1100:
        legend = Block(width, legend.height, (*legend.items, *note.at(width - note.width, 1)))
    elif note.width:
        legend = stack([legend, note], 12)
    group = Group(legend.items, "legend", kit.words("legend.title"))
    return stack([rule, Block(width, legend.height, (group,))], 20)


def _rows(entries: Sequence[Block], width: float) -> list[Block]:
    """Entries side by side, in as many rows as it takes."""
    rows: list[Block] = []
    items: list[Drawn] = []
    x = height = 0.0
    for entry in entries:
        if items and x + entry.width > width:
            rows.append(Block(x, height, tuple(items)))
            items, x, height = [], 0.0, 0.0
        items += entry.at(x, 0)
        x, height = x + entry.width + 34, max(height, entry.height)
    return [*rows, Block(x, height, tuple(items))] if items else rows
