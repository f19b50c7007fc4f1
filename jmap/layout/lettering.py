"""Sets measured paragraphs at a place, and notes the box that they take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jmap.layout.geometry import Rect
from jmap.layout.scene import Anchor, Text

if TYPE_CHECKING:
    from jmap.text.typesetter import Paragraph


def lettering(
    paragraph: Paragraph, x: float, top: float, ink: str, anchor: Anchor = "left", halo: str = ""
) -> tuple[Text, ...]:
    """The lines of a paragraph below `top`; `x` is their left end, middle or right end."""
    return tuple(
        Text(
            x, top + paragraph.ascent + n * paragraph.line_height, line.text, paragraph.style, ink, anchor,
            line.width, halo, size=paragraph.size, exact=line.exact, upright=line.upright,
        )
        for n, line in enumerate(paragraph.lines)
    )  # fmt: skip


def in_box(paragraph: Paragraph, box: Rect, ink: str, anchor: Anchor = "left", halo: str = "") -> tuple[Text, ...]:
    """The lines of a paragraph at the top of a box, at its left edge, middle or right edge."""
    x = {"left": box.left, "middle": (box.left + box.right) / 2, "right": box.right}[anchor]
    return lettering(paragraph, x, box.top, ink, anchor, halo)


def whole(paragraph: Paragraph, text: str) -> bool:
    """Whether no word had to be broken with a hyphen to fit."""
    drawn = "".join(line.text for line in paragraph.lines)
    return "".join(drawn.split()) == "".join(text.split())
