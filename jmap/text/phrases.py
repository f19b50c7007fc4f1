"""Breaks scripts that write no spaces: phrases of Japanese, words of Chinese and Thai, and UAX 14."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category

if TYPE_CHECKING:
    from budoux import Parser

_KANA = re.compile("[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
_THAI = re.compile("[\u0e00-\u0e7f]")
_SPACED = re.compile("[\0-\u0dff\u1e00-\u2bff]*")
_SPACELESS = (  # compiled by `re` when first searched: most maps have no use for it
    "[\u0e00-\u0e7f\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
# Letters that only traditional Chinese has, from its commonest.
_TRADITIONAL = frozenset(
    "這個們來時說學會為與國對開過還沒讓從買賣訂單體驗顧產價網頁點選擇後麼樣無應該條長問關錢車貨電話"
)

_NEVER_FIRST = frozenset(
    "、。，．・：；？！゛゜´ヽヾゝゞ々ー―…‥’”）〕］｝〉》」』】〙〗〟｠»％‰℃,.:;?!)]}%"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ｡､･ｰ"
    "ะาำๅๆฯ"
)
_NEVER_LAST = frozenset("‘“（〔［｛〈《「『【〘〖〝｟«([{￥＄£¥$€เแโใไ")


def needs_phrases(text: str) -> bool:
    """True if the text holds letters that follow each other without spaces."""
    return not text.isascii() and not _SPACED.fullmatch(text) and re.search(_SPACELESS, text) is not None


class Phrases:
    """Splits text by language models, each read when first needed."""

    def __init__(self) -> None:
        self._parsers: dict[str, Parser] = {}

    def language(self, text: str) -> str:
        """Which model fits a text: `ja`, `th`, `zh-hans` or `zh-hant`."""
        if _KANA.search(text):
            return "ja"
        if _THAI.search(text):
            return "th"
        return "zh-hans" if _TRADITIONAL.isdisjoint(text) else "zh-hant"

    def split(self, text: str, language: str) -> list[str]:
        """The text as phrases; none begins with closing punctuation or a mark, none ends with an opening bracket."""
        found: list[str] = []
        for phrase in self._parser(language).parse(text):
            if found and not may_break(found[-1], phrase):
                found[-1] += phrase
            else:
                found.append(phrase)
        return found

    def _parser(self, language: str) -> Parser:
        if language not in self._parsers:
            self._parsers[language] = _load(language)
        return self._parsers[language]


def may_break(before: str, after: str) -> bool:
    """Whether a line may end in `before` and the next begin with `after`, in scripts without spaces."""
    first, last = after[0], before[-1]
    if first in _NEVER_FIRST or last in _NEVER_LAST or category(first)[0] == "M" or "\u200d" in (first, last):
        return False
    return not (first.isascii() and last.isascii() and first.isalnum() and last.isalnum())


def uax14(text: str) -> list[str]:
    """A text without spaces at every place where Unicode's line breaking lets it break; slow, for single words."""
    from uniseg.linebreak import line_break_units

    return list(line_break_units(text))


def _load(language: str) -> Parser:
    import budoux

    loaders = {
        "ja": budoux.load_default_japanese_parser,
        "th": budoux.load_default_thai_parser,
        "zh-hans": budoux.load_default_simplified_chinese_parser,
        "zh-hant": budoux.load_default_traditional_chinese_parser,
    }
    return loaders[language]()
