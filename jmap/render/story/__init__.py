"""The history of a map as text, data or a picture: one format a file, registered by existing."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jmap.diff.story import Episode
from jmap.locale.words import Words
from jmap.theme.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Episodes, the newest first. `cut` tells that a shallow clone ends before the history does."""

    title: str
    file: str
    episodes: Sequence[Episode]
    words: Words
    theme: Theme
    cut: bool = False
    colour: bool = False
    columns: int = 0  # of the terminal; 0: lines as long as they come
    verbose: bool = False


def names() -> tuple[str, ...]:
    """The formats that there are."""
    return tuple(sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py")))


def renderer(name: str) -> Callable[[Story], str]:
    """What writes a story in that format, one of `names()`."""
    module: Any = importlib.import_module(f"jmap.render.story.{name}")
    render: Callable[[Story], str] = module.render
    return render
