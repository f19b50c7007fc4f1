"""Which files of a project a pattern names: `**` is any folders, `*` and `?` stay inside one name."""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

SKIPPED = frozenset({"node_modules", "__pycache__"})
PROJECT = "jmap.yaml"
_SPECIAL = re.compile(r"[*?\[]")


def find(root: Path, patterns: Sequence[str], skip: Sequence[Path] = ()) -> tuple[Path, ...]:
    """The files below `root` that match any of the patterns, in the order of their paths.

    Folders that are hidden, links, in `skip`, or projects of their own are not entered, and hidden files are
    not taken (unless the pattern spells a hidden one out). What is not a regular file is left out.
    """
    found: dict[str, Path] = {}
    for pattern in patterns:
        for name, path in _matches(root, clean(pattern), frozenset(skip)):
            found[name] = path
    return tuple(found[name] for name in sorted(found))


def projects_below(root: Path) -> tuple[Path, ...]:
    """The folders below `root` that are projects of their own, in the order of their paths; none inside another."""
    found: list[Path] = []
    waiting = [root]
    while waiting:
        for entry in _entries(waiting.pop()):
            path = Path(entry.path)
            if not entry.is_dir(follow_symlinks=False) or entry.name.startswith(".") or entry.name in SKIPPED:
                continue
            (found if os.path.isfile(path / PROJECT) else waiting).append(path)
    return tuple(sorted(found))


def clean(pattern: str) -> str:
    """A pattern with `/` between its parts and without empty and `.` parts."""
    parts = pattern.split("/")
    return "/".join(part for part in parts if part not in ("", "."))


def is_pattern(pattern: str) -> bool:
    return bool(_SPECIAL.search(pattern))


def _matches(root: Path, pattern: str, skip: frozenset[Path]) -> Iterator[tuple[str, Path]]:
    parts = pattern.split("/")
    fixed = next((i for i, part in enumerate(parts) if _SPECIAL.search(part)), len(parts) - 1)
    start = "/".join(parts[:fixed])
    accepts = _matcher(pattern)
    hidden = parts[-1].startswith(".")
    for name, path in _walk(root / start if start else root, start, skip):
        if (hidden or not path.name.startswith(".")) and accepts(name):
            yield name, path


def _walk(folder: Path, name: str, skip: frozenset[Path]) -> Iterator[tuple[str, Path]]:
    waiting = [(folder, name)]
    while waiting:
        here, prefix = waiting.pop()
        for entry in _entries(here):
            path, full = here / entry.name, f"{prefix}/{entry.name}" if prefix else entry.name
            if entry.is_dir(follow_symlinks=False):
                if not _closed(path, entry.name, skip):
                    waiting.append((path, full))
            elif _is_file(entry):
                yield full, path


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link to itself
        return False


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _closed(path: Path, name: str, skip: frozenset[Path]) -> bool:
    return name.startswith(".") or name in SKIPPED or path in skip or os.path.isfile(path / PROJECT)


def _matcher(pattern: str) -> Callable[[str], bool]:
    """Whether a path matches, in time linear in its length: `**` is a state that stays, not a guess to take back."""
    parts = [None if part == "**" else re.compile(fnmatch.translate(part)).match for part in pattern.split("/")]

    def through(states: set[int]) -> set[int]:
        for i, part in enumerate(parts):
            if part is None and i in states:
                states.add(i + 1)
        return states

    def accepts(name: str) -> bool:
        states = through({0})
        for piece in name.split("/"):
            after: set[int] = set()
            for i in states:
                if i < len(parts):
                    part = parts[i]
                    if part is None:
                        after.add(i)
                    elif part(piece):
                        after.add(i + 1)
            states = through(after)
        return len(parts) in states

    return accepts
