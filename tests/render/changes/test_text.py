"""The review on a terminal: what a reader of two minutes sees, and what is left for `-v`."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest

from jmap.diff.change import Change, Comparison
from jmap.render.changes.kit.paint import columns
from jmap.render.changes.kit.review import Display
from jmap.render.changes.text import render
from tests.render.changes import reviews
from tests.render.changes.reviews import change, gone, review, reworded


def shown(compared: Comparison, display: Display = Display(), **more: Any) -> str:  # noqa: B008  # frozen
    return render(review(compared, display=display, **more))


def test_the_verdict_comes_first_then_what_is_worse() -> None:
    lines = shown(reviews.few()).splitlines()
    assert lines[:2] == ["Paying and waiting get easier.", "4 changes in 1 map."]
    signs = [line.strip()[0] for line in lines if re.match(r"  [↓↑=] ", line)]
    assert signs == ["↓", "↑", "="]


def test_mistakes_come_before_everything() -> None:
    assert shown(reviews.few(), Display(mistakes="maps/x.yaml:1:1: error")).startswith(
        "maps/x.yaml:1:1: error\n\nPaying"
    )


def listed(text: str) -> int:
    return len(re.findall(r"^    (?:breaking: |minor: )?[A-Z]", text, re.M))


@pytest.mark.parametrize(
    ("changes", "count", "rest"),
    [
        ([change(n) for n in range(1, 21)], 20, ""),
        ([change(n) for n in range(1, 31)], 20, "… and 10 notable; -v lists them"),
        ([gone(n) for n in range(1, 31)], 30, ""),
        ([*(reworded(n) for n in range(1, 4)), change(4)], 1, "… and 3 minor; -v lists them"),
    ],
)
def test_what_is_breaking_is_always_listed_and_the_rest_is_counted(
    changes: list[Change], count: int, rest: str
) -> None:
    text = shown(reviews.comparison(changes))
    assert listed(text) == count and rest in text and ("-v lists" in text) == bool(rest)
    assert listed(shown(reviews.comparison(changes), Display(verbose=True))) == len(changes)


@pytest.mark.parametrize("widest", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(widest: int) -> None:
    names = ("long words and short words " * 9, "配送料は最後の手順で初めて表示される " * 6)
    compared = reviews.comparison([change(n, name=name) for n, name in enumerate(names, 1)])
    lines = shown(compared, Display(columns=widest)).splitlines()
    assert max(map(columns, lines)) <= widest and any(columns(line) > widest - 30 for line in lines)


def test_only_what_is_not_notable_says_so_and_nothing_where_all_is_minor() -> None:
    text = shown(reviews.few(), Display(verbose=True))
    assert "notable" not in text and "\n    breaking: Touchpoint" in text and "\n    minor: Action" in text
    assert "minor:" not in shown(reviews.comparison([reworded(1), reworded(2)]))


def test_on_a_terminal_the_heading_names_the_file_and_a_line_its_number() -> None:
    lines = shown(reviews.few(), Display(columns=100)).splitlines()
    assert any(line.endswith("is new  line 101") for line in lines)
    assert any(line.endswith("before: line 80") for line in lines)
    assert sum("maps/buy-shoes.journey.yaml" in line for line in lines) == 2  # the heading, and what refers to it
    assert "line 101" not in shown(reviews.few(), Display(columns=100, verbose=True))


def test_what_is_folded_is_told_with_its_change_where_everything_is() -> None:
    fewer = change(2, action="changed", thing="feelings", field="n", before=15, after=9, effect="neutral", reason="")
    compared = reviews.comparison([change(1, folded=(fewer,))])
    assert "is new; Sample size: 15 → 9" in shown(compared, Display(verbose=True))
    assert "Sample size" not in shown(compared) and "1 change in 1 map." in shown(compared)


def test_without_a_terminal_a_change_is_one_line() -> None:
    text = shown(reviews.comparison([change(1, name="word " * 60)]))
    assert re.search(r"^    Pain point .*maps/buy-shoes\.journey\.yaml:101$", text, re.M)


def test_colours_only_where_they_are_seen() -> None:
    assert "\x1b" not in shown(reviews.few()) and "\x1b[31;1m↓ Worse (1)\x1b[0m" in shown(reviews.few(), Display(True))


def test_fingerprints_are_shown_to_those_who_may_have_to_approve() -> None:
    fingerprint = gone(2).fingerprint
    assert fingerprint not in shown(reviews.few())
    assert f"[{fingerprint}]" in shown(reviews.few(), fail_on="breaking")
    assert f"[{change(1).fingerprint}]" not in shown(reviews.few(), fail_on="breaking")
    assert f"[{change(1).fingerprint}]" in shown(reviews.few(), Display(verbose=True))


def test_what_is_gone_has_its_old_place() -> None:
    assert "before: maps/buy-shoes.journey.yaml:80\n" in shown(reviews.few())


def test_new_maps_and_removed_ones_say_so() -> None:
    assert "\nMaps that are new or gone\n" in shown(reviews.only_new())
    told = reviews.only_new()
    told = reviews.comparison([change(1)], maps=(dataclasses.replace(told.maps[0], changes=(change(1), change(2))),))
    assert "\nI buy running shoes online  (new)  maps/buy" in shown(told)
