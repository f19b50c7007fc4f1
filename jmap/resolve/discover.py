"""Which project the user means, and which of its files: paths as typed become a root and what was asked for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jmap.resolve.globs import PROJECT, find, projects_below

MAP = ".journey.yaml"
MAPS = ("**/*" + MAP,)
BESIDES = (".theme.yaml", ".measures.yaml")  # files that concern the project as a whole


class NothingToRead(Exception):
    """The paths lead to no map: one does not exist, holds none, or they belong to several projects.

    The message is one sentence for the user, who typed the paths: wrong usage, not a mistake in a file.
    """


@dataclass(frozen=True, slots=True)
class Ground:
    """Where maps are looked for. `project` is the `jmap.yaml`, None where there is none above.

    `asked` are the files and folders that the user named, absolute; `root` among them means everything.
    `alone` is set where files were named outside of any project: only their neighbours are looked at.
    """

    root: Path
    project: Path | None
    asked: tuple[Path, ...]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class MapPath:
    path: Path
    shown: str  # relative to the root, with /
    asked: bool


def ground(paths: Sequence[Path], cwd: Path) -> Ground:
    """The project that the paths (none: `cwd`) lie in. Raises NothingToRead."""
    asked = [_existing(path, cwd) for path in (paths or [cwd])]
    folders = [path if path.is_dir() else path.parent for path in asked]
    projects = {_project_above(folder): None for folder in folders}
    if len(projects) > 1:
        names = [_typed(p, cwd) if p else "a folder without jmap.yaml" for p in projects]
        raise NothingToRead(f"these paths belong to different projects ({', '.join(names)}): name one at a time")
    root = next(iter(projects))
    if root is not None:
        asked = [root if path == root / PROJECT else path for path in asked]
        return Ground(root, root / PROJECT, tuple(asked))
    try:
        root = Path(os.path.commonpath([str(folder) for folder in folders]))
    except ValueError:
        raise NothingToRead("these paths are on different drives: name one at a time") from None
    return Ground(root, None, tuple(asked), alone=all(path.is_file() for path in asked))


def by_project(paths: Sequence[Path], cwd: Path) -> tuple[tuple[Path, ...], ...]:
    """The paths (none: `cwd`) sorted by the project that they lie in, so that each group can be read by itself.

    A folder above projects stands for each of them, and for maps that lie there outside of all. Raises NothingToRead.
    """
    groups: dict[Path | None, list[Path]] = {}
    for path in [_existing(path, cwd) for path in (paths or [cwd])]:
        project = _project_above(path if path.is_dir() else path.parent)
        below = projects_below(path) if project is None and path.is_dir() else ()
        for root in below:
            groups.setdefault(root, []).append(root)
        if not below or find(path, MAPS):
            groups.setdefault(project, []).append(path)
    return tuple(tuple(group) for group in groups.values())


def maps(ground: Ground, patterns: Sequence[str], output: str, included: Sequence[Path]) -> tuple[MapPath, ...]:
    """All maps of the project in the order of their paths, each with whether it was asked for.

    A named file is read whatever the patterns say; one that concerns the whole project asks for all of it.
    """
    skip = [ground.root / output] if output else []
    if ground.alone:
        folders = sorted({path.parent for path in ground.asked})
        found = {path for folder in folders for path in find(folder, ["*" + MAP])}
    else:
        found = set(find(ground.root, patterns, skip))
    whole = {ground.root, *included}
    everything = any(path in whole or path.name.endswith(BESIDES) for path in ground.asked)
    wanted: set[Path] = set(found) if everything else set()
    for path in ground.asked if not everything else ():
        inside = _under(path, found, skip) if path.is_dir() else {path}
        found |= inside
        wanted |= inside
    paths = sorted((os.path.relpath(path, ground.root).replace(os.sep, "/"), path) for path in found)
    return tuple(MapPath(path, plain_name(shown), path in wanted) for shown, path in paths)


def no_maps(ground: Ground, cwd: Path) -> NothingToRead:
    """The error for a place without maps, with a hint where projects lie one folder further down."""
    where = ", ".join(_typed(path, cwd) for path in ground.asked)
    below = sorted(path.parent.name for path in ground.root.glob(f"*/{PROJECT}"))
    hint = f"; there are projects in {', '.join(below)}" if below else ""
    return NothingToRead(f"no journey map (a file called *{MAP}) in {where}{hint}")


def leads_out(path: Path, root: Path) -> bool:
    """Whether a file of the project is outside of it when links are followed."""
    return not Path(os.path.realpath(path)).is_relative_to(root)


def _under(folder: Path, found: set[Path], skip: Sequence[Path]) -> set[Path]:
    """The project's maps in a folder; if the project knows of none there, all that lie in it."""
    known = {path for path in found if path.is_relative_to(folder)}
    return known or set(find(folder, MAPS, skip))


def _existing(path: Path, cwd: Path) -> Path:
    full = cwd / path
    if not os.path.exists(full):
        raise NothingToRead(f"{plain_name(str(path))}: there is no such file or folder")
    if full.is_dir():
        return full.resolve()
    return full.parent.resolve() / full.name


def _project_above(folder: Path) -> Path | None:
    for here in (folder, *folder.parents):
        if os.path.isfile(here / PROJECT):
            return here
    return None


def _typed(path: Path, cwd: Path) -> str:
    """The path as somebody in `cwd` would type it."""
    try:
        return plain_name(os.path.relpath(path, cwd.resolve()).replace(os.sep, "/"))
    except ValueError:  # another drive
        return plain_name(str(path))


def plain_name(name: str) -> str:
    """A file's name as text that can be written: the bytes of a name that are not UTF-8 become a sign for that."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
