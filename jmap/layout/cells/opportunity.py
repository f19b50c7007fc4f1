"""Opportunities: number, what they ease, how far they are, and where they lie between value and effort."""

from __future__ import annotations

from jmap.layout.cells.card import PAD_X, card
from jmap.layout.kit import BADGE, Block, Kit, phrase, stack
from jmap.layout.scene import Box, Curve, Group, Mark
from jmap.layout.scene import Item as Drawn
from jmap.resolve.content import Item, Opportunity

PLOT = 30.0
WIDE = 380.0  # from here on, the numbers stand beside the text


def cell(items: tuple[Item, ...], width: float, kit: Kit) -> Block:
    cards = [kit.handle(item, _opportunity(item, width, kit)) for item in items if isinstance(item, Opportunity)]
    return stack(cards, 7)


def _opportunity(item: Opportunity, width: float, kit: Kit) -> Block:
    known = kit.known(item, "opportunity")
    inner = width - 2 * PAD_X
    figures = _figures(item, inner, kit)
    if width >= WIDE and figures.height:
        left = inner - figures.width - 16
        notes = kit.notes(item.path, left)
        words = stack([_head(item, left, kit), *notes, kit.text(item.text, "body", left, link=item.link)], 1)
        height = max(words.height, figures.height)
        beside = figures.at(inner - figures.width, (height - figures.height) / 2)
        inside = Block(inner, height, (*words.items, *beside))
    else:
        notes = kit.notes(item.path, inner)
        parts = [_head(item, inner, kit), *notes, kit.text(item.text, "body", inner, link=item.link)]
        inside = stack([*parts, Block(0, 3), figures] if figures.height else parts, 1)
    return card(inside, width, known, "opportunity_fill", "opportunity_line")


def _head(item: Opportunity, width: float, kit: Kit) -> Block:
    label = kit.line(item.label, "label-strong", "opportunity")
    items: list[Drawn] = list(label.items)
    x = label.width + 8
    if item.addresses:
        kit.note("eases")
        arrow = (("M", x, 9.0), ("L", x + 9, 9.0))
        items.append(Curve((*arrow,), "pain", 1.25))
        items.append(Curve((("M", x + 5.5, 5.8), ("L", x + 9, 9.0), ("L", x + 5.5, 12.2)), "pain", 1.25))
        eased = kit.line(", ".join(item.addresses), "label-strong", "pain")
        items += eased.at(x + 13, 0)
        x += 13 + eased.width + 8
    rows = [Block(width, 17, tuple(items))]
    if item.status:
        status = kit.line(kit.words(f"status.{item.status}"), "label-strong", "opportunity")
        was = kit.was(item.path, "status")
        status = phrase((was, status), 3) if was.width else status
        if x + status.width <= width:
            rows[0] = Block(width, 17, (*items, *status.at(width - status.width, 0)))
        else:
            rows.append(status)
    if item.personas:
        rows.append(Block(width, BADGE + 2, kit.badges(item.personas, item.known).items))
    return stack(rows, 1)


def _figures(item: Opportunity, width: float, kit: Kit) -> Block:
    lines = []
    if item.value is not None:
        lines.append((kit.words("opportunity.value"), kit.words.decimal(item.value)))
    if item.effort is not None:
        lines.append((kit.words("opportunity.effort"), kit.words.decimal(item.effort)))
    plotted = item.value is not None and item.effort is not None
    left = PLOT + 8 if plotted else 0.0
    parts = _numbers(lines, width - left, kit)
    if item.owner:
        parts.append(kit.text(item.owner, "caption", width - left, "ink2"))
    if not parts:
        return Block(0, 0)
    words = stack(parts, 0)
    height = max(words.height, PLOT if plotted else 0)
    drawn = list(words.at(left, (height - words.height) / 2))
    if plotted:
        kit.note("plot")
        assert item.value is not None and item.effort is not None
        drawn += plot(item.value, item.effort, item.known).at(0, (height - PLOT) / 2)
    return Block(left + words.width, height, tuple(drawn))


def _numbers(lines: list[tuple[str, str]], width: float, kit: Kit) -> list[Block]:
    """`Value 5 · Effort 2`, on one line where that fits and on two where not."""
    pieces = [
        phrase((kit.line(name, "caption", "ink2"), kit.line(value, "caption-strong", "ink"))) for name, value in lines
    ]
    if len(pieces) == 2 and pieces[0].width + 14 + pieces[1].width <= width:
        return [phrase((pieces[0], kit.line("·", "caption", "ink3"), pieces[1]), 5)]
    return pieces


def plot(value: float, effort: float, known: bool = True) -> Block:
    """A thumbnail of the matrix: value upwards, effort to the right, both from 1 to 5; the best is top left."""

    def at(score: float) -> float:
        return 5.0 + (score - 1) / 4 * (PLOT - 10)

    middle = at(3.5)  # where the quadrants part
    frame = Box(0.5, 0.5, PLOT - 1, PLOT - 1, "paper", "opportunity_line", radius=3)
    lines = Curve(
        (("M", middle, 1.0), ("L", middle, PLOT - 1), ("M", 1.0, PLOT - middle), ("L", PLOT - 1, PLOT - middle)),
        "opportunity_line",
        1,
    )
    dot = Mark("circle", at(effort), PLOT - at(value), 7, "opportunity", not known)
    return Block(PLOT, PLOT, (Group((frame, lines, dot), "plot"),))
