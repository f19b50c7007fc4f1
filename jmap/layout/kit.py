"""What every part of a picture needs at hand: measuring, words, and a note of what has been drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from jmap.layout.scene import Group, Icon, Mark, Shape, Shift, Text
from jmap.layout.scene import Item as Drawn
from jmap.locale.words import Words
from jmap.resolve.content import Item, Persona
from jmap.resolve.journey import Journey
from jmap.text.typesetter import Paragraph, Typesetter

SHAPES: tuple[Shape, ...] = ("circle", "diamond", "square", "triangle", "hexagon", "cross")
BADGE = 17.0
SEPARATOR = "\u00a0· "  # stays at the end of its line


@dataclass(frozen=True, slots=True)
class Block:
    """Things drawn from (0, 0) to (width, height)."""

    width: float
    height: float
    items: tuple[Drawn, ...] = ()

    def at(self, x: float, y: float) -> tuple[Drawn, ...]:
        return (Shift(self.items, x, y),) if self.items else ()


EMPTY = Block(0, 0)


def stack(blocks: Iterable[Block], gap: float) -> Block:
    """Blocks below each other."""
    y, width = 0.0, 0.0
    items: list[Drawn] = []
    for block in blocks:
        items += block.at(0, y)
        y += block.height + gap
        width = max(width, block.width)
    return Block(width, max(0.0, y - gap), tuple(items))


def phrase(pieces: Iterable[Block], gap: float = 4.0) -> Block:
    """Pieces of one sentence side by side: they keep their order where the picture is mirrored."""
    row = flow_line(list(pieces), gap)
    return Block(row.width, row.height, (Group(row.items, "phrase"),))


def flow(pieces: list[Block], width: float, gap: float, row_gap: float) -> Block:
    """Blocks from left to right in rows, centred on the height of their row."""
    rows: list[list[Block]] = [[]]
    used = 0.0
    for piece in pieces:
        if rows[-1] and used + gap + piece.width > width:
            rows.append([])
            used = 0.0
        used += (gap if rows[-1] else 0) + piece.width
        rows[-1].append(piece)
    return stack([flow_line(row, gap) for row in rows if row], row_gap)


def flow_line(pieces: Sequence[Block], gap: float = 4.0) -> Block:
    """Blocks side by side, centred on the height of the highest."""
    height = max(piece.height for piece in pieces)
    x = 0.0
    items: list[Drawn] = []
    for piece in pieces:
        items += piece.at(x, (height - piece.height) / 2)
        x += piece.width + gap
    return Block(x - gap, height, tuple(items))


class Marking(Protocol):
    """What a picture says of a thing beyond what the map says: that it is new, or gone, or what it was before."""

    def notes(self, width: float, kit: Kit) -> tuple[Block, ...]:
        """What stands within the thing, above its words."""
        ...

    def before(self, field: str, kit: Kit) -> str:
        """What a field of it said before, for those that are drawn in place; mostly nothing."""
        ...

    def around(self, block: Block, kit: Kit) -> Block:
        """The thing as drawn, in the form that says it."""
        ...


@dataclass(frozen=True)
class Kit:
    """The tools of one layout run. `seen` collects what was drawn, so that the legend can say just that."""

    journey: Journey
    type: Typesetter
    words: Words
    titles: dict[str, str] = field(default_factory=dict)  # of other maps, by id
    seen: set[str] = field(default_factory=set)
    marks: Mapping[str, Marking] = field(default_factory=dict)  # by the path of what they mark
    tag: str = ""  # stands above the title: what is particular about this picture

    def note(self, what: str) -> None:
        self.seen.add(what)

    def text(self, text: str, style: str, width: float, ink: str = "ink", link: str = "") -> Block:
        """A paragraph in a column of that width."""
        return self.paragraph(self.type.wrap(text, style, width), ink, link=link)

    def paragraph(self, paragraph: Paragraph, ink: str = "ink", link: str = "") -> Block:
        items = tuple(
            Text(
                0, paragraph.ascent + n * paragraph.line_height, line.text, paragraph.style, ink, "left", line.width,
                link=link, size=paragraph.size, exact=line.exact, upright=line.upright,
            )
            for n, line in enumerate(paragraph.lines)
        )  # fmt: skip
        return Block(paragraph.width, paragraph.height, items)

    def facts(self, parts: Sequence[str], style: str, width: float, ink: str = "ink") -> Block:
        """Facts with dots between them; a line ends after a whole fact, if it can, and then without a dot."""
        lines: list[str] = []
        for part in parts:
            longer = f"{lines[-1]}{SEPARATOR}{part}" if lines else part
            if lines and len(self.type.wrap(longer, style, width).lines) == 1:
                lines[-1] = longer
            else:
                lines.append(part)
        return stack([self.text(line, style, width, ink) for line in lines], 0)

    def line(self, text: str, style: str, ink: str = "ink") -> Block:
        """A text on one line, however wide it is."""
        return self.paragraph(self.type.wrap(text, style, 1e6), ink)

    def known(self, item: Item, form: str) -> bool:
        """Whether an item rests on evidence; noted for the legend with the form that says so: dot, card, ..."""
        self.note(f"{form}.{'known' if item.known else 'assumed'}")
        return item.known

    def handle(self, item: Item, block: Block) -> Block:
        """The same block, held together so that a page can find it: whose it is, and whether it is assumed."""
        data = (("personas", " ".join(item.personas)), ("known", "" if item.known else "no"))
        group = Group(block.items, "item", data=tuple(pair for pair in data if pair[1]))
        return self.marked(item.path, replace(block, items=(group,)))

    def notes(self, path: str, width: float) -> tuple[Block, ...]:
        """What stands within the thing of that path, above its words; mostly nothing."""
        mark = self.marks.get(path)
        return mark.notes(width, self) if mark else ()

    def was(self, path: str, field: str) -> Block:
        """`High →`, to stand before what it says now; of no size where it said the same."""
        mark = self.marks.get(path)
        text = mark.before(field, self) if mark else ""
        if not text:
            return EMPTY
        words = self.line(text, "label", "ink2")
        return Block(words.width + 16, 16, (*words.items, Icon("arrow-right", words.width + 3, 3, 11, "ink3")))

    def marked(self, path: str, block: Block) -> Block:
        """The same block, in the form that says what is particular about the thing of that path."""
        mark = self.marks.get(path)
        return mark.around(block, self) if mark else block

    def badges(self, personas: Iterable[str], known: bool = True) -> Block:
        """The initials of the personas that an item is limited to, side by side."""
        items: list[Drawn] = []
        x = 0.0
        for id in personas:
            mark = self.badge(self.journey.persona(id), x, BADGE / 2, known)
            items.append(replace(mark, x=x + mark.size / 2))
            x += mark.size + 3
        return Block(max(0.0, x - 3), BADGE if items else 0.0, tuple(items))

    def badge(self, persona: Persona, x: float, y: float, known: bool = True) -> Mark:
        self.note("badge")
        ink = f"{persona_token(persona)}_text"
        size = BADGE if len(persona.initial) == 1 else BADGE + 4
        return Mark(shape_of(persona), x, y, size, ink, not known, persona.initial)


def persona_token(persona: Persona) -> str:
    return f"persona{(persona.number - 1) % 6 + 1}"


def shape_of(persona: Persona) -> Shape:
    return SHAPES[(persona.number - 1) % 6]
