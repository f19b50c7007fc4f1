"""A persona travels along and feels nothing.

The map names several personas and says how some of them feel. This one has no curve: either it does not belong to
this map, or nobody asked.

Source: NN/g: one point of view a map; Rosenbaum 2017: not every customer meets every touchpoint.

Fails:

    jmap: 1
    title: I return a pair of shoes
    personas: [Dewi, Budi]  # <- JM507
    stages:
      - {name: Pack, feelings: {score: 0, personas: [Dewi]}}
      - {name: Wait, feelings: {score: -1, personas: [Dewi]}}

Passes:

    jmap: 1
    title: I return a pair of shoes
    personas: [Dewi, Budi]
    stages:
      - {name: Pack, feelings: {score: 0, personas: [Dewi]}}
      - {name: Wait, feelings: [{score: -1, personas: [Dewi]}, {score: 0.5, personas: [Budi]}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM507"
SEVERITY = "warning"
MESSAGE = "nothing says how {who} feels, though the map says it of others"
ADVICE = "a feeling with this persona, or a map without it"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    if not sheet.feelings or len(sheet.journey.personas) < 2:
        return
    if not all(feeling.personas for feeling in sheet.feelings):  # one that holds for all
        return
    felt = {persona for feeling in sheet.feelings for persona in feeling.personas}
    for i, persona in enumerate(sheet.journey.personas):
        if persona.id not in felt:
            yield at(("personas", i), who=persona.name)
