"""The pull request of docs/review.md: a repository made of an example and patches, and what commands show in it."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "b2b-onboarding"
PATCHES = ROOT / "docs" / "review"
BRANCH = "kick-off-slots"
COLUMNS = 100  # of the terminal
AUTHOR, MAIL, DAY = "Priya Nair", "priya@tallybook.example", "2026-11-03T09:00:00+0000"

_FORGOTTEN = ("GIT_", "GITHUB_", "GITLAB_", "CI", "JMAP_", "COLUMNS", "LC_", "LANG")  # of the machine's environment
_SET = {
    "GIT_AUTHOR_NAME": AUTHOR,
    "GIT_AUTHOR_EMAIL": MAIL,
    "GIT_AUTHOR_DATE": DAY,
    "GIT_COMMITTER_NAME": AUTHOR,
    "GIT_COMMITTER_EMAIL": MAIL,
    "GIT_COMMITTER_DATE": DAY,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "LC_ALL": "C.UTF-8",
    "COLUMNS": str(COLUMNS),
    "TERM": "dumb",
    "NO_COLOR": "1",
}


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Shown:
    """What a terminal shows of a command, and its exit status."""

    text: str
    status: int


@dataclass(frozen=True, slots=True)
class Repository:
    """The branch is checked out; `main` has moved on since. Commits have the same ids on every machine."""

    folder: Path

    def git(self, *arguments: str | Path) -> str:
        line = ["git", "-c", "core.autocrlf=false", "-c", "init.defaultBranch=main", *map(str, arguments)]
        done = subprocess.run(line, cwd=self.folder, env=environment(), check=True, stdout=subprocess.PIPE)
        return done.stdout.decode().strip()

    def jmap(self, *arguments: str) -> Shown:
        """What somebody sees who runs `jmap` in the repository."""
        from jmap.cli.main import main

        screen, status = _Terminal(), 0
        with (
            contextlib.chdir(self.folder),
            patch.dict(os.environ, environment(), clear=True),
            contextlib.redirect_stdout(screen),
            contextlib.redirect_stderr(screen),
        ):
            try:
                main(arguments)
            except SystemExit as left:
                status = left.code if isinstance(left.code, int) else 1
        return Shown(screen.getvalue().rstrip("\n"), status)

    def made(self, format: str, *arguments: str) -> str:
        """The document of that format that a command writes."""
        out = self.folder / ".git" / f"made.{format}"
        shown = self.jmap(*arguments, "-f", f"{format}={out}")
        assert shown.status < 2, shown.text
        text = out.read_text("utf-8")
        out.unlink()
        return text.removesuffix("\n")


def repository(folder: Path) -> Repository:
    """The pull request, in an empty folder."""
    made = Repository(folder)
    for source in sorted(EXAMPLE.rglob("*.yaml")):
        target = folder / source.relative_to(EXAMPLE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    made.git("init", "--quiet")
    made.git("add", ".")
    made.git("commit", "--quiet", "-m", "The onboarding as customers told it")
    made.git("branch", BRANCH)
    for name in ("main", BRANCH):
        made.git("checkout", "--quiet", name)
        made.git("am", "--quiet", "--committer-date-is-author-date", PATCHES / f"{name}.patch")
    return made


def environment() -> Mapping[str, str]:
    """One in which nothing of this machine's settings counts."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_FORGOTTEN)}
    return kept | _SET
