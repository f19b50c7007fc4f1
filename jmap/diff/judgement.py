"""What a difference means to a reviewer: how much it matters, what it does to the customer, and why."""

from __future__ import annotations

from dataclasses import dataclass

from jmap.diff.change import Effect, Kind, Level


@dataclass(frozen=True, slots=True)
class Judgement:
    """`reason` is the key of why it is better or worse (`pain-added`); empty where it is neutral."""

    level: Level
    kind: Kind
    effect: Effect = "neutral"
    reason: str = ""


def by_amount(change: float, kind: Kind, rose: str, fell: str, *, more: Effect = "better") -> Judgement:
    """Notable, and better or worse by whether something rose or fell; neutral if it did neither.

    `rose` and `fell` are the reasons. `more` is what it means if it rises.
    """
    if not change:
        return Judgement("notable", kind)
    less: Effect = "worse" if more == "better" else "better"
    return Judgement("notable", kind, more, rose) if change > 0 else Judgement("notable", kind, less, fell)
