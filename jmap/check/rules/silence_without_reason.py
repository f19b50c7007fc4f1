"""A finding is silenced, and nobody wrote down why.

`# jmap: ignore[JM301]` says that somebody disagreed. The reason says whether they were right, and tells the next
person when it no longer holds. A few words behind the bracket are enough. The finding stays silenced all the same.

Fails:

    jmap: 1
    title: I buy running shoes
    persona: Dewi
    stages:
      - name: Choose  # jmap: ignore[JM301]  # <- JM991
        thoughts: Red or blue?
      - {name: Pay, touchpoints: Web shop}

Passes:

    jmap: 1
    title: I buy running shoes
    persona: Dewi
    stages:
      - name: Choose  # jmap: ignore[JM301] she makes up her mind alone
        thoughts: Red or blue?
      - {name: Pay, touchpoints: Web shop}
"""

from __future__ import annotations

CODE = "JM991"
SEVERITY = "warning"
MESSAGE = "{codes} is silenced without a reason"
ADVICE = "a few words behind the bracket"
