"""One map's page: its picture, and the same content as real tables, in one file that asks for nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from markupsafe import Markup

from jmap.render.html.compact import compact
from jmap.render.html.lean import lean
from jmap.render.html.policy import colours, content_policy, short_tokens
from jmap.render.html.prepare import prepare
from jmap.render.html.print_leaves import leaves, with_ids
from jmap.render.html.report.labels import label_css
from jmap.render.html.templates import Templates
from jmap.render.html.view import PageView, strings
from jmap.render.html.viewer import script, viewer
from jmap.render.html.woff import packed
from jmap.render.svg import CLASSES, style_css
from jmap.text.styles import STYLES

if TYPE_CHECKING:
    from jmap.layout.paper.plan import Plan
    from jmap.locale.words import Words
    from jmap.resolve.journey import Journey, Workspace
    from jmap.theme.theme import Theme

PICTURES = ("swimlane", "flow", "touchpoints")
SANS = ("body", "body-strong")
ROMANS = ("newsreader-400", "newsreader-500")
BESIDE = {
    **dict.fromkeys((name for name, style in STYLES.items() if style.weight == 650), "body-strong"),
    **dict.fromkeys((name for name, style in STYLES.items() if style.face in ROMANS), "title"),
    **dict.fromkeys((name for name, style in STYLES.items() if style.tabular), "body-strong"),
}
HEADINGS = (
    *(f"page.{name}" for name in ("map", "flow", "touchpoints", "table", "ways", "evidence")),
    *(f"report.{name}" for name in ("ideas", "pains", "inventory", "engagement", "feelings", "times", "metrics")),
    *(f"report.{name}" for name in ("plan", "personalisation", "glossary")),
)


def page(
    journey: Journey,
    workspace: Workspace,
    theme: Theme,
    words: Words,
    pictures: Mapping[str, str],
    fonts_css: str,
    templates: Templates | None = None,
    paper: Plan | None = None,
    view: PageView | None = None,
) -> str:
    """The whole file.

    `pictures` holds inline SVG from our own renderer under `swimlane`, `flow` and `touchpoints`, those that there
    are. `fonts_css` has the @font-face rules for them and for `texts_of`. Many pages share one `templates`.
    `paper` says how the map is printed; without it, on one page. `view` is what `prepare` made, if it has already.
    """
    templates = templates or Templates()
    view = view or prepare(journey, workspace, words)
    given = {name: pictures[name] for name in PICTURES if pictures.get(name)}
    if paper:
        given["swimlane"] = with_ids(given["swimlane"], paper)
    small = compact(given, style_css(dict(STYLES)))
    controls = viewer(journey, words)
    sheets = (CLASSES, small.css, *_sheets(templates, label_css(view, words), controls.folds))
    css = "".join((colours(theme), *(sheet.replace("\n", "") for sheet in sheets)))
    css, shown = short_tokens(css, small.pictures, theme)
    faces = packed(fonts_css)
    early = templates.script(("script/early.js",))
    js = script(templates, bool(pictures.get("swimlane")), controls.folds)
    whole = templates.render(
        "page.html", words, view=view, viewer=controls,
        css=Markup(css), faces=Markup(faces), early=Markup(early), script=Markup(js),
        policy=content_policy((css, faces), (early, js)),
        pictures={name: Markup(picture) for name, picture in shown.items()},
        leaves=Markup(leaves(paper, view.title, words)) if paper else "",
    )  # fmt: skip
    return lean(whole)


def _sheets(templates: Templates, labels: str, folds: bool) -> tuple[str, ...]:
    """The style sheets of the package that a page needs, in the order in which they overrule each other."""
    rest = ("viewer.css", "fold.css", "print.css") if folds else ("viewer.css", "print.css")
    return templates.sheet("page.css"), templates.sheet("report.css"), labels, *map(templates.sheet, rest)


def page_fonts(used: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """The same texts, each in a style whose face the page carries: a weight beside another says little for 7 kB."""
    drawn: dict[str, set[str]] = {}
    for style, texts in used.items():
        drawn.setdefault(BESIDE.get(style, style), set()).update(texts)
    return drawn


def texts_of(view: PageView, words: Words) -> dict[str, tuple[str, ...]]:
    """Which texts the page sets in which style, beside its pictures: the glyphs that its fonts need."""
    labels = tuple(words.every())
    everything = (*sorted(strings(view)), *labels)
    names = [card.who.name for card in view.personas]
    headings = [column.name for stage in view.stages for column in stage.columns]
    return {
        **dict.fromkeys(SANS, everything),
        "step": (*names, *headings, *(stage.name for stage in view.stages), "0123456789"),
        "numeral": ("0123456789",),
        "title-page": (view.title,),
        "section": tuple(map(words, HEADINGS)),
        "thought": tuple(_voices(view)),
    }


def _voices(view: PageView) -> Iterable[str]:
    yield from (card.quote for card in view.personas)
    yield from (row.quote for row in view.evidence)
    for stage in view.stages:
        yield from (entry.text for row in stage.rows for cell in row.cells for entry in cell if entry.voice)
