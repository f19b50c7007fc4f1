"""One end of a comparison: which commit it is and why, and how to get hold of it if it is not here."""

from __future__ import annotations

from dataclasses import dataclass

from jmap.diff.change import Side, Why
from jmap.failure import Failure
from jmap.git.commit import Commit
from jmap.git.repository import Repository
from jmap.git.revision import Revision
from jmap.git.working import Snapshot, WorkingTree

UNSHALLOW = (
    "`git fetch --unshallow` fetches it (GitHub: actions/checkout with `fetch-depth: 0`; GitLab: `GIT_DEPTH: 0`)"
)
DEEPEN = "`git fetch --deepen=1` fetches it (GitHub: actions/checkout with `fetch-depth: 2`; GitLab: `GIT_DEPTH: 2`)"
# Sides that nobody named, and the keys of their names in other languages. No branch has a space in its name.
OURS = {
    "working tree": "working_tree", "nothing": "nothing", "the queue": "queue", "before the push": "push",
    "the base": "base",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class End:
    """A side, and the files of the whole repository there. `commit` is None for the working tree, and for nothing."""

    side: Side
    files: Snapshot
    commit: Commit | None = None


def at_commit(repository: Repository, commit: Commit, name: str, why: Why | None = None) -> End:
    return End(Side(name, commit.id, commit.date, why, OURS.get(name, "")), Revision(repository, commit.tree), commit)


def working_tree(repository: Repository) -> End:
    """Raises `Failure` in a repository that has none."""
    if repository.top is None:
        raise Failure("this repository has no working tree: name two revisions, as in `jmap diff main topic`")
    return End(Side("working tree", key="working_tree"), WorkingTree(repository.top, repository.digest))


def nothing(repository: Repository, why: Why | None = None) -> End:
    """The side before the first commit."""
    return End(Side("nothing", why=why, key="nothing"), Revision(repository, ""))


def commit(repository: Repository, name: str) -> Commit:
    """The commit that somebody names. Raises `Failure` with what to fetch if it is not here."""
    found = repository.commit(name)
    if found is None:
        raise Failure(_missing(repository, name))
    return found


def parent(repository: Repository, of: Commit, name: str, why: Why) -> End:
    """The first parent of a commit as a base, nothing if it has none. `Failure` in a shallow clone without it."""
    if not of.parents:
        return nothing(repository, Why("no_earlier"))
    found = repository.commit(of.parents[0])
    if found is None:
        cause = "because the clone is shallow" if repository.shallow else "though it should be"
        raise Failure(f"the commit before {of.id[:10]} is not here, {cause}: {DEEPEN}")
    return at_commit(repository, found, name, why)


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
    return at_commit(repository, chosen, base_name, _why(repository, base, base_name, head_name, found))


def _why(repository: Repository, base: Commit, base_name: str, head_name: str, found: tuple[str, ...]) -> Why | None:
    names = (("side", base_name), ("head", head_name))
    if found[0] == base.id:
        return Why("whole", names) if base_name != head_name else None
    moved = repository.distance(found[0], base.id)
    if len(found) > 1:
        return Why("one_merge_base", (*names, ("count", str(len(found)))), moved)
    return Why("merge_base", names, moved)


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
