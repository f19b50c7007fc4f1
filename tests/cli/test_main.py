"""The command itself: help, version, how it starts, and how it ends when something goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

import jmap
from jmap.cli import main as module
from jmap.cli.main import cli
from jmap.failure import Failure
from tests.running import ROOT
from tests.running import jmap as run

HEAVY = {"pydantic", "yaml", "jinja2", "uharfbuzz", "graphviz", "PIL", "uniseg", "budoux", "importlib.metadata"}


def ends(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int:
    """The exit status when the command ends with that error."""

    def fail(**_: object) -> None:
        raise error

    monkeypatch.setattr(cli, "main", fail)
    with pytest.raises(SystemExit) as left:
        module.main([])
    assert isinstance(left.value.code, int)
    return left.value.code


@pytest.mark.parametrize("args", [["--version"], ["--help"]])
def test_it_opens_without_anything_heavy(args: list[str]) -> None:
    code = (
        "import sys\nfrom jmap.cli.main import main\n"
        f"try: main({args})\nexcept SystemExit: print(sorted({HEAVY} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(("typed", "meant"), [("buidl", "build"), ("lint", "check"), ("help", "--help")])
def test_a_command_that_there_is_not(typed: str, meant: str) -> None:
    done = run(typed)
    assert done.returncode == 2 and f"No such command '{typed}'. Did you mean '{meant}'?" in done.stderr


def test_version() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"jmap {jmap.__version__}\n")


def test_help_lists_each_command_with_the_sentence_that_it_begins_with() -> None:
    text = run("--help").stdout
    context = click.Context(cli)
    names = cli.list_commands(context)
    assert {"build", "check", "init", "schema"} <= set(names)
    for name in names:
        command = cli.get_command(context, name)
        assert command is not None and command.help is not None
        assert module.short_help(name) == command.help.splitlines()[0].strip()
        assert f"  {name} " in text


@pytest.mark.parametrize("name", cli.list_commands(click.Context(cli)))
def test_every_command_explains_every_option(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    options = [p for p in command.params if isinstance(p, click.Option)]
    assert all(option.help and option.help.endswith(".") or option.help for option in options)
    assert run(name, "--help").stdout.startswith(f"Usage: jmap {name}")


@pytest.mark.parametrize("args", [["no-such-command"], ["build", "--no-such-option"], ["build", "-f", "gif"], ["-x"]])
def test_wrong_usage_is_2(args: list[str]) -> None:
    done = run(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage: jmap" in done.stderr


def test_a_wrong_command_is_answered_with_what_was_meant() -> None:
    assert "No such command 'biuld'" in run("biuld").stderr


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_path_that_is_not_there_is_2(command: str, tmp_path: Path) -> None:
    done = run(command, "nowhere.journey.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "nowhere.journey.yaml" in done.stderr and "Traceback" not in done.stderr


def test_a_failure_is_one_line_and_2(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert ends(monkeypatch, Failure("the disk is full\x1b[2J")) == 2
    assert capsys.readouterr().err == "jmap: the disk is full\\x1b[2J\n"


def test_an_error_of_the_system_names_the_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ends(monkeypatch, FileNotFoundError(2, "No such file or directory", "a.yaml")) == 2
    assert capsys.readouterr().err == "jmap: a.yaml: No such file or directory\n"


def test_ctrl_c_is_130_without_a_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert ends(monkeypatch, KeyboardInterrupt()) == 130
    assert capsys.readouterr().err == "Stopped.\n"


def test_a_defect_is_called_one(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("JMAP_DEBUG", raising=False)
    assert ends(monkeypatch, ZeroDivisionError("boom")) == 2
    said = capsys.readouterr().err
    assert "this is a defect in jmap" in said and "ZeroDivisionError: boom" in said
    assert "Traceback" not in said and "JMAP_DEBUG=1" in said


def test_a_defect_shows_its_traceback_on_request(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("JMAP_DEBUG", "1")
    assert ends(monkeypatch, ZeroDivisionError("boom")) == 2
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="only on POSIX systems")
def test_a_reader_that_has_gone_is_no_news() -> None:
    command = f"{sys.executable} -m jmap schema map"
    done = subprocess.run(
        ["bash", "-c", f"{command} | head -c 10"], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.stderr == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_offered(shell: str) -> None:
    assert "_JMAP_COMPLETE" in run(_JMAP_COMPLETE=f"{shell}_source").stdout


@pytest.mark.parametrize(
    ("words", "offered"), [("jmap b", "build"), ("jmap build -f s", "svg"), ("jmap build --theme def", "default")]
)
def test_completion_knows_commands_and_values(words: str, offered: str) -> None:
    count = str(len(words.split()) - 1)
    done = run(_JMAP_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=count)
    assert f"plain,{offered}" in done.stdout.splitlines()
