"""What a script asks for: air between lines, a smallest size, upright letters."""

from __future__ import annotations

import re

from jmap.text.styles import FACES, STYLES

SMALLEST_TALL = 12.0  # px: strokes of Han, Thai, Arabic and Indic letters run together below
TALL_LINE = 1.6
TALL_DISPLAY_LINE = 1.4  # from 24 px on: large type needs less
DISPLAY = 24.0
EMOJI_LINE = 1.25

_ARABIC = "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_INDIC_TO_KHMER = "\u0900-\u109f\u1780-\u17ff\u1cd0-\u1cff\ua8e0-\ua8ff"
_EAST_ASIAN = (
    "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee\U00020000-\U0003ffff"
)
# Big classes are slow to compile and most maps have no use for them: `re` compiles them when they are first searched.
_TALL = f"[{_ARABIC}{_INDIC_TO_KHMER}{_EAST_ASIAN}]"
_CURSIVE = f"[{_ARABIC}\u0700-\u074f]"
_UNSLANTED = f"[\u0590-\u05ff\u0700-\u074f{_ARABIC}{_INDIC_TO_KHMER}{_EAST_ASIAN}]"
_EMOJI = re.compile("[\ufe0f\U0001f000-\U0001ffff]")
_EUROPEAN = re.compile("[\0-\u058f\u1e00-\u2bff]*")  # Latin, Greek, Cyrillic, punctuation, symbols


def is_tall(text: str) -> bool:
    """True if some letter is of a script with tall or dense letters (CJK, Thai, Arabic, Devanagari, ...)."""
    return _has(_TALL, text)


def is_upright(text: str, style: str) -> bool:
    """True if the style is italic and the text must not be: its script has no italics."""
    return FACES[STYLES[style].face].italic and _has(_UNSLANTED, text)


def is_cursive(text: str) -> bool:
    """True if letters join, so that a browser leaves out letter-spacing."""
    return _has(_CURSIVE, text)


def face_of(text: str, style: str) -> str:
    """The first face that a text is drawn in; what it lacks comes from that face's fallbacks."""
    face = STYLES[style].face
    return FACES[face].upright if is_upright(text, style) else face


def drawn_size(text: str, style: str) -> float:
    """The font size in px: the style's, but no smaller than a tall script can be read at."""
    size = STYLES[style].size
    return max(size, SMALLEST_TALL) if is_tall(text) else size


def line_height(text: str, style: str) -> float:
    """The distance of baselines in px: the style's, or more where letters or pictures are taller."""
    line, size = STYLES[style].line, drawn_size(text, style)
    least = 0.0
    if is_tall(text):
        least = TALL_LINE if size < DISPLAY else TALL_DISPLAY_LINE
    elif _EMOJI.search(text):
        least = EMOJI_LINE
    return max(line, round(size * least, 2))


def _has(pattern: str, text: str) -> bool:
    return not text.isascii() and not _EUROPEAN.fullmatch(text) and re.search(pattern, text) is not None
