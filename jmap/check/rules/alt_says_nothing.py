"""The words for a picture are no words about the picture.

A file's name, or "image", is what a screen reader would have said anyway. Say what the picture shows.

Source: nohandoff.org/accessible-user-journey

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        image: pictures/box.png
        alt: box.png  # <- JM852

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        image: pictures/box.png
        alt: A shoe box, torn where the tape was
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.pictures import pictures
from jmap.check.rule import At, at

CODE = "JM852"
SEVERITY = "warning"
MESSAGE = "`{alt}` does not say what the picture shows"
ADVICE = "a sentence about what can be seen"
_EMPTY = re.compile(r"(?:an? |the )?(?:image|picture|photo|icon|logo|screenshot|gambar|foto|ikon)s?\.?", re.IGNORECASE)


def check_all(context: Context) -> Iterator[At]:
    for picture in pictures(context):
        file = picture.image.rpartition("/")[2]
        words = picture.alt.casefold()
        named = words in (file.casefold(), file.rpartition(".")[0].casefold(), picture.image.casefold())
        if picture.alt and (named or _EMPTY.fullmatch(picture.alt)):
            yield at(f"{picture.path}.alt", file=picture.file, alt=picture.alt)
