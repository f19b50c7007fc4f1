"""Real repositories, made on the fly: `repo` is an empty one, with a person who commits on fixed days."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

MAP = """\
jmap: 1
id: {id}
title: I buy {id}
persona: Rina
stages:
  - name: Pay
    touchpoints: [Checkout]
    thoughts: ["{thought}"]
    feelings: {feelings}
"""


def map_text(id: str = "shoes", thought: str = "Is it safe?", feelings: int = 0, more: str = "") -> str:
    return MAP.format(id=id, thought=thought, feelings=feelings) + more


@dataclass(frozen=True)
class Repo:
    """A repository at `folder`; `environment` is one in which nothing of this machine's settings counts."""

    folder: Path
    environment: Mapping[str, str]

    def git(self, *arguments: str | Path, into: Path | None = None) -> str:
        done = subprocess.run(
            ["git", *arguments],
            cwd=into or self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                path.unlink()
            else:
                path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def commit(self, files: Mapping[str, str | bytes | None] | None = None, subject: str = "Change") -> str:
        """Write and commit; the id of the commit."""
        self.write(files or {})
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", subject)
        return self.git("rev-parse", "HEAD")

    def clone(self, name: str, *options: str) -> Repo:
        folder = self.folder.parent / name
        self.git("clone", "-q", *options, f"file://{self.folder}", folder)
        return Repo(folder, self.environment)


@pytest.fixture
def make_repo(tmp_path: Path) -> Callable[..., Repo]:
    if shutil.which("git") is None:
        pytest.skip("needs git: install git")
    home = tmp_path / "home"
    home.mkdir()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": str(home / "gitconfig"),
        "GIT_AUTHOR_DATE": "2026-11-01T12:00:00+0000",
        "GIT_COMMITTER_DATE": "2026-11-02T12:00:00+0000",
    }
    (home / "gitconfig").write_text(
        '[user]\nname = Ana\nemail = ana@example.org\n[protocol "file"]\nallow = always\n'
        "[advice]\ndetachedHead = false\n"
    )

    def make(name: str = "repo", *options: str) -> Repo:
        folder = tmp_path / name
        folder.mkdir(parents=True)
        made = Repo(folder, environment)
        made.git("init", "-q", "-b", "main", *options)
        return made

    return make


@pytest.fixture
def repo(make_repo: Callable[..., Repo]) -> Repo:
    return make_repo()


@pytest.fixture
def text() -> Callable[..., str]:
    """A map's text by id, thought, feelings, and lines to add."""
    return map_text
