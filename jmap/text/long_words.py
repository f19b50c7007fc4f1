"""Breaks what is wider than its line: at soft hyphens, then in URLs after punctuation, then between characters."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import accumulate, pairwise

from jmap.text.breaks import SOFT_HYPHEN, Piece
from jmap.text.graphemes import graphemes
from jmap.text.phrases import uax14
from jmap.text.runs import visible

Measure = Callable[[str], float]

_URL = re.compile(r"://|^www\.|@\w|^[\w-]+(?:\.[\w-]+)+/|[?&]\w+=|_\w|\\\w|\w\.\w+\.\w")
_URL_SEAM = re.compile(r"(?<=[/?&=.,;:_@#+\\-])(?=[^/?&=.,;:_@#+\\-])")
_LETTER = re.compile("[A-Za-z\u00aa-\u024f\u0370-\u058f\u10a0-\u10ff\u1e00-\u1fff\u0300-\u036f]")
_VOWEL = (
    "[aeiouy\u00e0-\u00e6\u00e8-\u00ef\u00f2-\u00f6\u00f8-\u00fd\u0101-\u0105\u0113-\u011b\u014d-\u0153\u0169-\u0173]"
)
_SYLLABLE = re.compile(f"(?:sch[lmnrw]?|pf[lr]?|[bdfgkpt][lr]|ch|sh|ph|th|qu|[b-df-hj-np-tv-z\u00df])(?={_VOWEL})")
# What stays on one line, at the end of what stands before a cut and the letter after it.
_TOGETHER = re.compile("(?:sc|c[hk]|[spt]h|qu|n[gy]|pf|[bdfgkpt][lr]|(?:heit|keit|schaft|t\u00e4t|ung|ion)s)$")
_KERNING = 0.995
_MAX_UAX14 = 400  # characters; more than a line or two of one word is no language


def split_long(piece: Piece, limit: float, width: Measure) -> list[Piece]:
    """A piece as pieces that each fit in `limit`, as far as a single character does; joined they are the piece."""
    if width(visible(piece.text)) <= limit:
        return [piece._replace(text=visible(piece.text))]
    for split in (_at_soft_hyphens, _at_no_break_spaces, _in_url, _by_uax14):
        parts = list(split(piece))
        if len(parts) > 1:
            return [small for part in parts for small in split_long(part, limit, width)]
    return _by_graphemes(piece, limit, width)


def _ending(parts: list[Piece], piece: Piece) -> list[Piece]:
    """The last part ends as the whole did."""
    return [*parts[:-1], parts[-1]._replace(joint=piece.joint, hyphen=piece.hyphen)]


def _at_soft_hyphens(piece: Piece) -> list[Piece]:
    parts = [part for part in piece.text.split(SOFT_HYPHEN) if part]
    if len(parts) < 2:
        return [piece]
    return _ending([Piece(part, "", "" if part.endswith("-") else "-") for part in parts], piece)


def _at_no_break_spaces(piece: Piece) -> list[Piece]:
    head, *tail = re.split("([\u00a0\u202f])", piece.text)
    parts = [Piece(text, space) for text, space in zip([head, *tail[1::2]], [*tail[::2], ""], strict=True)]
    return _ending(parts, piece)


def _in_url(piece: Piece) -> list[Piece]:
    if not _URL.search(piece.text):
        return [piece]
    return _ending([Piece(part) for part in _URL_SEAM.split(piece.text)], piece)


def _by_uax14(piece: Piece) -> list[Piece]:
    if len(piece.text) > _MAX_UAX14 or all(char < "\u0e00" for char in piece.text):
        return [piece]
    return _ending([Piece(part) for part in uax14(piece.text)], piece)


def _by_graphemes(piece: Piece, limit: float, width: Measure) -> list[Piece]:
    """Chunks of even width, as few as there can be, with hyphens between letters."""
    clusters = graphemes(visible(piece.text))
    hyphenated = not _URL.search(piece.text)
    # Each character by itself: kerning is left out, so a little room is too.
    edges = list(accumulate(map(width, clusters), initial=0.0))
    room = limit * _KERNING - (width("-") if hyphenated else 0.0)
    cuts = _cuts(clusters, edges, room, hyphenated, 1)
    evened = _cuts(clusters, edges, room, hyphenated, len(cuts) + 1)
    if len(evened) == len(cuts):
        cuts = evened
    return _ending([_chunk(clusters, *span, hyphenated) for span in pairwise([0, *cuts, len(clusters)])], piece)


def _chunk(clusters: list[str], start: int, end: int, hyphenated: bool) -> Piece:
    hyphen = "-" if hyphenated and _takes_hyphen(clusters, end) else ""
    return Piece("".join(clusters[start:end]), "", hyphen)


def _cuts(clusters: list[str], edges: list[float], room: float, hyphenated: bool, aim: int) -> list[int]:
    """Where to cut into chunks no wider than `room`: as late as fits, or evenly if `aim` says how many to make."""
    cuts: list[int] = []
    start = 0
    while edges[-1] - edges[start] > room:
        left = aim - len(cuts)
        enough = edges[start] + (edges[-1] - edges[start]) / left if left > 1 else edges[-1]
        end = max(bisect_right(edges, edges[start] + room) - 1, start + 1)
        end = min(end, max(bisect_left(edges, enough), start + 1))
        if hyphenated and _takes_hyphen(clusters, end):
            end = _before_syllable(clusters, start, end)
        cuts.append(end)
        start = end
        if end == len(clusters):
            return cuts[:-1]
    return cuts


def _before_syllable(clusters: list[str], start: int, end: int) -> int:
    """The end, moved back by up to four letters to where a syllable seems to begin: no dictionary, no promise."""
    for cut in range(end, max(start + 2, end - 4) - 1, -1):
        before = "".join(clusters[max(start, cut - 6) : cut]).lower()
        after = "".join(clusters[cut : cut + 5]).lower()
        if _SYLLABLE.match(after) and not _TOGETHER.search(before + after[0]):
            return cut
    return end


def _takes_hyphen(clusters: list[str], end: int) -> bool:
    """Whether a word broken there is broken between two letters."""
    return end < len(clusters) and all(_LETTER.match(cluster) for cluster in clusters[end - 1 : end + 1])
