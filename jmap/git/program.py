"""Running the `git` program so that nothing which a repository configures is run, fetched or asked for."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jmap.failure import Failure

# What a person may set for git and jmap keeps. GIT_DIR and the like are dropped: hooks set them for themselves.
_KEPT = (
    "GIT_CONFIG_", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_EXEC_PATH",
)  # fmt: skip
_DROPPED = "GIT_CONFIG_PARAMETERS"
_SET = {
    "GIT_ALLOW_PROTOCOL": "none",  # a partial clone would fetch what is missing, by commands of the repository's choice
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_ATTR_NOSYSTEM": "1",
    "LC_ALL": "C",
}
_SETTINGS = ("core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat", "core.askPass=", "gc.auto=0")


@dataclass(frozen=True, slots=True)
class Git:
    """The git program at a folder. Only commands that run nothing of a repository's are called through this.

    Those are `rev-parse`, `rev-list`, `merge-base`, `symbolic-ref`, `config --get-regexp` and `cat-file --batch`; never
    `status`, `ls-files`, `log -p`, `show`, `diff` or `archive`, which run filters and monitors that a repository sets.
    """

    program: str
    folder: Path
    environment: Mapping[str, str]

    def run(self, *arguments: str) -> str | None:
        """What a command writes, without the last line end; None if it fails."""
        done = self.done(arguments)
        return None if done.returncode else done.stdout.decode("utf-8", "surrogateescape").rstrip("\n")

    def done(self, arguments: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
        """A command that has run. Raises `Failure` where it could not be started."""
        try:
            return subprocess.run(
                self.line(arguments), cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                capture_output=True, check=False,
            )  # fmt: skip
        except (OSError, ValueError) as error:
            raise Failure(f"git could not be started: {error}") from error

    def batch(self) -> subprocess.Popen[bytes]:
        """A running `cat-file --batch`."""
        try:
            return subprocess.Popen(
                self.line(["cat-file", "--batch"]), cwd=self.folder, env=self.environment, stdin=subprocess.PIPE,
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            )  # fmt: skip
        except OSError as error:
            raise Failure(f"git could not be started: {error}") from error

    def line(self, arguments: Sequence[str]) -> list[str]:
        settings = [part for setting in _SETTINGS for part in ("-c", setting)]
        return [self.program, "--no-pager", *settings, *arguments]


def git_at(folder: Path, environment: Mapping[str, str]) -> Git:
    """The git program that the environment's PATH leads to. Raises `Failure` where there is none."""
    program = shutil.which("git", path=environment.get("PATH"))
    if program is None:
        raise Failure("git is not installed, or not on the PATH: jmap reads other revisions with it")
    kept = {name: value for name, value in environment.items() if _harmless(name)}
    return Git(program, folder, kept | _SET)


def _harmless(name: str) -> bool:
    return not name.startswith("GIT_") or (name.startswith(_KEPT) and name != _DROPPED)
