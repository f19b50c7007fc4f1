"""A repository: its commits, and how they hang together."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType

from jmap.failure import Failure
from jmap.git.commit import Commit, commit_from
from jmap.git.objects import Objects
from jmap.git.program import Git, git_at

_ASKED = ("--is-bare-repository", "--is-shallow-repository", "--is-inside-work-tree", "--show-object-format")


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository that is being read; a context, at whose end the git program behind it ends.

    `top` is the folder of its files; None in a bare repository. `digest` is `sha1` or `sha256`.
    """

    git: Git
    objects: Objects
    top: Path | None
    shallow: bool
    digest: str

    def __enter__(self) -> Repository:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.objects.close()

    def commit(self, name: str) -> Commit | None:
        """The commit that a name leads to: a branch, a tag, an id, `HEAD~2`; None where there is none."""
        found = self.objects.get(name + "^{commit}") if name else None
        return commit_from(found) if found and found.kind == "commit" else None

    def unborn(self) -> bool:
        """Whether there is no commit yet on the branch that is checked out."""
        branch = self.git.run("symbolic-ref", "-q", "HEAD")
        return branch is not None and self.git.run("rev-parse", "-q", "--verify", "--end-of-options", branch) is None

    def merge_bases(self, one: Commit, other: Commit) -> tuple[str, ...]:
        """The best common ancestors, in git's order; none if the histories (as far as they are here) do not meet."""
        found = self.git.run("merge-base", "--all", one.id, other.id)
        return tuple(found.split()) if found else ()

    def distance(self, old: str, new: str) -> int:
        """How many commits lead to `new` and not to `old`; both are full ids."""
        counted = self.git.run("rev-list", "--count", new, f"^{old}")
        return int(counted) if counted else 0

    def below_git(self, name: str) -> Path | None:
        """A path in the folder that the repository shares with its linked worktrees."""
        folder = self.git.run("rev-parse", "--git-common-dir")
        return self.git.folder / folder / name if folder else None


def open_repository(folder: Path, environment: Mapping[str, str]) -> Repository:
    """The repository that a folder lies in. Raises `Failure` where there is none, or git will not read it."""
    here = Path(os.path.realpath(folder))
    git = git_at(here, environment)
    done = git.done(["rev-parse", *_ASKED, "--show-cdup"])
    if done.returncode:
        raise Failure(_why(done.stderr.decode("utf-8", "replace"), here))
    bare, shallow, inside, digest, up = done.stdout.decode("utf-8", "surrogateescape").split("\n", 4)
    if bare != "true" and inside != "true":
        raise Failure(f"{here} is the inside of a repository, not a folder of its files")
    top = None if bare == "true" else Path(os.path.realpath(here / up.rstrip("\n")))
    git = replace(git, folder=top) if top else git  # paths are those of the repository, wherever it was opened from
    return Repository(git, Objects(git), top, shallow == "true", digest)


def _why(error: str, here: Path) -> str:
    if "dubious ownership" in error:
        how = f"git config --global --add safe.directory {here}"
        return f"git does not read this repository, because it belongs to somebody else: `{how}` allows it"
    if "not a git repository" in error.casefold():
        return f"{here} is in no git repository: comparing with another revision needs one"
    lines = [line for line in error.splitlines() if line.strip()] or ["it gave no reason"]
    return f"git cannot read the repository of {here}: {lines[0].removeprefix('fatal: ')}"
