"""Edges and their widths: how many customers are on each."""

from __future__ import annotations

from pathlib import Path

import pytest

from jmap.graph.ways import FULL, gaps, leavings, links, width_of
from tests.graph.drawn import SHOES, STAGES_ONLY, journey


def test_customers_on_an_edge_are_those_who_are_left_without_those_who_skip(tmp_path: Path) -> None:
    made = journey(SHOES, tmp_path)
    on = {link.source: link.customers for link in links(made) if link.kind == "on"}
    assert on[0] == 1
    assert on[3] == pytest.approx(0.6)  # 25 % leave, 15 % skip
    assert on[4] == pytest.approx(0.6)  # those who go back come back
    assert on[5] == pytest.approx(0.615)  # with those who skipped, less 18 %
    (skip,) = (link for link in links(made) if link.kind == "skip")
    assert skip.customers == pytest.approx(0.15)


def test_exits_take_their_share_of_those_who_are_there(tmp_path: Path) -> None:
    first, second = leavings(journey(SHOES, tmp_path))
    assert first.customers == pytest.approx(0.25) and second.customers == pytest.approx(0.75 * 0.18)
    assert width_of(first, counted=True) == pytest.approx(FULL * 0.25)


def test_an_exit_without_a_share_is_thin(tmp_path: Path) -> None:
    (leaving,) = leavings(journey(STAGES_ONLY, tmp_path))
    assert leaving.customers is None
    assert width_of(leaving, counted=False) < FULL / 4


def test_a_row_without_a_way_on_is_a_gap_that_is_kept_together(tmp_path: Path) -> None:
    text = SHOES.replace("{to: reads-reviews, share: 60 %}", "{to: checks-out, share: 60 %}")
    made = journey(text, tmp_path)
    assert gaps(made, links(made)) == (3,)


def test_ways_between_the_same_two_steps_share_an_edge(tmp_path: Path) -> None:
    text = SHOES.replace(
        "{to: reads-reviews, share: 60 %}",
        "{to: reads-reviews, share: 40 %}, {to: reads-reviews, share: 20 %, when: alone}",
    )
    found = [link for link in links(journey(text, tmp_path)) if (link.source, link.target) == (3, 4)]
    assert len(found) == 1 and len(found[0].ways) == 2
