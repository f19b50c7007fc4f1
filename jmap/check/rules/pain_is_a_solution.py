"""A pain point that is a wish list.

"We should build an app" is an answer. The pain point is the question: what hurts, in the customer's words? Written
down as a solution, the pain is lost, and with it every other way to ease it.

Source: NN/g: opportunities are what follows from the map, not what goes into it.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        pain_points: We should send a label with every parcel  # <- JM406

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        pain_points: The label needs a printer
        opportunities: {text: Send a label with every parcel, addresses: [The label needs a printer]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, wording

CODE = "JM406"
SEVERITY = "warning"
MESSAGE = "`{start} ...` says what to do, not what hurts"
ADVICE = "the pain in the customer's words, and the same under `opportunities`"
_WISH = re.compile(
    r"(?:we|they|you) (?:should|need to|must|ought to)\b"
    r"|(?:add|build|implement|introduce|redesign|launch) (?:an? |the |our |new )"
    r"|(?:kita|kami) (?:harus|perlu|sebaiknya)\b|(?:tambahkan|bangunlah|terapkan|sediakan|buatkan)\b",
    re.IGNORECASE,
)


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    for pain in sheet.pains:
        found = _WISH.match(pain.text)
        if found:
            yield at(wording(pain), start=found[0].strip())
