"""A stage or a step has the name of a team or a system.

"Customer success" and "CRM" are boxes in the organisation's chart. The customer does not go there: they ask for help,
or are called back. Name what the customer does.

Source: us.fitgap.com/stack-guides/keep-journey-maps-current-as-products-policies-and-channels-change

Fails:

    # jmap.yaml
    jmap: 1
    teams: [Returns desk]
    # map.journey.yaml
    jmap: 1
    title: I return a pair of shoes
    stages:
      - Pack
      - Returns desk  # <- JM404

Passes:

    # jmap.yaml
    jmap: 1
    teams: [Returns desk]
    # map.journey.yaml
    jmap: 1
    title: I return a pair of shoes
    stages:
      - Pack
      - Hand it in
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, heading
from jmap.model.names import slug

CODE = "JM404"
SEVERITY = "warning"
MESSAGE = "`{name}` is the name of a {kind}, not of something that the customer does"
ADVICE = "what the customer does or wants here"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    boxes: dict[str, str] = {}
    for _, file in (*context.catalogue, (sheet.document, sheet.file)):
        boxes.update((slug(system.name), "system") for system in file.systems)
        boxes.update((slug(team.name), "team") for team in file.teams)
    if boxes:
        for place in sheet.places:
            kind = boxes.get(slug(place.name))
            if kind:
                yield at(heading(place), name=place.name, kind=kind)
