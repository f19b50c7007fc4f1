"""The gutters of folded columns: a strip under which the lines go on, and above it what is folded away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jmap.layout.changes.fold import GUTTER, Folded
from jmap.layout.changes.union import Union
from jmap.layout.grid import Grid
from jmap.layout.kit import Block, Kit
from jmap.layout.scene import Box, Curve, Group
from jmap.layout.scene import Item as Drawn

NAMED = 4  # more of them are said from the first to the last
STYLE = "label"
SIGN = 20.0  # width of the sign before the words
APART = 18.0
LEAST, MOST = 230.0, 640.0  # px for the words of the last gutter


def titles(union: Union, folded: Folded, grid: Grid, kit: Kit) -> Block:
    """The names of what is folded, above the gutters; drawn from y = 0."""
    items: list[Drawn] = []
    height = 0.0
    texts = [_said([_name(union, n) for n in range(one.first, one.last + 1)], kit) for one in folded.gutters]
    starts = _starts(folded, grid, [kit.type.width(text, STYLE) * 1.05 + SIGN for text in texts])
    for n, (gutter, start) in enumerate(zip(folded.gutters, starts, strict=True)):
        kit.note("fold")
        end = starts[n + 1] - APART if n + 1 < len(starts) else grid.right
        text = kit.text(texts[n], STYLE, end - start - SIGN, "ink2")
        at_end = gutter.at == len(folded.kept)
        left = grid.right - text.width - SIGN if at_end else start
        items += [*_fold_sign(left), *text.at(left + SIGN, 0)]
        height = max(height, text.height)
    return Block(grid.right, height + 8 if height else 0.0, (Group(tuple(items), "folds"),) if items else ())


def _starts(folded: Folded, grid: Grid, widths: Sequence[float]) -> list[float]:
    """Where the words of each gutter begin: at its left edge, those of the last one as far to the left as they need."""
    starts = [folded.left(gutter, grid) for gutter in folded.gutters]
    if starts:
        free = starts[-2] + min(widths[-2], grid.right / 2) + APART if len(starts) > 1 else grid.left
        wanted = grid.right - min(widths[-1], MOST)
        starts[-1] = min(starts[-1], max(wanted, min(free, grid.right - LEAST)))
    return starts


def _name(union: Union, column: int) -> str:
    place = union.columns[column].head or union.columns[column].base
    return place.name if place else ""


def _said(names: Sequence[str], kit: Kit) -> str:
    count = kit.words.plural("unchanged", len(names))
    if len(names) <= NAMED:
        return f"{count}: {', '.join(names)}"
    return kit.words("overlay.fold", count=count, first=names[0], last=names[-1])


def _fold_sign(x: float) -> tuple[Drawn, ...]:
    """Two hooks that point at each other."""
    left = (("M", x, 4.0), ("L", x + 4, 8.0), ("L", x, 12.0))
    right = (("M", x + 12, 4.0), ("L", x + 8, 8.0), ("L", x + 12, 12.0))
    return (Curve((*left, *right), "ink2", 1.4),)


def strips(folded: Folded, grid: Grid, top: float, bottom: float) -> Iterator[Drawn]:
    """Paper over the gutters, from the band to the foot."""
    for gutter in folded.gutters:
        yield from _strip(folded.left(gutter, grid), top, bottom)


def _strip(x: float, top: float, bottom: float) -> Iterator[Drawn]:
    yield Box(x, top, GUTTER, bottom - top, "canvas")
    for edge in (x, x + GUTTER):
        yield Curve((("M", edge, top), ("L", edge, bottom)), "card_border", 1, "dashed")
