"""Which files of a project changed, as soon as they do."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event

ENDS = (".yaml", ".yml", ".png", ".jpg", ".jpeg", ".webp")
SKIPPED = frozenset({".git", "node_modules", "__pycache__", ".venv", "venv"})
DEBOUNCE, STEP, TURN = 50, 10, 500  # milliseconds: how long changes are gathered, how often looked for, when to stop


def changes(root: Path, skip: Path | None, stop: Event, since: float) -> Iterator[frozenset[Path]]:
    """Sets of files that changed, came or went below `root`, until `stop` is set. `skip` is the output folder.

    `since` is when the files were read, in seconds as `time.time` counts them: what was saved while that went on, and
    before the watch began, is in the first set.
    """
    from watchfiles import watch

    def matters(_: object, name: str) -> bool:
        path = Path(name)
        inside = not SKIPPED.intersection(path.relative_to(root).parts) if path.is_relative_to(root) else False
        return inside and path.suffix.lower() in ENDS and not (skip and path.is_relative_to(skip))

    watching = watch(
        root, watch_filter=matters, debounce=DEBOUNCE, step=STEP, stop_event=stop, rust_timeout=TURN,
        yield_on_timeout=True, raise_interrupt=True,
    )  # fmt: skip
    early = True
    for found in watching:
        changed = {Path(name) for _, name in found}
        if early:
            changed.update(path for path in _files(root) if matters(None, str(path)) and _saved(path) >= since)
            early = False
        if changed:
            yield frozenset(changed)


def _files(root: Path) -> Iterator[Path]:
    for folder, inner, names in os.walk(root):
        inner[:] = [name for name in inner if name not in SKIPPED]
        yield from (Path(folder, name) for name in names)


def _saved(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
