"""Characters as a reader counts them."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from uniseg.graphemecluster import grapheme_clusters

from jmap.text.graphemes import graphemes, is_emoji

# Each group in its own scripts: what a mark of one script does after a letter of another is nobody's text.
LATIN = "ab 1.e\u0301\u00ad\u200b\u200d?ш"
INDIC = "कषत\u094d\u200d\u200cि\u0947 अ"
EMOJI = "🇮🇩👩👨👧🏽\ufe0f\u200d❤♀✅1\u20e3🏴\U000e0067"
ASIAN = "กำแุ่ี각한ᄀ\u1161\u11a8サ\u3099、"


@settings(max_examples=500, deadline=None)
@given(st.one_of(*(st.text(alphabet=alphabet, max_size=7) for alphabet in (LATIN, INDIC, EMOJI, ASIAN))))
def test_clusters_are_those_of_uax_29(text: str) -> None:
    assume("\u200d\u200d" not in text)
    assert graphemes(text) == list(grapheme_clusters(text))


def test_families_flags_and_keycaps_are_one_picture_each() -> None:
    clusters = graphemes("👩‍👩‍👧‍👦🇮🇩1️⃣❤️👍🏽")
    assert len(clusters) == 5
    assert all(map(is_emoji, clusters))


def test_text_symbols_are_no_pictures() -> None:
    assert not any(map(is_emoji, ["a", "→", "✓", "™", "1", "漢", "〒"]))
