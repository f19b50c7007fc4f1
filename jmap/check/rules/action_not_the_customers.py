"""The actions lane holds what the organisation does.

Actions are the customer's. What staff or a system does where the customer sees it is `frontstage`; what happens out
of sight is `backstage`. A text that begins with `System ...`, `Staff ...` or the name of a team is most likely in the
wrong lane.

Source: NN/g's blueprint: customer actions stand above the line of interaction, frontstage and backstage below.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Hand in
        actions: System sends a confirmation  # <- JM405

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Hand in
        actions: Waits for the confirmation
        frontstage: Sends a confirmation
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, wording

CODE = "JM405"
SEVERITY = "warning"
MESSAGE = "`{who}` acts here, and that is not the customer"
ADVICE = "the same under `frontstage` (the customer sees it) or `backstage` (the customer does not)"
_ACTORS = re.compile(
    r"(?:the |our )?(?:system|staff|agents?|employees?|back ?office|backend|call cent(?:er|re)|sales team)\b"
    r"|(?:sistem|staf|petugas|karyawan|pegawai|agen)(?: kami)?\b",
    re.IGNORECASE,
)


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    teams = [team.name for _, file in context.catalogue for team in file.teams]
    for _, action in sheet.lane("actions"):
        found = _ACTORS.match(action.text)
        team = next((name for name in teams if action.text.startswith(f"{name} ")), "")
        if found or team:
            yield at(wording(action), who=found[0] if found else team)
