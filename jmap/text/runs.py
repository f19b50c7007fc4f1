"""Which font draws which part of a text, the way a browser falls back from family to family."""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import category, east_asian_width

from jmap.text.fonts import Fonts
from jmap.text.graphemes import graphemes, is_emoji
from jmap.text.scripts import face_of
from jmap.text.styles import FACES

EMOJI_EM = 1.4
WIDE_EM = 1.0
HALF_EM = 0.5
OTHER_EM = 0.7
_BARE = ("Mn", "Me", "Cc", "Cf")


class Run(NamedTuple):
    """A stretch of text in one face; `face` is empty where no shipped font can draw it."""

    face: str
    text: str


def runs(text: str, style: str, fonts: Fonts) -> list[Run]:
    """The text in order, cut where the font changes."""
    first = face_of(text, style)
    if fonts.face(first).covers.issuperset(text):
        return [Run(first, text)] if text else []
    chain = (first, *FACES[first].fallbacks)
    found: list[Run] = []
    for cluster in graphemes(text):
        face = _face_for(cluster, chain, fonts)
        if found and found[-1].face == face:
            found[-1] = Run(face, found[-1].text + cluster)
        else:
            found.append(Run(face, cluster))
    return found


def estimate(text: str) -> float:
    """The width in em of text that no shipped font can draw: generous, so that it fits."""
    return sum(_estimate(cluster) for cluster in graphemes(text))


def _estimate(cluster: str) -> float:
    if is_emoji(cluster):
        return EMOJI_EM
    if category(cluster[0]) in _BARE:
        return 0.0
    kind = east_asian_width(cluster[0])
    return WIDE_EM if kind in "WF" else HALF_EM if kind == "H" else OTHER_EM


def _face_for(cluster: str, chain: tuple[str, ...], fonts: Fonts) -> str:
    if is_emoji(cluster):
        return ""
    for name in chain:
        if fonts.face(name).covers.issuperset(cluster):
            return name
    return ""


def visible(text: str) -> str:
    """The text without characters that only say where a line may break."""
    return text.translate(_UNSEEN) if not text.isascii() else text


_UNSEEN = {ord(char): None for char in "\u00ad\u200b"}
