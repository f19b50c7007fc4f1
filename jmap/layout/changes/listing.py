"""The list beside the picture: every change that is marked, by what it does to the customer, and what is not shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jmap.diff.change import Change
from jmap.diff.wording import sentence
from jmap.layout.changes.badge import INKS, effect_sign
from jmap.layout.changes.entries import Entry, Section, Topic, sections
from jmap.layout.changes.form import strike
from jmap.layout.kit import Block, Kit, flow_line, phrase, shape_of, stack
from jmap.layout.scene import Box, Group, Icon, Mark
from jmap.layout.scene import Item as Drawn

WIDTH = 440.0
LEAST = 120  # lines that a list may have beside any picture
LINE = 27.0  # px that a line takes, headings included
VALUES = 0.52  # of the width that values may take beside a name


def lines_in(height: float) -> int:
    """How many lines a list beside a picture of that height may have."""
    return max(LEAST, int(height / LINE))


def listing(changes: Sequence[Change], off: Sequence[Change], notes: Sequence[str], most: int, kit: Kit) -> Block:
    """The list, `WIDTH` wide, of `most` changes; of longer sections it says how much more there is."""
    found = sections(changes, off, kit)
    parts = [_top(len(changes), len(off), kit)]
    for section, share in zip(found, _shares([section.count for section in found], most), strict=True):
        parts.append(_section(section, share, kit))
    parts += [_note(text, kit) for text in notes]
    return stack(parts, 22)


def _top(count: int, off: int, kit: Kit) -> Block:
    rule = Block(WIDTH, 3, (Box(0, 0, WIDTH, 3, "ink"),))
    parts = [rule, Block(0, 2), kit.text(kit.words.plural("change", count), "section", WIDTH)]
    parts.append(kit.text(kit.words("overlay.graded"), "note", WIDTH, "ink2"))
    if off:
        parts.append(kit.text(kit.words.plural("off_picture", off), "note", WIDTH, "ink2"))
    return stack(parts, 4)


def _shares(counts: Sequence[int], most: int) -> list[int]:
    """How many lines each section gets: all, or an equal part of what there is room for."""
    shares = [0] * len(counts)
    left, open_ = most, [n for n, count in enumerate(counts) if count]
    while open_ and left >= len(open_):
        each = left // len(open_)
        for n in list(open_):
            given = min(each, counts[n] - shares[n])
            shares[n] += given
            left -= given
            if shares[n] == counts[n]:
                open_.remove(n)
    return shares


def _section(section: Section, most: int, kit: Kit) -> Block:
    ink = INKS[section.effect]
    word = kit.words(f"overlay.{section.effect}")
    name = kit.line(word[:1].upper() + word[1:], "stage", ink)
    count = kit.line(kit.words.number(section.count), "stage", ink)
    title = (*effect_sign(section.effect, 14).at(0, 4), *name.at(24, 0), *count.at(WIDTH - count.width, 0))
    head = Block(WIDTH, 30, (*title, Box(0, 28, WIDTH, 2, ink)))
    parts, left = [head], most
    for heading in section.headings:
        shown = heading.entries[:left]
        left -= len(shown)
        if shown:
            parts.append(_heading(heading, shown, kit))
    if section.count > most:
        more = kit.words.plural("overlay_more", section.count - most)
        parts.append(kit.text(more, "body-strong", WIDTH, "ink2"))
    return stack(parts, 12)


def _heading(heading: Topic, shown: Sequence[Entry], kit: Kit) -> Block:
    count = kit.line(kit.words.number(len(heading.entries)), "body-strong", "ink2")
    name = kit.text(heading.name, "body-strong", WIDTH - count.width - 16)
    top = Block(WIDTH, name.height, (*name.items, *count.at(WIDTH - count.width, 0)))
    return stack([top, *(_entry(entry, kit) for entry in shown)], 5)


def _entry(entry: Entry, kit: Kit) -> Block:
    value = _value(entry, kit)
    pieces = list(_lead(entry, kit))
    lead = flow_line(pieces, 7) if pieces else Block(0, 0)
    left = lead.width + 8 if lead.width else 0.0
    beside = value.width <= WIDTH * VALUES
    room = WIDTH - left - (value.width + 14 if beside else 0)
    name = kit.text(entry.name, "body", room)
    top = max(0.0, (18.5 - lead.height) / 2)
    items: list[Drawn] = [*lead.at(0, top), *name.at(left, 0)]
    if beside:
        items += value.at(WIDTH - value.width, 0)
        return Block(WIDTH, max(name.height, value.height, 18.5), (_held(entry, items, kit),))
    items += value.at(left, name.height)
    return Block(WIDTH, name.height + value.height, (_held(entry, items, kit),))


def _held(entry: Entry, items: Sequence[Drawn], kit: Kit) -> Group:
    """A line of the list: the whole sentence for who hears it, and the fingerprint for a page."""
    data = (("change", entry.change.fingerprint),)
    return Group(tuple(items), "entry", sentence(entry.change, kit.words), data)


def _lead(entry: Entry, kit: Kit) -> Iterator[Block]:
    """The number of a pain point or an opportunity, and for whom it is."""
    change = entry.change
    if change.label:
        ink = "opportunity" if change.thing == "opportunities" else "pain"
        if change.action == "removed":  # its number may be another one's now
            yield strike(kit.line(change.label, "label-strong", "ink2"))
        else:
            yield kit.line(change.label, "label-strong", ink)
    for persona in kit.journey.personas:
        if persona.name in change.personas:
            badge = kit.badge(persona, 9, 9)
            yield Block(18, 18, (Mark(shape_of(persona), 9, 9, badge.size, badge.ink, False, badge.letter),))


def _value(entry: Entry, kit: Kit) -> Block:
    if entry.said:
        return kit.line(entry.said, "body-strong")
    before, after = kit.line(entry.before, "body", "ink2"), kit.line(entry.after, "body-strong")
    arrow = Block(13, 14, (Icon("arrow-right", 0, 1, 12, "ink2"),))
    if before.width + after.width + 24 > WIDTH - 40:
        return stack(
            [kit.text(entry.before, "body", WIDTH - 40, "ink2"), kit.text(entry.after, "body-strong", WIDTH - 40)], 0
        )
    return phrase((before, arrow, after), 5)


def _note(text: str, kit: Kit) -> Block:
    words = kit.text(text, "body", WIDTH - 62, "ink2")
    height = words.height + 24
    box = Box(0.5, 0.5, WIDTH - 1, height - 1, "paper", "card_border", radius=7, dash="dashed")
    return Block(WIDTH, height, (box, Icon("triangle-alert", 16, 13, 17, "ink2"), *words.at(46, 12)))
