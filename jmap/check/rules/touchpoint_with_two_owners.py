"""One touchpoint belongs to the brand here and to somebody else there.

A touchpoint that two maps share should be the same thing in both; who owns it decides who can change it. Write the
owner once, in the catalogue of the project.

Source: Lemon & Verhoef 2016: touchpoints are brand-, partner- and customer-owned, and social or external.

Fails:

    # jmap.yaml
    jmap: 1
    # buy.journey.yaml
    jmap: 1
    title: I buy shoes
    stages: [{name: Pay, touchpoints: {name: Web shop, owner: brand}}]
    # return.journey.yaml
    jmap: 1
    title: I return shoes
    stages: [{name: Ask, touchpoints: {name: Web shop, owner: partner}}]  # <- JM701

Passes:

    # jmap.yaml
    jmap: 1
    touchpoints: [{name: Web shop, owner: brand}]
    # buy.journey.yaml
    jmap: 1
    title: I buy shoes
    stages: [{name: Pay, touchpoints: Web shop}]
    # return.journey.yaml
    jmap: 1
    title: I return shoes
    stages: [{name: Ask, touchpoints: Web shop}]
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, Words, at
from jmap.check.same import differing
from jmap.check.sheet import wording

CODE = "JM701"
SEVERITY = "warning"
MESSAGE = "`{name}` is owned by {owner} here, and by {other} in {where}"
ADVICE = "one owner, best in the catalogue of the project"


def check_all(context: Context) -> Iterator[At]:
    for met, first in differing(context, lambda touchpoint: touchpoint.owner):
        says: Words = {"owner": met.touchpoint.owner, "other": first.touchpoint.owner, "where": first.file}
        yield at(wording(met.touchpoint), file=met.file, name=met.touchpoint.text, **says)
