"""The atlas: every map of the project with its health, what maps share, and those that could not be built."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from jmap.render.html.atlas.cards import page_of
from jmap.render.html.atlas.view import AtlasView, prepare
from jmap.render.html.policy import colours, content_policy
from jmap.render.html.templates import Templates
from jmap.render.html.thumbnail import HEIGHT, WIDTH
from jmap.render.html.view import Link, strings
from jmap.render.html.woff import packed
from jmap.render.svg import style_css
from jmap.text.direction import is_rtl
from jmap.text.embed import font_css
from jmap.text.styles import STYLES

if TYPE_CHECKING:
    from jmap.diagnostics import Diagnostic
    from jmap.locale.words import Words
    from jmap.resolve.journey import FailedMap, Workspace
    from jmap.text.fonts import Fonts
    from jmap.theme.theme import Theme

ROWS = 24  # with more maps than that, rows are easier to look through than cards
FIRST = 50  # opportunities that are shown before the rest is asked for


def index(
    workspace: Workspace,
    theme: Theme,
    words: Words,
    failed: Sequence[FailedMap],
    diagnostics: Sequence[Diagnostic],
    templates: Templates | None = None,
    *,
    picture: str = "",
    picture_texts: Mapping[str, Iterable[str]] | None = None,
    missing: str = "",
    whole: bool = True,
    others: Sequence[str] = (),
    fonts: Fonts | None = None,
) -> str:
    """The whole file. `diagnostics` of files that are no map stand under the name of their file.

    `picture` is the links diagram as inline SVG with `picture_texts` in it by style, or `missing` says why there is
    none. Without `whole`, the workspace holds some maps of the project only. `others` are ids of maps that were built
    earlier and have a page.
    """
    templates = templates or Templates()
    view = prepare(workspace, failed, diagnostics, words)
    drawn = picture_texts or {}
    script = _script(templates)
    faces = packed(font_css(_texts(view, others, words, drawn), fonts))
    pens = style_css({name: STYLES[name] for name in drawn})
    css = "".join((colours(theme), faces, pens, templates.sheet("index.css")))
    return templates.render(
        "index.html", words, view=view, language=words.locale, rtl=is_rtl(view.title),
        size=(int(WIDTH), int(HEIGHT)), layout="rows" if len(view.cards) > ROWS else "cards", first=FIRST,
        picture=Markup(picture), missing=missing, whole=whole, others=tuple(Link(id, page_of(id)) for id in others),
        css=Markup(css), script=Markup(script), policy=content_policy((css,), (script,)),
    )  # fmt: skip


def _texts(
    view: AtlasView, others: Sequence[str], words: Words, drawn: Mapping[str, Iterable[str]]
) -> dict[str, set[str]]:
    """Which texts are set in which style, those of the diagram with them: the glyphs that the fonts need."""
    shown = _letters((*strings(view), *others, *words.every(), "0123456789,:"))
    titles = {card.title for card in view.cards}
    texts = {
        "body": shown,
        "body-strong": set(shown),
        "title-page": {view.title},
        "section": _letters((*words.every(), *titles)),
    }
    for style, found in drawn.items():
        texts.setdefault(style, set()).update(found)
    return texts


def _script(templates: Templates) -> str:
    """The page's one script; the switch between light and dark is that of the maps' pages."""
    parts = (templates.sheet("index.js"), templates.sheet("script/theme.js"), "startAtlas();\n")
    return f'"use strict";(()=>{{\n{"".join(parts)}}})();'


def _letters(texts: Iterable[str]) -> set[str]:
    """The texts, with all plain ones as one line of their letters: nothing in these combines with what is beside."""
    letters: set[str] = set()
    found: set[str] = set()
    for text in texts:
        if all(sign < "\u0300" or "\u2000" <= sign < "\u2200" for sign in text):
            letters.update(text)
        else:
            found.add(text)
    return found | {"".join(sorted(letters))}
