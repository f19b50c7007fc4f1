"""The head of a picture: whose journey it is, what for, and how far it can be trusted."""

from __future__ import annotations

from jmap.layout.kit import Block, Kit, flow, stack
from jmap.layout.persona_card import persona_card
from jmap.layout.scene import Box, Curve, Icon

GAP = 36.0
FACT_MIN = 240.0
CARD_MIN, CARD_MAX = 300.0, 640.0


def header(width: float, kit: Kit) -> Block:
    """Title and personas side by side where there is room, else below each other; then the facts."""
    beside = _beside(width, len(kit.journey.personas))
    if beside and _longest_word(kit) <= width - beside - 2 * GAP:
        head = _title(width - beside - 2 * GAP, kit)
        cards = _cards(beside, kit)
        height = max(head.height, cards.height)
        top = Block(width, height, (*head.items, *cards.at(width - beside, 0)))
    else:
        parts = [_title(width, kit), _cards(width, kit)] if kit.journey.personas else [_title(width, kit)]
        top = stack(parts, 28)
    facts = _facts(width, kit, beside if beside and top.height else 0.0)
    return stack([top, facts] if facts.height else [top], 30)


def _longest_word(kit: Kit) -> float:
    """A title beside the personas must not be broken for their sake."""
    return max(kit.type.width(word, "title-page") for word in kit.journey.title.split()) * 1.05


def _beside(width: float, personas: int) -> float:
    """The width of the persona cards when they stand beside the title; 0 when they go below."""
    if not personas:
        return 0.0
    room = width * (0.5 if personas <= 2 else 0.62)
    wanted = personas * CARD_MAX + (personas - 1) * GAP
    needed = personas * CARD_MIN + (personas - 1) * GAP
    return min(room, wanted) if room >= needed and width >= 1150 else 0.0


def _title(width: float, kit: Kit) -> Block:
    journey = kit.journey
    fits = all(kit.type.width(word, "title") * 1.05 <= width for word in journey.title.split())
    short = len(kit.type.wrap(journey.title, "title", width).lines) <= 3
    style = "title" if width >= 820 and fits and short else "title-page"
    parts = [_badges(width, kit), Block(0, 4), kit.text(journey.title, style, width)]
    if journey.description:
        parts += [Block(0, 2), kit.text(journey.description, "lead", min(width, 900), "ink2")]
    return stack(parts, 10)


def _badges(width: float, kit: Kit) -> Block:
    """Project, state and basis in one line; below each other where the line is short."""
    journey = kit.journey
    pieces = []
    if journey.project_title:
        pieces.append(kit.text(journey.project_title, "note", width, "ink2"))
    if kit.tag:
        pieces.append(_pill(kit.tag, kit, dark=True))
    pieces.append(_pill(kit.words(f"state.{journey.state}"), kit, dark=True))
    pieces.append(_pill(kit.words(f"basis.{journey.basis}"), kit, dark=False))
    return flow(pieces, width, 14, 8)


def _pill(text: str, kit: Kit, dark: bool) -> Block:
    left = 34.0 if dark else 13.0
    words = kit.line(text, "label-strong", "paper" if dark else "ink2")
    width = left + words.width * 1.04 + 13
    box = Box(0.5, 0.5, width - 1, 29, "ink" if dark else "paper", "ink" if dark else "card_border", radius=5)
    icon = (Icon("circle-dot", 12, 7, 16, "paper"),) if dark else ()
    return Block(width, 30, (box, *icon, *words.at(left, 7)))


def _cards(width: float, kit: Kit) -> Block:
    """Persona cards in rows of equal width."""
    personas = kit.journey.personas
    if not personas:
        return Block(0, 0)
    a_row = max(1, min(len(personas), int((width + GAP) // (CARD_MIN + GAP))))
    a_row = -(-len(personas) // -(-len(personas) // a_row))
    each = (width - (a_row - 1) * GAP) / a_row
    each = each if len(personas) == 1 else min(CARD_MAX, each)  # one alone is as wide as the page
    rows = []
    for first in range(0, len(personas), a_row):
        blocks = [persona_card(persona, each, kit) for persona in personas[first : first + a_row]]
        items = [item for n, block in enumerate(blocks) for item in block.at(n * (each + GAP), 0)]
        rows.append(Block(width, max(block.height for block in blocks), tuple(items)))
    return stack(rows, 24)


def _facts(width: float, kit: Kit, cards: float) -> Block:
    """Scenario, goal, expectations and business goal, in as many columns as fit.

    Where persona cards of that width stand beside the title, the last facts begin where the cards do.
    """
    journey = kit.journey
    given = [
        ("scenario", (journey.scenario,)),
        ("goal", (journey.goal,)),
        ("expectations", journey.expectations),
        ("business_goal", (journey.business_goal,)),
    ]
    facts = [(name, texts) for name, texts in given if any(texts)]
    if not facts:
        return Block(0, 0)
    columns = max(1, min(len(facts), int((width + GAP) // (FACT_MIN + GAP))))
    each = (width - (columns - 1) * GAP) / columns
    rows = []
    places = _under(width, cards, len(facts), kit) or [(n * (each + GAP), each) for n in range(columns)]
    columns = len(places)
    for first in range(0, len(facts), columns):
        found = facts[first : first + columns]
        blocks = [_fact(*fact, place[1], kit) for fact, place in zip(found, places, strict=False)]
        items = [item for block, place in zip(blocks, places, strict=False) for item in block.at(place[0], 0)]
        rows.append(Block(width, max(block.height for block in blocks), tuple(items)))
    rule = Block(width, 1, (Curve((("M", 0.0, 0.5), ("L", width, 0.5)), "line", 1),))
    return stack([rule, *rows], 18)


def _under(width: float, cards: float, facts: int, kit: Kit) -> list[tuple[float, float]]:
    """The x and width of each fact: the last ones under the cards, the others under the title; none if too narrow."""
    people = len(kit.journey.personas)
    last = min(people, facts - 1)
    if not cards or last < 1 or int((cards + GAP) // (CARD_MIN + GAP)) < people:
        return []
    card = (cards - (people - 1) * GAP) / people
    left = facts - last
    each = (width - cards - left * GAP) / left
    if min(card, each) < FACT_MIN:
        return []
    under = [(width - cards + n * (card + GAP), card) for n in range(last)]
    return [*((n * (each + GAP), each) for n in range(left)), *under]


def _fact(name: str, texts: tuple[str, ...], width: float, kit: Kit) -> Block:
    heading = kit.text(kit.words(f"fact.{name}"), "label-strong", width, "ink2")
    return stack([heading, *(kit.text(text, "fact", width) for text in texts)], 4)
