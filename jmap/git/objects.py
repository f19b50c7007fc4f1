"""A repository's objects, read through one `git cat-file --batch` that stays open."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import IO

from jmap.failure import Failure
from jmap.git.program import Git

MOST = 10_000_001  # bytes of a blob that are kept: jmap reads no bigger file
AT_ONCE = 200  # names sent before the first answer is read: they must fit into a pipe


@dataclass(frozen=True, slots=True)
class Object:
    """An object: its full id, its kind (`commit`, `tree`, `blob`, `tag`) and its bytes (of a blob, `MOST`)."""

    id: str
    kind: str
    data: bytes


@dataclass(slots=True)
class Objects:
    """Objects by name: what `git rev-parse` takes, and never an option. To be closed."""

    git: Git
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    _known: dict[str, Object | None] = field(default_factory=dict, init=False)

    def get(self, name: str) -> Object | None:
        """The object; None where there is none. Objects are kept: the same one is read once."""
        if name not in self._known:
            self.fetch([name])
        return self._known[name]

    def need(self, id: str) -> bytes:
        """The bytes of an object that another one names. Raises `Failure` if it is not in this clone."""
        found = self.get(id)
        if found is None:
            raise _gone(self.git)
        return found.data

    def fetch(self, names: Iterable[str]) -> None:
        """Read many objects ahead."""
        wanted = iter([name for name in dict.fromkeys(names) if name not in self._known])
        while some := list(islice(wanted, AT_ONCE)):
            for name, found in zip(some, self._ask(some), strict=True):
                self._known[name] = found

    def close(self) -> None:
        """End the program."""
        process, self._process = self._process, None
        if process is not None:
            for stream in (process.stdin, process.stdout):
                if stream:
                    stream.close()
            process.wait()

    def _ask(self, names: list[str]) -> Iterator[Object | None]:
        if any("\n" in name or "\0" in name for name in names):
            yield from (None for _ in names)
            return
        self._process = self._process or self.git.batch()
        asking, answers = self._process.stdin, self._process.stdout
        assert asking is not None and answers is not None
        try:
            asking.write("".join(f"{name}\n" for name in names).encode("utf-8", "surrogateescape"))
            asking.flush()
        except OSError as error:
            raise _gone(self.git) from error
        for _ in names:
            try:
                yield _answer(answers)
            except EOFError:
                raise _gone(self.git) from None


def _answer(stream: IO[bytes]) -> Object | None:
    """One answer: `ID KIND SIZE`, the bytes and a line end; or the name and what is wrong with it. Or EOFError."""
    head = stream.readline()
    if not head:
        raise EOFError
    words = head.split()
    if len(words) != 3 or not words[2].isdigit() or words[1] not in (b"blob", b"tree", b"commit", b"tag"):
        return None
    kind, size = words[1].decode(), int(words[2])
    data = stream.read(min(size, MOST) if kind == "blob" else size)
    left = size - len(data) + 1
    while left > 0:
        skipped = stream.read(min(left, 1_000_000))
        if not skipped:
            raise EOFError
        left -= len(skipped)
    return Object(words[0].decode(), kind, data)


def _gone(git: Git) -> Failure:
    if git.run("config", "--get-regexp", r"^remote\..*\.promisor$") is None:
        return Failure("a part of this repository is missing or broken: `git fsck` says which")
    fetch = "`git fetch --refetch --no-filter` fetches the rest"
    return Failure(f"what is compared is not in this clone, because it is a partial one: {fetch}")
