"""Numbers from dot: turned into ours where they are sane, refused where they are not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from jmap.graph.failure import DotFailed
from jmap.graph.geometry import Layout, Rect, read, read_all

ANSWER: dict[str, Any] = {
    "bb": "0,0,200,100",
    "objects": [
        {"name": "cluster_1", "bb": "10,10,90,90", "lp": "30,80"},
        {"name": "s1", "pos": "50,60"},
        {"name": "%1"},
    ],
    "edges": [{"id": "w1", "pos": "e,100,50 60,50 70,50 80,50 90,50", "lp": "75,60"}, {"pos": "1,1 2,2 3,3 4,4"}],
}


def test_y_grows_downwards() -> None:
    layout = read(ANSWER)
    assert layout.nodes == {"s1": (50, 40)}
    assert layout.clusters == {"cluster_1": Rect(10, 10, 80, 80)}
    assert layout.edges["w1"].end == (100, 50) and layout.edges["w1"].label == (75, 40)


def test_edges_that_are_not_ours_are_not_read() -> None:
    assert list(read(ANSWER).edges) == ["w1"]


def test_a_mirror_turns_everything_round() -> None:
    layout = read(ANSWER).mirrored()
    assert layout.nodes["s1"] == (150, 40) and layout.clusters["cluster_1"].x == 110
    assert layout.edges["w1"].points[0] == (140, 50) and layout.edges["w1"].end == (100, 50)
    assert layout.mirrored() == read(ANSWER)


@pytest.mark.parametrize(
    "thing",
    [
        {"name": "s1", "pos": "nan,1"},
        {"name": "s1", "pos": "1e400,1"},
        {"name": "s1", "pos": "9999999999,1"},
        {"name": "s1", "pos": "5000,1"},
        {"name": "s1", "pos": "one,two"},
        {"name": "s1", "pos": "1"},
        {"name": "c", "bb": "90,90,10,10"},
        {"pos": "1,1"},
        "s1",
    ],
)
def test_what_cannot_be_drawn_at_is_refused(thing: object) -> None:
    with pytest.raises(DotFailed):
        read({**ANSWER, "objects": [thing]})


@pytest.mark.parametrize("pos", ["1,1 2,2 3,3", "", "e,1,1", "1,1 2,2 3,3 4,4 5,5", "1,1 2,2 3,3 nan,4"])
def test_an_edge_that_is_no_chain_of_beziers_is_refused(pos: str) -> None:
    with pytest.raises(DotFailed):
        read({**ANSWER, "edges": [{"id": "w1", "pos": pos}]})


def test_graphs_one_after_another_are_read_up_to_a_torn_one() -> None:
    text = json.dumps(ANSWER) + "\n" + json.dumps(ANSWER) + "\n" + json.dumps(ANSWER)[:50]
    assert len(read_all(text)) == 2


def test_an_asked_part_that_is_missing_is_refused() -> None:
    layout: Layout = read(ANSWER)
    layout.require(["s1"], ["cluster_1"], ["w1"])
    with pytest.raises(DotFailed):
        layout.require(["s2"], [], [])
