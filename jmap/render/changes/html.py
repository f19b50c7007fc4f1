"""One page for a reviewer: every change with its lines, and each map before, after, and both in one picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from jmap.diff.change import MapComparison
from jmap.layout.changes.overlay import overlay
from jmap.layout.scene import Scene
from jmap.layout.swimlane import headless
from jmap.render.changes.kit.review import Review
from jmap.render.html.changes.view import ChangesView, prepare
from jmap.render.html.policy import colours, content_policy
from jmap.render.html.templates import Templates
from jmap.render.html.woff import packed
from jmap.render.svg import style_css, svg, texts_by_style
from jmap.text.direction import is_rtl
from jmap.text.embed import font_css
from jmap.text.styles import STYLES, families
from jmap.text.typesetter import Typesetter

SHOWS = ("before", "both", "after")
FAMILIES = f":root{{--sans:{families('body')};--serif:{families('lead')};--display:{families('title')}}}"
Texts = dict[str, set[str]]


def render(review: Review) -> str:
    """The page, in one file that asks for nothing from anywhere. The review has a theme."""
    assert review.theme is not None
    typesetter, templates = Typesetter(), Templates()
    texts: Texts = defaultdict(set)
    drawn, shapes = [], []
    for n, one in enumerate(review.comparison.maps):
        scenes = _scenes(one, typesetter, review)
        shapes.append((max(s.width for s in scenes.values()), max(s.height - s.top for s in scenes.values())))
        drawn.append({show: _picture(scene, review, f"p{n}{show}", texts) for show, scene in scenes.items()})
    view = prepare(review, drawn, shapes)
    pens = style_css({name: STYLES[name] for name in texts})
    for style, said in _said(view, review).items():
        texts[style].update(said)
    css = "".join(
        (
            colours(review.theme),
            FAMILIES,
            packed(font_css(texts, typesetter.fonts)),
            pens,
            templates.sheet("changes/changes.css"),
        )
    )
    script = _script(templates)
    return templates.render(
        "changes.html", review.words, language=review.words.locale, rtl=is_rtl(view.title), view=view, review=review,
        css=Markup(css), script=Markup(script), policy=content_policy((css,), (script,)), shows=SHOWS, svg=Markup,
    )  # fmt: skip


def _scenes(one: MapComparison, typesetter: Typesetter, review: Review) -> Mapping[str, Scene]:
    """Both sides in one layout, and each side alone in the same; of a map on one side only, that side."""
    shows = SHOWS if one.base and one.head else ("both",)
    sides = (review.comparison.base, review.comparison.head)
    return {
        show: headless(
            overlay(one, typesetter, review.words, review.titles, sides=sides, show=show, listed=False)  # type: ignore[arg-type]
        )
        for show in shows
    }


def _picture(scene: Scene, review: Review, prefix: str, texts: Texts) -> str:
    assert review.theme is not None
    for style, found in texts_by_style(scene).items():
        texts[style].update(found)
    return svg(scene, review.theme, inline=True, prefix=prefix)


def _said(view: ChangesView, review: Review) -> Texts:
    """Which texts the page sets in which style besides the pictures: the glyphs that the fonts need."""
    rows = [row for part in view.parts for group in part.groups for row in group.rows]
    said = {text for row in rows for text in (row.sentence, row.reason, *row.details, row.where, row.base, row.head)}
    said |= {text for part in view.parts for text in (part.title, part.verdict, part.file)}
    said |= {*view.gap, *view.approvals, *review.words.every(), *review.notes}
    said |= {text for pair in view.touched for text in pair}
    said |= {text for end in (view.base, view.head) for text in (end.name, end.commit, end.date, end.note)}
    said |= {d.message + d.file + d.source_line + d.expected + d.suggestion for d in review.comparison.broken}
    letters = {*_letters(said), "0123456789abcdef.,:→+−%/"}
    titles = {view.title, *(part.title for part in view.parts)}
    return {
        "body": letters,
        "body-strong": letters,
        "title-page": {view.title},
        "section": titles,
        "lead": {view.verdict},
    }


def _letters(texts: Iterable[str]) -> set[str]:
    """Texts whose letters join or combine as they are, the letters of the others in one line."""
    plain = {text for text in texts if all(sign < "\u0300" or "\u2000" <= sign < "\u2200" for sign in text)}
    return {*(text for text in texts if text not in plain), "".join(sorted(set("".join(plain))))}


def _script(templates: Templates) -> str:
    return f'"use strict";(()=>{{\n{templates.sheet("changes/changes.js")}}})();'
