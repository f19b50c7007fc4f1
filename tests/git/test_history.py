"""The commits of a map, whatever its file was called."""

from __future__ import annotations

from typing import Any

from jmap.git.history import end_at, history
from jmap.git.readings import read_revision
from jmap.git.repository import open_repository


def versions(repo: Any, file: str, limit: int = 20) -> list[tuple[str, str]]:
    with open_repository(repo.folder, repo.environment) as repository:
        return [(one.commit.subject, one.file) for one in history(repository, file, limit).versions]


def test_newest_first_and_only_what_touched_the_map(repo: Any, text: Any) -> None:
    repo.commit({"a.journey.yaml": text("a"), "b.journey.yaml": text("b")}, "One")
    repo.commit({"b.journey.yaml": text("b", feelings=1)}, "Two")
    repo.commit({"a.journey.yaml": text("a", feelings=1)}, "Three")
    assert versions(repo, "a.journey.yaml") == [("Three", "a.journey.yaml"), ("One", "a.journey.yaml")]
    assert versions(repo, "a.journey.yaml", 1) == [("Three", "a.journey.yaml")]
    assert versions(repo, "nothing.journey.yaml") == []


def test_a_renamed_file_is_followed_by_its_id(repo: Any, text: Any) -> None:
    """Two look-alikes get new names at once; git's own guess would mix them up."""
    repo.commit({"x/a.journey.yaml": text("a"), "x/b.journey.yaml": text("b")}, "One")
    repo.commit({"x/a.journey.yaml": None, "x/b.journey.yaml": None, "y/q.journey.yaml": text("a", feelings=1),
                 "y/p.journey.yaml": text("b", feelings=1)}, "Moved")  # fmt: skip
    repo.commit({"y/q.journey.yaml": text("a", feelings=2)}, "Better")
    assert versions(repo, "y/q.journey.yaml") == [
        ("Better", "y/q.journey.yaml"),
        ("Moved", "y/q.journey.yaml"),
        ("One", "x/a.journey.yaml"),
    ]


def test_a_merge_stands_for_what_it_brought(repo: Any, text: Any) -> None:
    """Commits of both sides in one row would take back and bring again what each of them does not have."""
    repo.commit({"a.journey.yaml": text("a", feelings=0), "b": "1"}, "One")
    repo.git("checkout", "-q", "-b", "topic")
    repo.commit({"a.journey.yaml": text("a", feelings=1)}, "Two")
    repo.git("checkout", "-q", "-")
    repo.commit({"a.journey.yaml": text("a", feelings=-1)}, "Meanwhile")
    repo.git("merge", "-q", "-s", "ours", "--no-commit", "topic")
    repo.commit({"a.journey.yaml": text("a", feelings=2)}, "Both")
    assert [subject for subject, _ in versions(repo, "a.journey.yaml")] == ["Both", "Meanwhile", "One"]


def test_a_map_that_went_and_came_back(repo: Any, text: Any) -> None:
    repo.commit({"a.journey.yaml": text("a")}, "One")
    repo.commit({"a.journey.yaml": None}, "Gone")
    repo.commit({"a.journey.yaml": text("a")}, "Back")
    assert versions(repo, "a.journey.yaml") == [("Back", "a.journey.yaml"), ("Gone", ""), ("One", "a.journey.yaml")]


def test_a_shallow_clone_says_that_there_is_more(repo: Any, text: Any) -> None:
    repo.commit({"a.journey.yaml": text("a")}, "One")
    repo.commit({"a.journey.yaml": text("a", feelings=1)}, "Two")
    for options, cut in (([], False), (["--depth=1"], True)):
        copy = repo.clone(f"copy{len(options)}", *options)
        with open_repository(copy.folder, copy.environment) as repository:
            assert history(repository, "a.journey.yaml", 9).cut is cut


def test_versions_are_read_as_they_were(repo: Any, text: Any) -> None:
    repo.commit({"a.journey.yaml": text("a", feelings=-1)}, "One")
    repo.commit({"a.journey.yaml": text("a", feelings=1)}, "Two\nlines\n\nbody")
    with open_repository(repo.folder, repo.environment) as repository:
        found = history(repository, "a.journey.yaml", 9).versions
        scores = [
            read_revision(repository, end_at(repository, one), "", [one.file])
            .workspace.journeys[0]
            .stages[0]
            .items("feelings")
            for one in found
        ]
    assert [items[0].score for items in scores] == [1, -1]  # type: ignore[attr-defined]
    assert (found[0].commit.author, found[0].commit.date, found[0].commit.subject) == ("Ana", "2026-11-01", "Two lines")
