"""Which project the user means, and which of its files: paths as typed become a root and what was asked for."""

from __future__ import annotations

import difflib
import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from jmap.resolve.globs import PROJECT, clean, find, is_folder, projects_below
from jmap.source.files import Disk, Files, plain_name

MAP = ".journey.yaml"
MAPS = ("**/*" + MAP,)
BESIDES = (".theme.yaml", ".measures.yaml")  # files that concern the project as a whole


class NothingToRead(Exception):
    """The paths lead to no map: one does not exist, holds none, or they belong to several projects.

    The message is one sentence for the user, who typed the paths: wrong usage, not a mistake in a file.
    """


@dataclass(frozen=True, slots=True)
class Ground:
    """Where maps are looked for: the folder `root`, absolute. `project` tells whether it has a `jmap.yaml`.

    `asked` are the files and folders that the user named, relative to the root; `""` among them means everything.
    `alone` is set where files were named outside of any project: only their neighbours are looked at.
    """

    root: Path
    project: bool
    asked: tuple[str, ...] = ("",)
    alone: bool = False


@dataclass(frozen=True, slots=True)
class MapPath:
    """A map file, and whether it was asked for; `named` if it was by its own name."""

    name: str
    asked: bool
    named: bool = False

    @property
    def shown(self) -> str:
        return plain_name(self.name)


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
        here = [root if path == root / PROJECT else path for path in asked]
        return Ground(root, True, tuple(_name(path, root) for path in here))
    try:
        root = Path(os.path.commonpath([str(folder) for folder in folders]))
    except ValueError:
        raise NothingToRead("these paths are on different drives: name one at a time") from None
    return Ground(root, False, tuple(_name(path, root) for path in asked), alone=all(path.is_file() for path in asked))


def by_project(paths: Sequence[Path], cwd: Path) -> tuple[tuple[Path, ...], ...]:
    """The paths (none: `cwd`) sorted by the project that they lie in, so that each group can be read by itself.

    A folder above projects stands for each of them, and for maps that lie there outside of all. Raises NothingToRead.
    """
    groups: dict[Path | None, list[Path]] = {}
    for path in [_existing(path, cwd) for path in (paths or [cwd])]:
        project = _project_above(path if path.is_dir() else path.parent)
        below = projects_below(Disk(path)) if project is None and path.is_dir() else ()
        for name in below:
            groups.setdefault(path / name, []).append(path / name)
        if not below or find(Disk(path), MAPS):
            groups.setdefault(project, []).append(path)
    return tuple(tuple(group) for group in groups.values())


def maps(
    files: Files, ground: Ground, patterns: Sequence[str], output: str, included: Collection[str]
) -> tuple[MapPath, ...]:
    """All maps of the project in the order of their names, each with whether it was asked for.

    A named file is read whatever the patterns say; one that concerns the whole project asks for all of it.
    """
    skip = [clean(output)] if output else []
    if ground.alone:
        folders = sorted({name.rpartition("/")[0] for name in ground.asked})
        found = {name for folder in folders for name in find(files, ["*" + MAP], (), folder)}
    else:
        found = set(find(files, patterns, skip))
    everything = any(not name or name in included or name.endswith(BESIDES) for name in ground.asked)
    wanted: set[str] = set(found) if everything else set()
    for name in ground.asked if not everything else ():
        inside = _under(files, name, found, skip) if is_folder(files, name) else {name}
        found |= inside
        wanted |= inside
    return tuple(MapPath(name, name in wanted, name in ground.asked) for name in sorted(found))


def no_maps(ground: Ground, cwd: Path) -> NothingToRead:
    """The error for a place without maps, with a hint at what may have been meant."""
    where = ", ".join(_typed(ground.root / name, cwd) for name in ground.asked)
    return NothingToRead(f"no journey map (a file called *{MAP}) in {where}{_hint(ground)}")


def _hint(ground: Ground) -> str:
    below = sorted(path.parent.name for path in ground.root.glob(f"*/{PROJECT}"))
    if below:
        return f"; there are projects in {', '.join(below)}"
    others = sorted(find(Disk(ground.root), MAPS)) if ground.project and "" in ground.asked else []
    if others:
        return f"; `maps` in {PROJECT} leaves out {plain_name(others[0])}"
    for path in sorted(ground.root.glob("*.y*ml*")):
        if path.name != PROJECT and not path.name.endswith(BESIDES) and _looks_like_a_map(path):
            named = plain_name(path.name)
            return f"; {named} looks like one: call it {named.split('.')[0]}{MAP}"
    return "; `jmap init` starts a project with one"


def _looks_like_a_map(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(2000).removeprefix(b"\xef\xbb\xbf").startswith(b"jmap:")
    except OSError:
        return False


def _under(files: Files, folder: str, found: set[str], skip: Sequence[str]) -> set[str]:
    """The project's maps in a folder; if the project knows of none there, all that lie in it."""
    known = {name for name in found if name.startswith(f"{folder}/")}
    return known or set(find(files, MAPS, skip, folder))


def _existing(path: Path, cwd: Path) -> Path:
    full = cwd / path
    if not os.path.exists(full):
        raise NothingToRead(f"{plain_name(str(path))}: there is no such file or folder{_like(path, full)}")
    if full.is_dir():
        return full.resolve()
    return full.parent.resolve() / full.name


def _like(path: Path, full: Path) -> str:
    """The map or folder beside it that was most likely meant."""
    beside = full.parent.iterdir() if full.parent.is_dir() else ()
    names = [one.name for one in beside if not one.name.startswith(".") and (one.name.endswith(MAP) or one.is_dir())]
    meant = difflib.get_close_matches(full.name, sorted(names), n=1)
    return f": did you mean {plain_name((path.parent / meant[0]).as_posix())}?" if meant else ""


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


def _name(path: Path, root: Path) -> str:
    name = path.relative_to(root).as_posix()
    return "" if name == "." else name
