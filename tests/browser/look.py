"""Looks at an SVG the way a reader's browser shows it, and says what is wrong with its text.

On its own: python -m tests.browser.look FILE.svg ...
"""

from __future__ import annotations

import io
import shutil
import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SMALLEST = 9.0  # px
LARGE, LARGE_BOLD = 24.0, 18.66  # px: from here on a contrast of 3 is enough
FORGIVEN = 1.0  # px by which two boxes may touch

# One object for each line of text: where its ink is, and how it is painted. The ink is measured on a canvas, for
# the boxes that a browser reports hold the whole line with its ascenders and descenders.
TEXTS = """() => {
  const pen = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas').getContext('2d');
  const lines = [];
  for (const node of document.querySelectorAll('text')) {
    const words = node.textContent.trim();
    if (!words || node.closest('defs, [aria-hidden=true]')) continue;
    const style = getComputedStyle(node), box = node.getBoundingClientRect();
    if (style.visibility === 'hidden' || style.display === 'none') continue;
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const ink = pen.measureText(words), matrix = node.getScreenCTM();
    const baseline = matrix.d * node.getStartPositionOfChar(0).y + matrix.f;
    lines.push({
      words, left: box.left, right: box.right,
      top: baseline - ink.actualBoundingBoxAscent, bottom: baseline + ink.actualBoundingBoxDescent,
      size: parseFloat(style.fontSize) * matrix.d, weight: parseInt(style.fontWeight),
      fill: style.fill, halo: parseFloat(style.strokeWidth) >= 2 ? style.stroke : 'none',
    });
  }
  return lines;
}"""

FACTS = """() => {
  const root = document.documentElement, box = root.viewBox.baseVal;
  root.style.width = box.width + 'px'; root.style.height = box.height + 'px'; root.style.maxWidth = 'none';
  const own = name => [...root.children].find(e => e.localName === name)?.textContent.trim() || '';
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  return {width: box.width, height: box.height, role: root.getAttribute('role') || '',
          title: own('title'), desc: own('desc'), twice: ids.filter((id, i) => ids.indexOf(id) !== i),
          scripts: document.querySelectorAll('script, foreignObject').length};
}"""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: the box of its ink in px, and its paint."""

    words: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    weight: int
    fill: str
    halo: str

    def covers(self, other: Line) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > FORGIVEN and down > FORGIVEN


def look(chromium: Any, file: Path) -> list[str]:
    """What is wrong with the picture, in words; empty when nothing is."""
    page = chromium.new_page(viewport={"width": 1200, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    try:
        page.goto(file.resolve().as_uri())
        facts = page.evaluate(FACTS)
        page.set_viewport_size({"width": round(facts["width"]) + 1, "height": round(facts["height"]) + 1})
        page.evaluate("() => document.fonts.ready.then(() => true)")
        lines = [Line(**line) for line in page.evaluate(TEXTS)]
        ground = _ground(page)
    finally:
        page.close()
    foreign = [f"request: {url[:80]}" for url in asked if not url.startswith("data:")][1:]
    return [*_document(facts), *foreign, *_overlaps(lines), *_places(lines, facts), *_contrasts(lines, ground)]


def _document(facts: dict[str, Any]) -> Iterator[str]:
    for part in ("title", "desc"):
        if not facts[part]:
            yield f"{part}: there is none"
    if not facts["role"].startswith(("img", "graphics-document")):
        yield f"role: {facts['role'] or 'none'} is not that of a picture"
    yield from (f"id: {id} stands twice" for id in facts["twice"])
    if facts["scripts"]:
        yield "script: there is a <script> or <foreignObject>"


def _overlaps(lines: list[Line]) -> Iterator[str]:
    ordered = sorted(lines, key=lambda line: line.top)
    for at, line in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other.top >= line.bottom:
                break
            same = line.words == other.words and (line.left, line.top) == (other.left, other.top)
            if line.covers(other) and not same:
                yield f"overlap: “{line.words}” and “{other.words}” at {line.left:.0f}, {line.top:.0f}"


def _places(lines: list[Line], facts: dict[str, Any]) -> Iterator[str]:
    for line in lines:
        inside = line.left >= -FORGIVEN and line.right <= facts["width"] + FORGIVEN
        if not (inside and line.top >= -FORGIVEN and line.bottom <= facts["height"] + FORGIVEN):
            yield f"outside: “{line.words}” at {line.left:.0f}, {line.top:.0f}"
        if line.size < SMALLEST:
            yield f"small: “{line.words}” has {line.size:.1f} px"


def _contrasts(lines: list[Line], ground: Any) -> Iterator[str]:
    for line in lines:
        under = _rgb(line.halo) if line.halo != "none" else _under(line, ground)
        needed = 3.0 if line.size >= LARGE or (line.size >= LARGE_BOLD and line.weight >= 600) else 4.5
        ratio = contrast(_rgb(line.fill), under)
        if ratio < needed - 0.01:
            yield f"contrast: “{line.words}” has {ratio:.2f}, not {needed:g}"


def _ground(page: Any) -> Any:
    """The picture as pixels without its text."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None
    page.evaluate("() => document.querySelectorAll('text').forEach(e => e.style.visibility = 'hidden')")
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def _under(line: Line, ground: Any) -> tuple[float, ...]:
    """The colour that most of the line stands on: the median of 21 points of its box."""
    points = [
        (line.left + (line.right - line.left) * across / 8, line.top + (line.bottom - line.top) * down / 4)
        for across in range(1, 8)
        for down in range(1, 4)
    ]
    width, height = ground.size
    pixels = [ground.getpixel((min(max(round(x), 0), width - 1), min(max(round(y), 0), height - 1))) for x, y in points]
    return tuple(statistics.median(pixel[channel] for pixel in pixels) for channel in range(3))


def _rgb(css: str) -> tuple[float, ...]:
    """`rgb(1, 2, 3)` as computed styles write it."""
    return tuple(float(part) for part in css[css.index("(") + 1 : css.index(")")].split(",")[:3])


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """The contrast of two colours by WCAG 2.2: 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[float, ...]) -> float:
    parts = [value / 255 for value in colour]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def main(files: list[str]) -> int:
    """Prints what is wrong with each file; 1 if anything is."""
    from playwright.sync_api import sync_playwright

    wrong = 0
    with sync_playwright() as api:
        chromium = api.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for file in files:
            for finding in look(chromium, Path(file)):
                wrong = 1
                sys.stdout.write(f"{file}: {finding}\n")
        chromium.close()
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
