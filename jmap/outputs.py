"""What jmap makes, and what the files are called: `buy-shoes.flow.svg` is the map's id and a suffix."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

OUTPUTS: Mapping[str, tuple[str, ...]] = MappingProxyType(  # the suffixes that a format stands for
    {
        "html": ("html",),
        "svg": ("swimlane.svg", "flow.svg", "touchpoints.svg"),
        "dot": ("flow.dot", "touchpoints.dot"),
    }
)
ATLAS = "index.html"
MANIFEST = "jmap-manifest.json"
SUFFIXES = tuple(suffix for suffixes in OUTPUTS.values() for suffix in suffixes)
LONGEST_ID = 80
_SLUG = re.compile(r"[\w-]+")  # letters and digits of any script, _ and -: no dot, no slash


def output(id: str, suffix: str) -> str:
    """The file's name; `suffix` is one of `SUFFIXES`."""
    return f"{id}.{suffix}"


def is_slug(id: str) -> bool:
    """Whether a map may have this id: nothing else may become a file's name."""
    return len(id) <= LONGEST_ID and _SLUG.fullmatch(id) is not None


def is_output_of(name: str, id: str) -> bool:
    """Whether jmap could have written this file for that map."""
    return is_slug(id) and any(name == output(id, suffix) for suffix in SUFFIXES) and name.casefold() != ATLAS
