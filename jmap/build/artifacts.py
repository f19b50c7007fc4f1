"""Files that are replaced whole or not at all: written beside their place, forced to disk, then renamed into it.

A reader sees the old file or the new one, never a part. When something goes wrong (no room, no permission, a
kill) the old file stays, and what was half written goes: on Linux it has no name until it is complete;
elsewhere, and after a kill in the moment between, the next build sweeps it away.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jmap.failure import Failure

_TEMPORARY = re.compile(r"\.jmap-(\d{1,10})-[0-9a-f]{8}\.tmp")


def digest(data: bytes) -> str:
    """What the manifest knows a file by: SHA-256, in hex."""
    return hashlib.sha256(data).hexdigest()


def write(folder: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    """Put the files into the folder and return the digest of each.

    All are complete on disk before the first takes its place; one that is there already with the same content
    is left alone. A link in the place of a file is replaced, not followed. Raises `Failure`: then no file
    has been replaced, unless the renaming itself failed.
    """
    pending: list[_Pending] = []
    at = ""
    try:
        for at, data in files.items():
            if content(folder / at) != data:
                pending.append(_Pending.begin(folder, at, data))
        for file in pending:
            at = file.name
            os.fsync(file.descriptor)
        for file in pending:
            at = file.name
            file.replace()
    except OSError as error:
        raise Failure(f"cannot write {folder / at}: {error.strerror}") from error
    finally:
        for file in pending:
            file.close()
    return {name: digest(data) for name, data in files.items()}


def content(path: Path) -> bytes | None:
    """The bytes of a regular file; None for a link, a folder, a device, or nothing at all."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return None
    with open(descriptor, "rb") as file:
        regular = stat.S_ISREG(os.fstat(descriptor).st_mode) and not path.is_symlink()
        return file.read() if regular else None


def sweep(folder: Path) -> None:
    """Remove what a killed build left half written: only files that bear its name and whose process is gone.

    To be called before this process writes: what bears its own number is of an earlier bearer.
    """
    for entry in _entries(folder):
        found = _TEMPORARY.fullmatch(entry.name)
        if found and (int(found[1]) == os.getpid() or not _alive(int(found[1]))):
            with contextlib.suppress(OSError):
                os.unlink(entry.path)


def settle(folder: Path) -> None:
    """Force the renames themselves to disk, where the system has a way to."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


@dataclass
class _Pending:
    """A file on its way: an open descriptor, and the temporary name it has or will have."""

    folder: Path
    name: str
    descriptor: int
    temporary: Path
    named: bool

    @classmethod
    def begin(cls, folder: Path, name: str, data: bytes) -> _Pending:
        before = _mode(folder / name)
        if stat.S_ISDIR(before):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        temporary = folder / f".jmap-{os.getpid()}-{os.urandom(4).hex()}.tmp"
        descriptor, named = _open(folder, temporary)
        pending = cls(folder, name, descriptor, temporary, named)
        try:
            if stat.S_ISREG(before) and hasattr(os, "fchmod"):
                os.fchmod(descriptor, before & 0o777)  # who may read the file stays as it was
            _write_all(descriptor, data)
        except BaseException:
            pending.close()
            raise
        return pending

    def replace(self) -> None:
        if not self.named:
            # With `src_dir_fd` Python calls linkat(), which alone follows the magic link to the open file.
            os.link(
                f"/proc/self/fd/{self.descriptor}", self.temporary, src_dir_fd=self.descriptor, follow_symlinks=True
            )
            self.named = True
        os.close(self.descriptor)  # Windows renames no open file
        self.descriptor = -1
        os.replace(self.temporary, self.folder / self.name)
        self.named = False

    def close(self) -> None:
        """Let go of what did not reach its place."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1
        if self.named:
            with contextlib.suppress(OSError):
                os.unlink(self.temporary)


def _open(folder: Path, temporary: Path) -> tuple[int, bool]:
    """A new file for writing, and whether it has a name yet."""
    if hasattr(os, "O_TMPFILE") and os.path.exists("/proc/self/fd"):
        with contextlib.suppress(OSError):  # not every file system can
            return os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o666), False
    return os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666), True


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _mode(path: Path) -> int:
    try:
        return os.lstat(path).st_mode
    except OSError:
        return 0


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            yield from sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return


def _alive(process: int) -> bool:
    if os.name != "posix":
        return False  # a file that is still open cannot be removed there: trying is safe, and signal 0 is not
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
