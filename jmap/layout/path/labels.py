"""Labels of ways and exits: for whom, which share in bold, and why."""

from __future__ import annotations

from collections.abc import Sequence

from jmap.layout.kit import Block, Kit, phrase, stack

GAP = 4.0


def label(kit: Kit, personas: Sequence[str], strong: str, plain: str, width: float) -> Block:
    """`[D] **15 %** still unsure` on one line if it fits, else the reason below."""
    head = _in_line([*_badges(kit, personas), *_strong(kit, strong)])
    if not plain:
        return head
    rest = kit.line(plain, "label", "ink2")
    if head.width + GAP + rest.width <= width or not head.width:
        wrapped = rest if rest.width <= width else kit.text(plain, "label", width, "ink2")
        return _in_line([head, wrapped]) if head.width else wrapped
    return stack([head, kit.text(plain, "label", width, "ink2")], 0)


def leaving(kit: Kit, personas: Sequence[str], share: float | None, reason: str, width: float) -> Block:
    """How many leave, and why."""
    badges = _badges(kit, personas)
    lines: list[Block] = []
    if share is not None:
        lines.append(_sentence(kit, share, width - sum(b.width + GAP for b in badges)))
    elif not reason:
        lines.append(kit.text(kit.words("path.leave_some"), "label-strong", width, "pain"))
    if badges:
        lines = [_in_line([*badges, *lines[:1]])]
    if reason:
        lines.append(kit.text(reason, "label", width, "ink2"))
    return stack(lines, 0)


def _sentence(kit: Kit, share: float, width: float) -> Block:
    """`**25 %** leave`: the figure is bold wherever the language puts it."""
    figure = kit.words.percent(share)
    before, _, after = kit.words("path.leave", share=figure).partition(figure)
    pieces = [
        kit.line(part.strip(), style, "pain")
        for part, style in ((before, "label"), (figure, "label-strong"), (after, "label"))
        if part.strip()
    ]
    drawn = phrase(pieces)
    return drawn if drawn.width <= width else stack(pieces, 0)


def _badges(kit: Kit, personas: Sequence[str]) -> list[Block]:
    """A little apart from the words: the corner of a diamond reaches beyond its box."""
    if not personas:
        return []
    badges = kit.badges(personas)
    return [Block(badges.width + 3, badges.height, badges.items)]


def _strong(kit: Kit, text: str) -> list[Block]:
    return [kit.line(text, "label-strong")] if text else []


def _in_line(pieces: Sequence[Block]) -> Block:
    """Pieces side by side, their first lines on one level."""
    x, height = 0.0, max((piece.height for piece in pieces), default=0.0)
    first = min((piece.height for piece in pieces), default=0.0)
    items = []
    for piece in pieces:
        items += list(piece.at(x, max(0.0, (first - piece.height) / 2) if piece.height < 18 else 0.0))
        x += piece.width + GAP
    return Block(max(0.0, x - GAP), height, tuple(items))
