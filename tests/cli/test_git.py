"""git with jmap in it, in real repositories: diff, difftool, merge, rebase, cherry-pick."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.git.test_install import MAP, git, new_repository
from tests.running import inside

NAME = "coffee.journey.yaml"
OURS, THEIRS = ("feelings: 0", "feelings: 1"), ("time: 1 min", "time: 2 min")
JOINED = MAP.replace(*OURS).replace(*THEIRS)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = new_repository(tmp_path / "repository")
    assert inside("git", "install", "--yes", cwd=folder).returncode == 0
    return folder


def branch(repository: Path, ours: str, theirs: str) -> None:
    """A branch `side` with `theirs`, and `main`, which is checked out, with `ours`."""
    git(repository, "checkout", "-qb", "side")
    commit(repository, theirs)
    git(repository, "checkout", "-q", "main")
    commit(repository, ours)


def commit(repository: Path, text: str) -> None:
    (repository / NAME).write_text(text, "utf-8")
    git(repository, "commit", "-qam", "edit")


def text(repository: Path) -> str:
    return (repository / NAME).read_text("utf-8")


@pytest.mark.parametrize(
    "way", [["merge", "-m", "m", "side"], ["rebase", "side"], ["cherry-pick", "side"]], ids=lambda way: way[0]
)
def test_edits_of_neighbouring_lines_are_joined(repository: Path, way: list[str]) -> None:
    branch(repository, MAP.replace(*OURS), MAP.replace(*THEIRS))
    git(repository, *way)
    assert text(repository) == JOINED
    assert git(repository, "status", "--short") == ""


def test_the_same_edits_are_in_conflict_without_jmap(repository: Path) -> None:
    inside("git", "install", "--uninstall", "--yes", cwd=repository)
    branch(repository, MAP.replace(*OURS), MAP.replace(*THEIRS))
    git(repository, "merge", "side", fails=True)


@pytest.mark.parametrize(
    "way", [["merge", "-m", "m", "side"], ["rebase", "side"], ["cherry-pick", "side"]], ids=lambda way: way[0]
)
def test_a_conflict_is_marked_and_can_be_resolved(repository: Path, way: list[str]) -> None:
    branch(repository, MAP.replace(*OURS).replace(*THEIRS), MAP.replace("feelings: 0", "feelings: -1"))
    said = git(repository, *way, fails=True)
    assert f"jmap: {NAME}: 1 conflict; all else is joined" in said
    marked = text(repository).splitlines()
    first, middle, last = (next(i for i, line in enumerate(marked) if line.startswith(sign * 7)) for sign in "<=>")
    assert sorted([marked[first + 1], marked[middle + 1]]) == ["    feelings: -1", "    feelings: 1"]
    assert (middle - first, last - middle) == (2, 2) and "    time: 2 min" in marked
    assert git(repository, "status", "--short").split() in (["UU", NAME],)
    (repository / NAME).write_text(JOINED.replace("coffee", "tea"), "utf-8")
    git(repository, "add", ".")
    if way[0] == "merge":
        git(repository, "commit", "-qm", "resolved")
    else:
        git(repository, way[0], "--continue")
    assert git(repository, "status", "--short") == ""


def test_merge_tree_and_both_added(repository: Path) -> None:
    branch(repository, MAP.replace(*OURS), MAP.replace(*THEIRS))
    tree = git(repository, "merge-tree", "--write-tree", "main", "side").split()[0]
    assert git(repository, "cat-file", "blob", f"{tree}:{NAME}") == JOINED
    git(repository, "checkout", "-q", "side")
    (repository / "new.journey.yaml").write_text(MAP.replace(*THEIRS), "utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "new")
    git(repository, "checkout", "-q", "main")
    (repository / "new.journey.yaml").write_text(MAP + "goal: Awake\n", "utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "new")
    git(repository, "merge", "side", fails=True)
    joined = (repository / "new.journey.yaml").read_text("utf-8")
    assert joined.count("<<<<<<<") == 1 and joined.endswith("goal: Awake\n") and joined.count("- name: Decide") == 1


def test_edits_that_do_not_go_together_are_a_conflict(repository: Path) -> None:
    """Here the pain point goes; there an opportunity comes that answers it."""
    pain = "    pain_points:\n      - {id: no-name, text: No name on the cup}\n"
    answer = "    opportunities: [{text: Print names, addresses: [no-name]}]\n    feelings: -2\n"
    branch(repository, MAP.replace(pain, ""), MAP.replace("    feelings: -2\n", answer))
    said = git(repository, "merge", "side", fails=True)
    assert "dangling-reference" in said and "do not go together" in said
    assert text(repository) == MAP.replace(pain, "").replace("    feelings: -2\n", answer)
    assert git(repository, "status", "--short").split() == ["UU", NAME]


def test_what_is_no_map_is_merged_by_lines(repository: Path) -> None:
    broken = MAP.replace("title: I order coffee", "title: [")
    branch(repository, broken, MAP.replace("time: 3 min", "time: 4 min"))
    assert "lines were merged" in git(repository, "merge", "-m", "m", "side")
    assert text(repository) == broken.replace("time: 3 min", "time: 4 min")


def test_bytes_that_are_no_text_do_not_stop_a_merge(repository: Path) -> None:
    git(repository, "checkout", "-qb", "side")
    commit(repository, MAP.replace(*THEIRS))
    git(repository, "checkout", "-q", "main")
    (repository / NAME).write_bytes(MAP.replace(*OURS).encode() + b"# \xff\xfe\n")
    git(repository, "commit", "-qam", "edit")
    git(repository, "merge", "side", fails=True)
    assert b"<<<<<<<" in (repository / NAME).read_bytes()


def test_a_name_cannot_run_a_command(repository: Path) -> None:
    name = "a; touch hacked; $(touch hacked).journey.yaml"
    for there, edit in (("base", None), ("side", THEIRS), ("main", OURS)):
        if there == "side":
            git(repository, "checkout", "-qb", "side")
        if there == "main":
            git(repository, "checkout", "-q", "main")
        (repository / name).write_text(MAP.replace(*edit) if edit else MAP, "utf-8")
        git(repository, "add", ".")
        git(repository, "commit", "-qm", there)
    git(repository, "merge", "-m", "m", "side")
    assert (repository / name).read_text("utf-8") == JOINED
    assert not (repository / "hacked").exists()


def test_a_module_in_the_repository_is_not_run(repository: Path) -> None:
    for name in ("jmap", "yaml", "click"):
        (repository / f"{name}.py").write_text("open('hacked', 'w')\n", "utf-8")
    branch(repository, MAP.replace(*OURS), MAP.replace(*THEIRS))
    git(repository, "merge", "-m", "m", "side")
    git(repository, "diff", "HEAD~1")
    assert text(repository) == JOINED and not (repository / "hacked").exists()


# ---- diff -----------------------------------------------------------------------------------------------------------


def test_diff_compares_facts_below_the_name_of_their_stage(repository: Path) -> None:
    requoted = MAP.replace("touchpoints: [Shelf]", "touchpoints:\n      - 'Shelf'  # left of the door")
    (repository / NAME).write_text(requoted, "utf-8")
    assert "\n+" not in git(repository, "diff").partition("+++ b/")[2]
    (repository / NAME).write_text(requoted.replace("time: 3 min", "time: 4 min"), "utf-8")
    lines = git(repository, "diff", "-U0").splitlines()
    assert lines[-2:] == ["-  time: 3 min", "+  time: 4 min"]
    assert lines[-3].endswith("@@ stage: Collect")


def test_without_textconv_too_hunks_have_the_name(repository: Path) -> None:
    (repository / NAME).write_text(MAP.replace("time: 3 min", "time: 4 min"), "utf-8")
    assert "@@ - name: Collect\n" in git(repository, "diff", "-U0", "--no-textconv")


def test_diff_of_a_broken_map_shows_its_lines(repository: Path) -> None:
    (repository / NAME).write_text("stages: [\n", "utf-8")
    assert "\n+stages: [\n" in git(repository, "diff")


def test_difftool_shows_what_changed_in_the_journey(repository: Path) -> None:
    (repository / NAME).write_text(MAP.replace("feelings: -2", "feelings: 2"), "utf-8")
    said = git(repository, "difftool", "-y", "--tool", "jmap")
    assert "Collect" in said and "defect" not in said and "name: Collect" not in said
    git(repository, "commit", "-qam", "edit")
    git(repository, "rm", "-q", NAME)
    assert "I order coffee" in git(repository, "difftool", "-y", "--tool", "jmap", "HEAD")


def test_difftool_compares_the_catalogue_and_leaves_other_files_alone(repository: Path) -> None:
    (repository / "jmap.yaml").write_text("jmap: 1\ntitle: Coffee\nchannels: [{name: App}]\n", "utf-8")
    (repository / "notes.txt").write_text("one\n", "utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "project")
    (repository / "jmap.yaml").write_text("jmap: 1\ntitle: Coffee\nchannels: [{name: App}, {name: Kiosk}]\n", "utf-8")
    (repository / "notes.txt").write_text("two\n", "utf-8")
    said = git(repository, "difftool", "-y", "--tool", "jmap")
    assert "Kiosk" in said and "notes.txt is no map." in said and "defect" not in said


def test_the_external_driver_shows_it_in_git_diff(repository: Path) -> None:
    inside("git", "install", "--yes", "--external", cwd=repository)
    (repository / NAME).write_text(MAP.replace("feelings: -2", "feelings: 2"), "utf-8")
    said = git(repository, "diff")
    assert said.startswith(f"jmap diff {NAME}\n") and "Collect" in said and "@@" not in said


def test_the_external_driver_never_stops_a_diff(repository: Path) -> None:
    """New, removed, renamed (nine arguments), broken, unmerged (one argument): other files still have their turn."""
    inside("git", "install", "--yes", "--external", cwd=repository)
    for name in ("gone", "moved"):
        (repository / f"{name}.journey.yaml").write_text(MAP.replace("coffee", name), "utf-8")
    (repository / "zzz.txt").write_text("old\n", "utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "more")
    git(repository, "rm", "-q", "gone.journey.yaml")
    git(repository, "mv", "moved.journey.yaml", "there.journey.yaml")
    (repository / "there.journey.yaml").write_text(MAP.replace("coffee", "moved").replace(*OURS), "utf-8")
    (repository / "new.journey.yaml").write_text(MAP.replace("coffee", "tea"), "utf-8")
    (repository / NAME).write_text("stages: [\n", "utf-8")
    (repository / "zzz.txt").write_text("new\n", "utf-8")
    git(repository, "add", ".")
    said = git(repository, "diff", "--cached", "-M")
    assert "moved.journey.yaml → there.journey.yaml" in said and said.endswith("+new\n") and "defect" not in said
    git(repository, "reset", "-q", "--hard")
    branch(repository, MAP.replace(*OURS), MAP.replace("feelings: 0", "feelings: 2"))
    git(repository, "merge", "side", fails=True)
    assert f"{NAME}: not merged yet" in git(repository, "diff", "--cached")
    assert inside("git", "external-diff", cwd=repository).returncode == 0
