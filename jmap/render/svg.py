"""A scene as SVG: the one place where tokens become ink.

A picture that stands alone carries its colours, its styles and the glyphs it uses. A picture inside a page
(`inline`) leaves all three to the page: its colours are `var(--token)`, its texts have classes.
"""

from __future__ import annotations

from base64 import b64encode
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from html import escape

from jmap.icons import icon_paths
from jmap.layout.scene import Box, Curve, Group, Icon, Item, Mark, Picture, Scene, Text, Wash
from jmap.render.shapes import arrow_head, hatch_lines, mark_path, number, path_data
from jmap.text.direction import is_rtl
from jmap.text.embed import font_css
from jmap.text.fonts import Fonts
from jmap.text.styles import STYLES, families
from jmap.theme.theme import Theme

# What a page's script takes hold of: a picture on its own does without.
HANDLES = ("item", "whose", "row", "ground", "name", "band", "aside", "trace", "key", "heading")
DASHES = {"dashed": "7 5", "dotted": "1 6"}


def svg(
    scene: Scene,
    theme: Theme,
    *,
    inline: bool = False,
    prefix: str = "j",
    fonts: Fonts | None = None,
    glyphs: bool = True,
) -> str:
    """The picture as SVG text. `prefix` keeps ids apart when several pictures share a page.

    `fonts` may be those of the typesetter that measured the picture, to spare opening the files again. Without
    `glyphs` it carries no fonts: whoever shows it has them.
    """
    return _Writer(theme, inline, prefix, fonts, glyphs).document(scene)


def texts_by_style(scene: Scene) -> dict[str, set[str]]:
    """Which texts a scene draws in which style: what a page needs to embed the glyphs in use."""
    used: dict[str, set[str]] = defaultdict(set)

    def walk(items: tuple[Item, ...]) -> None:
        for item in items:
            if isinstance(item, Group):
                walk(item.children)
            elif isinstance(item, Text):
                used[item.style].add(item.text)
            elif isinstance(item, Mark) and item.letter:
                used[BADGE].add(item.letter)

    walk(scene.children)
    return used


BADGE = "small-strong"
CLASSES = (
    ".halo{paint-order:stroke;stroke-linejoin:round}.upright{font-style:normal}.s12{font-size:12px}"
    ".link{text-decoration:underline;text-decoration-thickness:.5px;text-underline-offset:3px}"
)


def style_css(names: Mapping[str, object] | set[str]) -> str:
    """CSS classes (`t-body`) for text styles, the same in a picture and in a page."""
    rules = []
    for name in sorted(names):
        style = STYLES[name]
        spacing = f";letter-spacing:{style.tracking_em}em" if style.tracking_em else ""
        slant = ";font-style:italic" if style.italic else ""
        tabular = ";font-variant-numeric:tabular-nums" if style.tabular else ""
        font = f"font-family:{families(name)};font-size:{number(style.size)}px;font-weight:{style.weight}"
        rules.append(f".t-{name}{{{font}{slant}{spacing}{tabular}}}")
    return "".join(rules) + CLASSES


class _Writer:
    """Walks one scene. Everything that comes from a map passes `escape` on its way out."""

    def __init__(self, theme: Theme, inline: bool, prefix: str, fonts: Fonts | None, glyphs: bool) -> None:
        self.theme, self.inline, self.prefix, self.fonts, self.glyphs = theme, inline, prefix, fonts, glyphs
        self.defs: list[str] = []
        self.rtl = False  # the direction of the whole picture: texts say theirs only where it differs

    def ink(self, token: str) -> str:
        if not token:
            return "none"
        return f"var(--{token})" if self.inline else self.theme.ink(token)

    def document(self, scene: Scene) -> str:
        self.rtl = scene.rtl
        body = "".join(self.items(scene.children))
        w, h, top = number(scene.width), number(scene.height - scene.top), number(scene.top)
        title, desc = f"{self.prefix}-title", f"{self.prefix}-desc"
        direction = ' direction="rtl"' if scene.rtl else ""
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 {top} {w} {h}"'
            f' role="graphics-document document" aria-labelledby="{title}" aria-describedby="{desc}"'
            f' lang="{escape(scene.language)}"{direction}>'
            f'<title id="{title}">{_text(scene.title)}</title><desc id="{desc}">{_text(scene.description)}</desc>'
        )
        defs = f"<defs>{''.join(self.defs)}</defs>" if self.defs else ""
        above = f' y="{top}"' if scene.top else ""
        ground = f'<rect{above} width="{w}" height="{h}" fill="{self.ink(scene.paper)}"/>'
        return f"{head}{self.style(scene)}{defs}{ground}{body}</svg>\n"

    def style(self, scene: Scene) -> str:
        if self.inline:
            return ""
        used = texts_by_style(scene)
        glyphs = font_css(used, self.fonts) if self.glyphs else ""
        return f"<style>{glyphs}{style_css(set(used))}</style>"

    def items(self, items: tuple[Item, ...]) -> Iterator[str]:
        for item in items:
            write: Callable[[Item], str] = getattr(self, "_" + type(item).__name__.lower())
            yield write(item)

    def _group(self, group: Group) -> str:
        if group.kind in HANDLES and not self.inline:
            return "".join(self.items(group.children))
        kind = f' class="{escape(group.kind)}"' if group.kind else ""
        label = f' role="group" aria-label="{_text(group.label)}"' if group.label else ""
        data = "".join(f' data-{name}="{_text(value)}"' for name, value in group.data)
        return f"<g{kind}{label}{data}>{''.join(self.items(group.children))}</g>\n"

    def _text(self, text: Text) -> str:
        rtl = is_rtl(text.text)
        start, end = ("end", "start") if rtl else ("start", "end")
        anchor = {"left": start, "middle": "middle", "right": end}[text.anchor]
        classes = [f"t-{text.style}"]
        attributes = f' x="{number(text.x)}" y="{number(text.y)}" fill="{self.ink(text.ink)}"'
        if anchor != "start":
            attributes += f' text-anchor="{anchor}"'
        if rtl != self.rtl:
            attributes += f' direction="{"rtl" if rtl else "ltr"}"'
        if text.upright:
            classes.append("upright")
        if text.size and text.size != STYLES[text.style].size:
            classes.append(f"s{number(text.size)}")
        if text.halo:
            classes.append("halo")
            attributes += f' stroke="{self.ink(text.halo)}" stroke-width="4"'
        if not text.exact and text.width:
            attributes += f' textLength="{number(text.width)}" lengthAdjust="spacingAndGlyphs"'
        if text.link:
            classes.append("link")
        drawn = f'<text class="{" ".join(classes)}"{attributes}>{_text(text.text)}</text>'
        return f'<a href="{_text(text.link)}">{drawn}</a>' if text.link else drawn

    def _box(self, box: Box) -> str:
        radius = f' rx="{number(box.radius)}"' if box.radius else ""
        place = _extent(box)
        stroke = self.stroke(box.stroke, box.stroke_width, box.dash and "3.5 3")
        rect = f'<rect {place}{radius} fill="{self.ink(box.fill)}"{stroke}{_opacity(box.opacity)}/>'
        if not box.hatch:
            return rect
        lines = hatch_lines(box.x, box.y, box.width, box.height)
        return rect + f'<path d="{lines}" fill="none" stroke="{self.ink(box.hatch)}" stroke-width="1.3"/>'

    def stroke(self, token: str, width: float, dash: str) -> str:
        if not token:
            return ""
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        return f' stroke="{self.ink(token)}" stroke-width="{number(width)}"{dashes}'

    def _curve(self, curve: Curve) -> str:
        dash = DASHES.get(curve.dash, "")
        cap = ' stroke-linecap="round" stroke-linejoin="round"' if curve.stroke else ""
        stroke = self.stroke(curve.stroke, curve.width, dash) + cap + _opacity(curve.opacity)
        path = f'<path d="{path_data(curve.commands)}" fill="{self.ink(curve.fill)}"{stroke}/>'
        if not curve.arrow:
            return path
        return path + f'<path d="{arrow_head(curve.commands, curve.width)}" fill="{self.ink(curve.stroke)}"/>'

    def _mark(self, mark: Mark) -> str:
        fill = self.ink("paper") if mark.hollow else self.ink(mark.ink)
        shape = mark_path(mark.shape, mark.x, mark.y, mark.size - (mark.stroke_width if mark.hollow else 0))
        under = ""
        if mark.halo:
            under = f'<path d="{shape}" fill="{fill}" stroke="{self.ink(mark.halo)}" stroke-width="5"/>'
        stroke = self.stroke(mark.ink, mark.stroke_width, "") if mark.hollow else ""
        drawn = under + f'<path d="{shape}" fill="{fill}"{stroke}/>'
        if not mark.letter:
            return drawn
        ink = mark.ink if mark.hollow else "paper"
        letter = Text(mark.x, mark.y + 3.7, mark.letter, BADGE, ink, "middle")
        return drawn + self._text(letter)

    def _wash(self, wash: Wash) -> str:
        name = f"{self.prefix}-wash{len(self.defs)}"
        stops = self.stop(0, wash.top, wash.bottom) + self.stop(1, wash.bottom, wash.top)
        self.defs.append(f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1">{stops}</linearGradient>')
        place = _extent(wash)
        return f'<rect {place} fill="url(#{name})"/>'

    def stop(self, offset: int, token: str, other: str) -> str:
        """An empty token is the other colour, transparent: so the gradient does not turn grey half-way."""
        opacity = "" if token else ' stop-opacity="0"'
        return f'<stop offset="{offset}" stop-color="{self.ink(token or other)}"{opacity}/>'

    def _icon(self, icon: Icon) -> str:
        scale = icon.size / 24
        strokes = "".join(f'<path d="{d}"/>' for d in icon_paths(icon.name))
        place = f"translate({number(icon.x)} {number(icon.y)}) scale({number(scale)})"
        pen = f'fill="none" stroke="{self.ink(icon.ink)}" stroke-width="1.75"'
        return f'<g transform="{place}" {pen} stroke-linecap="round" stroke-linejoin="round">{strokes}</g>'

    def _picture(self, picture: Picture) -> str:
        data = b64encode(picture.data).decode("ascii")
        place = _extent(picture)
        clip = ""
        if picture.round:
            name = f"{self.prefix}-disc{len(self.defs)}"
            cx, cy = picture.x + picture.width / 2, picture.y + picture.height / 2
            disc = f'<circle cx="{number(cx)}" cy="{number(cy)}" r="{number(picture.width / 2)}"/>'
            self.defs.append(f'<clipPath id="{name}">{disc}</clipPath>')
            clip = f' clip-path="url(#{name})"'
        alt = f' role="img" aria-label="{_text(picture.alt)}"' if picture.alt else ' aria-hidden="true"'
        return (
            f'<image {place} preserveAspectRatio="xMidYMid slice"{clip}{alt}'
            f' href="data:{picture.media_type};base64,{data}"/>'
        )


def _extent(item: Box | Wash | Picture) -> str:
    x, y, width, height = (number(value) for value in (item.x, item.y, item.width, item.height))
    return f'x="{x}" y="{y}" width="{width}" height="{height}"'


def _text(value: str) -> str:
    return escape(value, quote=True)


def _opacity(value: float) -> str:
    return "" if value == 1 else f' opacity="{number(value)}"'
