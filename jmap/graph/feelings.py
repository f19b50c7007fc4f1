"""How each persona feels at a step, one line each: marker, name, score, emotion; hollow where it is assumed."""

from __future__ import annotations

from jmap.layout.kit import Block, Kit, persona_token, shape_of, stack
from jmap.layout.scene import Mark
from jmap.resolve.content import Feeling, Persona
from jmap.resolve.journey import Journey, Place

MARK, LEFT = 9.0, 17.0
NAME = 96.0  # px that a name may take before it wraps
GAP = 7.0
SLACK = 1.06  # what a fallback font may need more, and a wrapped line gets less


class FeelingLines:
    """Draws the feelings of one map's columns. Names stand in one column on all of its cards."""

    def __init__(self, kit: Kit) -> None:
        self.kit = kit
        self.felt = personas_with_feelings(kit.journey)
        # No names where the map has one persona only: the legend names it once.
        named = self.felt if len(kit.journey.personas) > 1 else ()
        self.names = {p.id: kit.text(p.name, "label", NAME, ink_of(p)) for p in named}
        self.at = LEFT + max((name.width + GAP for name in self.names.values()), default=0.0)
        self.score = kit.type.width("+0.5", "label-strong")

    def at_place(self, place: Place, width: float) -> Block:
        """A line a feeling, or 'no data' where a persona has feelings on this map but none here."""
        if not self.felt:
            return Block(0, 0)
        here = [item for item in place.items("feelings") if isinstance(item, Feeling)]
        if not here:
            return self.no_data(None, width)
        rows = []
        for persona in self.felt:
            own = [item for item in here if not item.personas or persona.id in item.personas]
            rows += [self.line(persona, feeling, width) for feeling in own] or [self.no_data(persona, width)]
        return stack(rows, 1)

    def line(self, persona: Persona, feeling: Feeling, width: float) -> Block:
        kit, ink, name = self.kit, ink_of(persona), self.names.get(persona.id, Block(0, 0))
        kit.note(f"feeling.{persona.id}.{'known' if feeling.known else 'assumed'}")
        mark = Mark(shape_of(persona), 5, 8, MARK, ink, not feeling.known)
        score = kit.line(kit.words.score(feeling.score), "label-strong", ink)
        after = self.at + max(score.width, self.score) + GAP
        words = kit.text(feeling.text, "label", max(60, width - after), ink) if feeling.text else Block(0, 0)
        used = after + words.width * SLACK if words.width else self.at + score.width
        height = max(16, name.height, words.height)
        return Block(used, height, (mark, *name.at(LEFT, 0), *score.at(self.at, 0), *words.at(after, 0)))

    def no_data(self, persona: Persona | None, width: float) -> Block:
        """A missing score is never a zero: it is a dash and two words."""
        kit, ink = self.kit, ink_of(persona) if persona else "ink3"
        name = self.names.get(persona.id, Block(0, 0)) if persona else Block(0, 0)
        at = self.at if name.width else LEFT
        dash = kit.line("–", "label", ink)
        words = kit.text(kit.words("feelings.no_data"), "label", max(60, width - at), ink)
        height = max(16, name.height, words.height)
        return Block(at + words.width * SLACK, height, (*dash.at(1, 0), *name.at(LEFT, 0), *words.at(at, 0)))


def personas_with_feelings(journey: Journey) -> tuple[Persona, ...]:
    """Those of whom the map's columns tell at least one feeling."""
    items = [item for place in journey.columns for item in place.items("feelings")]
    return tuple(p for p in journey.personas if any(not item.personas or p.id in item.personas for item in items))


def ink_of(persona: Persona) -> str:
    return f"{persona_token(persona)}_text"
