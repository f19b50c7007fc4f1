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
from jmap.render.html.nesting import flat
from jmap.render.html.outline import short
from jmap.render.html.repeats import repeats
from jmap.text.styles import families

PEN = r"fill|stroke|stroke-width|stroke-linecap|stroke-linejoin|stroke-dasharray|text-anchor|opacity"
SMALL = 12.0  # px: as high as a box may be that is drawn together with its neighbours
NUMBER = r"-?\d+(?:\.\d+)?"
Rule = tuple[str, str]  # text style, declarations
_TAG = re.compile(r"<(text|path|rect|g|use|circle)( [^<>]*?)(/?)>")
_PEN = re.compile(rf' ({PEN})="([^"]*)"')
_EXTRA = {"halo": "paint-order:stroke;stroke-linejoin:round", "upright": "font-style:normal"}
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
_FAMILY = re.compile(r"font-family:([^;]*)")
STACKS = {families(style): name for name, style in (("sans", "body"), ("serif", "thought"), ("display", "title"))}
ROOT = f":root{{{';'.join(f'--{name}:{stack}' for stack, name in STACKS.items())}}}"
# Without weight: every class overrules it. What `<use>` shows on printed pages inherits it from them.
USUAL = ":where(.picture,.viewer) text,.folios,.v-slice"
_CELL = re.compile(r'(<g class="cell") [^>]*>')
_POINT = re.compile(r'(<g class="point") role[^>]*>')  # what it says stands in the table of feelings
_PLACE = re.compile(r'(<g [^>]*?) data-(?:step|score|stage)="[^"]*"(?: data-score="[^"]*")?')
# A mark with paper around it: drawn twice, the wide pen first, which `halo` does in one.
_HALO = re.compile(r'(<path d="[^"]*" (fill="[^"]*"))( stroke="[^"]*" stroke-width="5")/>(?=<path|<text|</g>)(?:\1/>)')
_PLACED = re.compile(r' (x|y|textLength)="(-?[\d.]+)"')
_OUTLINE = re.compile(r' d="([^"]*)"')
_NUMBERS = re.compile(r' (?:x|y|cx|cy|r|width|height|textLength)="[^"]*\.[^"]*"')


@dataclass(frozen=True, slots=True)
class Compact:
    """Pictures by name, and the rules that the page's style sheet needs for them."""

    pictures: Mapping[str, str]
    css: str


def compact(pictures: Mapping[str, str], style_css: str) -> Compact:
    """`style_css` has the classes of the text styles (`.t-body{...}`)."""
    fonts = dict(re.findall(r"\.(t-[\w-]+)\{([^}]*)\}", style_css))
    pens = _Pens(fonts)
    icons = {"".join(f'<path d="{d}"/>' for d in paths): name for name, paths in PATHS.items()}
    plain = {name: _shapes(name, picture, icons) for name, picture in pictures.items()}
    pens.count("".join(plain.values()))
    done = {name: _joined(_TAG.sub(pens.tag, picture)) for name, picture in plain.items()}
    return Compact(repeats(done), pens.css())


def _shapes(name: str, picture: str, icons: Mapping[str, str]) -> str:
    """Discs, icons and hatching said shortly, and no more than one decimal."""
    picture = flat(_POINT.sub(r"\1>", _PLACE.sub(r"\1", _CELL.sub(r"\1>", picture.replace("</g>\n", "</g>")))))
    picture = _HALO.sub(r'\1 class="halo"\3/>', picture)
    inks = sorted({match[3] for match in _HATCH.finditer(picture)})
    picture = _HATCH.sub(rf'<rect\1\2/><rect\1 fill="url(#{name}-\3)"/>', picture)
    picture = _ICON.sub(lambda found: _icon(found, icons), picture)
    picture = _DISC.sub(_disc, picture)
    picture = re.sub(r"(<(?:text|path|rect|circle|g|use) [^<>]*>)", lambda m: _rounded(m[1]), picture)
    patterns = "".join(
        f'<pattern id="{name}-{ink}" width="6" height="6" patternUnits="userSpaceOnUse">'
        f'<path d="M-1 1l2-2M0 6l6-6M5 7l2-2" stroke="var(--{ink})" stroke-width="1.3"/></pattern>'
        for ink in inks
    )
    return picture.replace("</desc>", f"</desc>{patterns}", 1)


def _icon(found: re.Match[str], icons: Mapping[str, str]) -> str:
    name = icons.get(found[5])
    if name is None:
        return found[0]
    size = f"{float(found[3]) * 24:.0f}"
    return f'<use href="#i-{name}" x="{found[1]}" y="{found[2]}" width="{size}" height="{size}"{found[4]}/>'


def _disc(found: re.Match[str]) -> str:
    return f'<circle cx="{_tenths(float(found[1]) + float(found[3]))}" cy="{found[2]}" r="{found[3]}"'


def _rounded(tag: str) -> str:
    """One decimal in the numbers of our own attributes; what a map says stays as it is."""
    if tag.startswith("<text"):
        return _PLACED.sub(lambda m: f' {m[1]}="{float(m[2]) + 0.01:.0f}"', tag)
    tag = _OUTLINE.sub(lambda m: f' d="{short(m[1])}"', tag)
    return _NUMBERS.sub(
        lambda m: _FINE.sub(lambda n: _tenths(float(n[0])), m[0]),
        tag,
    )


def _tenths(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


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
        data = f"M{x} {y}h{width}v{height}h-{width}Z"
        if drawn and drawn[-1][0] == kind:
            data = drawn.pop()[1] + data
        drawn.append((kind, data))
    return "".join(f'<path{kind} d="{short(data)}"/>' if kind else data for kind, data in drawn)


class _Pens:
    """Every way to paint gets a class; the shortest names go to what is used most."""

    def __init__(self, fonts: Mapping[str, str]) -> None:
        self.fonts = fonts
        self.names: dict[Rule, str] = {}
        self._rules: dict[str, Rule] = {}  # by the attributes that say it: each tag is read twice
        self.usual: Rule | None = None  # how most texts are set: they need no class

    def count(self, svg: str) -> None:
        rules = [(tag[1], self.rule(tag[2])) for tag in _TAG.finditer(svg)]
        uses = Counter(rule for _, rule in rules if any(rule))
        for n, (rule, _) in enumerate(sorted(uses.items(), key=lambda pair: (-pair[1], pair[0]))):
            self.names[rule] = _letters(n)
        texts = Counter(rule for tag, rule in rules if tag == "text" and rule[0])
        plain = [rule for rule in texts if ";" not in rule[1]]  # nothing that another class would have to take back
        self.usual = min(plain, key=lambda rule: (-texts[rule], rule), default=None)

    def rule(self, attributes: str) -> Rule:
        """The text style and the declarations of one tag."""
        known = self._rules.get(attributes)
        if known is None:
            known = self._rules[attributes] = self._rule(attributes)
        return known

    def _rule(self, attributes: str) -> Rule:
        pens = [f"{name}:{_unit(name, value)}" for name, value in _PEN.findall(attributes)]
        kinds = _kinds(attributes)
        extra = [_EXTRA[kind] for kind in kinds if kind in _EXTRA]
        return next((kind for kind in kinds if kind in self.fonts), ""), ";".join((*extra, *pens))

    def tag(self, found: re.Match[str]) -> str:
        rule = self.rule(found[2])
        name = self.names.get(rule)
        if name is None:
            return found[0]
        if found[1] == "text" and rule == self.usual:
            name = ""
        others = (kind for kind in _kinds(found[2]) if kind not in self.fonts and kind not in _EXTRA)
        classes = " ".join(filter(None, (*others, name)))
        rest = _CLASS.sub("", _PEN.sub("", found[2]))
        named = f' class="{classes}"' if classes else ""
        return f"<{found[1]}{rest}{named}{found[3]}>"

    def css(self) -> str:
        """Each text style and each ink that several classes share once, then what a class has alone."""
        sharing: dict[str, list[str]] = {}
        for (font, pens), name in self.names.items():
            for declaration in (*filter(None, (_stacked(self.fonts.get(font, "")),)), *pens.split(";")):
                sharing.setdefault(declaration, []).append(name)
        rules: dict[tuple[str, ...], list[str]] = {}
        for declaration, names in sharing.items():
            if declaration:
                rules.setdefault(tuple(names), []).append(declaration)
        usual = f"{USUAL}{{{_stacked(self.fonts[self.usual[0]])};{self.usual[1]}}}" if self.usual else ""
        return ROOT + usual + "".join(f".{',.'.join(names)}{{{';'.join(said)}}}" for names, said in rules.items())


def _stacked(style: str) -> str:
    """A text style with the names of its fonts as a variable: they are long, and every style says them.

    Upright serifs are of the display cut, as the page's headings are.
    """
    slanted = "italic" in style

    def named(found: re.Match[str]) -> str:
        stack = STACKS.get(found[1], "sans")
        return f"font-family:var(--{'display' if stack == 'serif' and not slanted else stack})"

    return _FAMILY.sub(named, style).replace(":650", ":600")


def _kinds(attributes: str) -> list[str]:
    found = _CLASS.search(attributes)
    return found[1].split() if found else []


def _unit(name: str, value: str) -> str:
    return value.replace(" ", ",") if name == "stroke-dasharray" else value


def _letters(n: int) -> str:
    digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"  # the page's own classes are in small letters
    return digits[n] if n < 26 else _letters(n // 26 - 1) + digits[n % 26]
