"""From what somebody typed, or the machine that builds says, to the two ends of a comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jmap.diff.change import Why
from jmap.failure import Failure
from jmap.git.ci import from_ci
from jmap.git.ends import End, at_commit, commit, common, nothing, working_tree
from jmap.git.repository import Repository

HEAD = "HEAD"


def sides(
    repository: Repository, typed: Sequence[str], environment: Mapping[str, str], *, direct: bool = False
) -> tuple[End, End]:
    """Base and head for `jmap diff` with no, one or two revisions (or one as `BASE...HEAD`).

    Nothing typed means the change that a pull request, merge request or push makes, as the `environment` of GitHub or
    GitLab tells, and elsewhere what is not committed yet. A base is where it and the head part, unless `direct`.
    Raises `Failure` where an end is not in this clone, with what to fetch: never a guess.
    """
    if not typed:
        return from_ci(repository, environment) or _uncommitted(repository)
    if len(typed) > 2:
        raise Failure("more than two revisions: a comparison has a base and a head")
    base_name, head_name, direct = _names(typed, direct)
    base = commit(repository, base_name)
    if head_name or repository.top is None:
        head_name = head_name or HEAD
        head = at_commit(repository, commit(repository, head_name), head_name)
    else:
        head, head_name = working_tree(repository), HEAD
    if direct or (head.commit is None and repository.unborn()):
        return at_commit(repository, base, base_name), head
    return common(repository, base, base_name, head.commit or commit(repository, HEAD), head_name), head


def _names(typed: Sequence[str], direct: bool) -> tuple[str, str, bool]:
    if len(typed) == 2:
        return typed[0], typed[1], direct
    for dots in ("...", ".."):
        base, found, head = typed[0].partition(dots)
        if found:
            return base or HEAD, head or HEAD, direct or dots == ".."
    return typed[0], "", direct


def _uncommitted(repository: Repository) -> tuple[End, End]:
    head = working_tree(repository)
    if repository.commit(HEAD) is None and repository.unborn():
        return nothing(repository, Why("no_commit")), head
    return at_commit(repository, commit(repository, HEAD), HEAD, Why("last_commit")), head
