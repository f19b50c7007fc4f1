"""What a change of the catalogue concerns is found by searching texts, and nothing that it concerns is missed."""

from __future__ import annotations

from textwrap import dedent

import pytest

from jmap.resolve.concerned import concerned, mentions, plain_words
from jmap.source.read import parse


def words(base: str, head: str) -> set[str]:
    before, after = (parse("jmap: 1\n" + dedent(text), "jmap.yaml") for text in (base, head))
    return {word.strip("-") for word in concerned([before], [after])}


@pytest.mark.parametrize(
    ("base", "head", "found"),
    [
        ("teams: [Sales, Growth]", "teams: [Growth, Sales]", set()),
        ("teams: [Sales]", "# a comment\nteams:\n  - 'Sales'", set()),
        ("teams: [Sales]", "teams: [Sales, Growth]", {"growth"}),
        ("teams: [Sales, Growth]", "teams: [Sales]", {"growth"}),
        ("teams: [Sales]\nsystems: [Till]", "teams: [Sales, Till]", {"till"}),
        ("teams: [Sales, Growth]", "teams: [Sales, Growth, Sales]", {"sales"}),
        ("teams: [{id: s, name: A}]", "teams: [{id: s, name: B, renamed_from: A}]", {"s", "a", "b"}),
        ("personas: ['Rina, old']", "personas: ['Rina, new']", {"rina", "rina-old", "rina-new"}),
        ("channels: [A, B]\ntouchpoints: [{name: X, channel: a}, {name: Y, channel: B}]",
         "channels: [{name: A, kind: online}, B]\ntouchpoints: [{name: X, channel: a}, {name: Y, channel: B}]",
         {"a", "x"}),
        ("title: Shop", "title: Store", set()),
        ("teams: [営業]", "teams: [販売]", {"営業", "販売"}),
    ],
)  # fmt: skip
def test_the_words_of_what_changed_and_of_what_uses_it(base: str, head: str, found: set[str]) -> None:
    assert words(base, head) == found


@pytest.mark.parametrize(
    "written", ["Instagram ad", "instagram-ad", "INSTAGRAM  AD", "- {name: 'Instagram–Ad'}", "instagram_ad"]
)
def test_a_reference_is_found_however_it_is_written(written: str) -> None:
    assert mentions(f"touchpoints: [{written}]", [plain_words("Instagram ad")])


def test_a_part_of_a_word_is_not_the_word() -> None:
    assert not mentions("touchpoints: [Instagram adverts]", [plain_words("Instagram ad")])


def test_what_cannot_be_searched_for_is_taken_to_be_everywhere() -> None:
    assert mentions("title: A", [plain_words("🙂")])
    assert mentions("title: A", [plain_words(str(number)) for number in range(1000)])
