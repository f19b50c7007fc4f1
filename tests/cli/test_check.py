"""`jmap check`, as people and their CI use it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest

from jmap.cli.commands.check import FORMATS
from jmap.cli.findings import formats
from tests.running import inside

WEAK = """\
jmap: 1
title: I buy running shoes
persona: Dewi
stages:
  - name: Hear about it
    actions: Asks the running group
  - name: Buy
    touchpoints: SIZE GUIDE
    pain_points: {text: Sizes are unclear, severity: high}
"""
NOTES = "jmap: 1\ntitle: I buy it\npersona: Dewi\nstages: [{name: Buy, touchpoints: size guide}]\n"
PROJECT = "jmap: 1\ntouchpoints: [Size guide]\n"
EVIL = '"::error::x ##[error]x & <b> ]]> \U0001f45f %0A"'


@pytest.fixture
def weak(tmp_path: Path) -> Path:
    """A project with one map: two warnings, and a note that can be mended."""
    return project(tmp_path, WEAK)


def project(folder: Path, text: str) -> Path:
    (folder / "maps").mkdir()
    (folder / "jmap.yaml").write_text(PROJECT, "utf-8")
    (folder / "maps" / "buy.journey.yaml").write_text(text, "utf-8")
    return folder


def told(done: subprocess.CompletedProcess[str]) -> list[str]:
    return re.findall(r"^\S+?:\d+:\d+: (\w+\[\S+)", done.stdout, re.MULTILINE)


def test_warnings_are_shown_in_their_lines_and_end_with_1(weak: Path) -> None:
    done = inside("check", cwd=weak)
    assert done.returncode == 1
    assert told(done) == ["warning[JM301", "info[JM709", "warning[JM201"]
    assert "maps/buy.journey.yaml:5:11: warning[JM301 stage-without-touchpoint]: nobody meets anybody in" in done.stdout
    assert "    5 |   - name: Hear about it\n      |           ^^^^^^^^^^^^^\n" in done.stdout
    assert done.stderr == "Checked 1 map: 2 warnings and 1 note in 1 file; --fix mends 1.\n"


def test_notes_end_with_0(tmp_path: Path) -> None:
    done = inside("check", cwd=project(tmp_path, NOTES))
    assert (done.returncode, told(done)) == (0, ["info[JM709"])


def test_mistakes_and_weaknesses_are_told_together(weak: Path) -> None:
    (weak / "maps" / "a.journey.yaml").write_text("jmap: 1\ntitel: I wait\nstages: [Wait]\n", "utf-8")
    (weak / "jmap.yaml").write_text(PROJECT + "check: {ignore: JM031}\n", "utf-8")
    done = inside("check", cwd=weak)
    assert told(done)[:2] == ["error[unknown-rule]:", "error[unknown-key]:"]
    assert done.stderr.startswith("Checked 2 maps: 2 errors, 2 warnings and 1 note in 3 files")


def test_mistakes_in_the_theme_are_told(weak: Path) -> None:
    (weak / "jmap.yaml").write_text(PROJECT + "theme: harbor\n", "utf-8")
    told = inside("check", cwd=weak).stdout
    assert f"jmap.yaml:{PROJECT.count(chr(10)) + 1}:8: error[unknown-theme]: there is no theme `harbor`" in told
    assert "did you mean `harbour`" in told


@pytest.mark.parametrize(
    ("options", "left"),
    [
        (["--select", "JM3"], ["warning[JM301"]),
        (["--select", "JM301,pain-without-opportunity"], ["warning[JM301", "warning[JM201"]),
        (["--ignore", "JM301", "--ignore", "JM7"], ["warning[JM201"]),
    ],
)
def test_rules_are_chosen_on_the_command_line(weak: Path, options: list[str], left: list[str]) -> None:
    assert told(inside("check", *options, cwd=weak)) == left


def test_a_rule_that_is_not_there_is_wrong_usage(weak: Path) -> None:
    done = inside("check", "--select", "stage-without-touchpoints", cwd=weak)
    assert done.returncode == 2 and "Did you mean stage-without-touchpoint?" in done.stderr


def test_statistics_count_findings_by_rule(weak: Path) -> None:
    done = inside("check", "--statistics", cwd=weak)
    assert [line.split() for line in done.stdout.splitlines()] == [
        ["1", "JM201", "warning", "pain-without-opportunity"],
        ["1", "JM301", "warning", "stage-without-touchpoint"],
        ["1", "JM709", "info", "other-spelling"],
    ]


def test_diff_shows_what_fix_does_and_fix_does_it(weak: Path) -> None:
    path = weak / "maps" / "buy.journey.yaml"
    shown = inside("check", "--diff", cwd=weak)
    assert shown.returncode == 1 and path.read_text("utf-8") == WEAK
    assert "-    touchpoints: SIZE GUIDE\n+    touchpoints: Size guide\n" in shown.stdout
    done = inside("check", "--fix", cwd=weak)
    assert done.stderr.startswith("Mended 1 finding in 1 file.\n")
    assert path.read_text("utf-8") == WEAK.replace("SIZE GUIDE", "Size guide")
    assert told(done) == ["warning[JM301", "warning[JM201"]
    again = inside("check", "--diff", cwd=weak)
    assert (again.returncode, again.stdout) == (0, "")


def test_a_link_to_a_map_stays_a_link_when_the_map_is_mended(weak: Path) -> None:
    path = weak / "maps" / "buy.journey.yaml"
    path.rename(weak / "real.yaml")
    path.symlink_to(weak / "real.yaml")
    inside("check", "--fix", cwd=weak)
    assert path.is_symlink() and "Size guide" in (weak / "real.yaml").read_text("utf-8")


def test_a_baseline_keeps_quiet_about_what_is_old(weak: Path) -> None:
    first = inside("check", "--baseline", "known.json", cwd=weak)
    assert (first.returncode, first.stdout) == (0, "") and "Wrote known.json" in first.stderr
    path = weak / "maps" / "buy.journey.yaml"
    moved = path.read_text("utf-8").replace("persona: Dewi", "# a new line\npersona: Dewi")
    path.write_text(moved, "utf-8")
    assert inside("check", "--baseline", "known.json", cwd=weak).returncode == 0
    assert inside("check", "--baseline", "../known.json", cwd=weak / "maps").returncode == 0
    path.write_text(moved + "  - {name: Run, pain_points: {text: They hurt, severity: critical}}\n", "utf-8")
    later = inside("check", "--baseline", "known.json", cwd=weak)
    assert later.returncode == 1 and told(later) == ["warning[JM301", "warning[JM201"]
    assert "Run" in later.stdout and "Hear about it" not in later.stdout


def test_a_baseline_says_what_is_gone(weak: Path) -> None:
    inside("check", "--baseline", "known.json", cwd=weak)
    (weak / "maps" / "buy.journey.yaml").write_text(NOTES.replace("size guide", "Size guide"), "utf-8")
    assert "3 of 3 findings in known.json are gone" in inside("check", "--baseline", "known.json", cwd=weak).stderr


def test_a_baseline_never_hides_a_mistake_in_the_language(weak: Path) -> None:
    (weak / "maps" / "buy.journey.yaml").write_text("jmap: 1\ntitel: x\nstages: [Wait]\n", "utf-8")
    for _ in range(2):
        assert "unknown-key" in inside("check", "--baseline", "known.json", cwd=weak).stdout


def test_another_file_is_no_baseline(weak: Path) -> None:
    done = inside("check", "--baseline", "jmap.yaml", cwd=weak)
    assert done.returncode == 2 and "is no baseline" in done.stderr
    assert (weak / "jmap.yaml").read_text("utf-8") == PROJECT


def test_the_day_comes_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "jmap: 1\ntitle: I wait\npersona: Dewi\nowner: Us\nreviewed: 2020-01-01\nreview_every: 6 months\n"
    project(tmp_path, text + "goal: To wait\nstages: [{name: Wait, touchpoints: Size guide}]\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1585000000")  # March 2020
    assert inside("check", cwd=tmp_path).stdout == ""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")  # September 2020
    assert told(inside("check", cwd=tmp_path)) == ["warning[JM901"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert inside("check", cwd=tmp_path).returncode == 2


def test_every_format_of_the_folder_is_offered() -> None:
    assert sorted(FORMATS) == sorted(formats())


def as_(format: str, folder: Path, text: str = WEAK) -> str:
    return inside("check", "-f", format, cwd=project(folder, text)).stdout


def test_github_annotates_lines(tmp_path: Path) -> None:
    first = as_("github", tmp_path).splitlines()[0]
    place = "file=maps/buy.journey.yaml,line=5,col=11,endColumn=24,title=JM301 stage-without-touchpoint"
    assert first.startswith(f"::warning {place}::nobody meets anybody in `Hear about it`")


def test_gitlab_gets_issues_with_fingerprints_that_differ(tmp_path: Path) -> None:
    issues = json.loads(as_("gitlab", tmp_path))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 3
    assert issues[0]["location"] == {"path": "maps/buy.journey.yaml", "lines": {"begin": 5}}
    assert [issue["severity"] for issue in issues] == ["minor", "info", "minor"]


def test_junit_counts_warnings_as_failures(tmp_path: Path) -> None:
    suites = ElementTree.fromstring(as_("junit", tmp_path).encode())
    assert (suites.get("tests"), suites.get("failures")) == ("3", "2")
    assert len(suites.findall("testsuite/testcase/failure")) == 2


def test_junit_has_one_test_where_nothing_was_found(tmp_path: Path) -> None:
    suites = ElementTree.fromstring(as_("junit", tmp_path, NOTES.replace("size guide", "Size guide")).encode())
    assert (suites.get("tests"), suites.get("failures")) == ("1", "0")


def sarif(folder: Path, text: str = WEAK) -> Any:
    (run,) = json.loads(as_("sarif", folder, text))["runs"]
    return run


def test_sarif_has_what_code_scanning_asks_for(tmp_path: Path) -> None:
    run = sarif(tmp_path)
    rules, results = run["tool"]["driver"]["rules"], run["results"]
    assert [rules[result["ruleIndex"]]["id"] for result in results] == [result["ruleId"] for result in results]
    assert [result["level"] for result in results] == ["warning", "note", "warning"]
    assert all(rule["help"]["markdown"].startswith(f"# {rule['id']} {rule['name']}\n") for rule in rules)
    first = results[0]["locations"][0]["physicalLocation"]
    assert first["artifactLocation"] == {"uri": "maps/buy.journey.yaml", "uriBaseId": "%SRCROOT%"}
    assert (first["region"]["startLine"], first["region"]["startColumn"], first["region"]["endColumn"]) == (5, 11, 24)
    prints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]
    assert len(set(prints)) == 3 and all(re.fullmatch(r"[0-9a-f]{32}:1", mark) for mark in prints)


def test_sarif_tells_fixes(tmp_path: Path) -> None:
    (change,) = sarif(tmp_path)["results"][1]["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 8, "startColumn": 18, "endLine": 8, "endColumn": 28},
            "insertedContent": {"text": "Size guide"},
        }
    ]


def test_sarif_tells_mistakes_in_the_language(tmp_path: Path) -> None:
    run = sarif(tmp_path, "jmap: 1\ntitel: x\nstages: [Wait]\n")
    assert {result["ruleId"] for result in run["results"]} == {"unknown-key"}
    assert {result["level"] for result in run["results"]} == {"error"}
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["help"]["markdown"].startswith("# unknown-key\n\n") and "```yaml" in rule["help"]["markdown"]
    assert rule["fullDescription"]["text"] and "```" not in rule["fullDescription"]["text"]


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_of_a_map_acts_on_who_reads_the_findings(tmp_path: Path, format: str) -> None:
    text = WEAK.replace("name: Hear about it", f"name: {EVIL}").replace("text: Sizes are unclear", f"text: {EVIL}")
    output = as_(format, tmp_path, text)
    assert "##[" not in output and "\x1b" not in output
    commands = [line for line in output.splitlines() if line.lstrip().startswith("::")]
    assert all(re.match(r"::(warning|notice) file=maps/buy", line) for line in commands)
    if format == "junit":
        ElementTree.fromstring(output.encode())
    elif format not in ("text", "github"):
        json.loads(output)


@pytest.mark.skipif(os.name != "posix", reason="only on systems with links among files")
def test_nothing_but_a_file_is_replaced(weak: Path, tmp_path: Path) -> None:
    """`json=/dev/stdout` as root would put a file where the device was; nor is the other file written then."""
    (tmp_path / "link").symlink_to("elsewhere")
    done = inside("check", "-f", f"sarif={tmp_path / 'whole'}", "-f", f"json={tmp_path / 'link'}", cwd=weak)
    assert done.returncode == 2 and "is not a plain file" in done.stderr
    assert (tmp_path / "link").is_symlink() and not (tmp_path / "whole").exists()
