"""A drawing as HTML for a page that is not ours: a figure with a text alternative, or a list of mistakes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from jmap.diagnostics import Diagnostic
from jmap.integrations.drawing import Drawing
from jmap.render.html.view import Entry, StageTable
from jmap.text.visible import visible

SHEET = "jmap.css"
READABLE = 0.62  # how small a picture may be shown, as a share of its own width: what is wider scrolls
NEAR = 90  # characters of a line that are shown on each side of a mistake
_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')


def style() -> str:
    """The style sheet for what is made here."""
    return (Path(__file__).parent / SHEET).read_text("utf-8")


def figure(drawing: Drawing, source: str, link: str = "") -> str:
    """The picture at the address `source`, its title (which leads to `link`, if given) and all of it as tables."""
    found = _SIZE.match(drawing.svg)
    width, height = (round(float(n)) for n in found.groups()) if found else (1200, 600)
    size = f"width:clamp({round(width * READABLE)}px,100%,{width}px)"
    alt = _text(f"{drawing.title}. {drawing.description}")
    title = _text(drawing.title)
    caption = f'<a href="{_text(link)}">{title}</a>' if link else title
    return (
        f'<figure class="jmap" lang="{_text(drawing.locale)}">'
        f'<div class="jmap-picture" tabindex="0" role="group" aria-label="{title}">'
        f'<img src="{_text(source)}" alt="{alt}" width="{width}" height="{height}" style="{size}"></div>'
        f"<figcaption>{caption}</figcaption>{tables(drawing)}</figure>"
    )


def tables(drawing: Drawing) -> str:
    """All that the picture shows, folded away: a table for each stage, its steps across."""
    made = "".join(map(_table, drawing.tables))
    return f'<details class="jmap-words"><summary>{_text(drawing.summary)}</summary>{made}</details>'


def mistakes(drawing: Drawing) -> str:
    """What is wrong, where a reader cannot miss it: file, line, column, and the line itself."""
    count = len(drawing.mistakes)
    head = f"{drawing.title}: {count} {'mistake' if count == 1 else 'mistakes'}, so there is no picture"
    items = "".join(map(_mistake, drawing.mistakes))
    return f'<div class="jmap-mistakes" role="alert"><p><strong>{_text(visible(head))}</strong></p>{items}</div>'


def told(d: Diagnostic) -> str:
    """A mistake in a line, without its place."""
    notes = [f"expected: {d.expected}"] if d.expected else []
    notes += [f"did you mean `{d.suggestion}`?"] if d.suggestion else []
    return visible("; ".join([d.message, *notes]))


def where(d: Diagnostic) -> str:
    return f"{visible(d.file)}:{d.line}:{d.column}"


def parts(d: Diagnostic) -> tuple[str, str, str]:
    """The line of a mistake: what stands before it, the fault itself, and what follows. Long lines are cut."""
    line = d.source_line.rstrip("\r\n")
    start, end = d.column - 1, d.column - 1 + max(1, d.length)
    before, after = line[max(0, start - NEAR) : start], line[end : end + NEAR]
    before = f"…{before}" if start > NEAR else before
    after = f"{after}…" if end + NEAR < len(line) else after
    return visible(before), visible(line[start:end]), visible(after)


def cell(entry: Entry) -> str:
    """An item of a table in one line of text."""
    head = " ".join(part for part in (entry.label, entry.figure, entry.text) if part)
    links = [link.text for link in entry.links]
    image = [entry.image.alt] if entry.image and entry.image.alt else []
    scores = [f"{score.name}: {score.value}" for score in entry.scores]
    facts = [who.name for who in entry.who] + list(entry.facts) + scores + links + image
    return f"{head} ({'; '.join(facts)})" if head and facts else head or "; ".join(facts)


def heading(table: StageTable) -> str:
    return f"{table.number} {table.name}"


def _table(table: StageTable) -> str:
    steps = "".join(f'<th scope="col">{_text(f"{step.number} {step.name}".strip())}</th>' for step in table.columns)
    rows = "".join(
        f'<tr><th scope="row">{_text(row.label)}</th>{"".join(f"<td>{_items(items)}</td>" for items in row.cells)}</tr>'
        for row in table.rows
    )
    head = f"<thead><tr><td></td>{steps}</tr></thead>"
    return f"<table><caption>{_text(heading(table))}</caption>{head}<tbody>{rows}</tbody></table>"


def _items(entries: Iterable[Entry]) -> str:
    return "<br>".join(_text(cell(entry)) for entry in entries)


def _mistake(d: Diagnostic) -> str:
    place, message = f"<code>{_text(where(d))}</code>", _text(told(d))
    if not d.source_line.strip():
        return f"<p>{place} {message}</p>"
    before, fault, after = map(_text, parts(d))
    line = f"{before}<mark>{fault}</mark>{after}"
    return f'<p>{place} {message}</p><pre><code><span class="jmap-line">{d.line}</span> {line}</code></pre>'


def _text(value: str) -> str:
    return escape(value, quote=True).replace("\n", " ")
