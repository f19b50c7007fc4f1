"""Which folder a build writes into, and whether it may: never through a link, and for a project never outside it."""

from __future__ import annotations

import os
from pathlib import Path

from jmap.failure import Failure

DEFAULT = "site"


def choose(given: Path | None, root: Path, configured: str, cwd: Path) -> Path:
    """The absolute path of the output folder.

    `given` (from the command line, relative to `cwd`) wins over what the project says (`configured`, relative
    to `root`). A map without a project goes to `site` where the command runs.
    """
    if given is not None:
        return Path(os.path.abspath(cwd / given))
    if not configured:
        return (root if (root / "jmap.yaml").is_file() else cwd) / DEFAULT
    folder = Path(os.path.abspath(root / configured))
    if not folder.is_relative_to(root):
        raise Failure(
            f"the project's output folder `{configured}` is outside the project: name it with -o to allow that"
        )
    for part in (folder, *folder.parents):
        if part == root:
            break
        _refuse_link(part)
    return folder


def prepare(folder: Path) -> None:
    """Make the folder if need be. Raises `Failure` if it is a link, or cannot be made."""
    _refuse_link(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise Failure(f"cannot write into {folder}: it is not a folder") from error
    except OSError as error:
        raise Failure(f"cannot make the folder {folder}: {error.strerror}") from error


def _refuse_link(folder: Path) -> None:
    if folder.is_symlink():
        raise Failure(f"{folder} is a symbolic link: name the folder itself, {os.path.realpath(folder)}, with -o")
