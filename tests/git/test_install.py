"""`jmap git install` in real repositories: what it sets, takes back, and leaves alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import ROOT, inside

MAP = """\
jmap: 1
title: I order coffee
persona: Rina
stages:
  - name: Decide
    touchpoints: [App]
    feelings: 0
    time: 1 min
  - name: Collect
    touchpoints: [Shelf]
    pain_points:
      - {id: no-name, text: No name on the cup}
    feelings: -2
    time: 3 min
"""


def git(repository: Path, *arguments: str, fails: bool = False) -> str:
    """What git says; nothing of this machine's own settings counts."""
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_EDITOR": "true",
        "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_PAGER": "cat",
    }  # fmt: skip
    done = subprocess.run(
        ["git", *arguments], cwd=repository, env=environment, capture_output=True, text=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert fails == bool(done.returncode), done.stdout + done.stderr
    return done.stdout + done.stderr


def new_repository(folder: Path, text: str = MAP) -> Path:
    folder.mkdir(exist_ok=True)
    git(folder, "init", "-q", "-b", "main")
    (folder / "coffee.journey.yaml").write_text(text, "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    return folder


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return new_repository(tmp_path / "repository")


def _files(repository: Path) -> dict[str, bytes]:
    """The configuration, and all files of the repository that are not its objects."""
    return {
        str(path.relative_to(repository)): path.read_bytes()
        for path in repository.rglob("*")
        if path.is_file() and not {"objects", "logs"} & set(path.parts)
    }


def _settings(repository: Path) -> str:
    return git(repository, "config", "--local", "--list")


def test_it_says_what_it_sets_and_sets_just_that(repository: Path) -> None:
    before = _settings(repository).splitlines()
    done = inside("git", "install", "--yes", cwd=repository)
    assert done.returncode == 0
    added = [line for line in _settings(repository).splitlines() if line not in before]
    for line in added:
        key, _, value = line.partition("=")
        assert key == "jmap.installed" or f"set {key} = {value}\n" in done.stdout
    assert {line.partition("=")[0] for line in added} == {
        "diff.jmap.xfuncname", "diff.jmap.textconv", "difftool.jmap.cmd", "merge.jmap.name", "merge.jmap.driver",
        "jmap.installed",
    }  # fmt: skip
    for line in (repository / ".git/info/attributes").read_text().splitlines():
        assert f"  add {line}\n" in done.stdout
    assert git(repository, "status", "--short") == ""


def test_a_second_time_nothing_happens(repository: Path) -> None:
    inside("git", "install", "--yes", cwd=repository)
    before = _files(repository)
    done = inside("git", "install", cwd=repository)
    assert done.returncode == 0 and "Nothing to do" in done.stderr
    assert _files(repository) == before


@pytest.mark.parametrize("external", [[], ["--external"]])
def test_uninstalling_leaves_no_trace(repository: Path, external: list[str]) -> None:
    (repository / ".git/info/attributes").write_bytes(b"*.bin -diff")
    git(repository, "config", "diff.other.textconv", "cat")
    before = _files(repository)
    inside("git", "install", "--yes", *external, cwd=repository)
    assert _files(repository) != before
    done = inside("git", "install", "--uninstall", "--yes", cwd=repository)
    assert done.returncode == 0 and _files(repository) == before
    assert "Nothing to take back" in inside("git", "install", "--uninstall", cwd=repository).stderr


def test_what_others_have_set_stays(repository: Path) -> None:
    git(repository, "config", "merge.jmap.driver", "mine %A")
    done = inside("git", "install", "--yes", cwd=repository)
    assert "left as it is" in done.stdout and "merge.jmap.driver = mine %A" in done.stdout
    git(repository, "config", "diff.jmap.textconv", "changed by hand")
    inside("git", "install", "--uninstall", "--yes", cwd=repository)
    assert git(repository, "config", "merge.jmap.driver") == "mine %A\n"
    assert git(repository, "config", "diff.jmap.textconv") == "changed by hand\n"


def test_nobody_to_ask_means_no(repository: Path) -> None:
    before = _files(repository)
    done = inside("git", "install", cwd=repository)
    assert done.returncode == 2 and "--yes" in done.stderr
    assert _files(repository) == before


@pytest.mark.skipif(sys.platform == "win32", reason="only on systems with terminals as files")
@pytest.mark.parametrize(("answer", "done"), [("y\n", True), ("n\n", False)])
def test_it_asks_a_person(repository: Path, answer: str, done: bool) -> None:
    import pty

    before = _files(repository)
    here, there = pty.openpty()
    os.write(here, answer.encode())
    said = subprocess.run(
        [sys.executable, "-m", "jmap", "git", "install"], cwd=repository, stdin=there, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True,
    )  # fmt: skip
    assert "Do this? [Y/n]" in said.stderr and (_files(repository) != before) == done
    os.close(here)
    os.close(there)


def test_outside_of_a_repository_it_says_so(tmp_path: Path) -> None:
    done = inside("git", "install", "--yes", cwd=tmp_path)
    assert done.returncode == 2 and "no git repository" in done.stderr


def test_linked_worktrees_and_subfolders_share_it(repository: Path, tmp_path: Path) -> None:
    git(repository, "worktree", "add", "-q", str(tmp_path / "linked"))
    (tmp_path / "linked" / "sub").mkdir()
    assert inside("git", "install", "--yes", cwd=tmp_path / "linked" / "sub").returncode == 0
    assert (repository / ".git/info/attributes").exists()
    for folder in (repository, tmp_path / "linked"):
        assert "merge: jmap" in git(folder, "check-attr", "merge", "coffee.journey.yaml")


def test_a_submodule_has_its_own(repository: Path, tmp_path: Path) -> None:
    outer = new_repository(tmp_path / "outer")
    git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(repository), "maps")
    assert inside("git", "install", "--yes", cwd=outer / "maps").returncode == 0
    assert "merge: jmap" in git(outer / "maps", "check-attr", "merge", "coffee.journey.yaml")
    assert "merge: unspecified" in git(outer, "check-attr", "merge", "coffee.journey.yaml")


def test_a_jmap_that_is_gone_leaves_git_as_it_was(repository: Path) -> None:
    """The settings outlive the environment that jmap was installed in."""
    inside("git", "install", "--yes", cwd=repository)
    for key in ("diff.jmap.textconv", "merge.jmap.driver"):
        value = git(repository, "config", key).rstrip("\n")
        words = value.split()
        program = words[words.index("-x") + 1]
        git(repository, "config", key, value.replace(program, "/gone/jmap"))
    git(repository, "checkout", "-qb", "side")
    _edit(repository, "feelings: 0", "feelings: 1")
    git(repository, "commit", "-qam", "side")
    git(repository, "checkout", "-q", "main")
    _edit(repository, "feelings: 0", "feelings: 2")
    assert "\n+    feelings: 2\n" in git(repository, "diff")
    git(repository, "commit", "-qam", "main")
    git(repository, "merge", "side", fails=True)
    assert "<<<<<<<" in (repository / "coffee.journey.yaml").read_text()


def _edit(repository: Path, old: str, new: str) -> None:
    path = repository / "coffee.journey.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
