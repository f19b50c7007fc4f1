"""Something is personalised, and nothing says by what.

An algorithm that knows what the customer wants knows it from somewhere. Which data it uses is what customers, lawyers
and the next engineer ask first, and often the map is the first place where anybody writes it down.

Fails:

    jmap: 1
    title: I buy running shoes
    basis: actual
    stages:
      - name: Choose
        personalisation: {text: Suggests a size, consent: opt-in}  # <- JM804

Passes:

    jmap: 1
    title: I buy running shoes
    basis: actual
    stages:
      - name: Choose
        personalisation: {text: Suggests a size, consent: opt-in, data: [past orders]}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, wording
from jmap.resolve.content import Personalisation

CODE = "JM804"
SEVERITY = "warning"
MESSAGE = "nothing says what data this uses"
ADVICE = "`data` with a list: `[order history, pages seen]`"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    if sheet.sketch:
        return
    for _, item in sheet.lane("personalisation"):
        if isinstance(item, Personalisation) and not item.data:
            yield at(wording(item))
