"""Which files are read, and what maps have to do with each other."""

import os
from pathlib import Path

import pytest

from jmap.resolve.discover import NothingToRead
from jmap.resolve.workspace import load_workspace


def a_map(id="", more="", stage="A"):
    return f"jmap: 1\ntitle: T\n{f'id: {id}' if id else ''}\n{more}\nstages: [{stage}]\n"


def ids(workspace):
    return [journey.id for journey in workspace.journeys]


def codes(mistakes):
    return [(m.file, m.code) for m in mistakes]


PROJECT = {
    "jmap.yaml": "jmap: 1\ntitle: Toko Lari\nlocale: id\nmaps: maps/**/*.journey.yaml\noutput: maps/site\n",
    "maps/a.journey.yaml": a_map(),
    "maps/deep/b.journey.yaml": a_map(more="locale: en"),
    "maps/site/c.journey.yaml": a_map(),
    "draft.journey.yaml": a_map(),
    "inner/jmap.yaml": "jmap: 1\n",
    "inner/d.journey.yaml": a_map(),
}


@pytest.mark.parametrize(
    ("cwd", "paths", "found"),
    [
        (".", [], ["a", "b"]),
        ("maps/deep", [], ["b"]),
        (".", ["jmap.yaml"], ["a", "b"]),
        (".", ["maps"], ["a", "b"]),
        (".", ["maps/deep", "maps/deep/../a.journey.yaml"], ["a", "b"]),
        (".", ["maps/deep/b.journey.yaml"], ["b"]),
        (".", ["draft.journey.yaml"], ["draft"]),
        ("maps", ["../draft.journey.yaml", "a.journey.yaml"], ["draft", "a"]),
        (".", ["inner"], ["d"]),
        ("inner", [], ["d"]),
    ],
)
def test_paths(build, cwd, paths, found):
    workspace, mistakes = build(PROJECT, *paths, cwd=cwd)
    assert (ids(workspace), mistakes) == (found, ())


def test_the_project(build, tmp_path):
    workspace, _ = build(PROJECT, "maps/a.journey.yaml")
    assert (workspace.title, workspace.output, workspace.root) == ("Toko Lari", "maps/site", str(tmp_path))
    assert (workspace.theme, workspace.formats) == ("default", ("html", "svg", "dot"))
    (journey,) = workspace.journeys
    assert (journey.file, journey.project_title, journey.locale) == ("maps/a.journey.yaml", "Toko Lari", "id")
    assert workspace.journey("a") is journey


def test_a_file_of_the_catalogue_asks_for_the_whole_project(build):
    files = {**PROJECT, "jmap.yaml": PROJECT["jmap.yaml"] + "include: [cat/*.yaml]\n", "cat/x.yaml": "jmap: 1\n"}
    assert ids(build(files, "cat/x.yaml")[0]) == ["a", "b"]
    assert ids(build({"my.theme.yaml": "jmap: 1\n"}, "my.theme.yaml")[0]) == ["a", "b"]


@pytest.mark.parametrize(
    ("paths", "words"),
    [
        (["nowhere"], "there is no such file or folder"),
        (["empty"], "no journey map"),
        (["maps", "inner"], "different projects"),
    ],
)
def test_nothing_to_read(build, tmp_path, paths, words):
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingToRead, match=words):
        build(PROJECT, *paths)


def test_nothing_here_but_projects_further_down(build):
    with pytest.raises(NothingToRead, match="there are projects in one, two"):
        build({"one/jmap.yaml": "jmap: 1\n", "two/jmap.yaml": "jmap: 1\n", "one/a.journey.yaml": a_map()})


@pytest.mark.parametrize(
    ("files", "paths", "words"),
    [
        ({"coffee.yaml": a_map()}, [], "coffee.yaml looks like one: call it coffee.journey.yaml"),
        ({"jmap.yaml": "jmap: 1\nmaps: [x/*.yaml]\n", "a.journey.yaml": a_map()}, [], "leaves out a.journey.yaml"),
        ({"a.txt": "x"}, [], "`jmap init` starts a project"),
        ({"m/coffee.journey.yaml": a_map()}, ["m/cofee.journey.yaml"], "did you mean m/coffee.journey.yaml"),
        ({"coffee.journey.yaml": a_map()}, ["coffee.yaml"], "did you mean coffee.journey.yaml"),
    ],
)
def test_nothing_to_read_but_something_like_it(build, files, paths, words):
    with pytest.raises(NothingToRead, match=words):
        build(files, *paths)


def test_a_map_without_a_project_builds_alone(build):
    files = {"a.journey.yaml": a_map(), "b.journey.yaml": "nonsense", "copy.journey.yaml": a_map("b")}
    workspace, mistakes = build(files, "a.journey.yaml")
    assert (ids(workspace), mistakes) == (["a"], ())
    workspace, mistakes = build(files, "copy.journey.yaml")
    assert (ids(workspace), mistakes) == (["b"], ())


def test_links_in_circles_do_not_hang(build, tmp_path):
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "again").symlink_to(tmp_path)
    assert ids(build(PROJECT)[0]) == ["a", "b"]


def test_links_that_lead_out_are_not_followed(build, tmp_path):
    (tmp_path / "secret.txt").write_text("password: 1")
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "x.journey.yaml").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "p" / "y.yaml").symlink_to(tmp_path / "secret.txt")
    workspace, mistakes = build({"p/jmap.yaml": "jmap: 1\ninclude: [y.yaml]\n"}, "p")
    assert codes(mistakes) == [("jmap.yaml", "outside-project"), ("x.journey.yaml", "outside-project")]
    assert not any("password" in m.source_line for m in mistakes)
    assert workspace.journeys == ()


def test_folders_that_lead_out_are_not_followed_either(build, tmp_path):
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "maps").symlink_to(tmp_path / "outside")
    files = {"p/jmap.yaml": "jmap: 1\nmaps: maps/*.yaml\n", "outside/x.yaml": a_map()}
    workspace, mistakes = build(files, "p")
    assert codes(mistakes) == [("maps/x.yaml", "outside-project")]


@pytest.mark.skipif(os.name == "nt", reason="names there are Unicode")
def test_a_file_name_that_is_not_text(build, tmp_path):
    (tmp_path / os.fsdecode(b"\xff.journey.yaml")).write_text(a_map())
    (tmp_path / os.fsdecode(b"\xfe.journey.yaml")).write_text(a_map("other"))
    workspace, mistakes = build({})
    assert mistakes == ()
    assert [journey.file for journey in workspace.journeys] == ["\ufffd.journey.yaml"] * 2
    assert ids(workspace)[0] == "other"
    assert all(journey.id.encode() for journey in workspace.journeys)


def test_a_file_to_include_that_is_not_there(build):
    _, mistakes = build({"jmap.yaml": "jmap: 1\ninclude: [a.yaml, b/*.yaml]\n", "m.journey.yaml": a_map()})
    assert [(m.line, m.column, m.code) for m in mistakes] == [(2, 11, "missing-file")]


def test_two_maps_with_one_id(build):
    files = {"b.journey.yaml": a_map("Shop"), "a.journey.yaml": a_map("shop"), "jmap.yaml": "jmap: 1\n"}
    workspace, mistakes = build(files)
    assert [(m.file, m.line, m.column, m.code) for m in mistakes] == [("b.journey.yaml", 3, 5, "duplicate-id")]
    assert "a.journey.yaml" in mistakes[0].message
    assert ids(workspace) == ["shop"]
    assert codes(build({}, "b.journey.yaml")[1]) == [("b.journey.yaml", "duplicate-id")]
    assert build({}, "a.journey.yaml")[1] == ()


def test_references_to_maps_that_are_not_built_or_have_mistakes(build):
    files = {
        "jmap.yaml": "jmap: 1\n",
        "a.journey.yaml": a_map(more="state: future\nfuture_of: Bee", stage="{name: A, journey: SEA}"),
        "b.journey.yaml": a_map("bee", more="unknown: key"),
        "sea.journey.yaml": "jmap: 1\n",
    }
    workspace, mistakes = build(files, "a.journey.yaml")
    assert mistakes == ()
    (journey,) = workspace.journeys
    assert (journey.future_of, journey.stages[0].journey) == ("bee", "sea")


def test_maps_that_lead_back_to_themselves(build):
    files = {
        "jmap.yaml": "jmap: 1\n",
        "a.journey.yaml": a_map(stage="{name: A, steps: [{name: S, journey: b}]}"),
        "b.journey.yaml": a_map(stage="{name: B, journey: c}"),
        "c.journey.yaml": a_map(stage="{name: C, journey: a}"),
        "d.journey.yaml": a_map(stage="{name: D, journey: a}"),
        "e.journey.yaml": a_map(more="state: future\nfuture_of: f"),
        "f.journey.yaml": a_map(more="state: future\nfuture_of: e"),
        "g.journey.yaml": a_map(more="state: future\nfuture_of: f"),
    }
    workspace, mistakes = build(files)
    assert codes(mistakes) == [(f"{name}.journey.yaml", "cyclic-reference") for name in "abcef"]
    assert "b → c → a → b" in mistakes[1].message
    assert ids(workspace) == ["d", "g"]


def test_a_long_chain_of_maps(build):
    count = 400
    files = {f"m{i}.journey.yaml": a_map(stage=f"{{name: A, journey: m{i + 1}}}") for i in range(count)}
    files[f"m{count}.journey.yaml"] = a_map(stage="{name: A, journey: m0}")
    _, mistakes = build({"jmap.yaml": "jmap: 1\n", **files}, "m7.journey.yaml")
    assert codes(mistakes) == [("m7.journey.yaml", "cyclic-reference")]
    assert len(mistakes[0].message) < 200


def test_the_order_of_files_and_folders_does_not_matter(build, tmp_path):
    first, _ = build(PROJECT)
    second, _ = load_workspace([Path("maps/deep"), tmp_path / "maps"], tmp_path)
    assert ids(first) == ids(second)


def test_a_file_that_may_not_be_read(build, tmp_path, monkeypatch):
    """The system's refusal is made, since root is refused nothing."""
    (tmp_path / "x.journey.yaml").write_text(a_map())
    opened = os.open

    def refuse(path, *more, **options):
        if str(path).endswith("x.journey.yaml"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *more, **options)

    monkeypatch.setattr(os, "open", refuse)
    workspace, mistakes = build({})
    assert codes(mistakes) == [("x.journey.yaml", "unreadable")]
