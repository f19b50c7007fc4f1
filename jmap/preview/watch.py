"""Which files of a project changed, as soon as they do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

ENDS = (".yaml", ".yml", ".png", ".jpg", ".jpeg", ".webp")
SKIPPED = frozenset({".git", "node_modules", "__pycache__", ".venv", "venv"})
DEBOUNCE, STEP, TURN = 50, 20, 500  # milliseconds: how long changes are gathered, how often looked for, when to stop


def changes(root: Path, skip: Path | None, stop: Event) -> Iterator[frozenset[Path]]:
    """Sets of files that changed, came or went below `root`, until `stop` is set. `skip` is the output folder."""
    from watchfiles import watch

    def matters(_: object, name: str) -> bool:
        path = Path(name)
        inside = not SKIPPED.intersection(path.relative_to(root).parts) if path.is_relative_to(root) else False
        return inside and path.suffix.lower() in ENDS and not (skip and path.is_relative_to(skip))

    watching = watch(
        root, watch_filter=matters, debounce=DEBOUNCE, step=STEP, stop_event=stop, rust_timeout=TURN,
        yield_on_timeout=True, raise_interrupt=True,
    )  # fmt: skip
    for found in watching:
        if found:
            yield frozenset(Path(name) for _, name in found)
