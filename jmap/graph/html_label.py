"""Blocks as HTML-like labels, so that the DOT source is a designed picture too for whoever runs a dot of their own.

Every cell has the size that we measured, and is fixed at it: dot knows the widths of three fonts only, and neither
Japanese nor emoji.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jmap.layout.kit import Block
from jmap.layout.move import settle
from jmap.layout.scene import Box, Group, Icon, Item, Mark, Text
from jmap.text.styles import FACES, STYLES
from jmap.theme.theme import Theme

PLAIN = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'
GLYPHS = {
    "circle": "●○", "diamond": "◆◇", "square": "■□", "triangle": "▲△", "hexagon": "⬢⬡", "cross": "✚✛",
    "star": "★☆", "plus": "++",
}  # fmt: skip
SIGNS = {
    "square-plus": "⊞", "arrow-up-right": "↗", "arrow-down-left": "↙", "arrow-up-left": "↖", "arrow-down-right": "↘",
}  # fmt: skip
FULL_PIP, EMPTY_PIP = "■", "□"
RAISED = 0.16  # of an em, by which Graphviz sets our fonts too high
SAME_ROW = 6.0  # px between the middles of things that stand in one row
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_FONT = re.compile(r"[^A-Za-z0-9 ,-]")


def escape(text: str) -> str:
    """Text that is nothing but text in an HTML-like label, in every Graphviz.

    Signs that XML forbids, that Graphviz reads as escapes, or that turn the direction of a line are gone or spelt out.
    """
    text = _UNSAFE.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # Graphviz reads \N as the node's name even where the backslash is spelt out; it makes one of two.
    text = text.replace('"', "&quot;").replace("\\", "&#92;&#92;")
    return re.sub(r"[\t\r\n\u2028\u2029]", " ", text)


def font_name(style: str, theme: Theme) -> str:
    """The theme's families for a style, with nothing in it but what a font's name is made of."""
    sans = FACES[STYLES[style].face].family == "Inter"
    return _FONT.sub("", theme.sans if sans else theme.serif)


def label(block: Block, theme: Theme) -> str:
    """The whole block as one table, with its own edge and ground if its first item is a box of its size."""
    block = Block(block.width, block.height, tuple(_flat(settle(block.items))))
    rows = "".join(_Table(block, theme).rows())
    return f"<<TABLE {_frame(block, theme)} {_size(block.width, block.height)}>{rows}</TABLE>>"


def _size(width: float, height: float) -> str:
    return f'FIXEDSIZE="TRUE" WIDTH="{round(width)}" HEIGHT="{round(height)}"'


def _frame(block: Block, theme: Theme) -> str:
    box = next(iter(block.items), None)
    if not isinstance(box, Box) or box.width < block.width - 4 or box.height < block.height - 4:
        return PLAIN
    styles = [name for name, on in (("ROUNDED", box.radius > 0), ("DASHED", box.dash == "dashed")) if on]
    parts = [f'BORDER="{max(1, round(box.stroke_width)) if box.stroke else 0}"']
    parts += [f'COLOR="{theme.ink(box.stroke)}"'] if box.stroke else []
    parts += [f'BGCOLOR="{theme.ink(box.fill)}"'] if box.fill else []
    parts += [f'STYLE="{",".join(styles)}"'] if styles else []
    return " ".join(['CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"', *parts])


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of signs from `left` on, around the height `middle`."""

    left: float
    middle: float
    size: float
    html: str


class _Table:
    """The things of a block, sorted into rows of cells."""

    def __init__(self, block: Block, theme: Theme) -> None:
        self.block, self.theme = block, theme
        self.bands = [box for box in block.items if isinstance(box, Box) and self.is_band(box)]

    def is_band(self, box: Box) -> bool:
        return bool(box.fill) and box.width > 30 and box.height < self.block.height - 4

    def rows(self) -> Iterator[str]:
        """From the top to the bottom, with empty rows between those that hold something."""
        at = 0.0
        for pieces in self.lines():
            middle, height = pieces[0].middle, max(piece.size for piece in pieces) * 1.2
            top = max(at, middle - height / 2)
            yield from self.gap(at, top)
            at = min(max(top + 1, middle + height / 2), self.block.height)
            yield self.row(top, at, pieces)
        yield from self.gap(at, self.block.height)

    def lines(self) -> list[list[_Piece]]:
        lines: list[list[_Piece]] = []
        for piece in sorted(self.pieces(), key=lambda piece: (piece.middle, piece.left)):
            if lines and piece.middle - lines[-1][0].middle < SAME_ROW:
                lines[-1].append(piece)
            else:
                lines.append([piece])
        return lines

    def pieces(self) -> Iterator[_Piece]:
        for thing in self.block.items:
            if isinstance(thing, Text):
                yield self.text(thing)
            elif isinstance(thing, Mark):
                signs = GLYPHS[thing.shape][thing.hollow] + escape(thing.letter)
                yield _Piece(
                    thing.x - thing.size / 2, thing.y, thing.size, self.font(signs, "label", thing.size + 2, thing.ink)
                )
            elif isinstance(thing, Icon) and thing.name in SIGNS:
                sign = self.font(SIGNS[thing.name], "label-strong", thing.size, thing.ink)
                yield _Piece(thing.x, thing.y + thing.size / 2, thing.size, sign)
            elif isinstance(thing, Box) and thing.width <= 12 and thing.height <= 8 and thing.stroke:
                sign = FULL_PIP if thing.stroke == "ink2" else EMPTY_PIP
                yield _Piece(thing.x, thing.y + thing.height / 2, 9, self.font(sign, "label", 9, thing.stroke))

    def text(self, text: Text) -> _Piece:
        size = text.size or STYLES[text.style].size
        left = {"left": 0.0, "middle": text.width / 2, "right": text.width}[text.anchor]
        html = self.font(escape(text.text), text.style, size, text.ink)
        html = f"<B>{html}</B>" if FACES[STYLES[text.style].face].weight >= 600 else html
        return _Piece(text.x - left, text.y - (0.35 - RAISED) * size, size, html)

    def font(self, signs: str, style: str, size: float, ink: str) -> str:
        face = f'FACE="{font_name(style, self.theme)}" POINT-SIZE="{size:g}"'
        return f'<FONT {face} COLOR="{self.theme.ink(ink)}">{signs}</FONT>'

    def cells(self, pieces: list[_Piece], height: int, bands: list[Box]) -> str:
        """Cells side by side: each piece's reaches to the next, and a coloured band's begins and ends with it."""
        starts = {round(piece.left): piece.html for piece in pieces}
        edges = [round(x) for band in bands for x in (band.x, band.x + band.width)]
        whole = round(self.block.width)
        cuts = [cut for cut in sorted({0, *starts, *edges}) if 0 <= cut < whole]
        cells = []
        for left, right in zip(cuts, [*cuts[1:], whole], strict=True):
            band = next((b for b in bands if b.x - 0.5 <= left and right <= b.x + b.width + 1), None)
            ground = f' BGCOLOR="{self.theme.ink(band.fill)}"' if band else ""
            size = f'FIXEDSIZE="TRUE" WIDTH="{right - left}" HEIGHT="{height}"'
            cells.append(f'<TD {size} ALIGN="LEFT"{ground}>{starts.get(left, "")}</TD>')
        return f"<TABLE {PLAIN}><TR>{''.join(cells)}</TR></TABLE>"

    def row(self, top: float, bottom: float, pieces: list[_Piece]) -> str:
        middle, height = (top + bottom) / 2, round(bottom) - round(top)
        bands = [band for band in self.bands if band.y - 0.5 <= middle <= band.y + band.height + 0.5]
        content = self.cells(pieces, height, bands) if pieces or bands else ""
        return f"<TR><TD {_size(self.block.width, height)}>{content}</TD></TR>"

    def gap(self, top: float, bottom: float) -> Iterator[str]:
        """Empty rows, cut where a coloured band begins or ends."""
        edges = [edge for band in self.bands for edge in (band.y, band.y + band.height) if top < edge < bottom]
        cuts = sorted({top, bottom, *edges})
        for upper, lower in zip(cuts, cuts[1:], strict=False):
            if round(lower) > round(upper):
                yield self.row(upper, lower, [])


def _flat(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            yield from _flat(item.children)
        else:
            yield item
