"""Takes away the files of maps that are gone: only those the manifest lists, and only as jmap wrote them."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from jmap.build.artifacts import content, digest
from jmap.failure import Failure


@dataclass(frozen=True, slots=True)
class Cleared:
    """Names of files: those removed, and those kept because somebody has changed them."""

    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def clear(folder: Path, before: Mapping[str, str], now: Collection[str]) -> Cleared:
    """Remove the files of `before` (digests by name) that are not among those of `now`.

    Where case does not count, a file of a map that was renamed from `Buy` to `buy` is one of those: it stays.
    """
    listed = {name: sha for name, sha in before.items() if name not in now}
    if not listed:
        return Cleared()
    ours = {_identity(folder / name) for name in now}
    removed: list[str] = []
    changed: list[str] = []
    for name, sha256 in listed.items():
        path = folder / name
        data = content(path)
        if data is None or _identity(path) in ours:
            continue
        if digest(data) != sha256:
            changed.append(name)
            continue
        try:
            path.unlink()
        except OSError as error:
            raise Failure(f"cannot remove {path}: {error.strerror}") from error
        removed.append(name)
    return Cleared(tuple(removed), tuple(changed))


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
