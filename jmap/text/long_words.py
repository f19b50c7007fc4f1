"""Breaks what is wider than its line: at soft hyphens, then in URLs after punctuation, then between characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

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
_TOGETHER = re.compile("sc|c[hk]|[spt]h|qu|n[gy]|pf|[bdfgkpt][lr]")  # what stays on one line
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
    chunks = list(_chunks(clusters, limit, width, hyphenated))
    even = width("".join(clusters)) / len(chunks)
    evened = list(_chunks(clusters, limit, width, hyphenated, even))
    if len(evened) == len(chunks):
        chunks = evened
    return _ending(chunks, piece)


def _chunks(
    clusters: list[str], limit: float, width: Measure, hyphenated: bool, enough: float = float("inf")
) -> Iterator[Piece]:
    """Cuts as late as fits; with `enough`, as soon as a chunk is that wide."""
    room = limit - width("-") if hyphenated else limit
    start = 0
    while (end := _end(clusters, start, room, width, enough)) < len(clusters):
        hyphen = ""
        if hyphenated and _takes_hyphen(clusters[end - 1], clusters[end]):
            end, hyphen = _before_syllable(clusters, start, end), "-"
        yield Piece("".join(clusters[start:end]), "", hyphen)
        start = end
    yield Piece("".join(clusters[start:]))


def _end(clusters: list[str], start: int, room: float, width: Measure, enough: float) -> int:
    """Where a chunk from `start` ends: as soon as it is wide enough, at the latest before it is wider than its room."""
    for end in range(start + 1, len(clusters)):
        if width("".join(clusters[start:end])) >= enough or width("".join(clusters[start : end + 1])) > room:
            return end
    return len(clusters)


def _before_syllable(clusters: list[str], start: int, end: int) -> int:
    """The end, moved back by up to four letters to where a syllable seems to begin: no dictionary, no promise."""
    for cut in range(end, max(start + 2, end - 4) - 1, -1):
        before, after = clusters[cut - 1].lower(), "".join(clusters[cut : cut + 5]).lower()
        if _SYLLABLE.match(after) and not _TOGETHER.fullmatch(before + after[0]):
            return cut
    return end


def _takes_hyphen(before: str, after: str) -> bool:
    return _LETTER.match(before) is not None and _LETTER.match(after) is not None
