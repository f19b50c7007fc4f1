"""Draws the portraits of the examples: flat shapes, so that nobody's photograph is needed.

Run it with Pillow installed: python examples/portraits.py
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

HERE = Path(__file__).parent
SIZE = 384
SCALE = 4  # drawn four times as large, then reduced: smooth edges
EYE, FRAME = "#2A2320", "#2C3440"


@dataclass(frozen=True, slots=True)
class Skin:
    """A complexion, its shade, and the ink of its lips."""

    light: str
    shade: str
    lips: str


WARM = Skin("#E3AE86", "#CF9469", "#9C4A3C")
DEEP = Skin("#8A5A3C", "#744A30", "#4E2419")
BROWN = Skin("#9C6644", "#855336", "#5A2A1D")


class Canvas:
    """Shapes on a square of 100 by 100 units."""

    def __init__(self, background: str) -> None:
        self.image = Image.new("RGB", (SIZE * SCALE, SIZE * SCALE), background)
        self.draw = ImageDraw.Draw(self.image)

    def units(self, *values: float) -> list[float]:
        return [value * SIZE * SCALE / 100 for value in values]

    def ellipse(self, x: float, y: float, rx: float, ry: float, fill: str) -> None:
        self.draw.ellipse(self.units(x - rx, y - ry, x + rx, y + ry), fill=fill)

    def polygon(self, points: Sequence[tuple[float, float]], fill: str) -> None:
        self.draw.polygon(self.units(*(value for point in points for value in point)), fill=fill)

    def box(self, x0: float, y0: float, x1: float, y1: float, radius: float, fill: str) -> None:
        self.draw.rounded_rectangle(self.units(x0, y0, x1, y1), self.units(radius)[0], fill=fill)

    def arc(self, x: float, y: float, rx: float, ry: float, start: int, end: int, ink: str, width: float) -> None:
        box = self.units(x - rx, y - ry, x + rx, y + ry)
        self.draw.arc(box, start, end, fill=ink, width=round(self.units(width)[0]))

    def face(self, y: float, skin: Skin, rx: float = 15.5, ry: float = 19, brow: str = EYE) -> None:
        """An oval with eyes, brows, a nose and a quiet smile."""
        self.ellipse(50, y, rx, ry, skin.light)
        for side in (-1, 1):
            self.ellipse(50 + side * 6.3, y - 1, 1.5, 1.9, EYE)
            self.arc(50 + side * 6.5, y - 4.6, 3.6, 2.4, 200, 340, brow, 0.9)
        self.arc(50, y + 3.4, 1.8, 2.0, 20, 160, skin.shade, 0.9)
        self.arc(50, y + 7, 5.4, 4.2, 25, 155, skin.lips, 1.2)

    def glasses(self, y: float, ink: str = FRAME) -> None:
        for x in (43.2, 56.8):
            self.arc(x, y, 5.4, 5.0, 0, 360, ink, 1.1)
        self.box(48.4, y - 1, 51.6, y + 0.1, 0.4, ink)

    def save(self, path: str) -> None:
        target = HERE / path
        target.parent.mkdir(exist_ok=True)
        small = self.image.resize((SIZE, SIZE), Image.Resampling.LANCZOS)
        small.quantize(128).save(target, optimize=True)


def dewi() -> None:
    """A young woman in a blue headscarf."""
    blue, fold = "#2156C8", "#3F74E0"
    canvas = Canvas("#DCE7FB")
    canvas.ellipse(50, 112, 40, 34, "#17419B")  # shoulders
    canvas.ellipse(50, 82, 28, 20, blue)  # the scarf's drape
    canvas.polygon([(27, 50), (73, 50), (77.4, 80), (22.6, 80)], blue)
    canvas.ellipse(50, 45, 24, 29, blue)  # scarf, around the head
    canvas.ellipse(50, 47, 17.6, 21.4, fold)
    canvas.face(47.4, WARM)
    canvas.arc(38, 62, 32, 30, 8, 78, fold, 1.5)  # two folds
    canvas.arc(36, 62, 26, 25, 16, 84, fold, 1.5)
    canvas.save("toko-lari/orang/dewi.png")


def budi() -> None:
    """A man in his forties with glasses, grey at the temples."""
    hair, grey = "#22262E", "#6B6F78"
    canvas = Canvas("#FBE7D8")
    canvas.ellipse(50, 110, 40, 36, "#CF5A0C")  # shirt
    canvas.box(42.5, 58, 57.5, 82, 6, WARM.shade)  # neck
    canvas.polygon([(41, 75), (50, 86), (59, 75), (64, 79), (52, 93), (48, 93), (36, 79)], "#A84604")  # collar
    for x in (34.2, 65.8):
        canvas.ellipse(x, 47, 3.4, 5, WARM.shade)
    canvas.ellipse(50, 36, 18, 17.5, hair)
    canvas.box(32.4, 34, 37, 45, 2, grey)
    canvas.box(63, 34, 67.6, 45, 2, grey)
    canvas.face(48, WARM, 15.6)
    canvas.polygon([(34.6, 38), (36, 26), (52, 22), (64, 26), (65.4, 38), (60, 32.6), (44, 35.6)], hair)
    canvas.glasses(47)
    canvas.save("toko-lari/orang/budi.png")


def ruth() -> None:
    """A woman of seventy-one: silver hair put up, pearls."""
    silver, shadow = "#D5D9DE", "#B9C0C8"
    canvas = Canvas("#DCE7FB")
    canvas.ellipse(50, 112, 40, 36, "#2156C8")  # cardigan
    canvas.ellipse(50, 19, 9.5, 8.5, shadow)  # bun
    canvas.ellipse(50, 40, 20.5, 21, silver)
    canvas.box(43, 58, 57, 84, 6, DEEP.shade)  # neck
    canvas.polygon([(39, 76.4), (50, 92), (61, 76.4), (64.5, 78), (50, 99), (35.5, 78)], "#17419B")
    for pearl, y in ((44.4, 76.6), (47.1, 78.2), (50, 78.8), (52.9, 78.2), (55.6, 76.6)):
        canvas.ellipse(pearl, y, 1.5, 1.5, "#F4F1EA")  # pearls
    canvas.face(48, DEEP, 15.4, 18.6, brow=shadow)
    canvas.polygon([(34.4, 41), (35, 31), (50, 26), (65, 31), (65.6, 41), (58, 33.6), (50, 32), (42, 33.6)], silver)
    canvas.glasses(47, "#5B2333")
    canvas.save("hospital-visit/people/ruth.png")


def grace() -> None:
    """A woman in her forties with dark curls."""
    hair = "#1F1A1C"
    canvas = Canvas("#FBE7D8")
    for curl, y in ((31, 46), (29, 57), (34, 34), (42, 25), (50, 22), (33, 66)):
        canvas.ellipse(curl, y, 9, 9, hair)
        canvas.ellipse(100 - curl, y, 9, 9, hair)
    canvas.ellipse(50, 44, 20, 22, hair)
    canvas.ellipse(50, 111, 40, 36, "#CF5A0C")  # jacket
    canvas.box(43, 58, 57, 82, 6, BROWN.shade)  # neck
    canvas.polygon([(40, 76), (50, 95), (60, 76), (65, 78.6), (54, 101), (46, 101), (35, 78.6)], "#A84604")
    canvas.face(48, BROWN, 15, 18.6)
    canvas.polygon([(35, 42), (37, 32), (50, 28), (63, 32), (65, 42), (59, 35), (48, 33.4), (41, 36.6)], hair)
    for x in (34.8, 65.2):
        canvas.arc(x, 57.6, 1.9, 2.3, 0, 360, "#E0A100", 0.8)  # earrings
    canvas.save("hospital-visit/people/grace.png")


if __name__ == "__main__":
    for portrait in (dewi, budi, ruth, grace):
        portrait()
