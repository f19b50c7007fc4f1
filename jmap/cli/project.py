"""From the paths on the command line to a workspace and everything that is wrong with it."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from jmap.build.reserved import reserve
from jmap.diagnostics import Diagnostic
from jmap.failure import Failure
from jmap.resolve.discover import by_project, ground
from jmap.resolve.globs import projects_below
from jmap.resolve.journey import Workspace
from jmap.resolve.workspace import NothingToRead, Reading, read_workspace
from jmap.resolve.workspace import open_project as find_maps
from jmap.source.files import Disk


@dataclass(frozen=True, slots=True)
class Project:
    """A workspace, the mistakes in its files, whether every map of it was asked for, and what it was read from."""

    workspace: Workspace
    diagnostics: tuple[Diagnostic, ...]
    whole: bool
    reading: Reading

    @property
    def root(self) -> Path:
        return Path(self.workspace.root)

    def seen_from(self, folder: Path) -> tuple[Diagnostic, ...]:
        """The mistakes with their files as somebody in that folder would type them."""
        return tuple(replace(d, file=self.typed(d.file, folder)) for d in self.diagnostics)

    def typed(self, file: str, folder: Path) -> str:
        """A file of the project as somebody in that folder would type it."""
        return _relative(self.root / file, folder) or file


def open_project(paths: tuple[Path, ...], cwd: Path) -> Project:
    """Read what the paths lead to. Raises `Failure` when they lead nowhere; mistakes in files are diagnostics."""
    try:
        reading = read_workspace(paths, cwd)
    except NothingToRead as error:
        raise Failure(str(error)) from error
    workspace, reserved = reserve(reading.workspace)
    root = Path(workspace.root)
    asked = {(cwd / path).resolve() for path in paths or (cwd,)}
    whole = bool(asked & {root, root / "jmap.yaml"})
    return Project(workspace, (*reading.diagnostics, *reserved), whole, reading)


def open_projects(paths: tuple[Path, ...], cwd: Path) -> list[Project]:
    """Every project that the paths lead to, each by itself. Raises `Failure` when they lead nowhere."""
    try:
        groups = by_project(paths, cwd)
    except NothingToRead as error:
        raise Failure(str(error)) from error
    return [open_project(group, cwd) for group in groups]


def watched(paths: tuple[Path, ...], cwd: Path) -> tuple[Path, Path | None]:
    """The folder that holds everything the paths lead to, and the one in it that a build would write to."""
    try:
        places = [ground(group, cwd) for group in by_project(paths, cwd)]
    except NothingToRead as error:
        raise Failure(str(error)) from error
    root = Path(os.path.commonpath([place.root for place in places]))
    output = find_maps(Disk(root), places[0]).project.output if len(places) == 1 else ""
    return root, root / output if output else None


def left_out(paths: tuple[Path, ...], cwd: Path) -> tuple[str, ...]:
    """The projects below the paths, which are not part of the one that is opened, as somebody there would type them."""
    folders = [cwd / path for path in paths or (cwd,) if (cwd / path).is_dir()]
    return tuple(_relative(folder / name, cwd) for folder in folders for name in projects_below(Disk(folder)))


def files(paths: tuple[Path, ...], cwd: Path) -> list[tuple[Path, str]]:
    """The files that somebody means who names these paths, in order, each with its name as typed from `cwd`.

    A file stands for itself, whatever it holds; a folder for its maps, and for the project and catalogue if it is the
    project's. Raises `Failure` for a path that leads nowhere.
    """
    found = {path: None for path in paths if (cwd / path).is_file()}
    folders = tuple(path for path in paths if path not in found)
    if folders or not paths:
        for root, names in _project_files(folders, cwd):
            found |= {cwd / (_relative(root / name, cwd) or root / name): None for name in names}
    unique = {Path(os.path.realpath(cwd / path)): _relative(cwd / path, cwd) for path in found}
    return list(unique.items())


def _project_files(folders: tuple[Path, ...], cwd: Path) -> list[tuple[Path, list[str]]]:
    try:
        groups = by_project(folders, cwd)
        readings = [read_workspace(group, cwd) for group in groups]
    except NothingToRead as error:
        raise Failure(str(error)) from error
    found = []
    for group, reading in zip(groups, readings, strict=True):
        root = Path(reading.workspace.root)
        shared = [document.file for document, _ in reading.catalogue] if root in map(Path.resolve, group) else []
        wrong = [d.file for d in reading.diagnostics if shared and (root / d.file).is_file()]
        found.append((root, sorted(dict.fromkeys([*shared, *reading.maps, *wrong]))))
    return found


def _relative(file: Path, folder: Path) -> str:
    """The shortest way to the file; empty if there is no such file (a theme of ours has only its name)."""
    if not file.exists():
        return ""
    try:
        return min(os.path.relpath(file, folder.resolve()), str(file), key=len).replace(os.sep, "/")
    except ValueError:  # another drive
        return str(file)
