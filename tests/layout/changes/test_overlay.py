"""The picture of changes: all of them are marked and listed, each side stands where it stood, nothing overlaps."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from jmap.diff.change import MapComparison
from jmap.layout.scene import Box, Curve, Scene, Text
from jmap.locale.words import words
from jmap.render.svg import svg
from jmap.text.typesetter import Typesetter
from jmap.theme.load import load_theme
from tests.layout.changes.pairs import SHOP, drawn, edited, fingerprints, groups, map_compared, prints, said
from tests.layout.facts import everything, overlaps, seen_texts, words_of


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter()


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> MapComparison:
    return map_compared(tmp_path_factory.mktemp("shop"), SHOP, edited(SHOP))


@pytest.fixture(scope="module")
def picture(shop: MapComparison, typesetter: Typesetter) -> Scene:
    return drawn(shop, typesetter)


def at(scene: Scene, text: str) -> Text:
    """The first text that says just this."""
    return next(i for i in everything(scene.children) if isinstance(i, Text) and i.text == text)


def column_of(scene: Scene, text: str) -> float:
    return round(at(scene, text).x)


def test_every_change_is_in_the_list_once(shop: MapComparison, picture: Scene) -> None:
    assert len(shop.changes) > 12
    assert sorted(prints(groups(picture.children, "entry"))) == sorted(fingerprints(shop.changes))


def test_every_change_is_marked_once_but_for_those_that_are_said_to_have_no_place(
    shop: MapComparison, picture: Scene
) -> None:
    marked = prints(groups(picture.children, "change"))
    off = fingerprints([change for change in shop.changes if change.thing == "map"])
    assert Counter(marked + off) == Counter(fingerprints(shop.changes))
    assert len(off) == 1
    assert "Not on the picture" in words_of(picture)
    assert "1 of them has no place on the picture." in words_of(picture)


def test_the_counts_are_those_of_the_list(shop: MapComparison, picture: Scene) -> None:
    found = Counter(change.effect for change in shop.changes)
    (head,) = groups(picture.children, "head")
    (listed,) = groups(picture.children, "list")
    assert f"{len(shop.changes)} changes" in said(listed.children)
    for effect, count in found.items():
        assert f"{count} {effect}" in said(head.children)
        assert f"{effect.capitalize()} {count}" in said(listed.children)


def test_a_removed_step_stands_at_its_old_place(picture: Scene) -> None:
    """Between the step that stood before it and the one that stood behind it."""
    order = [column_of(picture, name) for name in ("Reads reviews", "Transfers money", "Picks a day", "Waits")]
    assert order == sorted(order)
    assert len(set(order)) == 4


def test_what_is_removed_is_struck_and_what_is_there_is_not(picture: Scene) -> None:
    def lines_through(text: str) -> int:
        word = at(picture, text)
        return sum(
            isinstance(item, Curve)
            and len(item.commands) == 2
            and item.commands[0][1:] == (word.x, pytest.approx(item.commands[1][2]))
            and word.y - 8 < float(item.commands[0][2]) < word.y
            for item in everything(picture.children)
        )

    assert lines_through("Transfers money") == 1
    assert lines_through("Bank") == 1
    assert lines_through("Waits") == 0


def test_what_is_added_has_a_ring(shop: MapComparison, picture: Scene) -> None:
    rings = [i for i in everything(picture.children) if isinstance(i, Box) and i.stroke == "ink" and not i.fill]
    added = [c for c in shop.changes if c.action == "added" and c.thing in ("touchpoints", "thoughts", "actions")]
    assert len(rings) == len(added) > 0


def test_old_and_new_values_stand_beside_each_other(picture: Scene) -> None:
    shown = words_of(picture)
    assert re.search(r"There .*no half sizes", shown)
    marked = {group: said(group.children) for group in groups(picture.children, "change")}
    told = list(marked.values())
    assert any("High Low" in text for text in told)
    assert any("Planned Done" in text for text in told)
    assert any("Satisfaction 2 4" in text for text in told)
    assert any("25 % 14 % leave Too many" in text for text in told)
    assert re.search("lost .*calmer", shown)


def test_effect_is_a_word_and_not_only_a_colour(picture: Scene) -> None:
    badges = groups(tuple(groups(picture.children, "row")), "badge")
    assert len(badges) > 8
    for group in badges:
        inks = {item.ink for item in everything(group.children) if isinstance(item, Text)}
        assert bool(re.search("better|worse", said(group.children))) == bool(inks & {"gain", "pain"})


def test_a_long_name_of_an_old_place_keeps_to_its_column(tmp_path: Path, typesetter: Typesetter) -> None:
    here = "        touchpoints: [{name: Bank, importance: 5, satisfaction: 2}]\n"
    bank = "touchpoints: [{name: Bank, id: bank}]"
    before = SHOP.replace(here, "").replace(
        "name: Transfers money", f"name: Transfers all of the money at once\n        {bank}"
    )
    after = before.replace(f"        {bank}\n", "").replace("thoughts: [Is", f"{bank}\n        thoughts: [Is")
    picture = drawn(map_compared(tmp_path, before, after), typesetter)
    (moved,) = [group for group in groups(picture.children, "change") if "Moved" in said(group.children)]
    boxes = [item for item in everything(moved.children) if isinstance(item, Box)]
    assert "was Transfers all of the" in said(moved.children)
    assert max(box.x + box.width for box in boxes) - min(box.x for box in boxes) < 320


def test_the_old_curve_is_dashed_and_each_moved_score_has_its_amount(picture: Scene) -> None:
    (before,) = groups(picture.children, "before")
    assert {i.dash for i in everything(before.children) if isinstance(i, Curve)} == {"dashed"}
    assert any(said(group.children) == "+1.5" for group in groups(picture.children, "change"))


def test_a_line_before_is_not_drawn_where_it_is_that_of_now(tmp_path: Path, typesetter: Typesetter) -> None:
    """A dashed line on a dotted one would read as solid: as known, though it is assumed."""
    later = SHOP.replace("name: Waits", "name: Waits for it").replace("{score: -2, ", "{score: -1, ")
    (before,) = groups(drawn(map_compared(tmp_path, SHOP, later), typesetter).children, "before")
    lines = [item for item in everything(before.children) if isinstance(item, Curve)]
    assert {line.stroke for line in lines} == {"persona1"}  # Budi feels as he did


def test_runs_of_unchanged_steps_are_folded_by_name(picture: Scene) -> None:
    shown = words_of(picture)
    assert "2 unchanged steps: Sees an ad, Asks friends" in shown
    assert "2 unchanged steps: Runs, Buys again" in shown
    assert [group.label for group in groups(picture.children, "stage")] == ["Choose"]


def test_the_line_goes_on_under_a_fold(picture: Scene) -> None:
    """Into the gutter on the left, where what was folded had scores."""
    (ground, *_) = groups(picture.children, "ground")
    left = float(dict(ground.data)["left"])
    starts = [
        float(i.commands[0][1])
        for g in groups(picture.children, "trace")
        for i in everything(g.children)
        if isinstance(i, Curve) and len(i.commands) > 1 and i.commands[1][0] == "C"
    ]
    assert left < min(starts) < left + 28


def test_rows_in_which_nothing_changed_are_named_below(tmp_path: Path, typesetter: Typesetter) -> None:
    one = map_compared(tmp_path, SHOP, SHOP.replace("[Opens six tabs]", "[Opens two tabs]"))
    shown = words_of(drawn(one, typesetter))
    assert "5 unchanged rows: Touchpoints, Thoughts, Pain points, Opportunities, Ways and exits" in shown
    assert "Product page" not in shown


def test_the_legend_names_the_marks_in_use_only(tmp_path: Path, typesetter: Typesetter, picture: Scene) -> None:
    w = words("en")
    one = map_compared(tmp_path, SHOP, SHOP.replace("[Opens six tabs]", "[Opens two tabs]"))
    little = words_of(drawn(one, typesetter))
    assert w("overlay.key.changed") in little
    for absent in ("added", "removed", "moved", "before", "stem"):
        assert w(f"overlay.key.{absent}") not in little
    assert w("overlay.key.removed") in words_of(picture)
    assert w("overlay.key.stem") in words_of(picture)


def test_the_head_says_what_is_compared(shop: MapComparison, typesetter: Typesetter) -> None:
    (head,) = groups(drawn(shop, typesetter, verdict="Paying gets easier.").children, "head")
    shown = said(head.children)
    assert "What changed I buy running shoes" in shown
    assert "Before main 1 November 2026" in shown
    assert "After virtual-account 20 November 2026" in shown
    assert "Paying gets easier." in shown


def test_new_scores_without_evidence_are_said_to_be_assumed(picture: Scene) -> None:
    assert "The new scores are assumed: 2 feelings" in words_of(picture)


def test_nothing_overlaps_and_nothing_is_outside(picture: Scene) -> None:
    texts = seen_texts(picture)
    assert overlaps(texts) == []
    assert [t for t in texts if t.left < 0 or t.right > picture.width or t.bottom > picture.height] == []


def test_the_sides_have_the_columns_and_rows_of_the_overlay(shop: MapComparison, typesetter: Typesetter) -> None:
    both, before, after = (drawn(shop, typesetter, show) for show in ("both", "before", "after"))
    for name in ("Compares shoes", "Waits"):
        assert column_of(before, name) == column_of(both, name) == column_of(after, name)
    rows = [[group.data for group in groups(one.children, "row")] for one in (both, before, after)]
    assert rows[0] == rows[1] == rows[2]
    assert {(one.width, one.height, one.head) for one in (both, before, after)} == {
        (both.width, both.height, both.head)
    }
    assert "Transfers money" in words_of(before)
    assert "Picks a day" not in said(tuple(groups(before.children, "row")))
    assert "Picks a day" in words_of(after)
    assert "Transfers money" not in said(tuple(groups(after.children, "row")))
    assert groups(before.children, "badge") == groups(after.children, "badge") == []


def test_the_picture_can_go_without_its_list(shop: MapComparison, typesetter: Typesetter, picture: Scene) -> None:
    alone = drawn(shop, typesetter, listed=False)
    assert groups(alone.children, "list") == []
    assert alone.width < picture.width
    assert len(groups(alone.children, "change")) == len(groups(picture.children, "change"))


def test_a_new_map_is_drawn_plain_and_tagged(tmp_path: Path, typesetter: Typesetter) -> None:
    scene = drawn(map_compared(tmp_path, "", SHOP), typesetter)
    assert "New map" in words_of(scene)
    assert groups(scene.children, "badge") == []
    assert "Sees an ad" in words_of(scene)


def test_a_removed_map_is_drawn_as_it_was_and_tagged(tmp_path: Path, typesetter: Typesetter) -> None:
    shown = words_of(drawn(map_compared(tmp_path, SHOP, ""), typesetter))
    assert "Removed map" in shown
    assert "Transfers money" in shown


def test_the_picture_is_plain_svg_with_resolved_colours(picture: Scene) -> None:
    theme, _ = load_theme("default", Path())
    text = svg(picture, theme)
    assert "<script" not in text
    assert "var(--" not in text
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
