"""The legend: it explains what this picture shows, with the very marks that it shows, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jmap.layout.cells import metric, opportunity, pain, time, touchpoint
from jmap.layout.kit import Block, Kit, flow, persona_token, shape_of, stack
from jmap.layout.scene import Box, Curve, Dash, Group, Icon, Mark, Shape
from jmap.layout.scene import Item as Drawn

GAP, ENTRY_GAP = 32.0, 22.0
ENTRY, NOTE = 310.0, 175.0  # how wide an entry may be, and a sentence that takes two lines anyway
STROKE = (("M", 0.0, 7.0), ("L", 40.0, 7.0))


def legend(width: float, kit: Kit) -> Block:
    """Groups of entries in rows; each group has a heading and at most two entries above each other.

    Rows are as long as each other, so that none holds a single group that is left over.
    """
    groups = [_group(name, entries, width, kit) for name, entries in _groups(kit)]
    shown = [group for group in groups if group.height]
    if not shown:
        return Block(0, 0)
    return stack([_row(row, width) for row in even_rows(shown, width)], 20)


def even_rows(groups: list[Block], width: float) -> list[list[Block]]:
    """As few rows as there can be, and in each about as much as in the others."""
    fewest = len(_rows(groups, width))
    widths = (min(float(w), width) for w in range(100, int(width) + 21, 20))
    return next(rows for rows in (_rows(groups, w) for w in widths) if len(rows) == fewest)


def _rows(groups: list[Block], width: float) -> list[list[Block]]:
    rows: list[list[Block]] = [[]]
    used = 0.0
    for group in groups:
        if rows[-1] and used + GAP + group.width > width:
            rows.append([])
            used = 0.0
        used += group.width + (GAP if rows[-1] else 0)
        rows[-1].append(group)
    return rows


def _row(groups: list[Block], width: float) -> Block:
    """Groups of one row; the room that is left is shared between them when there are several."""
    free = width - sum(group.width for group in groups)
    gap = min(max(GAP, free / max(1, len(groups) - 1)), 110.0) if len(groups) > 1 else 0.0
    x = 0.0
    items: list[Drawn] = []
    for group in groups:
        items += group.at(x, 0)
        x += group.width + gap
    return Block(x - gap, max(group.height for group in groups), tuple(items))


def _group(name: str, entries: Iterable[tuple[Block, str]], width: float, kit: Kit) -> Block:
    drawn = [
        _entry(mark, words, min(width, mark.width + (NOTE if name == "opportunity" or not mark.width else ENTRY)), kit)
        for mark, words in entries
    ]
    if not drawn:
        return Block(0, 0)
    heading = kit.line(kit.words(f"legend.{name}"), "label-strong")
    x, height = 0.0, 0.0
    items: list[Drawn] = []
    for first in range(0, len(drawn), 2):
        pair = drawn[first : first + 2]
        y = 0.0
        for block in pair:
            items += block.at(x, 26 + y)
            y += max(block.height, 20) + 8
        height = max(height, y - 8)
        x += max(block.width for block in pair) + ENTRY_GAP
    together = (Group((*heading.items, *items), "key"),)
    return Block(max(heading.width * 1.03, x - ENTRY_GAP), 26 + height, together)


def _entry(mark: Block, words: str, width: float, kit: Kit) -> Block:
    left = mark.width + 9 if mark.width else 0.0
    text = kit.text(words, "label", width - left, "ink2")
    height = max(mark.height, text.height)
    items = (*mark.at(0, max(0, (16 - mark.height) / 2)), *text.at(left, max(0, (mark.height - 16) / 2)))
    return Block(left + text.width * 1.02, height, items)


def _groups(kit: Kit) -> list[tuple[str, list[tuple[Block, str]]]]:
    return [
        ("known", _known(kit)),
        ("feelings", _feelings(kit)),
        ("personas", _personas(kit)),
        ("owner", _owners(kit)),
        ("initiator", _simple(kit, "initiator", ("customer", "organisation"), _initiator)),
        ("severity", _simple(kit, "severity", ("low", "medium", "high", "critical"), _severity)),
        ("opportunity", _opportunity(kit)),
        ("moment", _simple(kit, "moment", ("step", "touchpoint"), _star, prefix="legend.moment")),
        ("path", _path(kit)),
        ("metric", _simple(kit, "metric", ("target", "beyond"), _metric, prefix="legend.metric")),
        ("time", _time(kit)),
    ]


def _simple(
    kit: Kit, group: str, names: tuple[str, ...], mark: Callable[[str], Block], prefix: str = ""
) -> list[tuple[Block, str]]:
    return [(mark(name), kit.words(f"{prefix or group}.{name}")) for name in names if f"{group}.{name}" in kit.seen]


FORMS: tuple[tuple[str, Callable[[bool], Block]], ...] = (
    ("dot", lambda known: Block(8, 14, (Mark("circle", 4, 7, 7, "ink2", not known),))),
    ("point", lambda known: Block(12, 14, (Mark("circle", 6, 7, 10, "persona1", not known, stroke_width=2.4),))),
    ("gain", lambda known: Block(14, 14, (Mark("circle", 7, 7, 13, "gain", not known),))),
    ("pain", lambda known: _card(known, "pain")),
    ("opportunity", lambda known: _card(known, "opportunity")),
    ("bar", lambda known: Block(18, 14, (metric.strip(0, 4.5, 18, known),))),
    ("pips", lambda known: Block(20, 14, touchpoint.pips(2, known, of=2).at(0, 4.5))),
)


def _known(kit: Kit) -> list[tuple[Block, str]]:
    """Filled against hollow, shown with the forms that the picture really holds (three of them at most)."""
    entries = []
    for known, words in ((True, "legend.filled"), (False, "legend.hollow")):
        grade = "known" if known else "assumed"
        forms = [draw(known) for name, draw in FORMS if f"{name}.{grade}" in kit.seen]
        if forms:
            entries.append((flow(forms[:4], 200, 7, 4), kit.words(words)))
    return entries


def _card(known: bool, token: str) -> Block:
    dash: Dash = "" if known else "dashed"
    fill = f"{token}_fill" if known else "paper"
    return Block(18, 14, (Box(0.5, 1.5, 17, 11, fill, f"{token}_line", radius=3, dash=dash),))


def _personas(kit: Kit) -> list[tuple[Block, str]]:
    """Who the initials are, where no curve has told it already."""
    if "badge" not in kit.seen or any(name.startswith("curve.") for name in kit.seen):
        return []
    return [(Block(18, 18, (kit.badge(p, 9, 9),)), p.name) for p in kit.journey.personas]


def _feelings(kit: Kit) -> list[tuple[Block, str]]:
    people = [p for p in kit.journey.personas if f"curve.{p.id}" in kit.seen]
    entries = [(_curve(persona_token(p), shape_of(p), f"curve.{p.id}.known" in kit.seen), p.name) for p in people]
    if "feelings.everyone" in kit.seen:
        known = any(name.endswith(".known") and name.startswith("curve.") for name in kit.seen)
        entries.append((_curve("ink", "circle", known), kit.words("feelings.everyone")))
    ink = persona_token(people[0]) if people else "ink"
    if "feelings.spread" in kit.seen:
        spread = Box(0, 0, 40, 14, ink, opacity=0.16)
        entries.append((Block(40, 14, (spread, Curve(STROKE, ink, 2.4))), kit.words("legend.spread")))
    if "feelings.assumed" in kit.seen:
        entries.append((Block(40, 14, (Curve(STROKE, ink, 3.2, "dotted"),)), kit.words("legend.dotted")))
    return entries


def _curve(ink: str, shape: Shape, known: bool) -> Block:
    line = Curve(STROKE, ink, 3.2, "" if known else "dotted")
    mark = Mark(shape, 20, 7, 11, ink, not known, halo="paper", stroke_width=2.4)
    return Block(40, 14, (line, mark))


def _owners(kit: Kit) -> list[tuple[Block, str]]:
    """The pale edge of a card without an owner needs no explanation where no card has one."""
    entries = _simple(kit, "owner", ("brand", "partner", "customer", "external"), _owner)
    return entries + (_simple(kit, "owner", ("none",), _owner) if entries else [])


def _owner(name: str) -> Block:
    owner = "" if name == "none" else name
    return Block(30, 16, touchpoint.edge(owner, 30, 16))


def _initiator(name: str) -> Block:
    icon = "arrow-up-right" if name == "customer" else "arrow-down-left"
    return Block(13, 13, (Icon(icon, 0, 0, 13, "ink2"),))


def _severity(name: str) -> Block:
    return pain.meter(pain.LEVELS[name])


def _star(name: str) -> Block:
    return Block(12, 12, (Mark("star", 6, 6, 11, "moment"),))


def _metric(name: str) -> Block:
    if name == "target":
        return Block(30, 14, (Box(0, 4.5, 30, 5, "hair"), Curve((("M", 22.0, 1.0), ("L", 22.0, 13.0)), "ink", 1.75)))
    arrow = Curve((("M", 24.0, 1.0), ("L", 30.0, 7.0), ("L", 24.0, 13.0), ("Z",)), fill="bar")
    return Block(30, 14, (Box(0, 4.5, 26, 5, "bar"), arrow))


def _opportunity(kit: Kit) -> list[tuple[Block, str]]:
    if "plot" not in kit.seen:
        return []
    return [(opportunity.plot(5, 2), kit.words("legend.plot"))]


def _path(kit: Kit) -> list[tuple[Block, str]]:
    entries = []
    if "path.back" in kit.seen:
        line = Curve(STROKE, "ink2", 1.5, "dashed")
        entries.append((Block(40, 14, (line,)), kit.words("legend.back")))
    if "path.skip" in kit.seen:
        line = Curve(STROKE, "ink3", 2.2, arrow=True)
        entries.append((Block(40, 14, (line,)), kit.words("legend.skip")))
    if "path.exit" in kit.seen:
        entries.append((Block(40, 10, (Box(0, 0, 40, 10, "pain", opacity=0.6),)), kit.words("legend.exit")))
    if "journey" in kit.seen or "path.journey" in kit.seen:
        entries.append((Block(14, 14, (Icon("square-plus", 0, 0, 14, "ink2"),)), kit.words("legend.journey")))
    return entries


def _time(kit: Kit) -> list[tuple[Block, str]]:
    kinds = [kind for kind in time.KINDS if f"time.{kind}" in kit.seen]
    entries = [(time.bar(kind, 32, 9), kit.words(f"legend.time.{kind}")) for kind in kinds]
    if kinds:
        key = "legend.time.scales" if "time.scale" in kit.seen else "legend.time.log"
        entries.append((Block(0, 0), kit.words(key)))
    return entries
