"""Three-way merge of lines, where a text has no structure that is known: comments, and text over several lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar

from jmap.merge.block import rows


@dataclass(frozen=True, slots=True)
class Clash:
    """Whole lines that both sides changed, each its own way."""

    ours: str
    theirs: str


Chunk = str | Clash
MANY = 5000  # lines of one text, beyond which looking for common ones takes too long
T = TypeVar("T")


def three(base: T, ours: T, theirs: T) -> T | None:
    """The one of three values that holds the change; None if both sides changed it, not in the same way."""
    if ours == theirs or theirs == base:
        return ours
    return theirs if ours == base else None


def join_lines(base: str, ours: str, theirs: str) -> list[Chunk]:
    """The lines of both sides; where both changed the same ones, a clash."""
    whole = three(base, ours, theirs)
    if whole is not None:
        return [whole]
    b, o, t = rows(base), rows(ours), rows(theirs)
    if max(len(b), len(o), len(t)) > MANY:
        return [Clash(ours, theirs)]
    chunks: list[Chunk] = []
    at = (0, 0, 0)
    for base_at, ours_at, theirs_at, length in [*_anchors(b, o, t), (len(b), len(o), len(t), 0)]:
        parts = ("".join(b[at[0] : base_at]), "".join(o[at[1] : ours_at]), "".join(t[at[2] : theirs_at]))
        same = three(*parts)
        chunks.append(Clash(parts[1], parts[2]) if same is None else same)
        chunks.append("".join(b[base_at : base_at + length]))
        at = (base_at + length, ours_at + length, theirs_at + length)
    return [chunk for chunk in chunks if chunk]


def _anchors(b: Sequence[str], o: Sequence[str], t: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Runs of lines that all three have: where they begin in each, and how many they are."""
    in_ours, in_theirs = _places(b, o), _places(b, t)
    start = 0
    while start < len(b):
        if start not in in_ours or start not in in_theirs:
            start += 1
            continue
        end = start + 1
        while end in in_ours and end in in_theirs and _goes_on(in_ours, end) and _goes_on(in_theirs, end):
            end += 1
        yield start, in_ours[start], in_theirs[start], end - start
        start = end


def _goes_on(places: dict[int, int], line: int) -> bool:
    return places[line] == places[line - 1] + 1


def _places(base: Sequence[str], side: Sequence[str]) -> dict[int, int]:
    """For each line of the base that a side kept, where it is there."""
    matcher = SequenceMatcher(None, base, side, autojunk=False)
    return {block.a + i: block.b + i for block in matcher.get_matching_blocks() for i in range(block.size)}
