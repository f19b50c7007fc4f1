"""The three-way merge of maps: three texts in, one text out, and whether somebody has to look at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jmap.merge.block import Block, rows
from jmap.merge.cut import cut
from jmap.merge.join import join
from jmap.merge.lines import Chunk, Clash, three
from jmap.source.document import Mapping
from jmap.source.read import parse


@dataclass(frozen=True, slots=True)
class Markers:
    """How conflicts are marked: the length of a marker, and what the sides are called."""

    size: int = 7
    ours: str = "ours"
    theirs: str = "theirs"


@dataclass(frozen=True, slots=True)
class Merged:
    """The joined text, and how many conflicts are marked in it."""

    text: str
    conflicts: int


def merge(base: str, ours: str, theirs: str, markers: Markers = Markers()) -> Merged | None:
    """The edits of both sides in one text; None where one of the three is no readable YAML.

    An empty base is one that both sides added. Lines that neither side touched stay as they are, to the byte.
    """
    whole = three(base, ours, theirs)
    if whole is not None:
        return Merged(whole, 0)
    sides = [_readable(text) for text in (base, ours, theirs)]
    b, o, t = sides
    if o is None or t is None or (b is None and base.strip()):
        return None
    chunks = _tidy(join(b, o, t, 0))
    text = "".join(chunk if isinstance(chunk, str) else _marked(chunk, markers) for chunk in chunks)
    old = base or ours
    ends = three(_line_end(old), _line_end(ours), _line_end(theirs)) or "\n"
    last = three(old.endswith("\n"), ours.endswith("\n"), theirs.endswith("\n"))
    mark = three(*(side[:1] == "\ufeff" for side in (old, ours, theirs)))
    conflicts = sum(isinstance(chunk, Clash) for chunk in chunks)
    if last is False and not conflicts:
        text = text.removesuffix("\n")
    return Merged(("\ufeff" if mark else "") + text.replace("\n", ends), conflicts)


def _readable(text: str) -> Block | None:
    """The text in blocks, its lines ended by line feeds; None if it is no map or not in lines."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    document = parse(plain if plain.endswith("\n") else plain + "\n", "")
    if document.diagnostics or not isinstance(document.root, Mapping):
        return None
    return cut(document)


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _tidy(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Clashes next to each other as one, without the lines that both sides of a clash begin or end with."""
    tidy: list[Chunk] = []
    for chunk in chunks:
        last = tidy[-1] if tidy else ""
        if isinstance(chunk, Clash) and isinstance(last, Clash):
            tidy[-1] = Clash(last.ours + chunk.ours, last.theirs + chunk.theirs)
        elif chunk:
            tidy.append(chunk)
    return [part for chunk in tidy for part in (_trimmed(chunk) if isinstance(chunk, Clash) else [chunk])]


def _trimmed(clash: Clash) -> list[Chunk]:
    ours, theirs = rows(clash.ours), rows(clash.theirs)
    head: list[str] = []
    tail: list[str] = []
    while ours and theirs and ours[0] == theirs[0]:
        head.append(ours.pop(0))
        theirs.pop(0)
    while ours and theirs and ours[-1] == theirs[-1]:
        tail.insert(0, ours.pop())
        theirs.pop()
    middle: list[Chunk] = [Clash("".join(ours), "".join(theirs))] if ours or theirs else []
    return ["".join(head), *middle, "".join(tail)]


def _marked(clash: Clash, markers: Markers) -> str:
    size = markers.size
    opening, closing = f"{'<' * size} {markers.ours}\n", f"{'>' * size} {markers.theirs}\n"
    return opening + clash.ours + "=" * size + "\n" + clash.theirs + closing
