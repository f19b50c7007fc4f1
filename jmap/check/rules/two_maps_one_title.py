"""Two maps with one title.

In the atlas, in a search and in a meeting nobody can tell them apart. A current map and its future one may share a
title; two of the same state may not.

Source: smaply.com/blog/why-journey-maps-fail: many maps that overlap and contradict each other.

Fails:

    # jmap.yaml
    jmap: 1
    # a.journey.yaml
    jmap: 1
    title: I buy shoes
    stages: [Choose, Pay]
    # b.journey.yaml
    jmap: 1
    title: I buy shoes  # <- JM706
    stages: [Choose, Wait]

Passes:

    # jmap.yaml
    jmap: 1
    # a.journey.yaml
    jmap: 1
    title: I buy shoes
    stages: [Choose, Pay]
    # b.journey.yaml
    jmap: 1
    title: I buy shoes in the shop
    stages: [Choose, Wait]
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.model.names import slug

CODE = "JM706"
SEVERITY = "warning"
MESSAGE = "{where} has the same title"
ADVICE = "titles that say what is different"


def check_all(context: Context) -> Iterator[At]:
    first: dict[tuple[str, str], str] = {}
    for sheet in context.sheets:
        journey = sheet.journey
        where = first.setdefault((slug(journey.title), journey.state), journey.file)
        if where != journey.file:
            yield at("title", file=journey.file, where=where)
