"""The files of a revision, read from its trees: nothing is checked out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from jmap.git.repository import Repository
from jmap.source.files import LFS, Listing, data

if TYPE_CHECKING:
    from jmap.source.picture import Picture

FOLDER, LINK, MODULE = "40000", "120000", "160000"
LINKS = 40  # how many are followed before it is a circle
_OUT = "it is a link that leads out of the repository"
_GONE = "there is no such file in this revision"

Entry = tuple[str, str]  # mode and id, as git writes them


@dataclass(frozen=True, slots=True)
class Revision:
    """`Files` below a folder of a revision. `tree` is the id of the revision's tree; empty before the first commit."""

    repository: Repository
    tree: str
    folder: str = ""
    _trees: dict[str, dict[str, Entry]] = field(default_factory=dict, repr=False)

    def below(self, folder: str) -> Self:
        return replace(self, folder=_join(self.folder, folder))

    def listing(self, folder: str) -> Listing:
        here = _join(self.folder, folder)
        folders, files = [], []
        for name, (mode, _) in self._entries(here).items():
            if mode == FOLDER:
                folders.append(name)
            elif mode != MODULE and (mode != LINK or self._is_file(_join(here, name))):
                files.append(name)
        return Listing(tuple(folders), tuple(files))

    def data(self, name: str, limit: int) -> bytes | str:
        blob = self._blob(name)
        if blob is None:
            return _GONE if self._real(_join(self.folder, name)) is not None else _OUT
        content = self.repository.objects.need(blob)
        if content.startswith(LFS):
            content = _from_lfs(content, self.repository, limit)
        return content[:limit]

    def leads_out(self, name: str) -> bool:
        real = self._real(_join(self.folder, name))
        return real is None or not (not self.folder or f"{real}/".startswith(f"{self.folder}/"))

    def picture(self, name: str) -> Picture | str:
        from jmap.source.picture import BYTES, TOO_BIG, decode, leads_out

        if leads_out(name):
            return "leads out of the project"
        if self.leads_out(name):
            return "is a link that leads out of the project"
        content = self.data("/".join(part for part in name.split("/") if part not in ("", ".")), BYTES + 1)
        if isinstance(content, str):
            return "does not exist" if content == _GONE else f"cannot be read: {content}"
        return decode(content) if len(content) <= BYTES else TOO_BIG

    def ids(self, name: str) -> tuple[str, ...]:
        """What the file's content is known by: the id of its blob. Nothing for what is not a file."""
        blob = self._blob(name)
        return (blob,) if blob else ()

    def folder_id(self, name: str) -> str:
        """The id of a folder's tree; two folders with the same one are the same. Empty for what is not a folder."""
        return self._tree(_join(self.folder, name))

    def fetch(self, names: Sequence[str]) -> None:
        """Read many files ahead."""
        self.repository.objects.fetch(id for name in names for id in self.ids(name))

    def _blob(self, name: str) -> str | None:
        path = _join(self.folder, name)
        entry = self._entry(path)
        if entry is None or entry[0] == LINK:
            real = self._real(path)
            entry = self._entry(real) if real else None
        return entry[1] if entry and entry[0] not in (FOLDER, MODULE) else None

    def _is_file(self, path: str) -> bool:
        """Whether a link leads to a file. What is outside of the repository may be one."""
        real = self._real(path)
        entry = self._entry(real) if real else None
        return real is None or bool(entry and entry[0] not in (FOLDER, MODULE, LINK))

    def _real(self, path: str) -> str | None:
        """The path with its links followed; None if one leads out of the repository. It need not exist."""
        waiting, done, followed = path.split("/")[::-1], list[str](), 0
        while waiting:
            part = waiting.pop()
            if part == ".." and not done:
                return None
            if part == "..":
                done.pop()
            elif part not in ("", "."):
                done.append(part)
                entry = self._entry("/".join(done))
                if entry and entry[0] == LINK and followed < LINKS:
                    followed += 1
                    done.pop()
                    target = self._target(entry[1])
                    if target.startswith("/"):
                        return None
                    waiting += target.split("/")[::-1]
        return "/".join(done)

    def _target(self, blob: str) -> str:
        return self.repository.objects.need(blob).decode("utf-8", "surrogateescape")

    def _entry(self, path: str) -> Entry | None:
        above, _, name = path.rpartition("/")
        return self._entries(above).get(name)

    def _tree(self, path: str) -> str:
        entry = self._entry(path)
        return entry[1] if entry and entry[0] == FOLDER else ""

    def _entries(self, path: str) -> dict[str, Entry]:
        """What a folder of the repository holds, each tree being read once."""
        if path not in self._trees:
            tree = self._tree(path) if path else self.tree
            self._trees[path] = _parsed(self.repository.objects.need(tree), len(tree) // 2) if tree else {}
        return self._trees[path]


def _parsed(data: bytes, width: int) -> dict[str, Entry]:
    """A tree object: `MODE NAME\\0` and the id as `width` bytes, again and again."""
    entries: dict[str, Entry] = {}
    at = 0
    while at < len(data):
        end = data.index(b"\0", at)
        mode, _, name = data[at:end].partition(b" ")
        at = end + 1 + width
        entries[name.decode("utf-8", "surrogateescape")] = (mode.decode().lstrip("0"), data[end + 1 : at].hex())
    return entries


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder and name else folder or name


def _from_lfs(pointer: bytes, repository: Repository, limit: int) -> bytes:
    """The content that a Git LFS pointer stands for, if it has been fetched; otherwise the pointer."""
    fields = dict(line.partition(" ")[::2] for line in pointer[:1000].decode("utf-8", "replace").splitlines())
    digest = fields.get("oid", "").removeprefix("sha256:")
    if len(digest) != 64 or not digest.isalnum():
        return pointer
    path: Path | None = repository.below_git(f"lfs/objects/{digest[:2]}/{digest[2:4]}/{digest}")
    found = data(path, limit) if path else ""
    if isinstance(found, str) or (len(found) < limit and hashlib.sha256(found).hexdigest() != digest):
        return pointer
    return found
