"""An entry of the catalogue that no map uses.

Catalogues grow and are never weeded; who looks for a touchpoint finds three, of which one is alive. Remove it, or use
it. Only told when all maps of the project are checked and none of them has mistakes.

Fails:

    # jmap.yaml
    jmap: 1
    touchpoints:
      - Web shop
      - Fax  # <- JM705
    # buy.journey.yaml
    jmap: 1
    title: I buy shoes
    stages: [{name: Pay, touchpoints: Web shop}]

Passes:

    # jmap.yaml
    jmap: 1
    touchpoints:
      - Web shop
    # buy.journey.yaml
    jmap: 1
    title: I buy shoes
    stages: [{name: Pay, touchpoints: Web shop}]
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.used import Used
from jmap.model.names import slug

CODE = "JM705"
SEVERITY = "warning"
MESSAGE = "no map uses the {kind} `{name}`"
ADVICE = "a map that uses it, or a catalogue without it"
KINDS = {
    "personas": "persona",
    "channels": "channel",
    "touchpoints": "touchpoint",
    "teams": "team",
    "systems": "system",
    "evidence": "evidence",
    "custom_lanes": "lane",
}


def check_all(context: Context) -> Iterator[At]:
    if not context.whole or not any(getattr(file, key) for _, file in context.catalogue for key in KINDS):
        return
    used = Used(context)
    for document, file in context.catalogue:
        for key, kind in KINDS.items():
            for i, entry in enumerate(getattr(file, key)):
                name = getattr(entry, "name", "")
                if not used.has(key, entry.id or slug(name)):
                    yield at((key, i, "name" if name else "id"), file=document.file, kind=kind, name=name or entry.id)
