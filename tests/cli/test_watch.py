"""`--watch` and `jmap serve` as processes: they follow a file, outlive a mistake, and stop when they are told to."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.running import ROOT, jmap

MAP = "jmap: 1\nid: wait\ntitle: I wait\npersona: Dewi\nstages: [{name: Wait, touchpoints: [Bench]}]\n"
Start = Callable[..., subprocess.Popen[str]]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="only on POSIX is Ctrl-C a signal to one process")


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts jmap in a folder with one map; `out.txt` and `err.txt` there get what it says."""
    (tmp_path / "a.journey.yaml").write_text(MAP, encoding="utf-8")
    running: list[subprocess.Popen[str]] = []

    def run(*args: str) -> subprocess.Popen[str]:
        with (tmp_path / "out.txt").open("w") as out, (tmp_path / "err.txt").open("w") as err:
            process = subprocess.Popen(
                [sys.executable, "-m", "jmap", *args],
                cwd=tmp_path,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                stdout=out,
                stderr=err,
                text=True,
                preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
            )
        running.append(process)
        return process

    yield run
    for process in running:
        process.kill()
        process.wait()


def until(file: Path, wanted: Callable[[str], bool]) -> str:
    end = time.monotonic() + 30
    while not (file.exists() and wanted(file.read_text(encoding="utf-8"))):
        assert time.monotonic() < end, file.read_text(encoding="utf-8") if file.exists() else f"no {file}"
        time.sleep(0.05)
    return file.read_text(encoding="utf-8")


def test_build_watch_follows_a_file_and_outlives_a_mistake(start: Start, tmp_path: Path) -> None:
    process, picture = start("build", "--watch", "-f", "svg"), tmp_path / "site/wait.swimlane.svg"
    until(tmp_path / "err.txt", lambda text: "Watching" in text)
    assert "I wait" in picture.read_text(encoding="utf-8")
    (tmp_path / "a.journey.yaml").write_text(MAP.replace("stages", "stagez"), encoding="utf-8")
    until(tmp_path / "out.txt", lambda text: "stagez" in text)
    (tmp_path / "a.journey.yaml").write_text(MAP.replace("I wait", "I queue"), encoding="utf-8")
    until(picture, lambda text: "I queue" in text)
    assert process.poll() is None
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 0


def test_check_watch_tells_of_every_state(start: Start, tmp_path: Path) -> None:
    process = start("check", "--watch", "--select", "JM9")
    until(tmp_path / "err.txt", lambda text: "no mistakes.\nWatching" in text)
    (tmp_path / "a.journey.yaml").write_text(MAP.replace("stages", "stagez"), encoding="utf-8")
    until(tmp_path / "out.txt", lambda text: "Did you mean" in text or "did you mean" in text)
    (tmp_path / "a.journey.yaml").write_text(MAP, encoding="utf-8")
    until(tmp_path / "err.txt", lambda text: text.count("no mistakes.") == 2)
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 0


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "terminated"])
def test_serve_stops_at_once_even_while_a_page_is_open(start: Start, tmp_path: Path, how: signal.Signals) -> None:
    process = start("serve", "--no-open")
    address = urlsplit(until(tmp_path / "out.txt", lambda text: text.endswith("\n")).splitlines()[0])
    page = http.client.HTTPConnection(address.netloc, timeout=20)
    page.request("GET", f"{address.path}events")
    assert page.getresponse().readline() == b"data: 1\n"
    until(tmp_path / "err.txt", lambda text: "no mistakes." in text)
    time.sleep(0.5)  # until it watches
    process.send_signal(how)
    assert process.wait(20) == 0
    assert "Traceback" not in (tmp_path / "err.txt").read_text(encoding="utf-8")


def test_serve_says_when_the_port_is_taken(start: Start, tmp_path: Path) -> None:
    (tmp_path / "a.journey.yaml").write_text(MAP, encoding="utf-8")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = jmap("serve", "--no-open", "--port", str(port), cwd=tmp_path)
    assert result.returncode == 2
    assert f"cannot listen on 127.0.0.1 port {port}" in result.stderr
