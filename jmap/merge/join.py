"""Joins three versions of a block, down to the single fact; what both sides changed becomes a clash."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jmap.merge.align import Row, align
from jmap.merge.block import Block, rows, shift
from jmap.merge.flow import Value, Written, join_value
from jmap.merge.lines import Chunk, Clash, join_lines, three
from jmap.source.document import Scalar


def join(base: Block | None, ours: Block, theirs: Block, indent: int) -> list[Chunk]:
    """The lines of a block, indented that deep. Without a base, both sides added it."""
    core = _core(base, ours, theirs, indent)
    return [*_text(base, ours, theirs, indent, lambda block: block.lead), *core] if core else []


def _text(base: Block | None, ours: Block, theirs: Block, indent: int, part: Callable[[Block], str]) -> list[Chunk]:
    """A part of the block that is only lines."""
    o, t = (shift(part(side), indent - side.indent) for side in (ours, theirs))
    b = shift(part(base), indent - base.indent) if base else ""
    if base is None and (not o.strip() or not t.strip()):
        return [max(o, t, key=len)] if o or t else []
    return join_lines(b, o, t)


def _core(base: Block | None, ours: Block, theirs: Block, indent: int) -> list[Chunk]:
    whole = three(base.plain if base else "\0", ours.plain, theirs.plain)
    if whole is not None:
        return [shift(whole, indent)]
    sides = [side for side in (base, ours, theirs) if side]
    if len({side.shape for side in sides}) == 1:
        joined = _leaf(base, ours, theirs, indent) if ours.shape == "leaf" else _parts(base, ours, theirs, indent)
        if joined is not None:
            return joined
    elif base and base.data in (ours.data, theirs.data):
        changed = theirs if ours.data == base.data else ours
        kept = ours if changed is theirs else theirs
        if "#" not in kept.core:  # who only writes it in another way gives in to who changes it
            return [shift(changed.plain, indent)]
    return [Clash(shift(ours.plain, indent), shift(theirs.plain, indent))]


def _leaf(base: Block | None, ours: Block, theirs: Block, indent: int) -> list[Chunk] | None:
    """One fact: its value, and the comment behind it; None where both sides changed it."""
    o, t = _value(ours), _value(theirs)
    joined = join_value(_value(base) if base else None, o, t)
    if joined is None:
        return _long_text(base, ours, theirs, indent)
    behind = three(_split(base)[2] if base else "\n", _split(ours)[2], _split(theirs)[2])
    if behind is None:
        return None
    style = ours if joined == o.text else theirs if joined == t.text else ours
    return [shift(_split(style)[0], indent - style.indent) + _moved(joined, indent - style.indent) + behind]


def _moved(value: str, columns: int) -> str:
    first, end, more = value.partition("\n")
    return first + end + shift(more, columns)


def _split(block: Block) -> tuple[str, str, str]:
    """A leaf's text before its value, the value, and what follows."""
    first, last = block.value_span
    return block.head[:first], block.head[first:last], block.head[last:]


def _value(block: Block) -> Value:
    return Value(_split(block)[1], block.node, _written(block))


def _written(block: Block) -> Written:
    first = block.value_span[0]
    return Written(block.head, block.node.line - block.head.count("\n", 0, first))


def _long_text(base: Block | None, ours: Block, theirs: Block, indent: int) -> list[Chunk] | None:
    """Text in lines of its own (`|`, `>`), joined line by line."""
    sides = [side for side in (base, ours, theirs) if side]
    heads = {rows(side.plain)[0] for side in sides}
    if base is None or len(heads) > 1 or not all(_in_lines(side) for side in sides):
        return None
    return join_lines(shift(base.plain, indent), shift(ours.plain, indent), shift(theirs.plain, indent))


def _in_lines(block: Block) -> bool:
    return isinstance(block.node, Scalar) and block.node.style in ("|", ">")


def _parts(base: Block | None, ours: Block, theirs: Block, indent: int) -> list[Chunk] | None:
    """A mapping or a list, part by part; None if its parts cannot be put in one order."""
    aligned = align(base.children if base else (), ours.children, theirs.children, ordered=ours.shape == "sequence")
    if aligned is None:
        return None
    model = theirs if base and _looks(ours) == _looks(base) else ours
    depth = indent + model.children[0].indent - model.indent
    chunks = [chunk for row in aligned for chunk in _row(row, depth) if chunk]
    if not chunks:
        return []
    tail = _text(base, ours, theirs, indent, lambda block: block.tail)
    if model.inline:
        opened = _opened(model, chunks, indent)
        return None if opened is None else [*opened, *tail]
    return [*_text(base, ours, theirs, indent, _heading), *chunks, *tail]


def _looks(block: Block) -> tuple[int, bool]:
    return block.children[0].indent - block.indent, block.inline


def _heading(block: Block) -> str:
    return block.head if not block.inline else block.head.rstrip() + "\n"


def _row(row: Row[Block], indent: int) -> list[Chunk]:
    b, o, t = row.base, row.ours, row.theirs
    if o and t:
        return join(b, o, t, indent)
    kept = o or t
    if kept is None or (b and kept.plain == b.plain and set(kept.comments) <= set(b.comments)):
        return []
    text = kept.at(indent)
    if b is None:
        return [text]
    return [Clash(text, "") if o else Clash("", text)]


def _opened(model: Block, chunks: Sequence[Chunk], indent: int) -> list[Chunk] | None:
    """The chunks with the dash in front of the first; None where that is in doubt."""
    dash = shift(model.head, indent - model.indent)
    first = chunks[0]
    sides = [first] if isinstance(first, str) else [first.ours, first.theirs]
    if all(side[: len(dash)].isspace() and side[len(dash) : len(dash) + 1] not in ("#", "\n", "") for side in sides):
        opened = [dash + side[len(dash) :] for side in sides]
        return [opened[0] if isinstance(first, str) else Clash(*opened), *chunks[1:]]
    return [dash.rstrip() + "\n", *chunks] if isinstance(first, str) else None
