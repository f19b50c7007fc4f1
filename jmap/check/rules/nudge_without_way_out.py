"""The customer is pushed, and cannot make it stop.

A nudge or a measure of retention works on people who did not ask for it. Without an opt-in or an opt-out, customers
lose choice, and come to resent what was meant as help. Say how they get out: `consent: opt-out` at the least.

Fails:

    jmap: 1
    title: I buy running shoes
    stages:
      - name: Leave the shop
        personalisation: {text: Shows the shoes again everywhere, kind: nudge}  # <- JM802

Passes:

    jmap: 1
    title: I buy running shoes
    stages:
      - name: Leave the shop
        personalisation: {text: Shows the shoes again everywhere, kind: nudge, consent: opt-out}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, wording
from jmap.resolve.content import Personalisation

CODE = "JM802"
SEVERITY = "warning"
MESSAGE = "this is {kind}, and the customer has no way out of it"
ADVICE = "`consent: opt-out` or `opt-in`, as it is in truth"
KINDS = {"nudge": "a nudge", "retention": "there to keep customers"}


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    for _, item in sheet.lane("personalisation"):
        if isinstance(item, Personalisation) and item.kind in KINDS and item.consent in ("", "none"):
            yield at(wording(item), kind=KINDS[item.kind])
