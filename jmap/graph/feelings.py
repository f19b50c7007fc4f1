"""How each persona feels at a step, one line each: marker, name, score, emotion; hollow where it is assumed."""

from __future__ import annotations

from jmap.layout.kit import Block, Kit, persona_token, shape_of, stack
from jmap.layout.scene import Mark
from jmap.resolve.journey import Feeling, Journey, Persona, Place

MARK, LEFT = 9.0, 17.0
NAME = 96.0  # px that a name may take before it wraps
GAP = 7.0
SLACK = 1.06  # what a fallback font may need more, and a wrapped line gets less


def feeling_lines(place: Place, width: float, kit: Kit) -> Block:
    """A line a feeling, or 'no data' where a persona has feelings on this map but none here."""
    felt = personas_with_feelings(kit.journey)
    if not felt:
        return Block(0, 0)
    here = [item for item in place.items("feelings") if isinstance(item, Feeling)]
    if not here:
        return _no_data(None, width, kit)
    rows = []
    for persona in felt:
        own = [item for item in here if not item.personas or persona.id in item.personas]
        rows += [_line(persona, feeling, width, kit) for feeling in own] or [_no_data(persona, width, kit)]
    return stack(rows, 1)


def personas_with_feelings(journey: Journey) -> tuple[Persona, ...]:
    """Those of whom the map's columns tell at least one feeling."""
    items = [item for place in journey.columns for item in place.items("feelings")]
    return tuple(p for p in journey.personas if any(not item.personas or p.id in item.personas for item in items))


def _line(persona: Persona, feeling: Feeling, width: float, kit: Kit) -> Block:
    kit.note(f"feeling.{persona.id}.{'known' if feeling.known else 'assumed'}")
    token = f"{persona_token(persona)}_text"
    mark = Mark(shape_of(persona), 5, 8, MARK, token, not feeling.known)
    name = _name(persona, token, kit)
    score = kit.line(kit.words.score(feeling.score), "label-strong", token)
    at = LEFT + (_name_column(kit) + GAP if name.width else 0)
    after = at + max(score.width, kit.type.width("+0.5", "label-strong")) + GAP
    words = kit.text(feeling.text, "label", max(60, width - after), token) if feeling.text else Block(0, 0)
    height = max(16, name.height, words.height)
    used = after + words.width * SLACK if words.width else at + score.width
    return Block(used, height, (mark, *name.at(LEFT, 0), *score.at(at, 0), *words.at(after, 0)))


def _no_data(persona: Persona | None, width: float, kit: Kit) -> Block:
    """A missing score is never a zero: it is a dash and two words."""
    kit.note("no_data")
    token = f"{persona_token(persona)}_text" if persona else "ink3"
    dash = kit.line("–", "label", token)
    name = _name(persona, token, kit) if persona else Block(0, 0)
    at = LEFT + (_name_column(kit) + GAP if name.width else 0)
    words = kit.text(kit.words("feelings.no_data"), "label", max(60, width - at), token)
    height = max(16, name.height, words.height)
    return Block(at + words.width * SLACK, height, (*dash.at(1, 0), *name.at(LEFT, 0), *words.at(at, 0)))


def _name(persona: Persona, token: str, kit: Kit) -> Block:
    """No name where the map has one persona only: the legend names it once."""
    return kit.text(persona.name, "label", NAME, token) if len(kit.journey.personas) > 1 else Block(0, 0)


def _name_column(kit: Kit) -> float:
    return max(kit.text(p.name, "label", NAME).width for p in personas_with_feelings(kit.journey))
