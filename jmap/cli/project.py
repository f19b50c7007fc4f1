"""From the paths on the command line to a workspace and everything that is wrong with it."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from jmap.build.reserved import reserve
from jmap.diagnostics import Diagnostic
from jmap.failure import Failure
from jmap.resolve.discover import by_project
from jmap.resolve.globs import projects_below
from jmap.resolve.journey import Workspace
from jmap.resolve.workspace import NothingToRead, load_workspace


@dataclass(frozen=True, slots=True)
class Project:
    """A workspace, the mistakes in its files, and whether every map of it was asked for."""

    workspace: Workspace
    diagnostics: tuple[Diagnostic, ...]
    whole: bool

    @property
    def root(self) -> Path:
        return Path(self.workspace.root)

    def seen_from(self, folder: Path) -> tuple[Diagnostic, ...]:
        """The mistakes with their files as somebody in that folder would type them."""
        return tuple(replace(d, file=_relative(self.root / d.file, folder) or d.file) for d in self.diagnostics)


def open_project(paths: tuple[Path, ...], cwd: Path) -> Project:
    """Read what the paths lead to. Raises `Failure` when they lead nowhere; mistakes in files are diagnostics."""
    try:
        workspace, diagnostics = load_workspace(paths, cwd)
    except NothingToRead as error:
        raise Failure(str(error)) from error
    workspace, reserved = reserve(workspace)
    root = Path(workspace.root)
    asked = {(cwd / path).resolve() for path in paths or (cwd,)}
    return Project(workspace, (*diagnostics, *reserved), bool(asked & {root, root / "jmap.yaml"}))


def open_projects(paths: tuple[Path, ...], cwd: Path) -> list[Project]:
    """Every project that the paths lead to, each by itself. Raises `Failure` when they lead nowhere."""
    try:
        groups = by_project(paths, cwd)
    except NothingToRead as error:
        raise Failure(str(error)) from error
    return [open_project(group, cwd) for group in groups]


def left_out(paths: tuple[Path, ...], cwd: Path) -> tuple[str, ...]:
    """The projects below the paths, which are not part of the one that is opened, as somebody there would type them."""
    folders = [cwd / path for path in paths or (cwd,) if (cwd / path).is_dir()]
    return tuple(_relative(root, cwd) for folder in folders for root in projects_below(folder))


def _relative(file: Path, folder: Path) -> str:
    """The shortest way to the file; empty if there is no such file (a theme of ours has only its name)."""
    if not file.exists():
        return ""
    try:
        return min(os.path.relpath(file, folder.resolve()), str(file), key=len).replace(os.sep, "/")
    except ValueError:  # another drive
        return str(file)
