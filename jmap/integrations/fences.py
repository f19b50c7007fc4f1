"""Finds the fences in a page of Markdown that hold a map, and no fence that stands in another one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

WORD = "jmap"
_OPEN = re.compile(r"^(?P<indent> *)(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")


@dataclass(frozen=True, slots=True)
class Fence:
    """Lines `start` to `end` (indexes from 0, `end` just past it) of a page; `picture` is what its first line asks."""

    start: int
    end: int
    indent: int
    picture: str
    text: str


def fences(lines: Sequence[str]) -> Iterator[Fence]:
    """The fences that begin with ```` ```jmap ````, with the name of a picture behind it or not."""
    at = 0
    while at < len(lines):
        opened = _OPEN.match(lines[at])
        if not opened:
            at += 1
            continue
        end = _end(lines, at + 1, opened["fence"])
        words = opened["info"].split()
        if words and words[0] == WORD:
            yield _fence(lines, at, end, len(opened["indent"]), words[1:])
        at = end


def _fence(lines: Sequence[str], start: int, end: int, indent: int, words: Sequence[str]) -> Fence:
    closed = end > start + 1 and lines[end - 1].strip().strip("`~") == ""
    body = [line[indent:] if not line[:indent].strip() else line for line in lines[start + 1 : end - closed]]
    return Fence(start, end, indent, " ".join(words) or "swimlane", "".join(f"{line}\n" for line in body))


def _end(lines: Sequence[str], start: int, fence: str) -> int:
    """Just past the line that closes a fence; the end of the page if none does."""
    for n in range(start, len(lines)):
        line = lines[n].strip()
        if len(line) >= len(fence) and set(line) == {fence[0]}:
            return n + 1
    return len(lines)
