"""Groups of a picture that nobody takes hold of are taken away; what is in them stays where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PART = re.compile(r"(<g(?: [^<>]*)?>|</g>)")
# By these names the page's style sheet and its script know a group.
_HANDLES = re.compile(
    r'class="(?:item|whose|row|ground|name|band|aside|trace|key|heading|stage|lane|rail|legend|gap)"'
    r'| id="|aria-label|transform'
)


def flat(picture: str) -> str:
    """The picture without its idle groups."""
    return "".join(_kept(_PART.split(picture)))


def _kept(parts: list[str]) -> Iterator[str]:
    """Pieces of markup at even places, tags of groups at odd ones."""
    open_groups: list[bool] = []
    for n, part in enumerate(parts):
        if n % 2 == 0:
            yield part
        elif part == "</g>":
            if open_groups.pop():
                yield part
        else:
            open_groups.append(bool(_HANDLES.search(part)))
            if open_groups[-1]:
                yield part
