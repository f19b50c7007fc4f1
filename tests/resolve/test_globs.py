"""Patterns of a project find its files, and never hang or leave it."""

import os

import pytest

from jmap.resolve.globs import find
from jmap.source.files import Disk

FILES = [
    "a.journey.yaml",
    "maps/b.journey.yaml",
    "maps/deep/c.journey.yaml",
    "maps/notes.md",
    "maps/._b.journey.yaml",
    ".git/x.journey.yaml",
    ".venv/x.journey.yaml",
    "node_modules/x.journey.yaml",
    "site/x.journey.yaml",
    "other/jmap.yaml",
    "other/x.journey.yaml",
    ".hidden/y.yaml",
]


@pytest.fixture
def project(tmp_path):
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("jmap: 1\n")
    return tmp_path


def names(root, *patterns):
    return list(find(Disk(root), patterns, ["site"]))


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("**/*.journey.yaml", ["a.journey.yaml", "maps/b.journey.yaml", "maps/deep/c.journey.yaml"]),
        ("maps/**/*.journey.yaml", ["maps/b.journey.yaml", "maps/deep/c.journey.yaml"]),
        ("maps/*.journey.yaml", ["maps/b.journey.yaml"]),
        ("**/*b.journey.yaml", ["maps/b.journey.yaml"]),
        ("**/*/b.journey.yaml", ["maps/b.journey.yaml"]),
        ("**/*.j?urney.yaml", ["a.journey.yaml", "maps/b.journey.yaml", "maps/deep/c.journey.yaml"]),
        ("./maps//b.journey.yaml", ["maps/b.journey.yaml"]),
        ("m?ps/[a-c].*.yaml", ["maps/b.journey.yaml"]),
        ("maps/**", ["maps/b.journey.yaml", "maps/deep/c.journey.yaml", "maps/notes.md"]),
        ("*/**/**/c*", ["maps/deep/c.journey.yaml"]),
        (".hidden/*.yaml", [".hidden/y.yaml"]),
        ("nothing/*.yaml", []),
        ("[", []),
        ("", []),
    ],
)
def test_patterns(project, pattern, found):
    assert names(project, pattern) == found


def test_files_come_once_in_order_of_their_paths(project):
    assert names(project, "maps/**/*.journey.yaml", "**/b.*", "a*") == [
        "a.journey.yaml",
        "maps/b.journey.yaml",
        "maps/deep/c.journey.yaml",
    ]


def test_links_in_a_circle_end(project):
    (project / "maps" / "loop").symlink_to(project)
    (project / "maps" / "self.journey.yaml").symlink_to("self.journey.yaml")
    assert names(project, "**/*.journey.yaml")[1:] == ["maps/b.journey.yaml", "maps/deep/c.journey.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_only_regular_files_are_read(project):
    os.mkfifo(project / "pipe.journey.yaml")
    assert "pipe.journey.yaml" not in names(project, "**/*.journey.yaml")


def test_many_stars_come_to_an_end(tmp_path):
    """Trying every way to match them would take longer than anybody waits."""
    (tmp_path / ("a" * 120 + ".journey.yaml")).write_text("")
    assert find(Disk(tmp_path), ["*a" * 40 + "b", "**/" * 40 + "*x"]) == ()
