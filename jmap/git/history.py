"""The commits that changed a map, also under the names that its file had before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jmap.git.commit import Commit
from jmap.git.ends import End, at_commit, commit
from jmap.git.repository import Repository
from jmap.git.revision import Revision
from jmap.resolve.discover import MAP
from jmap.resolve.glance import glance
from jmap.resolve.names import same_id


@dataclass(frozen=True, slots=True)
class Version:
    """A commit that changed a map: the file's name in the repository from this commit on; empty if it was deleted."""

    commit: Commit
    file: str


@dataclass(frozen=True, slots=True)
class History:
    """Versions, the newest first. `cut` is set where a shallow clone ends before the history does."""

    versions: tuple[Version, ...]
    cut: bool = False


def history(repository: Repository, file: str, limit: int, start: str = "HEAD") -> History:
    """The last `limit` commits that changed the map in a file (relative to the repository), seen from `start`: each
    follows from the next in the list, for of a merge only the side is followed into which something was merged.

    Where the file first appears, the map goes on in the one that had the same id until then, if there is one.
    Raises `Failure` if `start` is not a commit.
    """
    versions: list[Version] = []
    cut, here = False, commit(repository, start).id
    while file and len(versions) < limit:
        some = list(_touching(repository, here, file, limit - len(versions)))
        versions += [Version(one, file if Revision(repository, one.tree).ids(file) else "") for one in some]
        if not some or len(versions) >= limit:
            break
        oldest = some[-1]
        before = repository.commit(oldest.parents[0]) if oldest.parents else None
        cut = cut or (bool(oldest.parents) and before is None)
        if before is None or Revision(repository, before.tree).ids(file):
            break
        file, here = _earlier(repository, oldest, before, file), before.id
    return History(tuple(versions), cut)


def end_at(repository: Repository, version: Version) -> End:
    """A version as the end of a comparison."""
    return at_commit(repository, version.commit, version.commit.id[:10])


def _touching(repository: Repository, start: str, file: str, limit: int) -> Iterator[Commit]:
    """Commits after which the file was not what it was before, by git's own comparison of trees.

    A merge stands for all that it brought. If the commits of both sides were listed, those of one would seem to take
    back what the other had done meanwhile.
    """
    found = repository.git.run("rev-list", f"--max-count={limit}", "--first-parent", start, "--", file)
    for id in (found or "").split():
        one = repository.commit(id)
        if one:
            yield one


def _earlier(repository: Repository, after: Commit, before: Commit, file: str) -> str:
    """The file that had the map's id before a commit in which it got another name; empty if there was none."""
    new, old = Revision(repository, after.tree), Revision(repository, before.tree)
    id = same_id(glance(new, file).id)
    gone = _vanished(old, new, "")
    blob = new.ids(file)
    return next((name for name in gone if old.ids(name) == blob or same_id(glance(old, name).id) == id), "")


def _vanished(old: Revision, new: Revision, folder: str) -> list[str]:
    """The maps of a folder and below that are there in the old revision only; equal folders are not entered."""
    was, now = old.listing(folder), new.listing(folder)
    start = f"{folder}/" if folder else ""
    found = [start + name for name in was.files if name.endswith(MAP) and name not in now.files]
    for name in was.folders:
        if old.folder_id(start + name) != new.folder_id(start + name):
            found += _vanished(old, new, start + name)
    return found
