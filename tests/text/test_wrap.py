"""Lines break where a careful typesetter breaks them, fit their box, and lose nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jmap.text.typesetter import Paragraph, Typesetter

TYPE = Typesetter()
BLANK = re.compile("[\\s\u00ad\u200b-]+")


def lines(text: str, width: float, style: str = "body") -> list[str]:
    return [line.text for line in TYPE.wrap(text, style, width).lines]


def fits(paragraph: Paragraph, width: float) -> bool:
    return all(line.width * 1.04 <= width + 0.01 for line in paragraph.lines)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Compares the price", 164, ["Compares the price"]),
        ("Let runners say what they wear now", 164, ["Let runners say", "what they wear now"]),
        ("Reads the Foot-measuring guide", 110, ["Reads the Foot-", "measuring guide"]),
        ("Refund and/or exchange", 70, ["Refund", "and/or", "exchange"]),
        ("Pick search/filter", 80, ["Pick", "search/filter"]),
        ("Uses the search/filter panel", 115, ["Uses the search/", "filter panel"]),
        ("It costs 15 % of revenue", 62, ["It costs", "15\u00a0% of", "revenue"]),
        ("Waits another 10 min here", 82, ["Waits", "another", "10\u00a0min here"]),
        ("first\nsecond", 164, ["first", "second"]),
        ("above\n\nbelow", 164, ["above", "", "below"]),
        ("  two   spaces\tand a tab  ", 300, ["two spaces and a tab"]),
        ("", 164, []),
        ("   \n ", 164, []),
    ],
)
def test_latin(text: str, width: float, expected: list[str]) -> None:
    assert lines(text, width) == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Rechtsschutzversicherungsgesellschaften", 120, ["Rechtsschutz-", "versicherungs-", "gesellschaften"]),
        ("Kraftfahrzeughaftpflichtversicherung", 150, ["Kraftfahrzeughaft-", "pflichtversicherung"]),
        ("Kundenzufriedenheitsumfrage", 90, ["Kundenzu-", "friedenheits-", "umfrage"]),
        ("Zufrieden\u00adheits\u00adumfrage starten", 112, ["Zufriedenheits-", "umfrage starten"]),
        ("Zufrieden\u00adheits\u00adumfrage", 200, ["Zufriedenheitsumfrage"]),
        ("1234567890123456789012345", 100, ["123456789", "012345678", "9012345"]),
    ],
)
def test_a_word_wider_than_the_box_breaks_at_soft_hyphens_or_with_a_hyphen(
    text: str, width: float, expected: list[str]
) -> None:
    assert lines(text, width) == expected


def test_an_address_breaks_after_punctuation_and_gets_no_hyphen() -> None:
    address = "https://shop.example/cart/checkout?step=payment&session=12345678901234567890"
    drawn = lines(address, 150)
    assert drawn[0] == "https://shop.example/"
    assert "".join(drawn) == address


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        (
            "サイズガイドには、ハーフサイズが載っていません。",
            150,
            ["サイズガイドには、", "ハーフサイズが", "載っていません。"],
        ),
        ("「本当に38ですか？」とデウィは言った。", 130, ["「本当に", "38ですか？」と", "デウィは言った。"]),
        ("尺码指南没有半码，所以我不知道该买。", 110, ["尺码指南没有", "半码，所以我", "不知道该买。"]),
        ("คู่มือขนาดไม่มีขนาดครึ่งเบอร์", 110, ["คู่มือขนาดไม่มี", "ขนาดครึ่งเบอร์"]),
        ("دليل المقاسات لا يحتوي", 110, ["دليل المقاسات", "لا يحتوي"]),
        ("साइज़ गाइड में आधे साइज़ नहीं हैं।", 130, ["साइज़ गाइड में", "आधे साइज़ नहीं हैं।"]),
    ],
)
def test_scripts(text: str, width: float, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_no_line_begins_with_closing_punctuation_or_a_mark() -> None:
    text = "「送料は無料ですか？」「はい、三千円以上なら。」ｶﾞｲﾄﾞを見て、ちょっと待って！コーヒー"
    for width in range(60, 300, 7):
        assert not [line for line in lines(text, width) if line[0] in "、。？！」ーっょﾞ"], width


def test_an_emoji_of_many_code_points_stays_whole() -> None:
    family, flag, thumb = "👩‍👩‍👧‍👦", "🇮🇩", "👍🏽"
    assert lines(family + flag + thumb + family, 20) == [family, flag, thumb, family]


def test_a_no_break_space_holds_until_nothing_else_fits() -> None:
    assert lines("about 1\u00a0000\u00a0000 people", 75) == ["about", "1\u00a0000\u00a0000", "people"]
    assert lines("1\u00a0000\u00a0000", 34) == ["1", "000", "000"]


def test_lines_are_even_and_no_more_than_needed() -> None:
    paragraph = TYPE.wrap("Compares the price of every pair with her own old pair", "body", 250)
    widths = [line.width for line in paragraph.lines]
    assert len(widths) == 2
    assert min(widths) > 0.8 * max(widths)


def test_five_lines_are_filled_one_after_the_other() -> None:
    text = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    paragraph = TYPE.wrap(text, "body", 110)
    assert len(paragraph.lines) > 4
    for line, following in zip(paragraph.lines, paragraph.lines[1:], strict=False):
        first_word = following.text.split(" ")[0]
        assert TYPE.width(f"{line.text} {first_word}", "body") * 1.04 > 110


def test_a_paragraph_says_where_its_lines_stand() -> None:
    paragraph = TYPE.wrap("Compares the price of every pair", "body", 120)
    assert (paragraph.size, paragraph.line_height, paragraph.height) == (13, 18.5, 37)
    assert paragraph.line_height / 2 < paragraph.ascent < paragraph.line_height
    assert paragraph.width == max(line.width for line in paragraph.lines)


@pytest.mark.parametrize("text", ["検索する", "ขนาด", "مقاس", "साइज़"])
def test_tall_scripts_get_room_and_stand_upright(text: str) -> None:
    paragraph = TYPE.wrap(text, "caption", 100)
    assert (paragraph.size, paragraph.line_height) == (12, 19.2)
    assert TYPE.wrap(text, "thought", 200).lines[0].upright
    assert not TYPE.wrap(text, "body", 200).lines[0].upright


def test_latin_greek_and_cyrillic_thoughts_are_italic() -> None:
    for text in ("Is 38 really 38?", "Είναι 38;", "Это 38?"):
        assert not TYPE.wrap(text, "thought", 400).lines[0].upright


ALPHABET = "abcdeäß ÄVT-/.%1 23\n\u00a0\u00ad\u200b“”éжωदी्कกำ่عَربサイズ、。「」長訂🇮🇩👩\u200d👧🏽❤\ufe0fmin한글"


@settings(max_examples=400, deadline=None)
@given(
    st.text(alphabet=ALPHABET, max_size=60),
    st.sampled_from(["body", "thought", "title", "metric", "caption"]),
    st.floats(10, 400),
)
def test_nothing_is_lost_and_a_line_is_too_wide_only_if_a_character_is(text: str, style: str, width: float) -> None:
    paragraph = TYPE.wrap(text, style, width)
    drawn = "".join(line.text for line in paragraph.lines)
    assert BLANK.sub("", drawn) == BLANK.sub("", text)
    if width > 150 and style != "title":
        assert fits(paragraph, width)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.text(alphabet="abcdefghimnorst", min_size=1, max_size=9), min_size=1, max_size=14), st.floats(90, 300)
)
def test_balancing_adds_no_line(words: list[str], width: float) -> None:
    greedy, used = 1, 0.0
    for word in words:
        wide = TYPE.width(word, "body")
        if used and used + TYPE.width(" ", "body") + wide > width / 1.04:
            greedy, used = greedy + 1, wide
        else:
            used += wide + (TYPE.width(" ", "body") if used else 0)
    assert len(lines(" ".join(words), width)) == greedy


def test_emoji_in_a_title_do_not_touch_the_line_above() -> None:
    assert TYPE.wrap("We plan a party 🎉", "title", 900).line_height == 92.5
    assert TYPE.wrap("Party 🎉", "body", 900).line_height == 18.5


@pytest.mark.parametrize(
    "text",
    [
        "W" * 100_000,
        "a" + "\u0301" * 100_000,
        "क्" * 50_000,
        "word " * 40_000,
        "あ、" * 5_000,
        "a/" * 50_000,
        "\u00ad" * 100_000,
    ],
    ids=["word", "marks", "viramas", "words", "kana", "slashes", "soft hyphens"],
)
def test_endless_text_is_wrapped_and_nothing_of_it_is_lost(text: str) -> None:
    """What grows faster than the text does never comes to an end here."""
    shown = len(re.sub(r"[\s\u00ad]", "", text))
    for width in (100, 1e6):
        lines = TYPE.wrap(text, "body", width).lines
        assert sum(len(re.sub(r"[\s\u00ad]", "", line.text)) for line in lines) >= shown
