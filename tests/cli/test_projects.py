"""Several projects at once: `check` reads them all, `build` says which it leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running import inside

GOOD = "jmap: 1\ntitle: I wait\nstages: [A]\n"
BAD = "jmap: 1\ntitle: I wait\nstagse: [A]\n"


@pytest.fixture
def projects(tmp_path: Path) -> Path:
    for name, text in (("a", GOOD), ("b/deep", BAD)):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "jmap.yaml").write_text("jmap: 1\n")
        (tmp_path / name / "m.journey.yaml").write_text(text)
    (tmp_path / "loose.journey.yaml").write_text(GOOD)
    return tmp_path


def test_check_reads_every_project_below_a_folder(projects: Path) -> None:
    done = inside("check", cwd=projects)
    assert done.returncode == 1
    assert "b/deep/m.journey.yaml:3:1" in done.stdout
    assert "Checked 3 maps" in done.stderr


def test_check_reads_paths_of_different_projects(projects: Path) -> None:
    done = inside("check", "a", "b/deep/m.journey.yaml", cwd=projects)
    assert "Checked 2 maps: 1 error in 1 file." in done.stderr


def test_build_says_which_projects_it_leaves_out(projects: Path) -> None:
    done = inside("build", "-f", "dot", cwd=projects)
    assert done.returncode == 0
    assert "Left out, since they are projects of their own: a, b/deep" in done.stderr
    assert "Built 1 map" in done.stderr
