"""What is ready to copy into CI: that it is safe by its form, and that its scripts do what they say."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from jmap.render.changes import names
from tests.git.test_install import MAP, git, new_repository
from tests.running import ROOT, inside

CI = ROOT / "examples" / "ci"
WORKFLOWS = sorted([*(CI / "github").glob("*.yml"), *(ROOT / ".github" / "workflows").glob("*.yml")])
ACTION = ROOT / "action.yml"
COMMENT = CI / "github" / "comment.yml"
GITLAB = CI / "gitlab" / ".gitlab-ci.yml"
MARKER = "<!-- jmap-diff -->"


def read(path: Path) -> Any:
    """The file with every scalar as text: `on` is a word, not a truth."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


def steps(path: Path) -> Iterator[dict[str, Any]]:
    content = read(path)
    jobs = [content["runs"]] if "runs" in content else content["jobs"].values()
    for job in jobs:
        yield from job["steps"]


def step(path: Path, name: str) -> dict[str, Any]:
    return next(one for one in steps(path) if one.get("name") == name)


# ---- form -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*WORKFLOWS, ACTION], ids=lambda path: path.name)
def test_nothing_of_a_stranger_gets_into_a_script(path: Path) -> None:
    """An expression in a script is pasted into it before the shell reads it: values come by the environment."""
    for one in steps(path):
        assert "${{" not in one.get("run", "")
        assert not re.search(r"\beval\b", one.get("run", ""))


@pytest.mark.parametrize("path", [*WORKFLOWS, ACTION], ids=lambda path: path.name)
def test_actions_are_named_by_version(path: Path) -> None:
    for one in steps(path):
        if "uses" in one:
            assert one["uses"] == "./" or re.fullmatch(r"actions/[a-z-]+@v\d+", one["uses"])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.relative_to(ROOT)))
def test_who_may_write_runs_nothing_of_a_pull_request(path: Path) -> None:
    content = read(path)
    assert "pull_request_target" not in content["on"]
    granted = [content["permissions"], *(job.get("permissions", {}) for job in content["jobs"].values())]
    writes = sorted({key for one in granted for key, value in one.items() if value == "write"})
    if "workflow_run" in content["on"]:
        assert writes == ["pull-requests"] and content["permissions"] == {}
        assert not [one for one in steps(path) if "uses" in one], "nothing is checked out, nothing is unpacked"
    else:
        assert not writes and content["permissions"] == {"contents": "read"}
        checkouts = [one for one in steps(path) if one.get("uses", "").startswith("actions/checkout")]
        assert [one["with"]["persist-credentials"] for one in checkouts] == ["false"]
        assert [one["with"]["fetch-depth"] for one in checkouts] == ["0"]
        assert "secrets" not in path.read_text("utf-8")


def test_the_comment_follows_the_build() -> None:
    for folder, build in ((CI / "github", "build.yml"), (ROOT / ".github" / "workflows", "journeys.yml")):
        workflow = next(read(path) for path in sorted(folder.glob("*comment.yml")))
        assert workflow["on"]["workflow_run"]["workflows"] == [read(folder / build)["name"]]
    uploads = [one["with"]["name"] for one in steps(CI / "github" / "build.yml") if "upload" in one.get("uses", "")]
    assert "jmap-review" in uploads and "name=jmap-review" in COMMENT.read_text("utf-8")
    assert read(ACTION)["inputs"]["artifact"]["default"] == "jmap"


def test_the_project_uses_what_it_offers() -> None:
    assert (ROOT / ".github/workflows/journeys-comment.yml").read_bytes() == COMMENT.read_bytes()
    own = next(one for one in steps(ROOT / ".github/workflows/journeys.yml") if one.get("uses") == "./")
    examples = {"/".join(path.relative_to(ROOT).parts[:2]) for path in ROOT.glob("examples/**/*.journey.yaml")}
    assert own["with"]["paths"].split() == sorted(examples)
    assert set(own["with"]) <= set(read(ACTION)["inputs"])


def test_every_format_that_is_asked_for_exists() -> None:
    scripts = [one.get("run", "") for path in [*WORKFLOWS, ACTION] for one in steps(path)]
    scripts += [line for job in read(GITLAB).values() for line in job.get("script", ())]
    compared = [script for script in scripts if "diff.json" in script and "html=" in script]
    assert len(compared) == 3
    for script in compared:
        asked = set(re.findall(r'-f "?([a-z]+)(?=[= )\n])', script))
        assert {"markdown", "json", "html"} <= asked <= set(names())


# ---- the builds -----------------------------------------------------------------------------------------------------


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two commits; the second makes a step worse."""
    folder = new_repository(tmp_path / "repository")
    (folder / "coffee.journey.yaml").write_text(MAP.replace("feelings: 0", "feelings: -2"), "utf-8")
    git(folder, "commit", "-qam", "second")
    return folder


def shell(script: str, folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """As GitHub runs a step: a `jmap` stands on the PATH, and no name of this machine's own CI is seen."""
    programs = folder.parent / "bin"
    programs.mkdir(exist_ok=True)
    shim = programs / "jmap"
    shim.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m jmap "$@"\n')
    shim.chmod(0o755)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "GITLAB_", "CI"))}
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script], cwd=folder, check=False,
        env={**kept, "PATH": path, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "JMAP": str(shim), **env},
        capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip


def compare(repository: Path, base: str, fail_on: str = "") -> tuple[subprocess.CompletedProcess[str], str, str]:
    """The action's comparison: what it did, its outputs, its summary."""
    files = {name: repository.parent / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for file in files.values():
        file.write_text("")
    env = {"BASE": base, "FAIL_ON": fail_on, "PATHS": ".\n", "OUTPUT": "out", **{k: str(v) for k, v in files.items()}}
    done = shell(step(ACTION, "Compare")["run"], repository, **env)
    return done, files["GITHUB_OUTPUT"].read_text(), files["GITHUB_STEP_SUMMARY"].read_text("utf-8")


def test_the_action_compares(repository: Path) -> None:
    done, outputs, summary = compare(repository, "HEAD~1")
    assert done.returncode == 0, done.stderr
    assert outputs == "changed=true\n" and summary.startswith(MARKER)
    assert (repository / "out/review/comment.md").read_text("utf-8") == summary
    assert sorted(os.listdir(repository / "out/review")) == ["comment.md", "diff.html", "diff.json"]
    assert "::" in done.stdout


def test_the_action_stops_at_its_gate_and_still_tells(repository: Path) -> None:
    done, outputs, summary = compare(repository, "HEAD~1", "worse")
    assert (done.returncode, outputs) == (1, "changed=true\n") and summary


def test_without_a_change_there_is_no_comment(repository: Path) -> None:
    done, outputs, _ = compare(repository, "HEAD")
    assert (done.returncode, outputs) == (0, "changed=false\n")
    assert not (repository / "out/review/comment.md").exists()


@pytest.mark.parametrize("base", ["no-such-branch", "--output=x", "-h"])
def test_what_cannot_be_compared_is_no_result(repository: Path, base: str) -> None:
    done, outputs, summary = compare(repository, base)
    assert (done.returncode, outputs, summary) == (2, "", "")
    assert not (repository / "x").exists()


def test_the_action_checks_and_builds_each_path(repository: Path) -> None:
    (repository / "other maps").mkdir()
    (repository / "other maps" / "tea.journey.yaml").write_text(MAP.replace("coffee", "tea"), "utf-8")
    env = {"PATHS": "coffee.journey.yaml\n\nother maps\n", "FORMATS": "svg dot", "OUTPUT": "out"}
    checked = shell(step(ACTION, "Check")["run"], repository, **env)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    built = shell(step(ACTION, "Build")["run"], repository, **env)
    assert built.returncode == 0, built.stderr
    assert (repository / "out/site/coffee.journey.yaml/coffee.swimlane.svg").exists()
    assert (repository / "out/site/other maps/tea.flow.dot").exists()


def test_the_workflow_to_copy_runs(repository: Path) -> None:
    build = CI / "github" / "build.yml"
    event = repository.parent / "event.json"
    event.write_text(json.dumps({"before": git(repository, "rev-parse", "HEAD~1").strip()}))
    env = {"GITHUB_EVENT_NAME": "push", "GITHUB_EVENT_PATH": str(event), "CI": "true", "FAIL_ON": "breaking"}
    env |= {name: str(repository.parent / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for name in ("Check", "Build", "Compare"):
        done = shell(step(build, name)["run"], repository, **env)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (repository / "site/index.html").exists()
    assert (repository / "review/comment.md").read_text("utf-8").startswith(MARKER)


def test_the_gitlab_template_runs(repository: Path) -> None:
    jobs = read(GITLAB)
    env = {"GITLAB_CI": "true", "CI": "true", "JMAP_FAIL_ON": ""}
    env["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = git(repository, "rev-parse", "HEAD~1").strip()
    for name in ("journeys:check", "journeys:review", "pages"):
        for line in jobs[name]["script"]:
            done = shell(line, repository, **env)
            assert done.returncode == 0, done.stdout + done.stderr
        for report in jobs[name]["artifacts"].get("reports", {}).values():
            assert (repository / report).stat().st_size
    changes = json.loads((repository / "review/diff.codequality.json").read_text("utf-8"))
    assert [one["location"]["path"] for one in changes] == ["coffee.journey.yaml"]
    assert (repository / "public/index.html").exists()


def test_the_hooks_run(repository: Path) -> None:
    hooks = {hook["id"]: hook for hook in read(ROOT / ".pre-commit-hooks.yaml")}
    assert set(hooks) == {"jmap-check", "jmap-fmt"}
    for hook in hooks.values():
        files = [] if hook.get("pass_filenames") == "false" else ["coffee.journey.yaml"]
        assert hook["language"] == "python"
        assert inside(*shlex.split(hook["entry"])[1:], *files, cwd=repository).returncode == 0
    assert re.search(hooks["jmap-fmt"]["files"], "maps/coffee.journey.yaml")


# ---- the comment ----------------------------------------------------------------------------------------------------

FAKE_GH = """\
import json, os, sys
from pathlib import Path

arguments = sys.argv[2:]
world = json.loads(Path(os.environ["WORLD"]).read_text())
method = arguments[arguments.index("-X") + 1] if "-X" in arguments else "GET"
path = next(a for a in arguments if a.startswith("repos/"))
body = json.loads(Path(arguments[arguments.index("--input") + 1]).read_text()) if "--input" in arguments else None
with open(os.environ["LOG"], "a") as log:
    log.write(json.dumps([method, path, body]) + "\\n")
if path.endswith("/pulls"):
    assert "head=mallory:topic; touch hacked" in arguments
    print(json.dumps(world["pulls"]))
elif path.endswith("/zip"):
    sys.stdout.buffer.write(Path(os.environ["ZIP"]).read_bytes())
elif "/artifacts?" in path:
    print(json.dumps({"artifacts": world["artifacts"]}))
elif "/comments?" in path:
    for page in world["comments"]:
        print(json.dumps(page))
"""
SHA = "a" * 40
WORLD: dict[str, Any] = {
    "pulls": [{"number": 3, "head": {"sha": "b" * 40}}, {"number": 7, "head": {"sha": SHA}}],
    "artifacts": [{"id": 5, "expired": False, "size_in_bytes": 900}],
    "comments": [[]],
}


def said(id: int, body: str, login: str = "github-actions[bot]", kind: str = "Bot") -> dict[str, Any]:
    return {"id": id, "body": body, "user": {"login": login, "type": kind}}


def comment(folder: Path, text: str | None, **world: Any) -> tuple[str, list[list[Any]]]:
    """Run the script on an artifact with this comment.md; what it printed, and what it wrote to GitHub."""
    (folder / "work").mkdir()
    gh = folder / "bin" / "gh"
    gh.parent.mkdir(exist_ok=True)
    gh.write_text(f"#!{sys.executable}\n{FAKE_GH}")
    gh.chmod(0o755)
    with zipfile.ZipFile(folder / "review.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("diff.json", "{}")
        archive.writestr("../../evil", "x")
        if text is not None:
            archive.writestr("comment.md", text)
    (folder / "world.json").write_text(json.dumps({**WORLD, **world}))
    done = shell(
        step(COMMENT, "Comment")["run"], folder / "work",
        WORLD=str(folder / "world.json"), LOG=str(folder / "log"), ZIP=str(folder / "review.zip"),
        TMPDIR=str(folder / "work"), REPOSITORY="me/maps", RUN="11", RUN_PAGE="https://github.com/me/maps/runs/11",
        HEAD_OWNER="mallory", HEAD_BRANCH="topic; touch hacked", HEAD_SHA=SHA,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert not list(folder.rglob("hacked")) and not list(folder.rglob("evil"))
    calls = [json.loads(line) for line in (folder / "log").read_text().splitlines()]
    return done.stdout, [call for call in calls if call[0] != "GET"]


def test_a_first_comment(tmp_path: Path) -> None:
    _, written = comment(tmp_path, f"{MARKER}\n\n**Paying gets easier.**\n")
    assert [call[:2] for call in written] == [["POST", "repos/me/maps/issues/7/comments"]]
    body = written[0][2]["body"]
    assert body.startswith(MARKER) and "**Paying gets easier.**" in body and "runs/11" in body


def test_one_sticky_comment(tmp_path: Path) -> None:
    """Its own, wherever it stands; not one that somebody else begins with the same line."""
    pages = [[said(1, f"{MARKER} mine!", "mallory", "User"), said(2, "hello")], [said(3, f"{MARKER}\n\nold")]]
    _, written = comment(tmp_path, "new", comments=pages)
    assert [call[:2] for call in written] == [["PATCH", "repos/me/maps/issues/comments/3"]]


def test_no_comment_and_none_left_where_no_map_changes(tmp_path: Path) -> None:
    _, written = comment(tmp_path, None, comments=[[said(3, f"{MARKER}\n\nold")]])
    assert [call[:2] for call in written] == [["DELETE", "repos/me/maps/issues/comments/3"]]


def test_no_comment_where_there_was_none(tmp_path: Path) -> None:
    assert comment(tmp_path, None)[1] == []


@pytest.mark.parametrize(
    "world",
    [
        {"pulls": [{"number": 3, "head": {"sha": "b" * 40}}]},
        {"artifacts": []},
        {"artifacts": [{"id": 5, "expired": True, "size_in_bytes": 900}]},
        {"artifacts": [{"id": 5, "expired": False, "size_in_bytes": 10**9}]},
    ],
    ids=["outdated", "no artifact", "expired", "too big"],
)
def test_what_is_not_known_changes_nothing(tmp_path: Path, world: dict[str, Any]) -> None:
    assert comment(tmp_path, "new", **{"comments": [[said(3, f"{MARKER}\n\nold")]], **world})[1] == []


def test_an_artifact_that_unpacks_to_a_gigabyte_is_cut(tmp_path: Path) -> None:
    _, written = comment(tmp_path, "<" * 100_000_000)
    assert 1000 < len(written[0][2]["body"]) < 65_536


HOSTILE = {
    "mention": "@everyone",
    "mention by number": "&#64;everyone &#x40;all &commat;me",
    "issue": "fixes #1, me/maps#2, GH-3",
    "link": "[click](https://evil.example) <https://evil.example> www.evil.example [a]: https://evil.example",
    "link by number": "&#104;ttps://evil.example ww&#119;.evil.example",
    "picture": "![x](https://evil.example/x.png) <img src=//evil.example>",
    "html": "<script>x</script> <a href=//evil.example>x</a> <details ontoggle=x> <!-- hidden",
    "fence": "````\n\n```mermaid\n````\n@everyone\n```",
    "marker": MARKER,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_whoever_wrote_the_artifact_gets_text_and_no_more(tmp_path: Path, name: str) -> None:
    _, written = comment(tmp_path, HOSTILE[name])
    marker, origin, body = written[0][2]["body"].split("\n", 2)
    assert marker == MARKER and "maps/runs/11" in origin
    shown = body.replace("&lt;", "")
    assert not re.search(r"[@#](?!\d+;)[\w]|&#(64|35);\w|://|www\.|GH-\d|\]\(|\]:|<|&(?!#\d+;|amp;)", shown), shown


def test_what_jmap_writes_looks_the_same(tmp_path: Path, repository: Path) -> None:
    """But for seams, which nobody sees."""
    compare(repository, "HEAD~1")
    text = (repository / "out/review/comment.md").read_text("utf-8")
    _, written = comment(tmp_path, text)
    body = written[0][2]["body"].split("\n", 2)[2]
    assert body.replace("\u200b", "").strip() == text.replace("\u200b", "").removeprefix(MARKER).strip()
