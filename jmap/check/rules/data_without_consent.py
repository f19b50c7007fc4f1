"""An algorithm uses data that the customer never agreed to give.

The map lists what is used, and either says `consent: none` or says nothing. Trust in personalisation rests on
transparency, clear words and control by the customer; in many places the law asks for no less. Write how the customer
agreed, or show as a pain point that nobody asked. (Of nudges and retention, JM802 speaks.)

Fails:

    jmap: 1
    title: I buy running shoes
    stages:
      - name: Choose
        personalisation: {text: Suggests a size, kind: navigation, data: [past orders]}  # <- JM801

Passes:

    jmap: 1
    title: I buy running shoes
    stages:
      - name: Choose
        personalisation: {text: Suggests a size, kind: navigation, data: [past orders], consent: opt-in}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, wording
from jmap.resolve.content import Personalisation

CODE = "JM801"
SEVERITY = "warning"
MESSAGE = "this uses {data}, and {consent}"
ADVICE = "`consent: opt-in` or `opt-out`, as it is in truth"
PUSHING = ("nudge", "retention")


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    for _, item in sheet.lane("personalisation"):
        if not isinstance(item, Personalisation) or not item.data or item.kind in PUSHING:
            continue
        if item.consent in ("", "none"):
            said = "customers did not agree" if item.consent else "nothing says how customers agreed"
            yield at(wording(item), data=", ".join(item.data), consent=said)
