"""Names from right to left in a sentence from left to right: an arrow never points the other way."""

from __future__ import annotations

from unicodedata import bidirectional

import pytest

from jmap.text.direction import is_rtl, kept_apart

SENTENCE = "ليلى feels worse at “تحجز موعدًا”: +2 → 0. אבי: “א” → “ב”"


def test_a_sentence_keeps_its_direction_whatever_it_begins_with() -> None:
    assert is_rtl(SENTENCE) and not is_rtl(kept_apart(SENTENCE))


@pytest.mark.parametrize("sign", ["+", "2", "→", "0", "”", ":"])
def test_numbers_and_arrows_stand_between_what_runs_from_left_to_right(sign: str) -> None:
    """What stands beside letters from right to left would run, and be read, as these do."""
    said = kept_apart(SENTENCE)
    for at in (i for i, char in enumerate(said) if char == sign):
        around = [next(k for k in map(bidirectional, part) if k in "LRAL") for part in (said[at::-1], said[at:] + "x")]
        assert around == ["L", "L"]


def test_what_has_no_such_names_is_as_it_was() -> None:
    text = "Budi feels worse at “Pays”: +2 → 0 日本"
    assert kept_apart(text) == text
