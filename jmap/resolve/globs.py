"""Which files of a project a pattern names: `**` is any folders, `*` and `?` stay inside one name."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Callable, Collection, Iterator, Sequence

from jmap.source.files import Files, Listing

SKIPPED = frozenset({"node_modules", "__pycache__"})
PROJECT = "jmap.yaml"
ANYWHERE = "**/*"
_LONG = re.compile(r"[*?\[/]")
_SPECIAL = re.compile(r"[*?\[]")


def find(files: Files, patterns: Sequence[str], skip: Collection[str] = (), folder: str = "") -> tuple[str, ...]:
    """The names of the files in a folder or below it that match any of the patterns from there on, in their order.

    Folders that are hidden, links, in `skip`, or projects of their own are not entered, and hidden files are
    not taken (unless the pattern spells a hidden one out). What is not a regular file is left out.
    """
    return tuple(sorted({name for pattern in patterns for name in _matches(files, clean(pattern), skip, folder)}))


def every(files: Files) -> Iterator[str]:
    """All files, hidden ones too, of folders that are not hidden, links, or projects of their own; in no order."""
    return _walk(files, "", ())


def projects_below(files: Files, folder: str = "") -> tuple[str, ...]:
    """The folders below a folder that are projects of their own, in their order; none inside another."""
    found: list[str] = []
    waiting = list(_open_folders(folder, files.listing(folder)))
    while waiting:
        here = waiting.pop()
        inside = files.listing(here)
        if PROJECT in inside.files:
            found.append(here)
        else:
            waiting += _open_folders(here, inside)
    return tuple(sorted(found))


def is_folder(files: Files, name: str) -> bool:
    above, _, last = name.rpartition("/")
    return not name or last in files.listing(above).folders


def is_file(files: Files, name: str) -> bool:
    above, _, last = name.rpartition("/")
    return last in files.listing(above).files


def clean(pattern: str) -> str:
    """A pattern with `/` between its parts and without empty and `.` parts."""
    parts = pattern.split("/")
    return "/".join(part for part in parts if part not in ("", "."))


def is_pattern(pattern: str) -> bool:
    return bool(_SPECIAL.search(pattern))


def _matches(files: Files, pattern: str, skip: Collection[str], folder: str) -> Iterator[str]:
    parts = pattern.split("/")
    fixed = next((i for i, part in enumerate(parts) if _SPECIAL.search(part)), len(parts) - 1)
    accepts = _matcher(pattern)
    hidden = parts[-1].startswith(".")
    for name in _walk(files, _join(folder, "/".join(parts[:fixed])), skip):
        if (hidden or not name.rpartition("/")[2].startswith(".")) and accepts(name[len(folder) :].lstrip("/")):
            yield name


def _walk(files: Files, start: str, skip: Collection[str]) -> Iterator[str]:
    waiting = [start]
    while waiting:
        here = waiting.pop()
        inside = files.listing(here)
        if here != start and PROJECT in inside.files:
            continue
        yield from (_join(here, name) for name in inside.files)
        waiting += (folder for folder in _open_folders(here, inside) if folder not in skip)


def _open_folders(here: str, inside: Listing) -> Iterator[str]:
    return (_join(here, name) for name in inside.folders if not name.startswith(".") and name not in SKIPPED)


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder and name else folder or name


def _matcher(pattern: str) -> Callable[[str], bool]:
    """Whether a path matches, in time linear in its length: `**` is a state that stays, not a guess to take back."""
    if pattern.startswith(ANYWHERE) and not _LONG.search(suffix := pattern.removeprefix(ANYWHERE)):
        return lambda name: name.endswith(suffix)  # the same, for the pattern that all but a few projects have
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
