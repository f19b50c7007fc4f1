"""Text of the project's own theme is too pale to read.

WCAG 2.2 asks for a contrast of 4.5 between text and its ground. Themes that come with jmap reach it everywhere; this
looks at the texts of a theme of your own on the grounds that they stand on most: paper, the tint of every second
stage, and the cards, in light and in dark.

Source: WCAG 2.2, 1.4.3

Fails:

    # jmap.yaml
    jmap: 1
    theme: own.theme.yaml
    # own.theme.yaml
    jmap: 1
    name: Own
    extends: default
    light:
      ink3: "#B0B0B0"  # <- JM853
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
      ink3: "#505050"
    # map.journey.yaml
    jmap: 1
    title: I return a pair of shoes
    stages: [Pack, Wait]
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.colour import contrast
from jmap.check.context import Context
from jmap.check.rule import At, Words, at

CODE = "JM853"
SEVERITY = "warning"
MESSAGE = "`{text}` on `{ground}` has a contrast of {ratio} ({mode}): too pale to read"
ADVICE = "a contrast of 4.5 or more"
LEAST = 4.5
TEXTS = ("ink", "ink2", "ink3", "pain", "gain", "opportunity", "moment")
PAIRS = (
    *((text, ground) for text in TEXTS for ground in ("paper", "tint")),
    *(("stage_text", f"stage{n}") for n in range(1, 6)),
    ("pain", "pain_fill"),
    ("opportunity", "opportunity_fill"),
    ("on_moment", "moment_fill"),
)  # fmt: skip


def check_all(context: Context) -> Iterator[At]:
    """Told at the text's colour if the theme sets it, else at the ground's; never at what it took over from another."""
    if context.look is None:
        return
    file = context.look.document.file
    for mode in ("light", "dark"):
        told: set[str] = set()
        colours = context.look.theme.colours(mode)
        for text, ground in PAIRS:
            ratio = contrast(colours[text], colours[ground])
            own = next(iter(context.look.sets(mode, text, ground)), "")
            if ratio < LEAST and own and own not in told:
                told.add(own)
                says: Words = {"text": text, "ground": ground, "ratio": f"{ratio:.1f}", "mode": mode}
                yield at((mode, own), file=file, **says)
