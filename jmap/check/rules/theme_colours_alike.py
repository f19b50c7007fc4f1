"""Colours of the project's own theme that mean different things look alike to some readers.

One man in twelve cannot tell certain reds from greens. jmap draws shapes and words beside its colours, so nothing is
lost; but a theme whose pain and gain, or whose first two personas, fall together for colour-blind eyes makes those
readers work. `extends: colour-blind` is a safe start.

Source: WCAG 2.2, 1.4.1: colour is not the only means. nohandoff.org/accessible-user-journey

Fails:

    # jmap.yaml
    jmap: 1
    theme: own.theme.yaml
    # own.theme.yaml
    jmap: 1
    name: Own
    extends: default
    light:
      persona2: "#2156C0"  # <- JM854
    # map.journey.yaml
    jmap: 1
    title: I return a pair of shoes
    stages: [Pack, Wait]

Passes:

    # jmap.yaml
    jmap: 1
    theme: own.theme.yaml
    # own.theme.yaml
    jmap: 1
    name: Own
    extends: default
    light:
      persona2: "#CF5A0C"
    # map.journey.yaml
    jmap: 1
    title: I return a pair of shoes
    stages: [Pack, Wait]
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.colour import distance
from jmap.check.context import Context
from jmap.check.rule import At, Words, at

CODE = "JM854"
SEVERITY = "warning"
MESSAGE = "`{one}` and `{other}` look alike to {eyes} ({mode}): {far} apart, at least {least} would be right"
ADVICE = "colours that differ in brightness too, or `extends: colour-blind`"
PAIRS = (("pain", "gain", 10), ("pain", "opportunity", 20), ("persona1", "persona2", 20))
READERS = {"normal": "everybody", "protanopia": "who see no red", "deuteranopia": "who see no green"}


def check_all(context: Context) -> Iterator[At]:
    if context.look is None:
        return
    file = context.look.document.file
    for mode in ("light", "dark"):
        colours = context.look.theme.colours(mode)
        for one, other, least in PAIRS:
            own = context.look.sets(mode, other, one)
            far, eyes = min((distance(colours[one], colours[other], eyes), eyes) for eyes in READERS)
            if own and far < least:
                says: Words = {"eyes": f"those {READERS[eyes]}" if eyes != "normal" else READERS[eyes], "mode": mode}
                yield at((mode, own[0]), file=file, one=one, other=other, far=f"{far:.0f}", least=least, **says)
