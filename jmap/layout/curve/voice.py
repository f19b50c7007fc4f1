"""What the feelings row says: names, notes, and what a screen reader tells of each point."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jmap.layout.curve.gap import Gap
from jmap.layout.curve.points import Point
from jmap.layout.curve.strokes import Stroke
from jmap.resolve.content import Persona

if TYPE_CHECKING:
    from jmap.locale.words import Words


class Voice:
    """The words of one map's feelings."""

    def __init__(self, personas: Sequence[Persona], words: Words) -> None:
        self.personas, self.words = personas, words

    def title(self, stroke: Stroke) -> str:
        """Whose curve it is."""
        if stroke.trace.persona:
            return stroke.trace.persona.name
        if stroke.trace.shared:
            return ", ".join(persona.name for persona in self.personas)
        return self.words("lane.feelings")

    def name(self, stroke: Stroke) -> str:
        """What stands at the line's start: two personas that feel alike by name, more of them as everyone."""
        if stroke.trace.persona:
            return stroke.trace.persona.name
        if not stroke.trace.shared:
            return ""
        return self.title(stroke) if len(self.personas) == 2 else self.words("feelings.everyone")

    def curve(self, stroke: Stroke) -> str:
        """The legend's entry."""
        if stroke.trace.persona:
            return f"curve.{stroke.trace.persona.id}"
        return "feelings.everyone" if stroke.trace.shared else "feelings.curve"

    def no_data(self, stroke: Stroke) -> str:
        if stroke.trace.persona and len(self.personas) > 1:
            return self.words("feelings.no_data_of", name=stroke.trace.persona.name)
        return self.words("feelings.no_data")

    def gap(self, size: float) -> str:
        return self.words("feelings.gap", points=self.words.decimal(size))

    def gap_of(self, gap: Gap, strokes: Sequence[Stroke]) -> str:
        names = [self.title(s) for s in strokes if gap.upper in s.spots or gap.lower in s.spots]
        return f"{gap.upper.point.place.name}: {self.gap(gap.size)} ({', '.join(names)})"

    def level(self, point: Point) -> str:
        """The words on a stage's own line."""
        emotion = point.feeling.text or self.words.score(point.score)
        return self.words("feelings.stage", emotion=emotion)

    def point(self, stroke: Stroke, point: Point) -> str:
        """`Dewi, Reads reviews: reassured, +1, reported`."""
        feeling = point.feeling
        facts = [feeling.text, self.words.score(feeling.score)]
        if point.spread:
            facts.append(self.words("feelings.spread", points=self.words.decimal(point.spread)))
        facts.append(self.words(f"feeling_basis.{feeling.basis}"))
        if feeling.n is not None:
            facts.append(self.words("evidence.n", n=self.words.number(feeling.n)))
        who = "" if not (stroke.trace.persona or stroke.trace.shared) else f"{self.title(stroke)}, "
        return f"{who}{point.place.name}: {', '.join(fact for fact in facts if fact)}"
