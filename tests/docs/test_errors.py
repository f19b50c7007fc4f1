"""The page of errors explains every code that jmap can give, and its examples give exactly the code they stand for."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jmap.build.reserved import reserve
from jmap.check.rule import load_rules
from jmap.check.settings import settings
from jmap.diagnostics import Diagnostic
from jmap.diff.approvals import FILE as APPROVALS
from jmap.diff.approvals import approvals
from jmap.resolve.workspace import read_workspace
from jmap.source.read import read
from jmap.theme.load import load_theme
from tests.docs.blocks import DOCS, Block, blocks

PAGE = "errors.md"
ROOMS = ("source", "model", "resolve", "theme", "build", "check")
CODE_AT = {"problem": 0, "diagnostic": 1, "at": 1, "Mistake": 1, "Diagnostic": 3}  # which argument holds the code
CODE_AT |= {"_note": 1, "_quote": 1, "_blame": 1, "_failed": 1}
APPROVED = "jmap: 1\napproved: [{fingerprint: abc, reason: Agreed}]\n"
MAP = "jmap: 1\ntitle: A map\nstages: [Only stage]\n"

# Mistakes that a page cannot show: what to write into the folder of a project.
HIDDEN: dict[str, Callable[[Path], None]] = {
    "empty-file": lambda folder: _write(folder, b""),
    "too-big": lambda folder: _write(folder, b"#" * 1_000_001),
    "wrong-encoding": lambda folder: _write(folder, MAP.replace("A map", "Café").encode("latin-1")),
    "control-character": lambda folder: _write(folder, MAP.replace("A map", "A \x07 map").encode()),
    "unreadable": lambda folder: os.mkfifo(folder / "a.journey.yaml"),
    "tab-indentation": lambda folder: _write(folder, MAP.replace("[Only stage]", "\n\t- Only stage").encode()),
    "too-deep": lambda folder: _write(folder, MAP.replace("Only stage", "[" * 60 + "]" * 60).encode()),
    "too-many": lambda folder: _write(folder, (MAP + "".join(f"key{n}: 1\n" for n in range(600))).encode()),
    "outside-project": lambda folder: _link(folder),
    "bad-picture": lambda folder: _write(folder, MAP.replace("[Only stage]", "{name: S, image: no.png}").encode()),
    "lfs-pointer": lambda folder: _write(folder, b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n"),
    "bad-fingerprint": lambda folder: _approved(folder),
    "unknown-theme": lambda folder: _project(folder, "theme: harbor"),
    "theme-outside": lambda folder: _project(folder, "theme: linked.theme.yaml"),
}


def _write(folder: Path, data: bytes, name: str = "a.journey.yaml") -> None:
    (folder / name).write_bytes(data)


def _link(folder: Path) -> None:
    (folder.parent / "elsewhere.yaml").write_text(MAP)
    (folder / "a.journey.yaml").symlink_to(folder.parent / "elsewhere.yaml")


def _approved(folder: Path) -> None:
    _write(folder, MAP.encode())
    _write(folder, APPROVED.encode(), APPROVALS)


def _project(folder: Path, line: str) -> None:
    _write(folder, MAP.encode())
    _write(folder, f"jmap: 1\n{line}\n".encode(), "jmap.yaml")
    (folder / "linked.theme.yaml").symlink_to(folder.parent / "elsewhere.theme.yaml")


def emitted() -> Iterator[str]:
    """Every code that stands in the sources, at the place where diagnostics are made."""
    for room in ROOMS:
        for path in sorted((DOCS.parent / "jmap" / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call):
                    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                    for argument in node.args[CODE_AT.get(name, 99) :][:1]:
                        if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
                            yield argument.value


def headings() -> list[str]:
    text = (DOCS / PAGE).read_text("utf-8")
    return [code for line in re.findall(r"^### (.+)$", text, re.MULTILINE) for code in re.findall(r"`([^`]+)`", line)]


def mistakes(folder: Path, name: str = "") -> tuple[Diagnostic, ...]:
    """All that a build or a check would report."""
    reading = read_workspace([folder / name], folder)
    workspace, reserved = reserve(reading.workspace)
    _, in_theme = load_theme(workspace.theme, folder)
    _, in_settings = settings(reading, load_rules())
    file = folder / APPROVALS
    _, in_approvals = approvals(read(file, APPROVALS)) if file.exists() else ((), ())
    return tuple(dict.fromkeys([*reading.diagnostics, *reserved, *in_theme, *in_settings, *in_approvals]))


def test_every_code_is_explained_and_no_other() -> None:
    codes = set(emitted())
    assert len(codes) > 40
    assert set(headings()) == codes


def test_every_code_is_shown() -> None:
    assert {block.code for block in blocks(PAGE)} - {""} | set(HIDDEN) == set(headings())


@pytest.mark.parametrize("block", blocks(PAGE), ids=lambda block: block.name)
def test_examples_give_their_code(block: Block, tmp_path: Path) -> None:
    block.write(tmp_path)
    assert {mistake.code for mistake in mistakes(tmp_path)} == ({block.code} if block.code else set())


@pytest.mark.parametrize("code", HIDDEN)
def test_what_cannot_be_shown_gives_its_code(code: str, tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    HIDDEN[code](project)
    found = mistakes(project, "a.journey.yaml" if code == "unreadable" else "")
    assert code in {mistake.code for mistake in found}
    assert all(mistake.line >= 1 and mistake.column >= 1 for mistake in found)
