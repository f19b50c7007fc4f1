"""`jmap log`: the history of a map in sentences, data and a picture, from a real repository."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.git.conftest import make_repo, repo, text  # noqa: F401  # fixtures
from tests.running import jmap

SAD, GLAD = -1, 2


@pytest.fixture
def history(repo: Any, text: Any) -> Any:  # noqa: F811
    """A map that got worse, changed its wording, broke, was mended with a new name, and got better."""
    repo.commit({"maps/a.journey.yaml": text("shoes")}, "Draw it")
    repo.commit({"maps/a.journey.yaml": text("shoes", feelings=SAD)}, "Ask people")
    repo.commit({"maps/a.journey.yaml": "# notes\n" + text("shoes", feelings=SAD)}, "Add a note")
    repo.commit({"maps/a.journey.yaml": text("shoes").replace("stages", "stagez")}, "Slip")
    moved = {"maps/a.journey.yaml": None, "maps/b.journey.yaml": text("shoes", feelings=SAD)}
    repo.commit(moved, "Mend and move")
    repo.commit({"maps/b.journey.yaml": text("shoes", feelings=GLAD)}, "Fix paying")
    return repo


def log(repository: Any, *args: str) -> Any:
    return jmap("log", *args, cwd=repository.folder, **dict(repository.environment))


def test_it_tells_commit_by_commit_what_changed_for_the_customer(history: Any) -> None:
    result = log(history, "maps/b.journey.yaml")
    assert result.returncode == 0, result.stderr
    blocks = result.stdout.split("\n\n")
    assert blocks[0] == "I buy shoes  maps/b.journey.yaml"
    subjects = ["Fix paying", "Mend and move", "Slip", "Add a note", "Ask people", "Draw it"]
    assert [next(s for s in subjects if s in block) for block in blocks[1:]] == subjects
    fixed, _, slip, note, asked, drawn = blocks[1:]
    assert "Better for the customer" in fixed and "The customer feels better at “Pay”: −1 → +2" in fixed
    assert "█  Rina" in fixed and "▃  Rina" in asked
    assert "had mistakes" in slip and "Rina\n" not in slip
    assert "Nothing changed in the journey." in note
    assert "Worse for the customer" in asked
    assert "The map is new." in drawn


def test_it_can_be_asked_from_any_folder_and_for_a_few_commits(history: Any) -> None:
    result = jmap("log", "b.journey.yaml", "-n", "2", cwd=history.folder / "maps", **dict(history.environment))
    assert "Mend and move" in result.stdout and "Slip" not in result.stdout
    assert result.stdout.rstrip().endswith("Earlier commits are not shown.")


def test_data_and_picture_in_one_run(history: Any, tmp_path: Path) -> None:
    data, picture = tmp_path / "log.json", tmp_path / "log.svg"
    result = log(history, "maps/b.journey.yaml", "-f", f"json={data}", "-f", f"svg={picture}")
    assert (result.stdout, result.returncode) == ("", 0)
    commits = json.loads(data.read_text("utf-8"))["commits"]
    assert [commit["feelings"].get("Rina", {}).get("pay") for commit in commits] == [GLAD, SAD, None, SAD, SAD, 0]
    assert [commit["broken"] for commit in commits] == [False, False, True, False, False, False]
    assert {change["effect"] for change in commits[0]["changes"]} == {"better"}
    drawn = picture.read_text("utf-8")
    assert all(f">{subject}<" in drawn for subject in ("Fix paying", "Slip", "Draw it"))
    assert drawn.count('stroke-dasharray="7 5"') == 0  # one step only: there is no line to dash


def test_a_file_without_a_history_says_so(history: Any) -> None:
    history.write({"new.journey.yaml": "jmap: 1\n"})
    for path, reason in (
        ("new.journey.yaml", "is in no commit up to HEAD"),
        ("nowhere.journey.yaml", "there is no such file"),
    ):
        result = log(history, path)
        assert result.returncode == 2 and reason in result.stderr
    assert log(history, "maps/b.journey.yaml", "--rev", "nope").returncode == 2


def test_outside_of_a_repository_it_says_so(tmp_path: Path) -> None:
    result = jmap("log", "a.journey.yaml", cwd=tmp_path)
    assert result.returncode == 2 and "no git repository" in result.stderr
