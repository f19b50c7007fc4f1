"""A step of which the map says nothing.

The others hold actions, touchpoints or feelings; this one is a name. It makes the map wider and tells nobody anything.
Fill it, or fold it into its neighbour. Maps that consist of names only, and steps that another map shows in detail,
are left alone.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Return
        steps:
          - {name: Print the label, actions: Looks for a printer}
          - name: Tape the box  # <- JM308
          - {name: Take it to the shop, touchpoints: Counter}

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Return
        steps:
          - {name: Print the label, actions: [Looks for a printer, Tapes the box]}
          - {name: Take it to the shop, touchpoints: Counter}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, heading
from jmap.resolve.journey import Place

CODE = "JM308"
SEVERITY = "warning"
MESSAGE = "`{step}` is a name and nothing more"
ADVICE = "what the customer does, meets, thinks or feels here"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    columns = sheet.journey.columns
    filled = sum(map(_says_something, columns))
    if filled * 2 < len(columns):
        return
    for column in columns:
        if not _says_something(column):
            yield at(heading(column), step=column.name)


def _says_something(place: Place) -> bool:
    return bool(place.lanes or place.journey or place.description or place.image or place.exits)
