"""What a change is in continuous integration: GitHub and GitLab tell by environment variables."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jmap.diff.change import Why
from jmap.failure import Failure
from jmap.git.commit import Commit
from jmap.git.ends import UNSHALLOW, End, at_commit, commit, common, parent
from jmap.git.repository import Repository

_PAYLOAD = 30_000_000  # bytes of an event's description that are read


def from_ci(repository: Repository, environment: Mapping[str, str]) -> tuple[End, End] | None:
    """Base and head of the change that is being built; None outside of continuous integration.

    Raises `Failure` if the base is not in the clone, or the machine does not say what it is: there the working tree is
    the last commit, so a comparison of the two would find no changes whatever there are.
    """
    if not any(environment.get(name) for name in ("CI", "GITHUB_EVENT_NAME", "GITLAB_CI")):
        return None
    head = commit(repository, "HEAD")
    if environment.get("GITHUB_EVENT_NAME"):
        return _GitHub(repository, environment, head).ends()
    if environment.get("GITLAB_CI"):
        return _gitlab(repository, environment, head), _head(repository, head)
    raise Failure("this build machine does not say what to compare with: name the base, as in `jmap diff origin/main`")


def _head(repository: Repository, head: Commit) -> End:
    return at_commit(repository, head, "HEAD")


def _branch(repository: Repository, name: str, head: Commit, head_name: str = "HEAD") -> End:
    """Where a branch of the remote and the head part."""
    found = repository.commit(f"origin/{name}") or repository.commit(name)
    if found is None:
        how = UNSHALLOW if repository.shallow else f"`git fetch origin {name}` fetches it"
        raise Failure(f"the branch {name} is not in this clone: {how}")
    return common(repository, found, name, head, head_name)


class _GitHub:
    """An event of GitHub Actions."""

    def __init__(self, repository: Repository, environment: Mapping[str, str], head: Commit) -> None:
        self._repository, self._environment, self._head = repository, environment, head
        self._payload = _payload(environment.get("GITHUB_EVENT_PATH", ""))

    def ends(self) -> tuple[End, End]:
        event = self._environment["GITHUB_EVENT_NAME"]
        if event in ("pull_request", "pull_request_target", "pull_request_review"):
            return self._pull_request(event)
        return self._other(event), _head(self._repository, self._head)

    def _pull_request(self, event: str) -> tuple[End, End]:
        target = self._environment.get("GITHUB_BASE_REF") or self._said("pull_request", "base", "ref") or "the base"
        tip = self._said("pull_request", "head", "sha")
        head, parents = self._head, self._head.parents
        merged = event != "pull_request_target" and self._environment.get("GITHUB_SHA") == head.id
        if len(parents) == 2 and (parents[1] == tip or merged):
            return parent(self._repository, head, target, Why("pull_request")), _head(self._repository, head)
        if event == "pull_request_target" and tip and head.id != tip:  # what is checked out is the base
            head = commit(self._repository, tip)
        base = self._repository.commit(f"origin/{target}") or self._known("pull_request", "base", "sha")
        if base is None:
            return _branch(self._repository, target, head), at_commit(self._repository, head, "HEAD")
        return common(self._repository, base, target, head, "HEAD"), at_commit(self._repository, head, "HEAD")

    def _other(self, event: str) -> End:
        if event == "merge_group":
            base = commit(self._repository, self._said("merge_group", "base_sha"))
            return common(self._repository, base, "the queue", self._head, "HEAD")
        if event == "push":
            return self._push()
        return parent(self._repository, self._head, "HEAD^", Why("event", (("event", event),)))

    def _push(self) -> End:
        before, default = self._said("before"), self._said("repository", "default_branch")
        known = self._repository.commit(before) if before.strip("0") else None
        if known:
            return common(self._repository, known, "before the push", self._head, "HEAD")
        if before.strip("0") and self._repository.shallow:
            raise Failure(f"the commit before the push, {before[:10]}, is not in this shallow clone: {UNSHALLOW}")
        if default and self._environment.get("GITHUB_REF_NAME") != default:
            return _branch(self._repository, default, self._head)
        return parent(self._repository, self._head, "HEAD^", Why("before"))

    def _known(self, *keys: str) -> Commit | None:
        return self._repository.commit(self._said(*keys))

    def _said(self, *keys: str) -> str:
        """A text of the event's description; empty if it is not there."""
        found: Any = self._payload
        for key in keys:
            found = found.get(key) if isinstance(found, dict) else None
        return found if isinstance(found, str) else ""


def _payload(file: str) -> Any:
    if not file:
        return None
    try:
        with Path(file).open("rb") as stream:
            return json.loads(stream.read(_PAYLOAD))
    except (OSError, ValueError, RecursionError):
        return None


def _gitlab(repository: Repository, environment: Mapping[str, str], head: Commit) -> End:
    target = environment.get("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "")
    result = environment.get("CI_MERGE_REQUEST_TARGET_BRANCH_SHA", "")
    if result and head.parents[:1] == (result,):
        return parent(repository, head, target, Why("merged_result"))
    start = environment.get("CI_MERGE_REQUEST_DIFF_BASE_SHA", "")
    if start:
        return common(repository, commit(repository, start), target or start[:10], head, "HEAD")
    if target:
        return _branch(repository, target, head)
    default, before = environment.get("CI_DEFAULT_BRANCH", ""), environment.get("CI_COMMIT_BEFORE_SHA", "")
    if default and environment.get("CI_COMMIT_BRANCH", default) != default:
        return _branch(repository, default, head)
    if before.strip("0"):
        return common(repository, commit(repository, before), "before the push", head, "HEAD")
    return parent(repository, head, "HEAD^", Why("before"))
