"""A journey that nobody travels.

A map shows one kind of customer at a time: what is a delight for one is a bother for another. Without a persona it
shows everybody, which is nobody. A name and half a sentence are enough to begin with:
`persona: Rina, a commuter with four minutes`. A map that holds nothing but names yet is left alone.

Source: NN/g: the actor, one point of view a map, is the first of the five parts.

Fails:

    jmap: 1
    title: I order coffee for pickup  # <- JM309
    stages:
      - {name: Decide, touchpoints: App home screen}
      - {name: Collect, touchpoints: Pickup shelf}

Passes:

    jmap: 1
    title: I order coffee for pickup
    persona: Rina, a commuter with four minutes
    stages:
      - {name: Decide, touchpoints: App home screen}
      - {name: Collect, touchpoints: Pickup shelf}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM309"
SEVERITY = "warning"
MESSAGE = "this map has no persona: nobody knows whose journey it is"
ADVICE = "a line such as `persona: Rina, a commuter`"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    if sheet.items and not sheet.journey.personas:
        yield at("title")
