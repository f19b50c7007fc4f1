"""A comment silences a rule that does not exist, or names none.

A slip of the pen in the code, and the finding is told as if the comment were not there. `# jmap: ignore` needs to say
what: codes, beginnings of codes or names in brackets, separated by commas.

Fails:

    jmap: 1
    title: I buy running shoes
    persona: Dewi
    stages:
      - {name: Choose, touchpoints: Web shop}  # jmap: ignore[JM031] she makes up her mind alone  # <- JM992
      - {name: Pay, touchpoints: Web shop}

Passes:

    jmap: 1
    title: I buy running shoes
    persona: Dewi
    stages:
      - name: Choose  # jmap: ignore[stage-without-touchpoint] she makes up her mind alone
        thoughts: Red or blue?
      - {name: Pay, touchpoints: Web shop}
"""

from __future__ import annotations

CODE = "JM992"
SEVERITY = "warning"
MESSAGE = "this comment names {codes}, which is no rule"
ADVICE = "a code such as `JM301`, or a rule's name, in brackets: `jmap explain` lists them"
