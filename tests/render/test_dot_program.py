"""Running dot: found without PATH, stopped at its limits, taken at its word for nothing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from jmap.failure import Failure
from jmap.graph.failure import DotFailed, DotUnusable
from jmap.graph.geometry import Layout
from jmap.render import dot_program
from jmap.render.dot_program import DotProgram, find, too_big

GRAPH = "digraph { a -> b [id=e1] }"
posix = pytest.mark.skipif(sys.platform == "win32", reason="only on systems with a shell for scripts")


def script(folder: Path, body: str) -> DotProgram:
    """A program that takes the place of dot."""
    path = folder / "fake-dot"
    path.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
    path.chmod(0o755)
    return DotProgram(str(path))


def test_the_bundled_program_is_found_without_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert isinstance(find().run([GRAPH])[0], Layout)


def test_many_graphs_in_one_run_come_back_in_order() -> None:
    sources = [f"digraph {{ n{n} }}" for n in range(60)]
    found = find().run(sources)
    assert [list(layout.nodes) for layout in found if isinstance(layout, Layout)] == [[f"n{n}"] for n in range(60)]


def test_a_graph_that_fails_does_not_take_the_others_along() -> None:
    first, second, third = find().run([GRAPH, "digraph { a -> ", GRAPH])
    assert isinstance(first, Layout) and isinstance(second, DotFailed) and isinstance(third, Layout)


def test_the_name_is_a_version_and_nothing_else() -> None:
    assert find().name().startswith("graphviz-pure ")


def test_a_system_dot_is_found_when_asked_for(system_dot: str) -> None:
    assert find("system").path == system_dot
    assert find(system_dot).name().startswith("graphviz ")
    assert isinstance(find("system").run([GRAPH])[0], Layout)


def test_what_is_not_there_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Failure, match="Install Graphviz"):
        find("system")
    with pytest.raises(Failure, match="is not a program"):
        find(str(tmp_path / "nothing"))
    monkeypatch.setattr(dot_program, "_bundled", lambda: iter(()))
    with pytest.raises(Failure, match="graphviz-pure is missing"):
        find()


@posix
def test_a_program_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dot_program, "SECONDS", 0.2)
    (failure,) = script(tmp_path, "exec sleep 60").run([GRAPH])
    assert isinstance(failure, DotFailed) and "did not finish" in str(failure)


@posix
def test_a_program_that_floods_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dot_program, "OUTPUT", 100_000)
    (failure,) = script(tmp_path, "exec yes").run([GRAPH])
    assert isinstance(failure, DotFailed)


@posix
def test_a_program_that_wants_all_memory_does_not_get_it(tmp_path: Path) -> None:
    greedy = f"exec {sys.executable} -c 'bytearray(3_000_000_000); print(\"got it\")'"
    (failure,) = script(tmp_path, greedy).run([GRAPH])
    assert isinstance(failure, DotFailed)


@posix
@pytest.mark.parametrize("answer", ["nonsense", "[]", '{"bb":"0,0,nan,1"}', '"text"', "{" * 5000, '{"bb": 3}'])
def test_an_answer_that_is_no_drawing_is_refused(answer: str, tmp_path: Path) -> None:
    (tmp_path / "answer").write_text(answer, "utf-8")
    (failure,) = script(tmp_path, f"cat {tmp_path}/answer").run([GRAPH])
    assert isinstance(failure, DotFailed)
    assert "nonsense" not in str(failure)


@posix
def test_the_environment_is_not_handed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GVBINDIR", "LD_PRELOAD_TEST", "LC_MESSAGES", "SERVER_NAME"):
        monkeypatch.setenv(name, "x")
    script(tmp_path, f"env > {tmp_path}/env; exit 1").run([GRAPH])
    names = {line.split("=")[0] for line in (tmp_path / "env").read_text().splitlines()}
    assert names <= {*dot_program.KEPT, "LC_ALL", "PWD", "_", "SHLVL", "OLDPWD"}
    assert "LC_ALL" in names


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and not Path("/bin/sh").exists(), reason="only on systems with /bin/sh")
def test_a_file_that_is_no_program_is_unusable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dot_program, "_limited", lambda command: command)
    with pytest.raises(DotUnusable, match="cannot be started"):
        DotProgram(str(tmp_path / "missing")).run([GRAPH])


def test_a_diagram_of_thousands_of_boxes_is_not_given_to_dot() -> None:
    class Large:
        nodes, edges = 5000, 10

    assert "5000 boxes" in too_big(Large())  # type: ignore[arg-type]
