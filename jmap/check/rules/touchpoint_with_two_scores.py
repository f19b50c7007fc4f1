"""Customers are content with a touchpoint in one map and unhappy with it in another.

The same personas, the same touchpoint, both maps current: the satisfaction of one of the two is older, guessed, or
about something else. A reader of both asks which to believe. Two points of difference or more are told; maps of the
future may hope for more.

Source: smaply.com/blog/why-journey-maps-fail: many maps that overlap and contradict each other.

Fails:

    # jmap.yaml
    jmap: 1
    personas: [Dewi]
    touchpoints: [Web shop]
    # buy.journey.yaml
    jmap: 1
    title: I buy shoes
    personas: [Dewi]
    stages: [{name: Pay, touchpoints: {name: Web shop, satisfaction: 5}}]
    # return.journey.yaml
    jmap: 1
    title: I return shoes
    personas: [Dewi]
    stages: [{name: Ask, touchpoints: {name: Web shop, satisfaction: 2}}]  # <- JM702

Passes:

    # jmap.yaml
    jmap: 1
    personas: [Dewi]
    touchpoints: [Web shop]
    # buy.journey.yaml
    jmap: 1
    title: I buy shoes
    personas: [Dewi]
    stages: [{name: Pay, touchpoints: {name: Web shop, satisfaction: 5}}]
    # return.journey.yaml
    jmap: 1
    title: I return shoes
    personas: [Dewi]
    stages: [{name: Ask, touchpoints: {name: Web shop, satisfaction: 4}}]
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context, Met
from jmap.check.rule import At, Words, at
from jmap.check.sheet import ANYONE

CODE = "JM702"
SEVERITY = "warning"
MESSAGE = "customers rate `{name}` {score} here, and {other} in {where}"
ADVICE = "one score, or a name for each of two different touchpoints"
APART = 2


def check_all(context: Context) -> Iterator[At]:
    for group in context.touchpoints.values():
        first: dict[str, Met] = {}  # by persona
        told: set[str] = set()
        for met in group:
            if met.touchpoint.satisfaction is None or met.sheet.journey.state == "future":
                continue
            others = [first.setdefault(persona, met) for persona in _personas(met)]
            other = next((o for o in others if o.file != met.file and _apart(o, met)), None)
            if other and met.file not in told:
                told.add(met.file)
                says: Words = {"score": _score(met), "other": _score(other), "where": other.file}
                path = f"{met.touchpoint.path}.satisfaction"
                yield at(path, file=met.file, name=met.touchpoint.text, **says)


def _apart(one: Met, other: Met) -> bool:
    return abs((one.touchpoint.satisfaction or 0) - (other.touchpoint.satisfaction or 0)) >= APART


def _personas(met: Met) -> list[str]:
    return list(met.touchpoint.personas) or [persona.id for persona in met.sheet.journey.personas] or [ANYONE]


def _score(met: Met) -> str:
    return f"{met.touchpoint.satisfaction:g}"
