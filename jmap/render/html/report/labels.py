"""On a narrow screen each row of a table is a card: what stands over its cells, as a style sheet of this one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.render.html.view import PageView

NARROW = "@media (max-width:700px)"
COLUMNS = {  # by table: its cells from the second to the last
    "ideas": ("report.value", "report.effort", "report.eases", "report.owner", "report.status"),
    "unplaced": ("report.value", "report.effort", "report.eases", "report.owner", "report.status"),
    "pains": ("report.severity", "report.where", "report.evidence", "report.eased_by"),
    "inventory": (
        "report.channel",
        "report.owner",
        "report.initiator",
        "report.where",
        "touchpoint.importance",
        "touchpoint.satisfaction",
        "report.gap",
    ),
    "times": ("report.active", "report.waiting", "report.in_all", "report.bar"),
    "metrics": ("report.where", "report.now", "report.target", "report.progress", "report.difference", "report.source"),
    "personalisation": ("report.kind", "report.data", "report.consent", "report.where", "report.evidence"),
    "ways": ("page.kind", "page.to", "page.share", "page.when", "page.who"),
    "evidence": ("page.method", "page.level", "page.size", "page.date", "page.used_by"),
}


def label_css(view: PageView, words: Words) -> str:
    """The labels of all cards, and the tables of the stages turned so that each step is a card of its own."""
    narrow = "".join((*_cards(view, words), *_personas(view), *_lanes(view), *_order(view)))
    return f"{_people(view)}{_strip(len(view.stages))}{NARROW}{{{narrow}}}"


def _people(view: PageView) -> str:
    """The inks of the personas that there are."""
    tones = sorted({card.who.tone for card in view.personas})
    inks = (("mark", "_text"), ("edge", ""), ("wash", "_wash"))
    return "".join(
        f".p{tone}{{{';'.join(f'--{name}:var(--persona{tone}{end})' for name, end in inks)}}}" for tone in tones
    )


def _strip(stages: int) -> str:
    """The strip that shows a stage among all: how many boxes, how far apart, and which one is meant."""
    here = "".join(f".w{n}{{--k:{n}}}" for n in range(stages))
    return f".where{{--s:{stages};--p:{9 if stages < 9 else 5}px}}{here}"


def _cards(view: PageView, words: Words) -> Iterator[str]:
    for table, keys in COLUMNS.items():
        if not _has(view, table):
            continue
        for back, key in enumerate(reversed(keys), 1):
            yield f"#t-{table} td:nth-last-child({back})::before{{content:{css_string(words(key))}}}"


def _has(view: PageView, table: str) -> bool:
    """Whether the page has this table at all."""
    if table in ("ways", "evidence"):
        return bool(getattr(view, table))
    ideas = view.report.opportunities
    if table in ("ideas", "unplaced"):
        return bool(ideas and (ideas.ranked if table == "ideas" else ideas.unplaced))
    return bool(getattr(view.report, table))


def _personas(view: PageView) -> Iterator[str]:
    report = view.report
    met = [who.name for who, _ in report.engagement.personas] if report.engagement else []
    felt = [who.name if who else "" for who in report.feelings.personas] if report.feelings else []
    for table, names in (("engagement", met), ("feelings", felt)):
        for n, name in enumerate(names, 2):
            yield f"#t-{table} td:nth-child({n})::before{{content:{css_string(name)}}}"


def _lanes(view: PageView) -> Iterator[str]:
    labels = {row.lane: row.label for stage in view.stages for row in stage.rows}
    for lane, label in labels.items():
        yield f"tr[data-lane={css_string(lane)}] td::before{{content:{css_string(label)}}}"


def _order(view: PageView) -> Iterable[str]:
    """Cells stand by column, not by row: the first step with all its lanes, then the second."""
    widest = max((len(stage.columns) for stage in view.stages), default=0)
    return (f".lanes tr>:nth-child({n}){{order:{n}}}" for n in range(2, widest + 2))


def css_string(text: str) -> str:
    """Any text as a CSS string: nothing but letters, digits and spaces stands for itself."""
    return '"' + "".join(c if c.isascii() and c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'


def css_name(text: str) -> str:
    """A class from a lane's key: letters, digits and hyphens."""
    return "".join(c if c.isascii() and c.isalnum() else f"-{ord(c):x}-" for c in text)
