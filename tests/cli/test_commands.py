"""`jmap init`, `jmap check` and `jmap schema`, as people use them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from jmap.cli import choices
from tests.running import inside

BROKEN = "jmap: 1\ntitle: Broken\nstages:\n  - nmae: Decide\n"


@pytest.mark.parametrize("template", choices.templates())
def test_a_new_project_builds_at_once(tmp_path: Path, template: str) -> None:
    done = inside("init", "my journeys", "--template", template, cwd=tmp_path)
    assert done.returncode == 0 and 'Next: jmap build "my journeys"' in done.stderr
    built = inside("build", "my journeys", "-f", "svg", cwd=tmp_path)
    assert (built.returncode, built.stdout) == (0, "")
    assert list((tmp_path / "my journeys" / "site").glob("*.swimlane.svg"))
    assert "/site/" in (tmp_path / "my journeys" / ".gitignore").read_text()


@pytest.mark.parametrize("template", choices.templates())
def test_a_new_project_shows_editors_its_schemas(tmp_path: Path, template: str) -> None:
    inside("init", "--template", template, cwd=tmp_path)
    written = list(tmp_path.rglob("*.yaml"))
    assert len(written) >= 2
    for path in written:
        first = path.read_text("utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=")
        schema = (path.parent / first.partition("=")[2]).resolve()
        assert json.loads(schema.read_text("utf-8"))["$schema"].endswith("2020-12/schema")


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "jmap.yaml").write_text("mine")
    done = inside("init", cwd=tmp_path)
    assert done.returncode == 2 and "jmap.yaml is there already" in done.stderr
    assert os.listdir(tmp_path) == ["jmap.yaml"] and (tmp_path / "jmap.yaml").read_text() == "mine"


def test_check_finds_nothing_in_a_good_project(project: Path) -> None:
    done = inside("check", cwd=project)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Checked 2 maps: no mistakes.\n")
    assert not (project / "site").exists()


def test_check_shows_mistakes_with_the_way_to_them(project: Path) -> None:
    (project / "maps" / "buy.journey.yaml").write_text(BROKEN)
    done = inside("check", "project", cwd=project.parent)
    assert done.returncode == 1
    assert "project/maps/buy.journey.yaml:4:5: error[" in done.stdout
    assert "    4 |   - nmae: Decide\n      |     ^^^^\n" in done.stdout
    assert "did you mean `name`?" in done.stdout
    assert done.stderr.startswith("Checked 2 maps: ")


def test_check_from_a_folder_inside_the_project(project: Path) -> None:
    (project / "maps" / "buy.journey.yaml").write_text(BROKEN)
    assert inside("check", cwd=project / "maps").stdout.startswith("buy.journey.yaml:4:5: error[")


def test_check_as_json_on_standard_output_and_in_a_file(project: Path) -> None:
    (project / "maps" / "buy.journey.yaml").write_text(BROKEN)
    done = inside("check", "-f", "json", "-f", "json=found.json", "-f", "text=found.txt", cwd=project)
    document = json.loads(done.stdout)
    assert document == json.loads((project / "found.json").read_text())
    finding = document["findings"][0]
    assert finding["file"] == "maps/buy.journey.yaml" and (finding["line"], finding["column"]) == (4, 5)
    assert {"code", "message", "expected", "suggestion", "severity"} <= set(finding)
    assert (project / "found.txt").read_text().startswith("maps/buy.journey.yaml:4:5")


def test_check_as_json_says_when_all_is_well(project: Path) -> None:
    assert json.loads(inside("check", "-f", "json", cwd=project).stdout) == {"version": 1, "findings": []}


@pytest.mark.parametrize("wanted", ["xml", "json=", "=x", "text=no/such/folder/x"])
def test_a_destination_that_cannot_be_is_2(project: Path, wanted: str) -> None:
    assert inside("check", "-f", wanted, cwd=project).returncode == 2


@pytest.mark.parametrize("kind", choices.schemas())
def test_schema_prints_what_the_folder_holds(tmp_path: Path, kind: str) -> None:
    done = inside("schema", kind, cwd=tmp_path)
    assert json.loads(done.stdout) == json.loads(choices.schema(kind).read_text("utf-8"))


def test_the_schema_of_maps_comes_first(tmp_path: Path) -> None:
    assert inside("schema", cwd=tmp_path).stdout == inside("schema", "map", cwd=tmp_path).stdout


@pytest.mark.parametrize("theme", ["no-such", "no-such.theme.yaml"])
def test_a_theme_that_is_not_there_is_wrong_usage(project: Path, theme: str) -> None:
    done = inside("build", "--theme", theme, cwd=project)
    assert done.returncode == 2 and theme in done.stderr and not (project / "site").exists()


def test_a_theme_and_a_language_from_the_command_line(project: Path) -> None:
    inside("build", "-f", "svg", "-o", "one", cwd=project)
    inside("build", "-f", "svg", "-o", "two", "--theme", "dark", "--locale", "id", cwd=project)
    one, two = ((project / at / "buy.swimlane.svg").read_text("utf-8") for at in ("one", "two"))
    assert ' lang="id"' in two and ' lang="id"' not in one
    assert one.count("#FFFFFF") > two.count("#FFFFFF")


def test_no_dot_of_that_name_is_2(project: Path) -> None:
    done = inside("build", "--dot", "/no/such/dot", cwd=project)
    assert done.returncode == 2 and "/no/such/dot" in done.stderr


def test_a_system_dot_draws_too(project: Path, system_dot: str) -> None:
    assert inside("build", "-f", "svg", "--dot", "system", cwd=project).returncode == 0
    assert inside("build", "-f", "svg", "-o", "other", "--dot", system_dot, cwd=project).returncode == 0
    assert (project / "site" / "buy.flow.svg").read_bytes() == (project / "other" / "buy.flow.svg").read_bytes()


@pytest.mark.parametrize("output", ["../elsewhere", "/tmp/elsewhere", "a/../../elsewhere"])
def test_a_project_writes_nothing_outside_of_itself(project: Path, output: str) -> None:
    (project / "jmap.yaml").write_text(f"jmap: 1\noutput: {output}\npersonas: [{{name: Rina}}]\n")
    done = inside("build", "-f", "dot", cwd=project)
    assert done.returncode in (1, 2) and "output" in done.stdout + done.stderr
    assert not (project.parent / "elsewhere").exists() and not Path("/tmp/elsewhere").exists()
