"""A map of the future that does not say what it improves on.

`future_of` ties a future map to its current one: then `jmap diff`, the atlas and readers can tell what is to change.
Without it, nobody knows where the way there begins. Something wholly new has no current map: then say so,
`# jmap: ignore[JM707] a new service`. A project without any current map is left alone.

Source: us.fitgap.com/stack-guides/keep-journey-maps-current-as-products-policies-and-channels-change

Fails:

    # jmap.yaml
    jmap: 1
    # today.journey.yaml
    jmap: 1
    title: I return shoes
    stages: [Pack, Hand in]
    # tomorrow.journey.yaml
    jmap: 1
    title: I return shoes at a locker
    state: future  # <- JM707
    stages: [Pack, Drop off]

Passes:

    # jmap.yaml
    jmap: 1
    # today.journey.yaml
    jmap: 1
    title: I return shoes
    stages: [Pack, Hand in]
    # tomorrow.journey.yaml
    jmap: 1
    title: I return shoes at a locker
    state: future
    future_of: today
    stages: [Pack, Drop off]
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at

CODE = "JM707"
SEVERITY = "warning"
MESSAGE = "this map does not say which current map it is the future of"
ADVICE = "`future_of` with the id of the current map"


def check_all(context: Context) -> Iterator[At]:
    if any(sheet.journey.state == "current" for sheet in context.sheets):
        for sheet in context.sheets:
            if sheet.journey.state == "future" and not sheet.journey.future_of:
                yield at("state", file=sheet.journey.file)
