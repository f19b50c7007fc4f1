"""`jmap build`: the same bytes everywhere, each file whole, nothing touched that is not jmap's."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import small_map
from tests.running import ROOT, inside, jmap

SUFFIXES = ("html", "swimlane.svg", "flow.svg", "flow.dot", "touchpoints.svg", "touchpoints.dot")
posix = pytest.mark.skipif(os.name != "posix", reason="only on POSIX systems")


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def manifest(folder: Path) -> dict[str, dict[str, dict[str, dict[str, str]]]]:
    loaded: dict[str, dict[str, dict[str, dict[str, str]]]] = json.loads((folder / "jmap-manifest.json").read_text())
    return loaded


def add_map(project: Path, name: str, text: str | None = None) -> Path:
    path = project / "maps" / f"{name}.journey.yaml"
    path.write_text(text or small_map(name), "utf-8")
    return path


BROKEN = "jmap: 1\ntitle: Broken\nstages:\n  - nmae: Decide\n"


def test_it_leaves_what_the_manual_lists_and_says_so_in_one_line(project: Path) -> None:
    done = inside("build", cwd=project)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("Built 2 maps (") and " into site/ in " in done.stderr
    assert len(done.stderr.splitlines()) == 1
    found = files(project / "site")
    for id in ("buy", "return"):
        assert {f"{id}.{suffix}" for suffix in SUFFIXES} <= set(found)
    assert f"({len(found)} files)" in done.stderr


def test_the_manifest_says_what_was_built_from_what(project: Path) -> None:
    inside("build", "-f", "dot", cwd=project)
    entry = manifest(project / "site")["maps"]["buy"]
    source = project / "maps" / "buy.journey.yaml"
    assert entry["source"] == "maps/buy.journey.yaml"
    assert entry["sha256"] == hashlib.sha256(source.read_bytes()).hexdigest()
    for name, sha256 in entry["outputs"].items():
        assert hashlib.sha256((project / "site" / name).read_bytes()).hexdigest() == sha256
    assert str(project) not in (project / "site" / "jmap-manifest.json").read_text()


def test_the_same_bytes_whatever_the_machine(project: Path, tmp_path: Path) -> None:
    for number in range(2):
        add_map(project, f"more-{number}")
    jmap("build", project, "-j", "1", cwd=tmp_path, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C")
    first = files(project / "site")
    elsewhere = tmp_path / "an other" / "földer"
    shutil.copytree(project, elsewhere, ignore=shutil.ignore_patterns("site"))
    jmap("build", "-j", "2", cwd=elsewhere, PYTHONHASHSEED="4711", TZ="Asia/Jakarta", LC_ALL="C.UTF-8", LANG="id_ID")
    assert files(elsewhere / "site") == first


def test_only_the_wanted_formats(project: Path) -> None:
    inside("build", "-f", "dot", "-o", "out", cwd=project)
    assert {name.rpartition(".")[2] for name in files(project / "out")} == {"dot", "json"}
    inside("build", "-f", "svg", "-o", "out", cwd=project)
    listed = manifest(project / "out")["maps"]["buy"]["outputs"]
    assert "buy.flow.dot" in listed and "buy.flow.svg" in listed  # both are ours to remove one day


def test_a_broken_map_does_not_stop_the_others_and_keeps_its_files(project: Path) -> None:
    inside("build", "-f", "dot", cwd=project)
    before, entry = files(project / "site"), manifest(project / "site")["maps"]["buy"]
    add_map(project, "buy", BROKEN)
    add_map(project, "return", small_map("return", 3))
    done = inside("build", "-f", "dot", cwd=project)
    after = files(project / "site")
    assert done.returncode == 1
    assert done.stdout.startswith("maps/buy.journey.yaml:4:5: error[")
    assert "1 of 2 maps has errors" in done.stderr and "the other one was built into site/" in done.stderr
    assert after["buy.flow.dot"] == before["buy.flow.dot"] and after["return.flow.dot"] != before["return.flow.dot"]
    assert manifest(project / "site")["maps"]["buy"] == entry


def test_files_of_maps_that_are_gone_go_and_nothing_else(project: Path) -> None:
    inside("build", "-f", "dot", cwd=project)
    site = project / "site"
    (site / "notes.html").write_text("mine")
    (site / "return.txt").write_text("mine")
    (site / "return.flow.dot").write_text("changed by me")
    (project / "maps" / "return.journey.yaml").unlink()
    done = inside("build", "-f", "dot", cwd=project)
    left = {name for name in files(site) if name.startswith(("return", "notes"))}
    assert left == {"notes.html", "return.txt", "return.flow.dot"}
    assert "Removed 1 file" in done.stderr and "Kept site/return.flow.dot" in done.stderr
    assert "return" not in manifest(site)["maps"]


def test_a_new_id_takes_the_old_files_away(project: Path) -> None:
    inside("build", "-f", "dot", cwd=project)
    path = project / "maps" / "buy.journey.yaml"
    path.write_text(path.read_text().replace("jmap: 1\n", "jmap: 1\nid: purchase\n"))
    inside("build", "-f", "dot", path, cwd=project)
    names = set(files(project / "site"))
    assert "purchase.flow.dot" in names and "buy.flow.dot" not in names and "return.flow.dot" in names


def test_files_of_formats_that_were_not_asked_for_stay(project: Path) -> None:
    inside("build", "-f", "dot", cwd=project)
    inside("build", "-f", "svg", cwd=project)
    assert {"buy.touchpoints.dot", "buy.flow.dot", "buy.flow.svg"} <= set(files(project / "site"))


def test_a_map_without_touchpoints_has_all_its_files(project: Path) -> None:
    add_map(project, "buy", "jmap: 1\ntitle: Buy\nstages: [{name: Decide, actions: [Looks]}]\n")
    inside("build", "-f", "dot", cwd=project)
    assert {"buy.touchpoints.dot", "buy.flow.dot"} <= set(files(project / "site"))


def test_a_part_of_the_project_leaves_the_rest_alone(project: Path) -> None:
    inside("build", "-f", "dot", cwd=project)
    before = files(project / "site")
    add_map(project, "buy", small_map("buy", 4))
    inside("build", "-f", "dot", "maps/buy.journey.yaml", cwd=project)
    after = files(project / "site")
    assert set(after) == set(before)
    assert after["return.flow.dot"] == before["return.flow.dot"] and after["buy.flow.dot"] != before["buy.flow.dot"]
    assert set(manifest(project / "site")["maps"]) == {"buy", "return"}


def test_maps_without_a_project_can_share_a_folder(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.journey.yaml").write_text(small_map(name))
        inside("build", "-f", "dot", f"{name}/{name}.journey.yaml", "-o", "out", cwd=tmp_path)
    assert {"one.flow.dot", "two.flow.dot"} <= set(files(tmp_path / "out"))


@posix
def test_it_never_writes_through_a_link(project: Path, tmp_path: Path) -> None:
    (project / "site").mkdir()
    secret = tmp_path / "secret"
    secret.write_text("secret")
    for name in ("buy.html", "index.html", "jmap-manifest.json"):
        (project / "site" / name).symlink_to(secret)
    assert inside("build", cwd=project).returncode == 0
    assert secret.read_text() == "secret"


@posix
def test_a_folder_that_is_a_link_is_refused(project: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (project / "site").symlink_to(tmp_path / "elsewhere")
    done = inside("build", "-f", "dot", cwd=project)
    assert done.returncode == 2 and "symbolic link" in done.stderr
    assert not files(tmp_path / "elsewhere")


def test_a_file_in_the_place_of_the_folder_is_2(project: Path) -> None:
    (project / "site").write_text("")
    done = inside("build", "-f", "dot", cwd=project)
    assert done.returncode == 2 and done.stderr.startswith("jmap: cannot write into ")


def test_a_map_cannot_take_the_place_of_the_list_of_maps(project: Path) -> None:
    add_map(project, "index")
    done = inside("build", "-f", "dot", cwd=project)
    assert done.returncode == 1 and "maps/index.journey.yaml:1:1: error[reserved-id]" in done.stdout
    assert "buy.flow.dot" in files(project / "site")
    assert inside("check", cwd=project).returncode == 1


def test_a_second_build_writes_nothing_new(project: Path) -> None:
    inside("build", "-f", "dot", cwd=project)
    before = {path.name: path.stat().st_mtime_ns for path in (project / "site").iterdir()}
    inside("build", "-f", "dot", cwd=project)
    assert {path.name: path.stat().st_mtime_ns for path in (project / "site").iterdir()} == before


@posix
def test_killed_at_any_moment_it_leaves_whole_files(project: Path) -> None:
    for number in range(4):
        add_map(project, f"more-{number}")
    inside("build", "-f", "dot", cwd=project)
    whole = files(project / "site")
    command = [sys.executable, "-m", "jmap", "build", "-f", "dot", "-j", "2"]
    for delay in (0.5, 0.8, 1.1):
        for name in whole:
            (project / "site" / name).write_bytes(b"old")
        build = subprocess.Popen(command, cwd=project, env={**os.environ, "PYTHONPATH": str(ROOT)})
        time.sleep(delay)
        build.send_signal(signal.SIGKILL)
        build.wait()
        now = files(project / "site")
        assert all(now[name] in (b"old", data) for name, data in whole.items())
    time.sleep(0.5)  # the workers have seen that their parent is gone
    inside("build", "-f", "dot", cwd=project)
    assert files(project / "site") == whole
