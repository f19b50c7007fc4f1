"""`jmap diff`, as people and pipelines use it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.running import inside

BUY = Path("maps") / "buy.journey.yaml"
BROKEN = "jmap: 1\ntitle: Broken\nstages:\n  - nmae: Decide\n"
CI = ("CI", "GITHUB_EVENT_NAME", "GITLAB_CI", "NO_COLOR")


@pytest.fixture(autouse=True)
def no_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in CI:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def repository(project: Path) -> Path:
    """The small project with one commit on `main`."""
    git(project, "init", "-q", "-b", "main")
    commit(project, "first")
    return project


def git(folder: Path, *args: str) -> str:
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    done = subprocess.run(
        ["git", *who, *args], cwd=folder, env={**os.environ, **own}, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


def edit(folder: Path, old: str, new: str, file: Path = BUY) -> None:
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")


def sadder(folder: Path, file: Path = BUY) -> None:
    """The first step's feeling falls by a point."""
    edit(folder, "feelings: 0", "feelings: -1", file)


def test_nothing_changed(repository: Path) -> None:
    done = inside("diff", cwd=repository)
    assert done.returncode == 0 and done.stdout.count("\n") == 1
    assert done.stderr.startswith("Comparing HEAD (") and "the last commit) with working tree." in done.stderr


def test_formatting_is_no_change(repository: Path) -> None:
    edit(repository, "title: I buy it", "title: 'I buy it'   # our best map")
    assert (
        inside("diff", "--fail-on", "any", cwd=repository).stdout
        == inside("diff", "HEAD", "HEAD", cwd=repository).stdout
    )


def test_what_changed_and_where(repository: Path) -> None:
    sadder(repository)
    done = inside("diff", cwd=repository)
    assert done.returncode == 0
    assert "1 change in 1 map." in done.stdout and "I buy it  maps/buy.journey.yaml\n  ↓ Worse (1)\n" in done.stdout
    assert "“Step 1”: 0 → −1" in done.stdout and "maps/buy.journey.yaml:9\n" in done.stdout


def test_a_branch_is_compared_from_where_it_parted(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "topic")
    sadder(repository)
    commit(repository, "topic")
    git(repository, "checkout", "-q", "main")
    (repository / "maps" / "return.journey.yaml").unlink()
    commit(repository, "main moves on")
    git(repository, "checkout", "-q", "topic")
    parted = inside("diff", "main", cwd=repository)
    assert "the merge base of main and HEAD" in parted.stderr and "1 change in 1 map." in parted.stdout
    direct = inside("diff", "main", "HEAD", "--direct", cwd=repository)
    assert "return.journey.yaml" in direct.stdout


@pytest.mark.parametrize(("gate", "status"), [("breaking", 0), ("notable", 1), ("worse", 1), ("any", 1)])
def test_the_gate(repository: Path, gate: str, status: int) -> None:
    sadder(repository)
    done = inside("diff", "--fail-on", gate, cwd=repository)
    assert done.returncode == status
    assert (f"Stopped by --fail-on {gate}: 1 change." in done.stdout) == bool(status)


def test_all_formats_in_one_run(repository: Path, tmp_path: Path) -> None:
    sadder(repository)
    wanted = [part for name in ("json", "markdown", "junit", "gitlab") for part in ("-f", f"{name}={tmp_path / name}")]
    done = inside("diff", *wanted, "-f", "github", "--fail-on", "worse", cwd=repository)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=maps/buy.journey.yaml,line=9,") and done.stdout.count("\n") == 1
    assert done.stderr.endswith("Found 1 change; 1 stopped by --fail-on worse.\n")
    data = json.loads((tmp_path / "json").read_text("utf-8"))
    assert data["changes"][0]["head"] == {
        "file": "maps/buy.journey.yaml",
        "line": 9,
        "path": "stages.0.steps.0.feelings.0.score",
    }
    assert [(tmp_path / name).exists() for name in ("markdown", "junit", "gitlab")] == [True, True, True]


@pytest.mark.parametrize("other", ["no/such/folder/x", "a"])
def test_all_formats_are_written_or_none(repository: Path, tmp_path: Path, other: str) -> None:
    sadder(repository)
    done = inside(
        "diff", "-f", f"json={tmp_path / 'a'}", "-f", f"markdown={tmp_path / other}", "-f", "text", cwd=repository
    )
    assert done.returncode == 2 and done.stdout == "" and not (tmp_path / "a").exists()


@pytest.mark.skipif(os.name != "posix", reason="only on systems with pipes among files")
def test_nothing_but_a_file_is_replaced(repository: Path, tmp_path: Path) -> None:
    """`json=/dev/stdout` as root would put a file where the device was."""
    os.symlink("elsewhere", tmp_path / "link")
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe"):
        done = inside("diff", "-f", f"json={tmp_path / name}", cwd=repository)
        assert done.returncode == 2 and "is not a plain file" in done.stderr
    assert (tmp_path / "link").is_symlink() and (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (["no-such-branch"], "there is no revision no-such-branch"),
        (["old.journey.yaml", "new.journey.yaml"], "There is no file old.journey.yaml"),
        (["--output=x"], "--output"),
        (["-f", "xml"], "xml"),
        (["--fail-on", "all"], "all"),
        (["a", "b", "c"], "stand behind --"),
        (["maps/buy.journey.yaml"], "jmap diff -- maps/buy.journey.yaml"),
        (["--", "no/such.journey.yaml"], "no/such.journey.yaml"),
    ],
)
def test_what_cannot_be_compared_is_2(repository: Path, args: list[str], hint: str) -> None:
    done = inside("diff", *args, cwd=repository)
    assert (done.returncode, done.stdout) == (2, "") and hint in done.stderr
    assert not (repository / "x").exists()


def test_without_a_repository_it_is_2(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    done = inside("diff", cwd=project)
    assert (done.returncode, done.stdout) == (2, "") and "in no git repository" in done.stderr


@pytest.mark.parametrize("to_file", [False, True])
def test_a_map_broken_at_the_head_is_1_with_its_place(repository: Path, tmp_path: Path, to_file: bool) -> None:
    (repository / BUY).write_text(BROKEN)
    done = inside("diff", *(["-f", f"json={tmp_path / 'x.json'}"] if to_file else []), cwd=repository)
    assert done.returncode == 1
    assert "maps/buy.journey.yaml:4:5: error[" in (done.stderr if to_file else done.stdout)
    if to_file:
        assert json.loads((tmp_path / "x.json").read_text("utf-8"))["broken"][0]["line"] == 4


def test_a_map_broken_at_the_base_is_new_and_that_is_said(repository: Path) -> None:
    whole = (repository / BUY).read_text("utf-8")
    (repository / BUY).write_text(BROKEN)
    commit(repository, "broken")
    (repository / BUY).write_text(whole)
    done = inside("diff", cwd=repository)
    assert done.returncode == 0 and "Map “I buy it” is new  maps/buy.journey.yaml:1" in done.stdout
    assert "maps/buy.journey.yaml" in done.stdout.splitlines()[-1], "a note names the file"


def test_paths_behind_the_dashes(repository: Path) -> None:
    for name in ("buy", "return"):
        sadder(repository, Path("maps") / f"{name}.journey.yaml")
    assert "2 changes in 2 maps." in inside("diff", cwd=repository).stdout
    done = inside("diff", "HEAD", "--", "maps/return.journey.yaml", cwd=repository)
    assert "1 change in 1 map." in done.stdout and "return.journey.yaml:9" in done.stdout


def test_files_are_named_as_their_readers_do(repository: Path, tmp_path: Path) -> None:
    """Somebody in a folder types what lies in it; a service names files from the top of the repository."""
    sadder(repository)
    comment = tmp_path / "comment.md"
    done = inside("diff", "-f", "text", "-f", f"markdown={comment}", cwd=repository / "maps")
    assert " buy.journey.yaml:9\n" in done.stdout
    assert "<code>maps/buy.journey.yaml</code>" in comment.read_text("utf-8")


def test_several_projects_in_one_repository(tmp_path: Path, repository: Path) -> None:
    both = tmp_path / "both"
    for name in ("one", "two"):
        git(tmp_path, "clone", "-q", str(repository), str(both / name))
        (both / name / ".git").rename(tmp_path / f"{name}.git")
    git(both, "init", "-q", "-b", "main")
    commit(both, "both")
    for name in ("one", "two"):
        sadder(both / name)
    done = inside("diff", "-f", "json", cwd=both)
    spots = [change["head"]["file"] for change in json.loads(done.stdout)["changes"]]
    assert spots == ["one/maps/buy.journey.yaml", "two/maps/buy.journey.yaml"]


def projects(tmp_path: Path, repository: Path) -> Path:
    """A repository with two projects, one of them with a map of its own."""
    both = tmp_path / "both"
    for name in ("one", "two"):
        (both / name / "maps").mkdir(parents=True)
        (both / name / "jmap.yaml").write_text(f"jmap: 1\ntitle: Project {name}\n")
    (both / "one" / BUY).write_text((repository / BUY).read_text("utf-8"), "utf-8")
    (both / "two" / "other.journey.yaml").write_text("jmap: 1\ntitle: Other\nstages: [{name: Looks}]\n", "utf-8")
    git(both, "init", "-q", "-b", "main")
    commit(both, "both")
    return both


def test_a_project_in_another_folder_is_said_and_its_files_are_those_of_each_side(
    tmp_path: Path, repository: Path
) -> None:
    both = projects(tmp_path, repository)
    git(both, "mv", "one", "uno")
    sadder(both / "uno")
    done = inside("diff", "-f", "json", cwd=both)
    found = json.loads(done.stdout)
    assert found["notes"] == ["The project has moved from one to uno."]
    assert [(change["code"], change["base"]["file"], change["head"]["file"]) for change in found["changes"]] == [
        ("feeling-score-changed", "one/maps/buy.journey.yaml", "uno/maps/buy.journey.yaml")
    ]


def test_a_map_that_moved_to_another_project_is_one_map(tmp_path: Path, repository: Path) -> None:
    both = projects(tmp_path, repository)
    git(both, "mv", "one/maps/buy.journey.yaml", "two/buy.journey.yaml")
    sadder(both / "two", Path("buy.journey.yaml"))
    found = json.loads(inside("diff", "-f", "json", cwd=both).stdout)["changes"]
    assert [(change["code"], change["base"]["file"], change["head"]["file"]) for change in found] == [
        ("map-file-changed", "one/maps/buy.journey.yaml", "two/buy.journey.yaml"),
        ("feeling-score-changed", "one/maps/buy.journey.yaml", "two/buy.journey.yaml"),
    ]
    edit(both / "two", "stages:", "stages_:", Path("buy.journey.yaml"))
    done = inside("diff", "--fail-on", "breaking", cwd=both)
    assert done.returncode == 1 and "Nothing could be compared: 1 file with mistakes." in done.stdout
    assert "is gone" not in done.stdout


def test_a_part_of_the_repository_that_becomes_a_project_keeps_its_files(tmp_path: Path, repository: Path) -> None:
    bare = tmp_path / "bare"
    (bare / "part").mkdir(parents=True)
    (bare / "part" / "buy.journey.yaml").write_text((repository / BUY).read_text("utf-8"), "utf-8")
    git(bare, "init", "-q", "-b", "main")
    commit(bare, "one")
    (bare / "part" / "jmap.yaml").write_text("jmap: 1\ntitle: Part\n")
    found = json.loads(inside("diff", "-f", "json", cwd=bare).stdout)
    assert [change["code"] for change in found["changes"]] == ["project-added"]
    assert (found["maps"], found["notes"]) == ([], [])


def test_where_nothing_but_wording_changed_that_is_shown(repository: Path) -> None:
    edit(repository, "title: I buy it", "title: I get it")
    done = inside("diff", cwd=repository).stdout
    assert "The journey stays as it is: 1 change, of wording and the like." in done
    assert "\n    Map “I buy it” is now “I get it”  maps/buy.journey.yaml:2" in done
    git(repository, "checkout", "-q", ".")
    (repository / "jmap.yaml").write_text((repository / "jmap.yaml").read_text("utf-8") + "theme: dark\n", "utf-8")
    assert "\n1 change in the project.\n" in inside("diff", cwd=repository).stdout


def test_two_files_are_one_map_before_and_after(project: Path) -> None:
    """Outside of git, with other names, and in one project where both say who they are."""
    text = (project / BUY).read_text("utf-8").replace("title:", "id: buying\ntitle:", 1)
    (project / "maps" / "old.journey.yaml").write_text(text, "utf-8")
    (project / "maps" / "new.journey.yaml").write_text(text.replace("feelings: 0", "feelings: -1", 1), "utf-8")
    done = inside("diff", "maps/old.journey.yaml", "maps/new.journey.yaml", cwd=project)
    assert done.returncode == 0, done.stderr
    assert "1 change in 1 map." in done.stdout and "maps/new.journey.yaml:10" in done.stdout
    assert done.stderr == "Comparing maps/old.journey.yaml with maps/new.journey.yaml.\n"


def test_two_files_of_which_the_old_one_is_broken(project: Path) -> None:
    (project / "old.journey.yaml").write_text(BROKEN)
    done = inside("diff", "old.journey.yaml", BUY, cwd=project)
    assert (done.returncode, done.stdout) == (2, "") and "jmap check old.journey.yaml" in done.stderr


def test_a_current_and_a_future_map_give_a_gap_report(project: Path) -> None:
    text = (project / BUY).read_text("utf-8").replace("feelings: 0", "feelings: 0\n        time: 1 h", 1)
    future = text.replace("title:", "state: future\nfuture_of: buy\ntitle:", 1).replace("time: 1 h", "time: 20 min", 1)
    (project / BUY).write_text(text, "utf-8")
    (project / "maps" / "next.journey.yaml").write_text(future, "utf-8")
    formats = ("-f", "text", "-f", "json", "-f", "svg=gap.svg", "-f", "html=gap.html")
    done = inside("diff", BUY, Path("maps") / "next.journey.yaml", *formats, cwd=project)
    assert done.returncode == 0, done.stderr
    picture, page = (
        (project / f"gap.{format}").read_text("utf-8").replace("\u00a0", " ") for format in ("svg", "html")
    )
    assert ">From the current to the future state<" in picture and ">−40 min<" in picture
    assert "<dd>−40 min</dd>" in page
    assert done.stdout.startswith("From today to the plan: 40\u00a0min less in all.\n")
    assert "From the current to the future state\n  Time saved, in all: 40 min\n" in done.stdout.replace("\u00a0", " ")
    assert json.loads(done.stdout[done.stdout.index("\n{") :])["gap"]["seconds_saved"]["elapsed"] == 2400


def approve(repository: Path, fingerprint: str) -> None:
    text = f"jmap: 1\napproved:\n  - {{fingerprint: {fingerprint}, reason: Known}}\n"
    (repository / "jmap-approved.yaml").write_text(text)


def test_what_is_approved_trips_no_gate(repository: Path) -> None:
    sadder(repository)
    found = json.loads(inside("diff", "-f", "json", "--fail-on", "worse", cwd=repository).stdout)
    approve(repository, found["gate"]["stopping"][0])
    done = inside("diff", "--fail-on", "worse", cwd=repository)
    assert done.returncode == 0
    assert "Approved in jmap-approved.yaml: 1 change." in done.stdout and "[approved]" in done.stdout


def test_an_approval_that_nothing_asks_for_is_reported(repository: Path) -> None:
    sadder(repository)
    approve(repository, "0123456789abcdef")
    unused = "jmap-approved.yaml approves 0123456789abcdef (Known)"
    assert unused in inside("diff", cwd=repository).stdout
    assert unused not in inside("diff", "HEAD", "--", BUY, cwd=repository).stdout, "not all changes are at hand"


def test_a_broken_approval_is_1_with_its_place_and_approves_nothing(repository: Path) -> None:
    sadder(repository)
    approve(repository, "12")
    done = inside("diff", "--fail-on", "worse", cwd=repository / "maps")
    assert done.returncode == 1 and "../jmap-approved.yaml:3:" in done.stdout and "Stopped by" in done.stdout


def test_pictures(repository: Path, tmp_path: Path) -> None:
    sadder(repository)
    done = inside("diff", "-f", f"svg={tmp_path / 'one.svg'}", cwd=repository)
    assert done.returncode == 0 and (tmp_path / "one.svg").read_text("utf-8").startswith("<svg")
    sadder(repository, Path("maps") / "return.journey.yaml")
    done = inside("diff", "-f", f"svg={tmp_path / 'two.svg'}", cwd=repository)
    assert done.returncode == 2 and "name a folder" in done.stderr and not (tmp_path / "two.svg").exists()
    assert inside("diff", "-f", f"svg={tmp_path / 'all'}", cwd=repository).returncode == 0
    assert sorted(os.listdir(tmp_path / "all")) == ["buy.diff.svg", "return.diff.svg"]


def test_a_hostile_map_gives_no_orders_to_terminals_and_logs(repository: Path) -> None:
    edit(repository, "name: Step 1", 'name: "::error::x ##[group]x @all"')
    done = inside("diff", "-f", "text", "-f", "github", "-f", "markdown", "-f", "json", cwd=repository)
    assert done.returncode == 0 and "\n::error::x" not in done.stdout
    assert "##[" not in done.stdout and "@all" not in done.stdout.partition("<!--")[2].partition("\n{")[0]
