"""Worth much, costs little, and nobody has taken it up.

Value of 4 or more and effort of 2 or less is what teams call a quick win. If it is still an idea while dearer ones
are under way, either its figures are wrong or the plan is.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        pain_points: The label needs a printer
        opportunities:
          - {text: A printer for everybody, customer_value: 3, effort: 5, status: in-progress, owner: Store team}
          - {text: A code that the shop prints, customer_value: 5, effort: 1, status: idea}  # <- JM206

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        pain_points: The label needs a printer
        opportunities:
          - {text: A printer for everybody, customer_value: 3, effort: 5, status: idea}
          - {text: A code that the shop prints, customer_value: 5, effort: 1, status: planned, owner: Store team}
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, wording
from jmap.resolve.content import Opportunity

CODE = "JM206"
SEVERITY = "info"
MESSAGE = "worth {value}, effort {effort}, and still an idea, while `{other}` is under way"
ADVICE = "a status and an owner, or other figures"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    started: dict[tuple[float, float], Opportunity] = {}  # one for each pair of figures, of which there are few
    for idea in sheet.opportunities:
        if idea.status == "in-progress" and idea.value is not None and idea.effort is not None:
            started.setdefault((idea.value, idea.effort), idea)
    for idea in sheet.opportunities:
        if idea.status not in ("", "idea") or idea.value is None or idea.effort is None:
            continue
        if idea.value >= 4 and idea.effort <= 2:
            dearer = [other for (v, e), other in started.items() if v < idea.value and e > idea.effort]
            if dearer:
                yield at(wording(idea), value=f"{idea.value:g}", effort=f"{idea.effort:g}", other=dearer[0].text)
