"""One end of a comparison: which commit it is and why, and how to get hold of it if it is not here."""

from __future__ import annotations

from dataclasses import dataclass

from jmap.diff.change import Side
from jmap.failure import Failure
from jmap.git.commit import Commit
from jmap.git.repository import Repository
from jmap.git.revision import Revision
from jmap.git.working import Snapshot, WorkingTree

UNSHALLOW = (
    "`git fetch --unshallow` fetches it (GitHub: actions/checkout with `fetch-depth: 0`; GitLab: `GIT_DEPTH: 0`)"
)
DEEPEN = "`git fetch --deepen=1` fetches it (GitHub: actions/checkout with `fetch-depth: 2`; GitLab: `GIT_DEPTH: 2`)"


@dataclass(frozen=True, slots=True)
class End:
    """A side, and the files of the whole repository there. `commit` is None for the working tree, and for nothing."""

    side: Side
    files: Snapshot
    commit: Commit | None = None


def at_commit(repository: Repository, commit: Commit, name: str, note: str = "") -> End:
    return End(Side(name, commit.id, commit.date, note), Revision(repository, commit.tree), commit)


def working_tree(repository: Repository) -> End:
    """Raises `Failure` in a repository that has none."""
    if repository.top is None:
        raise Failure("this repository has no working tree: name two revisions, as in `jmap diff main topic`")
    return End(Side("working tree"), WorkingTree(repository.top, repository.digest))


def nothing(repository: Repository, note: str) -> End:
    """The side before the first commit."""
    return End(Side("nothing", note=note), Revision(repository, ""))


def commit(repository: Repository, name: str) -> Commit:
    """The commit that somebody names. Raises `Failure` with what to fetch if it is not here."""
    found = repository.commit(name)
    if found is None:
        raise Failure(_missing(repository, name))
    return found


def parent(repository: Repository, of: Commit, name: str, note: str) -> End:
    """The first parent of a commit as a base, nothing if it has none. `Failure` in a shallow clone without it."""
    if not of.parents:
        return nothing(repository, "there is no earlier commit")
    found = repository.commit(of.parents[0])
    if found is None:
        why = "because the clone is shallow" if repository.shallow else "though it should be"
        raise Failure(f"the commit before {of.id[:10]} is not here, {why}: {DEEPEN}")
    return at_commit(repository, found, name, note)


def common(repository: Repository, base: Commit, base_name: str, head: Commit, head_name: str) -> End:
    """The commit where the histories of both part, as a base. Raises `Failure` if there is none here."""
    found = repository.merge_bases(base, head)
    if not found and repository.shallow:
        part = f"where {base_name} and {head_name} part is not in this clone, because it is shallow"
        raise Failure(f"{part}: {UNSHALLOW}")
    if not found:
        part = f"{base_name} and {head_name} have no commit in common"
        raise Failure(f"{part}: --direct compares the two ends")
    chosen = base if found[0] == base.id else commit(repository, found[0])
    note = _why(repository, base, base_name, head_name, found)
    return at_commit(repository, chosen, base_name, note)


def _why(repository: Repository, base: Commit, base_name: str, head_name: str, found: tuple[str, ...]) -> str:
    if found[0] == base.id:
        return f"all of {base_name} is in {head_name}" if base_name != head_name else ""
    moved = repository.distance(found[0], base.id)
    commits = "1 commit" if moved == 1 else f"{moved:,} commits"
    which = f", one of {len(found)}" if len(found) > 1 else ""
    return f"the merge base of {base_name} and {head_name}{which}, because {base_name} has moved on by {commits}"


def _missing(repository: Repository, name: str) -> str:
    shown = name if name.isprintable() else ascii(name)
    remote = f"origin/{name}"
    if repository.commit(remote):
        return f"there is no revision {shown} here, but there is {remote}: compare with that"
    if repository.shallow:
        return f"there is no revision {shown} in this clone, which is shallow: {UNSHALLOW}"
    branch = name.removeprefix("origin/")
    hint = f"if it is a branch, `git fetch origin {branch}` fetches it"
    plain = all(c.isalnum() or c in "/._-" for c in branch) and not branch.startswith("-")
    return f"there is no revision {shown} here" + (f": {hint}" if plain and branch else "")
