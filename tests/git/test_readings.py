"""Both sides are read with their whole catalogue, and of the maps only those that the change concerns."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from jmap.failure import Failure
from jmap.git.readings import Pair, read_revision, readings
from jmap.git.repository import open_repository
from jmap.git.sides import sides

PROJECT = "jmap: 1\ntitle: Shop\ntouchpoints: [Checkout, Parcel]\n"


def pairs(repo: Any, *typed: str, paths: Sequence[str] = (), cwd: Path | None = None) -> tuple[Pair, ...]:
    here = cwd or repo.folder
    with open_repository(here, repo.environment) as repository:
        base, head = sides(repository, typed, {}, direct=True)
        return readings(repository, [Path(path) for path in paths], here, base, head)


def one(repo: Any, *typed: str, **more: Any) -> tuple[list[str], list[str]]:
    """The maps that are read on both sides of the only project."""
    (pair,) = pairs(repo, *typed, **more)
    return sorted(pair.base.maps), sorted(pair.head.maps)


def _score(journey: Any) -> Any:
    return journey.stages[0].items("feelings")[0].score


def maps(text: Any, count: int = 5) -> dict[str, str]:
    return {f"maps/m{i}.journey.yaml": text(f"m{i}") for i in range(count)}


def test_only_maps_that_changed_are_read(repo: Any, text: Any) -> None:
    repo.commit({"jmap.yaml": PROJECT, **maps(text)})
    repo.write({
        "maps/m1.journey.yaml": text("m1", feelings=2),
        "maps/m2.journey.yaml": None,
        "maps/new.journey.yaml": text("new"),
    })  # fmt: skip
    (pair,) = pairs(repo)
    assert sorted(pair.base.maps) == ["maps/m1.journey.yaml", "maps/m2.journey.yaml"]
    assert sorted(pair.head.maps) == ["maps/m1.journey.yaml", "maps/new.journey.yaml"]
    assert [_score(journey) for journey in pair.base.workspace.journeys] == [0, 0]
    assert _score(pair.head.workspace.journey("m1")) == 2
    assert pair.base.workspace.title == pair.head.workspace.title == "Shop"
    assert not pair.base.diagnostics and not pair.head.diagnostics


def test_nothing_changed(repo: Any, text: Any) -> None:
    repo.commit({"jmap.yaml": PROJECT, **maps(text)})
    assert one(repo) == ([], [])
    assert one(repo, "HEAD", "HEAD") == ([], [])


def test_two_revisions_are_read_without_the_working_tree(repo: Any, text: Any) -> None:
    repo.commit({"jmap.yaml": PROJECT, **maps(text)})
    repo.commit({"maps/m3.journey.yaml": text("m3", feelings=-1)})
    repo.write(dict.fromkeys(maps(text)))
    assert one(repo, "HEAD~1", "HEAD") == (["maps/m3.journey.yaml"], ["maps/m3.journey.yaml"])


def test_each_side_has_its_own_catalogue(repo: Any, text: Any) -> None:
    """A map that did not change is read if what it refers to did, however the name is written there."""
    lift = "    support: [{text: Going up, system: LIFT}]\n"
    repo.commit({"jmap.yaml": PROJECT + "include: [parts/*.yaml]\n", "parts/s.yaml": "jmap: 1\nsystems: [Lift, Till]\n",
                 "a.journey.yaml": text("a"), "b.journey.yaml": text("b", more=lift)})  # fmt: skip
    repo.write({"parts/s.yaml": "jmap: 1\nsystems: [{name: Lift, description: Slow}, Till]\n"})
    assert one(repo)[1] == ["b.journey.yaml"]
    repo.write({"parts/s.yaml": "jmap: 1\nsystems: [Till]\n"})
    (pair,) = pairs(repo)
    assert [d.code for d in pair.head.diagnostics] == ["dangling-reference"]
    assert pair.base.workspace.journey("b") and not pair.base.diagnostics


def test_a_channel_concerns_the_maps_that_use_its_touchpoints(repo: Any, text: Any) -> None:
    catalogue = "jmap: 1\nchannels: [{name: Web, kind: %s}]\ntouchpoints: [{name: Checkout, channel: web}, Parcel]\n"
    other = text("b").replace("Checkout", "Parcel")
    repo.commit({"jmap.yaml": catalogue % "online", "a.journey.yaml": text("a"), "b.journey.yaml": other})
    repo.write({"jmap.yaml": catalogue % "offline"})
    assert one(repo)[1] == ["a.journey.yaml"]


def test_a_map_that_is_gone_concerns_those_that_name_it(repo: Any, text: Any) -> None:
    more = "    journey: m1\n"
    repo.commit({"jmap.yaml": PROJECT, **maps(text), "all.journey.yaml": text("all", more=more)})
    repo.write({"maps/m1.journey.yaml": None})
    (pair,) = pairs(repo)
    assert sorted(pair.base.maps) == ["all.journey.yaml", "maps/m1.journey.yaml"]
    assert [d.code for d in pair.head.diagnostics] == ["dangling-reference"]


def test_references_to_maps_that_are_not_read_count(repo: Any, text: Any) -> None:
    repo.commit({"jmap.yaml": PROJECT, **maps(text)})
    repo.write({"maps/m1.journey.yaml": text("m1", more="    journey: m4\n")})
    (pair,) = pairs(repo)
    assert not pair.head.diagnostics
    repo.write({"maps/m1.journey.yaml": text("m1", more="    journey: m9\n")})
    (pair,) = pairs(repo)
    assert [d.code for d in pair.head.diagnostics] == ["dangling-reference"]


def test_a_new_map_with_the_id_of_an_unchanged_one_is_a_mistake(repo: Any, text: Any) -> None:
    repo.commit({"jmap.yaml": PROJECT, **maps(text)})
    repo.write({"maps/new.journey.yaml": text("m1")})
    (pair,) = pairs(repo)
    assert [d.code for d in pair.head.diagnostics] == ["duplicate-id"]


def test_maps_broken_on_one_side_are_failed_there(repo: Any, text: Any) -> None:
    repo.commit({"a.journey.yaml": "jmap: 1\ntitel: A\n", "b.journey.yaml": text("b")})
    repo.write({"a.journey.yaml": text("a"), "b.journey.yaml": "jmap: 1\nid: b\nstages: 3\n"})
    (pair,) = pairs(repo)
    assert [f.file for f in pair.base.workspace.failed] == ["a.journey.yaml"]
    assert [f.id for f in pair.head.workspace.failed] == ["b"]
    assert [j.id for j in pair.head.workspace.journeys] == ["a"]
    assert {d.file for d in pair.head.diagnostics} == {"b.journey.yaml"}


def test_line_ends_are_no_change(repo: Any, text: Any) -> None:
    repo.git("config", "core.autocrlf", "true")
    repo.commit({"a.journey.yaml": text("a"), "b.journey.yaml": text("b")})
    repo.write({"a.journey.yaml": text("a").replace("\n", "\r\n")})
    assert one(repo) == ([], [])


def test_a_renamed_look_alike_is_known_by_its_id(repo: Any, text: Any) -> None:
    """git would pair the new file with the wrong old one: these differ in a line."""
    repo.commit({"a.journey.yaml": text("a"), "b.journey.yaml": text("b")})
    repo.write({"a.journey.yaml": None, "b.journey.yaml": None, "c/x.journey.yaml": text("b"),
                "y.journey.yaml": text("a", feelings=1)})  # fmt: skip
    (pair,) = pairs(repo)
    assert {file: map.id for file, map in pair.base.maps.items()} == {"a.journey.yaml": "a", "b.journey.yaml": "b"}
    assert {file: map.id for file, map in pair.head.maps.items()} == {"c/x.journey.yaml": "b", "y.journey.yaml": "a"}


def test_a_path_leads_to_its_maps_on_both_sides(repo: Any, text: Any) -> None:
    repo.commit({"jmap.yaml": PROJECT, **maps(text), "old.journey.yaml": text("old")})
    repo.write({"maps/m1.journey.yaml": text("m1", feelings=1), "maps/m2.journey.yaml": text("m2", feelings=1),
                "old.journey.yaml": None, "moved/old.journey.yaml": text("old", feelings=1)})  # fmt: skip
    assert one(repo, paths=["maps/m1.journey.yaml"])[1] == ["maps/m1.journey.yaml"]
    assert len(one(repo, paths=["."], cwd=repo.folder / "maps")[1]) == 2
    assert one(repo, paths=["old.journey.yaml"]) == (["old.journey.yaml"], ["moved/old.journey.yaml"])
    with pytest.raises(Failure, match="nowhere: there is no such file or folder"):
        pairs(repo, paths=["nowhere"])
    with pytest.raises(Failure, match="outside of this repository"):
        pairs(repo, paths=["../home"])


def test_without_any_map_it_fails(repo: Any) -> None:
    repo.commit({"readme": "hello"})
    with pytest.raises(Failure, match="no journey map"):
        pairs(repo)


def test_projects_below_are_pairs_and_one_may_be_on_one_side_only(repo: Any, text: Any) -> None:
    shop = {"shop/jmap.yaml": PROJECT, "shop/a.journey.yaml": text("a")}
    repo.commit({**shop, "old/jmap.yaml": PROJECT, "old/o.journey.yaml": text("o")})
    repo.write({"old/jmap.yaml": None, "old/o.journey.yaml": None, "shop/a.journey.yaml": text("a", feelings=1)})
    found = pairs(repo)
    assert [(pair.folder, len(pair.base.maps), len(pair.head.maps)) for pair in found] == [
        ("old", 1, 0),
        ("shop", 1, 1),
    ]
    assert found[0].head.workspace.journeys == ()


def test_a_project_that_moved_is_one(repo: Any, text: Any) -> None:
    repo.commit({"docs/jmap.yaml": PROJECT, "docs/a.journey.yaml": text("a")})
    repo.git("mv", "docs", "journeys")
    repo.write({"journeys/a.journey.yaml": text("a", feelings=1)})
    (pair,) = pairs(repo)
    assert (pair.folder, list(pair.base.maps), list(pair.head.maps)) == (
        "journeys",
        ["a.journey.yaml"],
        ["a.journey.yaml"],
    )


def test_projects_that_moved_are_known_by_their_maps(repo: Any, text: Any) -> None:
    for name in ("shop", "care"):
        repo.write({f"{name}/jmap.yaml": PROJECT, f"{name}/{name}.journey.yaml": text(name)})
        repo.write({f"{name}/both.journey.yaml": text("both", feelings=len(name) % 2)})
    repo.commit({"empty/readme": "x"})
    repo.git("mv", "care", "a-shop")
    repo.git("mv", "shop", "z-care")
    repo.write({"a-shop/both.journey.yaml": text("both", feelings=-1)})
    found = pairs(repo)
    assert [(pair.base_folder, pair.folder, pair.moved) for pair in found] == [
        ("care", "a-shop", True),
        ("shop", "z-care", True),
    ]
    assert [list(pair.head.maps) for pair in found] == [["both.journey.yaml"], []]


def test_a_project_file_added_on_top(repo: Any, text: Any) -> None:
    repo.commit({"maps/a.journey.yaml": text("a")})
    repo.write({"jmap.yaml": PROJECT, "maps/a.journey.yaml": text("a", feelings=1)})
    assert one(repo) == (["maps/a.journey.yaml"], ["maps/a.journey.yaml"])


def test_before_the_first_commit_all_maps_are_new(repo: Any, text: Any) -> None:
    repo.write({"jmap.yaml": PROJECT, "a.journey.yaml": text("a")})
    with open_repository(repo.folder, repo.environment) as repository:
        base, head = sides(repository, [], {})
        (pair,) = readings(repository, [], repo.folder, base, head)
    assert (len(pair.base.maps), len(pair.head.maps)) == (0, 1)


def test_a_linked_worktree_and_a_subfolder(repo: Any, text: Any) -> None:
    repo.commit({"jmap.yaml": PROJECT, **maps(text)})
    linked = repo.folder.parent / "linked"
    repo.git("worktree", "add", "-q", "-b", "topic", linked)
    (linked / "maps" / "m0.journey.yaml").write_text(text("m0", feelings=1))
    assert one(repo, cwd=linked / "maps") == (["maps/m0.journey.yaml"], ["maps/m0.journey.yaml"])
    assert one(repo) == ([], [])


def test_a_submodule_is_read_inside_only(make_repo: Any, text: Any) -> None:
    inner, outer = make_repo("inner"), make_repo("outer")
    inner.commit({"i.journey.yaml": text("i")})
    outer.commit({"jmap.yaml": PROJECT, "o.journey.yaml": text("o")})
    outer.git("submodule", "--quiet", "add", f"file://{inner.folder}", "part")
    outer.commit()
    (outer.folder / "part" / "i.journey.yaml").write_text(text("i", feelings=1))
    assert one(outer) == ([], [])
    assert one(outer, cwd=outer.folder / "part") == (["i.journey.yaml"], ["i.journey.yaml"])


def test_a_bare_repository(repo: Any, text: Any) -> None:
    repo.commit({"jmap.yaml": PROJECT, **maps(text)})
    repo.commit({"maps/m1.journey.yaml": text("m1", feelings=1)})
    bare = repo.clone("bare", "--bare")
    assert one(bare, "HEAD~1", "HEAD") == (["maps/m1.journey.yaml"], ["maps/m1.journey.yaml"])
    with pytest.raises(Failure, match="no working tree"):
        pairs(bare)


def test_a_repository_with_longer_ids(make_repo: Any, text: Any) -> None:
    repo = make_repo("long", "--object-format=sha256")
    repo.commit({"jmap.yaml": PROJECT, **maps(text)})
    repo.write({"maps/m1.journey.yaml": text("m1", feelings=1)})
    assert one(repo) == (["maps/m1.journey.yaml"], ["maps/m1.journey.yaml"])


def test_links_are_followed_inside_the_project_only(repo: Any, text: Any, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(text("secret"))
    repo.commit({"p/jmap.yaml": PROJECT, "p/a.journey.yaml": text("a"), "beside": text("beside")})
    for name, target in {
        "in": "a.journey.yaml",
        "out": "../beside",
        "far": str(tmp_path / "secret"),
        "loop": "loop.journey.yaml",
    }.items():
        (repo.folder / "p" / f"{name}.journey.yaml").symlink_to(target)
    repo.commit()
    for typed in ((), ("HEAD~1", "HEAD")):
        (pair,) = pairs(repo, *typed) if typed else pairs(repo, "HEAD~1")
        assert sorted(pair.head.maps) == ["p/in.journey.yaml".removeprefix("p/")]
        assert {(d.file, d.code) for d in pair.head.diagnostics if d.code != "duplicate-id"} == {
            ("far.journey.yaml", "outside-project"),
            ("out.journey.yaml", "outside-project"),
        }


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="only on Linux file names are any bytes")
def test_odd_file_names(repo: Any, text: Any) -> None:
    names = [b"\xff.journey.yaml", "naïve – 検索.journey.yaml".encode(), b"a\nb.journey.yaml", b"-c [x].journey.yaml"]
    for i, name in enumerate(names):
        with open(os.fsencode(repo.folder) + b"/" + name, "w") as stream:
            stream.write(text(f"m{i}"))
    repo.commit()
    for name in names[:3]:
        with open(os.fsencode(repo.folder) + b"/" + name, "a") as stream:
            stream.write("    time: 3 min\n")
    base, head = one(repo)
    assert base == head
    assert set(base) == {"\ufffd.journey.yaml", "naïve – 検索.journey.yaml", "a\nb.journey.yaml"}


def test_a_map_in_git_lfs(repo: Any, text: Any) -> None:
    import hashlib

    content = text("a").encode()
    oid = hashlib.sha256(content).hexdigest()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize {len(content)}\n"
    repo.commit({"a.journey.yaml": pointer})
    repo.write({"a.journey.yaml": text("a", feelings=1)})
    (pair,) = pairs(repo)
    assert [d.code for d in pair.base.diagnostics] == ["lfs-pointer"]
    repo.write({f".git/lfs/objects/{oid[:2]}/{oid[2:4]}/{oid}": content})
    (pair,) = pairs(repo)
    assert pair.base.workspace.journey("a") and not pair.base.diagnostics


def test_pictures_come_from_their_revision(repo: Any, text: Any) -> None:
    def png(colour: str) -> bytes:
        out = BytesIO()
        Image.new("RGB", (4, 4), colour).save(out, "PNG")
        return out.getvalue()

    with_picture = text("a", more="    image: pay.png\n    alt: Paying\n")
    repo.commit(
        {"jmap.yaml": PROJECT, "a.journey.yaml": with_picture, "pay.png": png("red"), "b.journey.yaml": text("b")}
    )
    repo.write({"pay.png": png("blue")})
    (pair,) = pairs(repo)
    assert list(pair.base.maps) == list(pair.head.maps) == ["a.journey.yaml"]
    images = [reading.workspace.journeys[0].stages[0].image for reading in (pair.base, pair.head)]
    assert images[0] and images[1] and images[0].data != images[1].data
    repo.commit({"pay.png": None})
    (pair,) = pairs(repo, "HEAD~1", "HEAD")
    assert [d.code for d in pair.head.diagnostics] == ["bad-picture"]


def test_a_revision_by_itself(repo: Any, text: Any) -> None:
    repo.commit({"p/jmap.yaml": PROJECT, "p/a.journey.yaml": text("a"), "p/b.journey.yaml": text("b")})
    with open_repository(repo.folder, repo.environment) as repository:
        end, _ = sides(repository, [], {})
        assert sorted(read_revision(repository, end, "p").maps) == ["a.journey.yaml", "b.journey.yaml"]
        assert list(read_revision(repository, end, "p", ["b.journey.yaml"]).maps) == ["b.journey.yaml"]
        assert not read_revision(repository, end, "q").maps
