"""A comment silences a finding that is not there.

What it once silenced has been mended, or has moved to another line. Left in place, the comment would silence the next
mistake of that kind before anybody has seen it. `--fix` takes it away where nothing else stands in it.

Fails:

    jmap: 1
    title: I buy running shoes
    persona: Dewi
    stages:
      - name: Choose  # jmap: ignore[JM301] nobody meets anybody here  # <- JM990
        touchpoints: Web shop
      - {name: Pay, touchpoints: Web shop}

Passes:

    jmap: 1
    title: I buy running shoes
    persona: Dewi
    stages:
      - name: Choose  # jmap: ignore[JM301] nobody meets anybody here
        thoughts: Red or blue?
      - {name: Pay, touchpoints: Web shop}
"""

from __future__ import annotations

CODE = "JM990"
SEVERITY = "warning"
MESSAGE = "nothing here is to be silenced: {codes}"
ADVICE = "the line without the comment, or without that code"
