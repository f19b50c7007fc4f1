"""Reads lucide.json, which tools/make_icons.py makes."""

import json
from collections.abc import Mapping
from types import MappingProxyType

from jmap.resources import PACKAGE

OTHER = "circle"

PATHS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {name: tuple(paths) for name, paths in json.loads((PACKAGE / "icons" / "lucide.json").read_text("utf-8")).items()}
)
"""The `d` of each stroke of each icon, in 24 units, by name."""


def icon_paths(name: str) -> tuple[str, ...]:
    """The strokes of one icon. A name that is not drawn here gives a plain circle."""
    return PATHS.get(name, PATHS[OTHER])
