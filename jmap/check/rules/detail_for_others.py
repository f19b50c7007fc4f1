"""A step is shown in detail by a map of somebody else's journey.

`journey` leads from a step to the map that details it. If the two maps have no persona in common, readers follow Dewi
into a step and come out as Budi.

Fails:

    # jmap.yaml
    jmap: 1
    personas: [Dewi, Budi]
    # buy.journey.yaml
    jmap: 1
    title: I buy shoes
    personas: [Dewi]
    stages: [{name: Pay, journey: pay}]  # <- JM708
    # pay.journey.yaml
    jmap: 1
    title: I pay with my phone
    personas: [Budi]
    stages: [Scan, Confirm]

Passes:

    # jmap.yaml
    jmap: 1
    personas: [Dewi, Budi]
    # buy.journey.yaml
    jmap: 1
    title: I buy shoes
    personas: [Dewi]
    stages: [{name: Pay, journey: pay}]
    # pay.journey.yaml
    jmap: 1
    title: I pay with my phone
    personas: [Dewi, Budi]
    stages: [Scan, Confirm]
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at

CODE = "JM708"
SEVERITY = "warning"
MESSAGE = "`{map}` details this step, and none of this map's personas travels there"
ADVICE = "a map of the same persona, or the persona in both"


def check_all(context: Context) -> Iterator[At]:
    maps = {sheet.journey.id: sheet.journey for sheet in context.sheets}
    for sheet in context.sheets:
        here = {persona.id for persona in sheet.journey.personas}
        for place in sheet.places:
            detail = maps.get(place.journey) if place.journey else None
            there = {persona.id for persona in detail.personas} if detail else set()
            if here and there and not here & there:
                yield at(f"{place.path}.journey", file=sheet.journey.file, map=place.journey)
