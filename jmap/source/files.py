"""Where a project's files come from: the disk, the disk below an editor's unsaved texts, a revision of a repository.

Files are named relative to the folder that the project lies in, with `/`; `""` is that folder itself. Bytes of names
that are not UTF-8 are kept as lone surrogates, as Python does it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from jmap.source.picture import Picture

LFS = b"version https://git-lfs.github.com/spec/v1\n"  # how a file begins that only points to its content


@dataclass(frozen=True, slots=True)
class Listing:
    """The names of the folders and the files that lie in a folder, in no order."""

    folders: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


class Files(Protocol):
    """The files below a folder. Nothing here raises for a file that is not there."""

    def listing(self, folder: str) -> Listing:
        """What lies in a folder; nothing where there is none. A link to a folder is no folder.

        What is neither a regular file nor a link to one is left out.
        """
        ...

    def data(self, name: str, limit: int) -> bytes | str:
        """The first `limit` bytes of a file, or why it cannot be read, as the end of a sentence."""
        ...

    def leads_out(self, name: str) -> bool:
        """Whether a file is outside of this folder when links are followed."""
        ...

    def picture(self, name: str) -> Picture | str:
        """The picture that a map names, or why there is none: "does not exist"."""
        ...


@dataclass(frozen=True, slots=True)
class Disk:
    """The files below a folder of this machine; `root` is absolute, and no link."""

    root: Path

    def listing(self, folder: str) -> Listing:
        folders, files = [], []
        try:
            with os.scandir(self.root / folder) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.name)
                    elif _is_file(entry):
                        files.append(entry.name)
        except OSError:
            return Listing()
        return Listing(tuple(folders), tuple(files))

    def data(self, name: str, limit: int) -> bytes | str:
        return data(self.root / name, limit)

    def leads_out(self, name: str) -> bool:
        return not Path(os.path.realpath(self.root / name)).is_relative_to(self.root)

    def picture(self, name: str) -> Picture | str:
        from jmap.source.picture import load

        return load(self.root, name)


@dataclass(frozen=True, slots=True)
class Overlay:
    """Other files with some texts in place of theirs, or besides them: an editor's buffers that are not saved."""

    below: Files
    texts: Mapping[str, str] = field(default_factory=dict)

    def listing(self, folder: str) -> Listing:
        found = self.below.listing(folder)
        start = f"{folder}/" if folder else ""
        inside = [name.removeprefix(start) for name in self.texts if name.startswith(start)]
        folders = (name.partition("/")[0] for name in inside if "/" in name)
        files = (name for name in inside if "/" not in name)
        return Listing(tuple(dict.fromkeys((*found.folders, *folders))), tuple(dict.fromkeys((*found.files, *files))))

    def data(self, name: str, limit: int) -> bytes | str:
        if name in self.texts:
            return self.texts[name].encode("utf-8", "surrogatepass")[:limit]
        return self.below.data(name, limit)

    def leads_out(self, name: str) -> bool:
        return name not in self.texts and self.below.leads_out(name)

    def picture(self, name: str) -> Picture | str:
        return self.below.picture(name)


def data(path: Path | str, limit: int, *, follow: bool = True) -> bytes | str:
    """The first `limit` bytes of a regular file, or why it cannot be read. Links are followed, unless told not to."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags | (0 if follow else getattr(os, "O_NOFOLLOW", 0)))
    except (OSError, ValueError) as error:
        return getattr(error, "strerror", None) or str(error)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return "it is not a file"
        return _all(descriptor, limit)
    except OSError as error:
        return error.strerror or str(error)
    finally:
        os.close(descriptor)


def _all(descriptor: int, limit: int) -> bytes:
    parts: list[bytes] = []
    while limit and (part := os.read(descriptor, limit)):
        parts.append(part)
        limit -= len(part)
    return b"".join(parts)


def plain_name(name: str) -> str:
    """A file's name as text that can be written: the bytes of a name that are not UTF-8 become a sign for that."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link to itself
        return False
