"""Draws the two portraits beside this file: flat shapes, so that nobody's photograph is needed.

Run it with Pillow installed: python examples/toko-lari/orang/draw.py
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

SIZE = 384
SCALE = 4  # drawn four times as large, then reduced: smooth edges
SKIN, SKIN_SHADE, HAIR, EYE = "#E3AE86", "#CF9469", "#22262E", "#2A2320"


class Canvas:
    """Shapes on a square of 100 by 100 units."""

    def __init__(self, background: str) -> None:
        self.image = Image.new("RGB", (SIZE * SCALE, SIZE * SCALE), background)
        self.draw = ImageDraw.Draw(self.image)

    def units(self, *values: float) -> list[float]:
        return [value * SIZE * SCALE / 100 for value in values]

    def ellipse(self, x: float, y: float, rx: float, ry: float, fill: str) -> None:
        self.draw.ellipse(self.units(x - rx, y - ry, x + rx, y + ry), fill=fill)

    def polygon(self, points: list[tuple[float, float]], fill: str) -> None:
        self.draw.polygon([tuple(self.units(*point)) for point in points], fill=fill)

    def box(self, x0: float, y0: float, x1: float, y1: float, radius: float, fill: str) -> None:
        self.draw.rounded_rectangle(self.units(x0, y0, x1, y1), self.units(radius)[0], fill=fill)

    def arc(self, x: float, y: float, rx: float, ry: float, start: int, end: int, ink: str, width: float) -> None:
        box = self.units(x - rx, y - ry, x + rx, y + ry)
        self.draw.arc(box, start, end, fill=ink, width=round(self.units(width)[0]))

    def save(self, name: str) -> None:
        small = self.image.resize((SIZE, SIZE), Image.Resampling.LANCZOS)
        small.quantize(128).save(Path(__file__).parent / name, optimize=True)


def face(canvas: Canvas, y: float, rx: float = 15.5, ry: float = 19) -> None:
    """An oval with eyes, brows, a nose and a quiet smile."""
    canvas.ellipse(50, y, rx, ry, SKIN)
    for side in (-1, 1):
        canvas.ellipse(50 + side * 6.3, y - 1, 1.5, 1.9, EYE)
        canvas.arc(50 + side * 6.5, y - 4.6, 3.6, 2.4, 200, 340, EYE, 0.9)
    canvas.arc(50, y + 3.4, 1.8, 2.0, 20, 160, SKIN_SHADE, 0.9)
    canvas.arc(50, y + 7, 5.4, 4.2, 25, 155, "#9C4A3C", 1.2)


def dewi() -> None:
    """A young woman in a blue headscarf."""
    blue, fold, deep = "#2156C8", "#3F74E0", "#17419B"
    canvas = Canvas("#DCE7FB")
    canvas.ellipse(50, 112, 40, 34, deep)  # shoulders
    canvas.ellipse(50, 82, 28, 20, blue)  # the scarf's drape
    canvas.polygon([(27, 50), (73, 50), (77.4, 80), (22.6, 80)], blue)
    canvas.ellipse(50, 45, 24, 29, blue)  # scarf, around the head
    canvas.ellipse(50, 47, 17.6, 21.4, fold)
    face(canvas, 47.4)
    canvas.arc(38, 62, 32, 30, 8, 78, fold, 1.5)  # two folds
    canvas.arc(36, 62, 26, 25, 16, 84, fold, 1.5)
    canvas.save("dewi.png")


def budi() -> None:
    """A man in his forties with glasses, grey at the temples."""
    canvas = Canvas("#FBE7D8")
    canvas.ellipse(50, 110, 40, 36, "#CF5A0C")  # shirt
    canvas.box(42.5, 58, 57.5, 82, 6, SKIN_SHADE)  # neck
    canvas.polygon([(41, 75), (50, 86), (59, 75), (64, 79), (52, 93), (48, 93), (36, 79)], "#A84604")  # collar
    canvas.ellipse(34.2, 47, 3.4, 5, SKIN_SHADE)
    canvas.ellipse(65.8, 47, 3.4, 5, SKIN_SHADE)
    canvas.ellipse(50, 36, 18, 17.5, HAIR)
    canvas.box(32.4, 34, 37, 45, 2, "#6B6F78")  # grey temples
    canvas.box(63, 34, 67.6, 45, 2, "#6B6F78")
    face(canvas, 48, 15.6, 19)
    canvas.polygon([(34.6, 38), (36, 26), (52, 22), (64, 26), (65.4, 38), (60, 32.6), (44, 35.6)], HAIR)  # hairline
    for x in (43.2, 56.8):
        canvas.arc(x, 47, 5.4, 5.0, 0, 360, "#2C3440", 1.1)
    canvas.box(48.4, 46, 51.6, 47.1, 0.4, "#2C3440")
    canvas.save("budi.png")


if __name__ == "__main__":
    dewi()
    budi()
