"""Pictures inside a page in a third of the bytes: the same drawing, with its inks and pens as classes of the page.

This reads what our own renderer writes: texts and values in it are escaped, so that a `<`, a `>` or a quote is
always markup.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from jmap.icons.lucide import PATHS

PEN = r"fill|stroke|stroke-width|stroke-linecap|stroke-linejoin|stroke-dasharray|text-anchor|opacity"
SMALL = 12.0  # px: as high as a box may be that is drawn together with its neighbours
NUMBER = r"-?\d+(?:\.\d+)?"
Rule = tuple[str, str]  # text style, declarations
_TAG = re.compile(r"<(text|path|rect|g|use|circle)( [^<>]*?)(/?)>")
_PEN = re.compile(rf' ({PEN})="([^"]*)"')
_CLASS = re.compile(r' class="([^"]*)"')
_FINE = re.compile(r"\d+\.\d\d")
_DISC = re.compile(rf'<path d="M({NUMBER}) ({NUMBER})a({NUMBER}) \3 0 1 0 ({NUMBER}) 0a\3 \3 0 1 0 -\4 0Z"')
_ICON = re.compile(
    rf'<g transform="translate\(({NUMBER}) ({NUMBER})\) scale\(({NUMBER})\)"([^>]*)>((?:<path d="[^"]*"/>)+)</g>'
)
_HATCH = re.compile(
    r'<rect( x="[^"]*" y="[^"]*" width="[^"]*" height="[^"]*")([^>]*)/>'
    r'<path d="[^"]*" fill="none" stroke="var\(--(\w+)\)" stroke-width="1\.3"/>'
)
_BOX = re.compile(rf'<rect x="({NUMBER})" y="({NUMBER})" width="({NUMBER})" height="({NUMBER})"( class="[^"]*")/>')
_RUN = re.compile(r"(?:<rect [^>]*/>){2,}")
_CELL = re.compile(r'(<g class="cell") role="group" aria-label="[^"]*"')


@dataclass(frozen=True, slots=True)
class Compact:
    """Pictures by name, and the rules that the page's style sheet needs for them."""

    pictures: Mapping[str, str]
    css: str


def compact(pictures: Mapping[str, str], style_css: str) -> Compact:
    """`style_css` has the classes of the text styles (`.t-body{...}`)."""
    fonts = dict(re.findall(r"\.(t-[\w-]+)\{([^}]*)\}", style_css))
    pens = _Pens(fonts)
    plain = {name: _shapes(name, picture) for name, picture in pictures.items()}
    pens.count("".join(plain.values()))
    done = {name: _joined(_TAG.sub(pens.tag, picture)) for name, picture in plain.items()}
    return Compact(done, pens.css())


def _shapes(name: str, picture: str) -> str:
    """Discs, icons and hatching said shortly, and no more than one decimal."""
    picture = _CELL.sub(r"\1", picture)
    inks = sorted({match[3] for match in _HATCH.finditer(picture)})
    picture = _HATCH.sub(rf'<rect\1\2/><rect\1 fill="url(#{name}-\3)"/>', picture)
    picture = _ICON.sub(_icon, picture)
    picture = _DISC.sub(_disc, picture)
    picture = re.sub(r"(<(?:text|path|rect|circle|g|use) [^<>]*>)", lambda m: _rounded(m[1]), picture)
    patterns = "".join(
        f'<pattern id="{name}-{ink}" width="6" height="6" patternUnits="userSpaceOnUse">'
        f'<path d="M-1 1l2-2M0 6l6-6M5 7l2-2" stroke="var(--{ink})" stroke-width="1.3"/></pattern>'
        for ink in inks
    )
    return picture.replace("</desc>", f"</desc>{patterns}", 1)


def _icon(found: re.Match[str]) -> str:
    name = _names().get(found[5])
    if name is None:
        return found[0]
    size = f"{float(found[3]) * 24:.4g}"
    return f'<use href="#i-{name}" x="{found[1]}" y="{found[2]}" width="{size}" height="{size}"{found[4]}/>'


def _names() -> dict[str, str]:
    return {"".join(f'<path d="{d}"/>' for d in paths): name for name, paths in PATHS.items()}


def _disc(found: re.Match[str]) -> str:
    return f'<circle cx="{float(found[1]) + float(found[3]):.1f}" cy="{found[2]}" r="{found[3]}"'


def _rounded(tag: str) -> str:
    """One decimal in the numbers of our own attributes; what a map says stays as it is."""
    return re.sub(
        r' (?:d|x|y|cx|cy|r|width|height|textLength)="[^"]*"',
        lambda m: _FINE.sub(lambda n: f"{float(n[0]):.1f}".removesuffix(".0"), m[0]),
        tag,
    )


def _joined(picture: str) -> str:
    """Small boxes of one kind that follow each other as one path: the pips of scores, mostly."""
    return _RUN.sub(_path, picture)


def _path(found: re.Match[str]) -> str:
    drawn: list[tuple[str, str]] = []
    for box in re.findall(r"<rect [^>]*/>", found[0]):
        place = _BOX.fullmatch(box)
        if place is None or float(place[4]) > SMALL:
            drawn.append(("", box))
            continue
        x, y, width, height, kind = place.groups()
        data = f"M{x} {y}h{width}v{height}h-{width}z"
        if drawn and drawn[-1][0] == kind:
            data = drawn.pop()[1] + data
        drawn.append((kind, data))
    return "".join(f'<path{kind} d="{data}"/>' if kind else data for kind, data in drawn)


class _Pens:
    """Every way to paint gets a class; the shortest names go to what is used most."""

    def __init__(self, fonts: Mapping[str, str]) -> None:
        self.fonts = fonts
        self.names: dict[Rule, str] = {}

    def count(self, svg: str) -> None:
        uses = Counter(rule for tag in _TAG.finditer(svg) if any(rule := self.rule(tag[2])))
        for n, (rule, _) in enumerate(sorted(uses.items(), key=lambda pair: (-pair[1], pair[0]))):
            self.names[rule] = f"z{_letters(n)}"

    def rule(self, attributes: str) -> Rule:
        """The text style and the declarations of one tag."""
        pens = [f"{name}:{_unit(name, value)}" for name, value in _PEN.findall(attributes)]
        return next((kind for kind in _kinds(attributes) if kind in self.fonts), ""), ";".join(pens)

    def tag(self, found: re.Match[str]) -> str:
        name = self.names.get(self.rule(found[2]))
        if name is None:
            return found[0]
        classes = " ".join([*(kind for kind in _kinds(found[2]) if kind not in self.fonts), name])
        rest = _CLASS.sub("", _PEN.sub("", found[2]))
        return f'<{found[1]}{rest} class="{classes}"{found[3]}>'

    def css(self) -> str:
        """Each text style once, for all that are set in it, then the inks."""
        styles: dict[str, list[str]] = {}
        for (font, _), name in self.names.items():
            styles.setdefault(font, []).append(f".{name}")
        fonts = (f"{','.join(names)}{{{self.fonts[font]}}}" for font, names in styles.items() if font)
        return "".join((*fonts, *(f".{name}{{{pens}}}" for (_, pens), name in self.names.items() if pens)))


def _kinds(attributes: str) -> list[str]:
    found = _CLASS.search(attributes)
    return found[1].split() if found else []


def _unit(name: str, value: str) -> str:
    return value.replace(" ", ",") if name == "stroke-dasharray" else value


def _letters(n: int) -> str:
    digits = "abcdefghijklmnopqrstuvwxyz"
    return digits[n] if n < 26 else _letters(n // 26 - 1) + digits[n % 26]
