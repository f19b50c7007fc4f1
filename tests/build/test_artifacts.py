"""Files that are replaced whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jmap.build.artifacts import content, digest, sweep, write
from jmap.failure import Failure

WRITER = """
import sys
from pathlib import Path
from jmap.build.artifacts import write
folder, size = Path(sys.argv[1]), int(sys.argv[2])
print("ready", flush=True)
for letter in b"abcdefgh" * 1000:
    write(folder, {f"{n}.svg": bytes([letter]) * size for n in range(3)})
"""

FULL = """
import resource, sys
from pathlib import Path
from jmap.build.artifacts import write
from jmap.failure import Failure
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write(Path(sys.argv[1]), {"a.svg": b"new", "b.svg": b"new" * 1000})
except Failure as failure:
    print(failure)
"""

posix = pytest.mark.skipif(os.name != "posix", reason="only on POSIX systems")


def python(code: str, *args: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *map(str, args)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def test_writes_and_returns_digests(tmp_path: Path) -> None:
    assert write(tmp_path, {"a.svg": b"one"}) == {"a.svg": digest(b"one")}
    assert (tmp_path / "a.svg").read_bytes() == b"one"
    assert os.listdir(tmp_path) == ["a.svg"]


@posix
def test_files_get_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    write(tmp_path, {"a.svg": b"one"})
    assert (tmp_path / "a.svg").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.skipif(not hasattr(os, "fchmod"), reason="this system has no permissions to keep")
def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("old")
    (tmp_path / "a.yaml").chmod(0o600)
    write(tmp_path, {"a.yaml": b"new"})
    assert (tmp_path / "a.yaml").read_text() == "new"
    assert (tmp_path / "a.yaml").stat().st_mode & 0o777 == 0o600


def test_the_same_content_is_not_written_again(tmp_path: Path) -> None:
    write(tmp_path, {"a.svg": b"one"})
    os.utime(tmp_path / "a.svg", (1, 1))
    write(tmp_path, {"a.svg": b"one"})
    assert (tmp_path / "a.svg").stat().st_mtime == 1


@posix
def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"same")
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "a.svg").symlink_to(secret)
    write(folder, {"a.svg": b"same"})
    assert not (folder / "a.svg").is_symlink()
    write(folder, {"a.svg": b"new"})
    assert secret.read_bytes() == b"same"


@posix
def test_a_fifo_in_the_place_of_a_file_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.svg")
    assert content(tmp_path / "a.svg") is None
    write(tmp_path, {"a.svg": b"new"})
    assert (tmp_path / "a.svg").read_bytes() == b"new"


def test_a_folder_in_the_place_of_a_file_stops_the_others_too(tmp_path: Path) -> None:
    (tmp_path / "b.svg").mkdir()
    (tmp_path / "a.svg").write_bytes(b"old")
    with pytest.raises(Failure, match=r"b\.svg"):
        write(tmp_path, {"a.svg": b"new", "b.svg": b"new"})
    assert (tmp_path / "a.svg").read_bytes() == b"old"
    assert sorted(os.listdir(tmp_path)) == ["a.svg", "b.svg"]


@posix
def test_a_full_disk_leaves_the_old_files_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(b"old")
    said, _ = python(FULL, tmp_path).communicate(timeout=30)
    assert "cannot write" in said and "b.svg" in said
    assert (tmp_path / "a.svg").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.svg"]


@posix
def test_a_killed_writer_leaves_whole_files(tmp_path: Path) -> None:
    size = 200_000
    for round in range(6):
        writer = python(WRITER, tmp_path, size)
        assert writer.stdout is not None and writer.stdout.readline() == "ready\n"
        time.sleep(0.02 + 0.013 * round)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        for path in tmp_path.glob("*.svg"):
            data = path.read_bytes()
            assert len(data) == size and len(set(data)) == 1
    sweep(tmp_path)
    assert set(os.listdir(tmp_path)) <= {"0.svg", "1.svg", "2.svg"}


@posix
def test_sweep_leaves_running_builds_and_foreign_files(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    stale, own = f".jmap-{gone.pid}-00c0ffee.tmp", f".jmap-{os.getpid()}-00c0ffee.tmp"
    alive, foreign = f".jmap-{os.getppid()}-00c0ffee.tmp", ".jmap-notes.tmp"
    for name in (stale, own, alive, foreign):
        (tmp_path / name).write_bytes(b"")
    sweep(tmp_path)
    assert set(os.listdir(tmp_path)) == {alive, foreign}


def test_a_folder_that_refuses_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)  # as root, no folder is read-only
    with pytest.raises(Failure, match=r"a\.svg: Permission denied"):
        write(tmp_path, {"a.svg": b"new"})


def test_a_missing_folder_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(Failure, match="cannot write"):
        write(tmp_path / "nowhere", {"a.svg": b"new"})
