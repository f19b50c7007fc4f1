"""Which two revisions are compared, and why; what is not in the clone is named, and never reads as no change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from jmap.diff.wording import side_note
from jmap.failure import Failure
from jmap.git.ends import End
from jmap.git.repository import open_repository
from jmap.git.sides import sides
from jmap.locale.words import words


def ends(repo: Any, *typed: str, direct: bool = False, environment: Mapping[str, str] | None = None) -> tuple[End, End]:
    with open_repository(repo.folder, repo.environment) as repository:
        return sides(repository, typed, environment or {}, direct=direct)


def said(end: End) -> str:
    """Why this end was chosen, as somebody reads it."""
    return side_note(end.side, words("en"))


@pytest.fixture
def branched(repo: Any, text: Any) -> tuple[Any, str, str, str]:
    """The repository, and the commits where main and topic part, of main (2 further) and of topic (checked out)."""
    start = repo.commit({"a.journey.yaml": text()})
    repo.git("switch", "-q", "-c", "topic")
    topic = repo.commit({"a.journey.yaml": text(feelings=1)})
    repo.git("switch", "-q", "main")
    repo.commit({"a.journey.yaml": text(thought="Hm")})
    tip = repo.commit({"b.journey.yaml": text("hats")})
    repo.git("switch", "-q", "topic")
    return repo, start, tip, topic


def test_nothing_typed_compares_the_working_tree_with_the_last_commit(branched: Any) -> None:
    repo, _, _, topic = branched
    base, head = ends(repo)
    assert (base.side.name, base.side.commit, base.side.date) == ("HEAD", topic, "2026-11-01")
    assert (head.side.name, head.side.commit) == ("working tree", "")


@pytest.mark.parametrize("typed", [("main",), ("main", "topic"), ("main...topic",), ("main...",)])
def test_the_merge_base_is_compared_with_and_why(branched: Any, typed: tuple[str, ...]) -> None:
    repo, start, _, topic = branched
    base, head = ends(repo, *typed)
    assert base.side.commit == start
    assert base.side.name == "main"
    assert said(base).startswith("the merge base of main and ")
    assert said(base).endswith(", because main has moved on by 2 commits")
    assert head.side.commit in ("", topic)


@pytest.mark.parametrize(("typed", "direct"), [(("main", "topic"), True), (("main..topic",), False)])
def test_direct_compares_the_two_ends(branched: Any, typed: tuple[str, ...], direct: bool) -> None:
    repo, _, tip, topic = branched
    base, head = ends(repo, *typed, direct=direct)
    assert (base.side.commit, head.side.commit) == (tip, topic)


def test_a_base_that_has_not_moved_is_said_to_be_in_the_head(branched: Any) -> None:
    repo, start, _, _ = branched
    base, _ = ends(repo, start[:8], "topic")
    assert (base.side.commit, said(base)) == (start, f"all of {start[:8]} is in topic")


def test_a_detached_head_is_a_head(branched: Any) -> None:
    repo, start, _, topic = branched
    repo.git("checkout", "-q", "--detach")
    assert ends(repo)[0].side.commit == topic
    assert ends(repo, "main")[0].side.commit == start


def test_before_the_first_commit_everything_is_new(repo: Any) -> None:
    base, _ = ends(repo)
    assert (base.side.name, said(base)) == ("nothing", "there is no commit yet")


def test_a_broken_head_is_not_taken_for_the_time_before_the_first_commit(repo: Any, text: Any) -> None:
    repo.commit({"a.journey.yaml": text()})
    (repo.folder / ".git" / "refs" / "heads" / "main").write_text("1" * 40 + "\n")
    with pytest.raises(Failure, match="no revision HEAD"):
        ends(repo)


def test_histories_that_do_not_meet(branched: Any) -> None:
    repo, _, _, _ = branched
    repo.git("switch", "-q", "--orphan", "other")
    repo.commit()
    with pytest.raises(Failure, match="no commit in common: --direct"):
        ends(repo, "main", "other")


def test_an_unknown_revision_and_one_that_only_the_remote_has(branched: Any) -> None:
    repo, _, _, _ = branched
    with pytest.raises(Failure, match="no revision mian here"):
        ends(repo, "mian")
    copy = repo.clone("copy")
    with pytest.raises(Failure, match="no revision main here, but there is origin/main"):
        ends(copy, "main")


@pytest.mark.parametrize("typed", ["--output=x", "-h", "", "a\nb", "main\0", "HEAD:a.journey.yaml", "\udcff"])
def test_a_revision_is_never_an_option(branched: Any, typed: str) -> None:
    repo, _, _, _ = branched
    with pytest.raises(Failure, match="there is no revision"):
        ends(repo, typed)
    assert not (repo.folder / "x").exists()


def test_outside_of_a_repository(tmp_path: Any, make_repo: Any) -> None:
    environment = make_repo("repo").environment
    with pytest.raises(Failure, match="in no git repository"):
        open_repository(tmp_path / "home", environment)


def test_without_git(tmp_path: Any) -> None:
    with pytest.raises(Failure, match="git is not installed"):
        open_repository(tmp_path, {"PATH": str(tmp_path)})


def test_shallow_clones_say_what_to_fetch(branched: Any) -> None:
    repo, _, _, _ = branched
    copy = repo.clone("copy", "--depth=1", "--no-single-branch")
    with pytest.raises(Failure, match=r"shallow: `git fetch --unshallow`.*`fetch-depth: 0`"):
        ends(copy, "origin/main")
    alone = repo.clone("alone", "--depth=1")
    with pytest.raises(Failure, match=r"no revision main in this clone, which is shallow: `git fetch --unshallow`"):
        ends(alone, "main")


class TestGitHub:
    @pytest.fixture
    def merged(self, branched: Any) -> tuple[Any, str, str]:
        """A clone that stands on the pull request's merge commit; with the tip of main and the merge commit."""
        repo, _, tip, _ = branched
        repo.git("switch", "-q", "-c", "merge", "main")
        repo.git("merge", "-q", "--no-ff", "-X", "theirs", "topic")
        return repo, tip, repo.git("rev-parse", "HEAD")

    def environment(self, sha: str, **more: str) -> dict[str, str]:
        return {"CI": "true", "GITHUB_EVENT_NAME": "pull_request", "GITHUB_BASE_REF": "main", "GITHUB_SHA": sha} | more

    @pytest.mark.parametrize("depth", [2, 50])
    def test_a_merge_commit_is_compared_with_what_it_was_merged_into(self, merged: Any, depth: int) -> None:
        repo, tip, sha = merged
        copy = repo.clone("copy", f"--depth={depth}")
        base, head = ends(copy, environment=self.environment(sha))
        assert (base.side.name, base.side.commit, head.side.commit) == ("main", tip, sha)

    def test_at_depth_1_it_says_what_to_fetch(self, merged: Any) -> None:
        repo, _, sha = merged
        copy = repo.clone("copy", "--depth=1")
        with pytest.raises(Failure, match=r"not here, because the clone is shallow: .*`fetch-depth: 2`"):
            ends(copy, environment=self.environment(sha))

    def test_the_pull_requests_own_commit(self, branched: Any) -> None:
        repo, start, _, topic = branched
        copy = repo.clone("copy")
        base, head = ends(copy, environment=self.environment("0" * 40))
        assert (base.side.name, base.side.commit, head.side.commit) == ("main", start, topic)
        assert "main has moved on by 2 commits" in said(base)

    def test_the_base_is_checked_out_in_pull_request_target(self, branched: Any, tmp_path: Any) -> None:
        """There the head is what the event names; comparing the base with itself would find no change."""
        repo, start, tip, topic = branched
        event = tmp_path / "event.json"
        event.write_text(json.dumps({"pull_request": {"head": {"sha": topic}, "base": {"sha": tip}}}))
        more = {"GITHUB_EVENT_NAME": "pull_request_target", "GITHUB_EVENT_PATH": str(event)}
        repo.git("switch", "-q", "main")
        base, head = ends(repo, environment=self.environment(tip, **more))
        assert (base.side.commit, head.side.commit) == (start, topic)
        shallow = repo.clone("copy", "--depth=1")
        with pytest.raises(Failure, match="shallow"):
            ends(shallow, environment=self.environment(tip, **more))

    def test_a_push(self, branched: Any, tmp_path: Any) -> None:
        repo, start, _, topic = branched
        event = tmp_path / "event.json"
        environment = {"GITHUB_EVENT_NAME": "push", "GITHUB_EVENT_PATH": str(event), "GITHUB_REF_NAME": "topic"}
        event.write_text(json.dumps({"before": start}))
        base, head = ends(repo, environment=environment)
        assert (base.side.commit, head.side.commit) == (start, topic)
        event.write_text(json.dumps({"before": "0" * 40, "repository": {"default_branch": "main"}}))
        base, _ = ends(repo, environment=environment)
        assert (base.side.name, base.side.commit) == ("main", start)
        event.write_text(json.dumps({"before": start}))
        with pytest.raises(Failure, match="shallow"):
            ends(repo.clone("copy", "--depth=1"), environment=environment)

    def test_another_event_compares_with_the_commit_before(self, branched: Any) -> None:
        repo, start, _, _ = branched
        base, _ = ends(repo, environment={"GITHUB_EVENT_NAME": "schedule"})
        assert (base.side.commit, said(base)) == (start, "the commit before, because this is a schedule")

    def test_the_first_commit_of_all(self, repo: Any, text: Any) -> None:
        repo.commit({"a.journey.yaml": text()})
        base, _ = ends(repo, environment={"GITHUB_EVENT_NAME": "schedule"})
        assert (base.side.name, said(base)) == ("nothing", "there is no earlier commit")


class TestGitLab:
    def test_a_merge_request(self, branched: Any) -> None:
        repo, start, _, topic = branched
        environment = {
            "GITLAB_CI": "true",
            "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": start,
        }
        base, head = ends(repo, environment=environment)
        assert (base.side.name, base.side.commit, head.side.commit) == ("main", start, topic)
        with pytest.raises(Failure, match=r"shallow.*`GIT_DEPTH: 0`"):
            ends(repo.clone("copy", "--depth=1"), environment=environment)

    def test_a_branch_is_compared_with_the_default_branch(self, branched: Any) -> None:
        repo, start, _, _ = branched
        environment = {"GITLAB_CI": "true", "CI_DEFAULT_BRANCH": "main", "CI_COMMIT_BRANCH": "topic"}
        base, _ = ends(repo.clone("copy"), environment=environment)
        assert (base.side.name, base.side.commit) == ("main", start)


def test_a_build_machine_that_says_nothing_needs_a_base(branched: Any) -> None:
    repo, _, _, _ = branched
    with pytest.raises(Failure, match="name the base"):
        ends(repo, environment={"CI": "true"})
    assert ends(repo, "main", environment={"CI": "true"})[0].side.name == "main"
