"""The files as they lie in the working tree, with the ids that git would give to their content."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

from jmap.source.files import Disk, Files, Listing, data
from jmap.source.picture import BYTES

if TYPE_CHECKING:
    from jmap.source.picture import Picture


class Snapshot(Files, Protocol):
    """Files of one side of a comparison, whose content can be told apart without reading it as text."""

    def below(self, folder: str) -> Self:
        """The files of a folder."""
        ...

    def ids(self, name: str) -> tuple[str, ...]:
        """What the file's content is known by; two files with an id in common are the same. None without a file."""
        ...

    def fetch(self, names: Sequence[str]) -> None:
        """Read many files ahead, if that is quicker."""
        ...


@dataclass(frozen=True, slots=True)
class WorkingTree:
    """The files of this machine below `root`, without the repositories in it (submodules): no side holds those.

    `digest` is how the repository names its objects.
    """

    root: Path
    digest: str
    _ids: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def below(self, folder: str) -> Self:
        return replace(self, root=self.root / folder, _ids={}) if folder else self

    def listing(self, folder: str) -> Listing:
        found = Disk(self.root).listing(folder)
        here = self.root / folder
        return Listing(tuple(name for name in found.folders if not os.path.lexists(here / name / ".git")), found.files)

    def data(self, name: str, limit: int) -> bytes | str:
        return Disk(self.root).data(name, limit)

    def leads_out(self, name: str) -> bool:
        return Disk(self.root).leads_out(name)

    def picture(self, name: str) -> Picture | str:
        return Disk(self.root).picture(name)

    def fetch(self, names: Sequence[str]) -> None:
        """Nothing: the disk is quick."""

    def ids(self, name: str) -> tuple[str, ...]:
        """The id of the content, and of the content as git keeps it where it turns `\\r\\n` into `\\n`."""
        if name not in self._ids:
            found = self._content(name)
            self._ids[name] = self._known_by(found) if isinstance(found, bytes) else ()
        return self._ids[name]

    def _content(self, name: str) -> bytes | str:
        found = data(f"{self.root}/{name}", BYTES + 1, follow=False) if hasattr(os, "O_NOFOLLOW") else ""
        if isinstance(found, str) and not self.leads_out(name):
            return self.data(name, BYTES + 1)
        return found

    def _known_by(self, content: bytes) -> tuple[str, ...]:
        ids = [self._id(content)]
        if b"\r\n" in content and b"\0" not in content:
            ids.append(self._id(content.replace(b"\r\n", b"\n")))
        return tuple(ids)

    def _id(self, content: bytes) -> str:
        digest = hashlib.new(self.digest, b"blob %d\0" % len(content), usedforsecurity=False)
        digest.update(content)
        return digest.hexdigest()
