"""A repository's own settings, attributes and hooks run nothing while jmap reads it."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from jmap.failure import Failure
from jmap.git.history import history
from jmap.git.readings import readings
from jmap.git.repository import open_repository
from jmap.git.sides import sides

HOOKS = ("reference-transaction", "post-index-change", "fsmonitor-watchman", "post-checkout", "pre-auto-gc")
SETTINGS = (
    "core.fsmonitor", "core.pager", "pager.rev-list", "pager.cat-file", "core.editor", "core.askPass",
    "core.sshCommand", "core.gitProxy", "core.alternateRefsCommand", "diff.external",
    "diff.evil.command", "diff.evil.textconv",
    "filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "merge.evil.driver", "gpg.program",
    "credential.helper", "uploadpack.packObjectsHook", "interactive.diffFilter",
)  # fmt: skip
ALIASES = ("rev-parse", "rev-list", "cat-file", "merge-base", "symbolic-ref")


@pytest.fixture
def trap(repo: Any, text: Any, tmp_path: Path) -> tuple[Any, Path]:
    """A repository in which all that can be set to a command is set to one; and the file that this command makes."""
    repo.commit({"a.journey.yaml": text("a"), "b.journey.yaml": text("b")})
    repo.git("mv", "a.journey.yaml", "c.journey.yaml")
    repo.commit({"b.journey.yaml": text("b", feelings=1)})
    ran, evil = tmp_path / "ran", tmp_path / "evil"
    evil.write_text(f"#!/bin/sh\necho \"$0 $*\" >> '{ran}'\ncat\n")
    evil.chmod(0o755)
    repo.write({".gitattributes": "*.yaml filter=evil diff=evil merge=evil\n"})
    hooks = repo.folder / "hooks"
    hooks.mkdir()
    for name in HOOKS:
        (hooks / name).symlink_to(evil)
        (repo.folder / ".git" / "hooks" / name).symlink_to(evil)
    lines = [f'[alias]\n{name} = "!{evil}"' for name in ALIASES]
    lines += ["[{}{}]\n{} = {}".format(section, f' "{sub}"' if sub else "", key, evil)
              for section, sub, key in map(_parts, SETTINGS)]  # fmt: skip
    lines += ["[log]\nshowSignature = true", f"[core]\nhooksPath = {hooks}", '[filter "evil"]\nrequired = true']
    with (repo.folder / ".git" / "config").open("a") as stream:
        stream.write("\n".join(lines) + "\n")
    return repo, ran


def _parts(setting: str) -> tuple[str, str, str]:
    section, _, rest = setting.partition(".")
    sub, _, key = rest.rpartition(".")
    return section, sub, key


def test_the_trap_works(trap: tuple[Any, Path]) -> None:
    repo, ran = trap
    subprocess.run(["git", "status"], cwd=repo.folder, env=repo.environment, capture_output=True, check=False)
    assert ran.exists()


def test_nothing_runs(trap: tuple[Any, Path]) -> None:
    repo, ran = trap
    repo.write({"b.journey.yaml": "jmap: 1\n"})
    for typed in ([], ["HEAD~1"], ["HEAD~1", "HEAD"], ["HEAD~1...HEAD"]):
        with open_repository(repo.folder, {**repo.environment, "GIT_EXTERNAL_DIFF": "/bin/false"}) as repository:
            base, head = sides(repository, typed, {})
            (pair,) = readings(repository, [], repo.folder, base, head)
            assert pair.head.maps
            assert len(history(repository, "c.journey.yaml", 9).versions) == 2
    assert not ran.exists(), ran.read_text()


@pytest.mark.parametrize(
    "name", ["--output=x", "--help", "-p", "--upload-pack=touch x", "@{-1}", ":/x", "HEAD --output=x"]
)
def test_revisions_that_look_like_options_write_and_run_nothing(trap: tuple[Any, Path], name: str) -> None:
    repo, ran = trap
    before = sorted(path.name for path in repo.folder.iterdir())
    with open_repository(repo.folder, repo.environment) as repository, pytest.raises(Failure):
        sides(repository, [name], {})
    with open_repository(repo.folder, repo.environment) as repository:
        assert history(repository, name, 5).versions == ()
    assert sorted(path.name for path in repo.folder.iterdir()) == before
    assert not ran.exists()


def test_what_a_partial_clone_lacks_is_not_fetched(repo: Any, text: Any, tmp_path: Path) -> None:
    """git would run commands of the repository's choice to fetch it."""
    repo.commit({"a.journey.yaml": text("a")})
    repo.commit({"a.journey.yaml": text("a", feelings=1)})
    repo.git("config", "uploadpack.allowFilter", "true")
    copy = repo.clone("copy", "--filter=blob:none")
    ran, evil = tmp_path / "ran", tmp_path / "evil"
    evil.write_text(f"#!/bin/sh\ntouch '{ran}'\n")
    evil.chmod(0o755)
    copy.git("config", "remote.origin.uploadpack", str(evil))
    with open_repository(copy.folder, copy.environment) as repository:
        base, head = sides(repository, ["HEAD~1"], {})
        with pytest.raises(Failure, match="partial one: `git fetch --refetch --no-filter` fetches"):
            readings(repository, [], copy.folder, base, head)
    assert not ran.exists()
