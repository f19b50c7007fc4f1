"""An opportunity was dropped, and nobody wrote down why.

Without the reason, somebody will propose it again next year, and somebody will drop it again. A `note` of one line, or
a `link` to the decision, saves both the trouble.

Source: us.fitgap.com/stack-guides/keep-journey-maps-current-as-products-policies-and-channels-change

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        opportunities: {text: A printer in every shop, status: dropped}  # <- JM204

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        opportunities: {text: A printer in every shop, status: dropped, note: A code on the phone does it too}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, wording

CODE = "JM204"
SEVERITY = "warning"
MESSAGE = "this opportunity was dropped, and nothing says why"
ADVICE = "`note` with the reason, or `link` to the decision"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    for idea in sheet.opportunities:
        if idea.status == "dropped" and not (idea.note or idea.link):
            yield at(wording(idea))
