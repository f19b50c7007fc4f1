"""Two personas who differ in nothing.

Everything on this map holds for all of them: what they do, meet, think and feel. Either they are one persona under two
names, or the map does not yet say where they part. `personas` on a feeling, a thought or a way says it. First
sketches are left alone.

Source: Rosenbaum 2017: most maps are flawed because they assume that every customer meets every touchpoint.

Fails:

    jmap: 1
    title: I return a pair of shoes
    basis: actual
    personas: [Dewi, Budi]  # <- JM512
    stages:
      - {name: Pack, actions: Looks for the box, feelings: 0}
      - {name: Wait, actions: Looks at the account, feelings: -1}

Passes:

    jmap: 1
    title: I return a pair of shoes
    basis: actual
    personas: [Dewi, Budi]
    stages:
      - {name: Pack, actions: Looks for the box, feelings: 0}
      - {name: Wait, actions: {text: Calls the shop, personas: [Budi]}, feelings: -1}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM512"
SEVERITY = "warning"
MESSAGE = "{first} and {second} differ in nothing on this map"
ADVICE = "`personas` on what holds for one of them only, or one persona"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    journey = sheet.journey
    if sheet.sketch or len(journey.personas) < 2 or not sheet.items:
        return
    said = any(item.personas for held in sheet.items.values() for _, item in held)
    parted = any(way.personas for way in journey.ways) or any(e.personas for place in sheet.places for e in place.exits)
    if not (said or parted):
        yield at(("personas", 0), first=journey.personas[0].name, second=journey.personas[1].name)
