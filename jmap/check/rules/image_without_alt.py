"""A picture that some readers cannot see, without a word about it.

`alt` is what a screen reader says, and what stands there when the picture does not load. One sentence on what the
picture shows, and why it is here.

Source: nohandoff.org/accessible-user-journey

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        image: pictures/box.png  # <- JM851

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        image: pictures/box.png
        alt: A shoe box, torn where the tape was
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.pictures import pictures
from jmap.check.rule import At, at

CODE = "JM851"
SEVERITY = "warning"
MESSAGE = "the picture of `{of}` has no `alt`: who cannot see it learns nothing"
ADVICE = "`alt` with what the picture shows"


def check_all(context: Context) -> Iterator[At]:
    for picture in pictures(context):
        if not picture.alt:
            yield at(f"{picture.path}.image", file=picture.file, of=picture.name)
