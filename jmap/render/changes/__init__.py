"""A comparison as bytes: one format a file, registered by existing; what they share is in `kit`.

A format is a module with `render(review: Review) -> str | Mapping[str, str]`: one document, or several by file name.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jmap.render.changes.kit.review import Review


def names() -> tuple[str, ...]:
    """The formats that there are; nothing is imported to know them."""
    return tuple(sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py")))


def renderer(name: str) -> Callable[[Review], str | Mapping[str, str]]:
    """What writes a review in that format, one of `names()`."""
    module: Any = importlib.import_module(f"jmap.render.changes.{name}")
    render: Callable[[Review], str | Mapping[str, str]] = module.render
    return render
