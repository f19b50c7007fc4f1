"""More personas than one picture can hold.

Each has a curve, a colour and thoughts of its own; from the sixth on, nobody can follow any of them. Make a map for
those who differ most, and let the others share one. `thresholds: {most_personas: 6}` allows more.

Source: NN/g: one point of view a map.

Fails:

    jmap: 1
    title: I order coffee for pickup
    personas: [Rina, Budi, Sari, Joko, Tini, Agus]  # <- JM310
    stages: [Decide, Collect]

Passes:

    jmap: 1
    title: I order coffee for pickup
    personas: [Rina, Budi]
    stages: [Decide, Collect]
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM310"
SEVERITY = "warning"
MESSAGE = "{count} personas in one map: more than {most} curves cannot be followed"
ADVICE = "a map of their own for those who differ most"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    count, most = len(sheet.journey.personas), context.limits.most_personas
    if count > most:
        yield at(("personas", most), count=count, most=most)
