"""`jmap fmt`: what it writes, what it only shows, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

from tests.running import jmap

MAP = "jmap: 1\ntitle:   I collect\nstages:\n- name: Collect\n"
TIDY = "jmap: 1\ntitle: I collect\nstages:\n  - name: Collect\n"


def project(folder: Path) -> Path:
    (folder / "maps").mkdir()
    (folder / "jmap.yaml").write_text("jmap: 1\ninclude: [more.yaml]\ntitle: P\n", encoding="utf-8")
    (folder / "more.yaml").write_text("jmap: 1\nteams:\n- name: T\n", encoding="utf-8")
    (folder / "maps/a.journey.yaml").write_text(MAP, encoding="utf-8")
    return folder


def test_a_project_is_formatted_with_its_catalogue(tmp_path: Path) -> None:
    result = jmap("fmt", cwd=project(tmp_path))
    assert result.returncode == 0
    assert result.stdout.splitlines() == ["changed jmap.yaml", "changed maps/a.journey.yaml", "changed more.yaml"]
    assert (tmp_path / "maps/a.journey.yaml").read_text(encoding="utf-8") == TIDY
    assert (tmp_path / "jmap.yaml").read_text(encoding="utf-8") == "jmap: 1\ntitle: P\ninclude: [more.yaml]\n"
    again = jmap("fmt", cwd=tmp_path)
    assert (again.stdout, again.returncode) == ("", 0)
    assert "none changed" in again.stderr


def test_a_file_stands_for_itself(tmp_path: Path) -> None:
    project(tmp_path)
    assert jmap("fmt", "maps/a.journey.yaml", cwd=tmp_path).stdout == "changed maps/a.journey.yaml\n"
    assert jmap("fmt", "--check", "maps", cwd=tmp_path).returncode == 0
    assert jmap("fmt", "--check", cwd=tmp_path).returncode == 1


def test_check_and_diff_change_nothing_and_exit_1(tmp_path: Path) -> None:
    file = tmp_path / "a.journey.yaml"
    file.write_text(MAP, encoding="utf-8")
    check = jmap("fmt", "--check", cwd=tmp_path)
    assert (check.stdout, check.returncode) == ("would change a.journey.yaml\n", 1)
    diff = jmap("fmt", "--diff", cwd=tmp_path)
    assert diff.returncode == 1
    assert "-title:   I collect\n+title: I collect\n" in diff.stdout
    assert file.read_text(encoding="utf-8") == MAP


def test_a_broken_file_is_left_and_reported(tmp_path: Path) -> None:
    file = tmp_path / "a.journey.yaml"
    file.write_text('jmap: 1\ntitle: "open\nstages: [a]\n', encoding="utf-8")
    result = jmap("fmt", cwd=tmp_path)
    assert result.returncode == 1
    assert "a.journey.yaml:2:8: error[yaml-syntax]" in result.stdout
    assert '"open' in file.read_text(encoding="utf-8")


def test_lines_that_yaml_runs_together_are_not_run_together_for_good(tmp_path: Path) -> None:
    file, text = tmp_path / "a.journey.yaml", "jmap: 1\ntitle: T\nstages:\n  Decide\n  Pay\n"
    file.write_text(text, encoding="utf-8")
    result = jmap("fmt", cwd=tmp_path)
    assert result.returncode == 1 and "a.journey.yaml:4:3: error[wrong-type]" in result.stdout
    assert file.read_text(encoding="utf-8") == text


def test_mistakes_in_meaning_do_not_stop_it(tmp_path: Path) -> None:
    file = tmp_path / "a.journey.yaml"
    file.write_text("jmap: 1\ntitle: t\nstages: [{nmae:  a}]\n", encoding="utf-8")
    assert jmap("fmt", cwd=tmp_path).returncode == 0
    assert file.read_text(encoding="utf-8") == "jmap: 1\ntitle: t\nstages: [{nmae: a}]\n"


def test_standard_input_goes_to_standard_output(tmp_path: Path) -> None:
    result = jmap("fmt", "-", cwd=tmp_path, stdin=MAP)
    assert (result.stdout, result.returncode) == (TIDY, 0)
    assert jmap("fmt", "--check", "-", cwd=tmp_path, stdin=MAP).returncode == 1
    broken = jmap("fmt", "-", cwd=tmp_path, stdin="jmap: [")
    assert (broken.stdout, broken.returncode) == ("", 1)
    assert "stdin.journey.yaml:1:" in broken.stderr


def test_a_place_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    result = jmap("fmt", "nowhere", cwd=tmp_path)
    assert result.returncode == 2
    assert "nowhere" in result.stderr
