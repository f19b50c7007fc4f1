"""Which projects the paths of a comparison lead to, on one side of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from jmap.failure import Failure
from jmap.git.repository import Repository
from jmap.resolve.discover import MAPS
from jmap.resolve.globs import PROJECT, find, is_file, is_folder, projects_below
from jmap.source.files import Files, plain_name

Places = dict[str, tuple[bool, list[str]]]  # by the folder of a project: whether it has a `jmap.yaml`; what was asked


def names_in(repository: Repository, paths: Sequence[Path], cwd: Path) -> tuple[str, ...]:
    """What somebody in `cwd` means by these paths (none: all below), relative to the repository. They need not exist.

    Raises `Failure` for a path outside of the repository.
    """
    top = repository.top or Path("/")
    here = Path(os.path.realpath(cwd)) if repository.top else top
    names = []
    for path in paths or [Path()]:
        full = Path(os.path.normpath(here / path))
        full = Path(os.path.realpath(full.parent)) / full.name if repository.top and full != top else full
        if not full.is_relative_to(top):
            raise Failure(f"{plain_name(str(path))} is outside of this repository")
        name = full.relative_to(top).as_posix()
        names.append("" if name == "." else name)
    return tuple(names)


def places(files: Files, names: Sequence[str]) -> Places:
    """The projects that these files and folders of a repository lie in, or that lie below them.

    A name that does not exist on this side belongs to the project around the place where it would be.
    """
    found: Places = {}
    for name in names:
        folder = name if is_folder(files, name) else name.rpartition("/")[0]
        project = _above(files, folder)
        below = projects_below(files, name) if project is None and is_folder(files, name) else ()
        for root in below:
            found.setdefault(root, (True, []))[1].append("")
        if project is not None:
            asked = name[len(project) :].lstrip("/")
            found.setdefault(project, (True, []))[1].append("" if asked == PROJECT else asked)
        elif find(files, MAPS, (), name) or is_file(files, name):
            root = folder
            found.setdefault(root, (False, []))[1].append(name[len(root) :].lstrip("/"))
    return found


def _above(files: Files, folder: str) -> str | None:
    """The nearest project upwards, as far as the repository goes."""
    while True:
        if PROJECT in files.listing(folder).files:
            return folder
        if not folder:
            return None
        folder = folder.rpartition("/")[0]
