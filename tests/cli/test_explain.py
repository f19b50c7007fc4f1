"""`jmap explain`: the manual of every rule, at the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from jmap.check.manual import MARK
from jmap.check.rule import load_rules
from tests.running import inside


@pytest.mark.parametrize("word", ["JM301", "jm301", "stage-without-touchpoint"])
def test_a_rule_is_explained_by_code_and_by_name(tmp_path: Path, word: str) -> None:
    done = inside("explain", word, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("# JM301 stage-without-touchpoint\n")
    assert "## Fails" in done.stdout and f"{MARK}JM301" in done.stdout and "Lemon & Verhoef" in done.stdout


def test_a_rule_that_is_not_there_is_2_and_the_meant_one_is_named(tmp_path: Path) -> None:
    done = inside("explain", "stage-without-a-touchpoint", cwd=tmp_path)
    assert done.returncode == 2 and "Did you mean stage-without-touchpoint?" in done.stderr


def test_without_a_name_all_rules_are_listed(tmp_path: Path) -> None:
    lines = inside("explain", cwd=tmp_path).stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in load_rules()]
    assert all(line.endswith(".") for line in lines)


def test_the_beginning_of_a_code_lists_its_family(tmp_path: Path) -> None:
    lines = inside("explain", "jm3", cwd=tmp_path).stdout.splitlines()
    assert len(lines) > 5 and all(line.startswith("JM3") for line in lines)


@pytest.mark.parametrize("code", ["unknown-key", "merge-key", "unknown-rule"])
def test_a_mistake_in_the_language_is_explained_too(tmp_path: Path, code: str) -> None:
    done = inside("explain", code, cwd=tmp_path)
    assert done.returncode == 0 and done.stdout.startswith(f"# {code}\n\n") and len(done.stdout) > 100
    assert f"yaml step {code}" not in done.stdout


def test_a_misspelt_mistake(tmp_path: Path) -> None:
    assert "Did you mean unknown-key?" in inside("explain", "unknown-keys", cwd=tmp_path).stderr
