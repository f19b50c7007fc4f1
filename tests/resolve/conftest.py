"""A project from texts: `build({"jmap.yaml": ..., "a.journey.yaml": ...})` gives its workspace and its mistakes."""

from pathlib import Path
from textwrap import dedent

import pytest

from jmap.resolve.workspace import load_workspace


@pytest.fixture
def build(tmp_path):
    def build(files, *paths, cwd="."):
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return load_workspace([Path(path) for path in paths], tmp_path / cwd)

    return build


@pytest.fixture
def one(build):
    """The only journey of a map without a project; there must be no mistake."""

    def one(text, project=None):
        files = {"map.journey.yaml": "jmap: 1\ntitle: A map\n" + dedent(text).lstrip("\n")}
        if project is not None:
            files["jmap.yaml"] = "jmap: 1\n" + dedent(project).lstrip("\n")
        workspace, mistakes = build(files)
        assert mistakes == ()
        return workspace.journeys[0]

    return one


@pytest.fixture
def wrong(build):
    """The mistakes of a map (after two lines) as `line:column code`, with what was meant."""

    def wrong(text, project=None, **more):
        files = {"map.journey.yaml": "jmap: 1\ntitle: A map\n" + dedent(text).lstrip("\n"), **more}
        if project is not None:
            files["jmap.yaml"] = "jmap: 1\n" + dedent(project).lstrip("\n")
        workspace, mistakes = build(files)
        assert bool(mistakes) == bool(workspace.failed)
        return [
            f"{found.line}:{found.column} {found.code}" + (f" -> {found.suggestion}" if found.suggestion else "")
            for found in mistakes
        ]

    return wrong
