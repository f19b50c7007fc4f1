"""Below the curve: what changed about feelings that no stem can show."""

from __future__ import annotations

from collections.abc import Mapping

from jmap.diff.change import Change
from jmap.layout.changes.curves import feelings
from jmap.layout.changes.fold import Folded
from jmap.layout.changes.form import strike
from jmap.layout.changes.marks import Marked, form_of, held
from jmap.layout.changes.targets import Targets
from jmap.layout.changes.union import GONE, Union
from jmap.layout.grid import Grid
from jmap.layout.kit import BADGE, Block, Kit, stack
from jmap.layout.rows import SIDE
from jmap.layout.scene import Group
from jmap.layout.scene import Item as Drawn
from jmap.resolve.content import Feeling

TOP = 10.0


def said(
    union: Union, targets: Targets, unsaid: Mapping[str, tuple[Change, ...]], folded: Folded, grid: Grid, kit: Kit
) -> Block:
    """One cell a column, from y = 0."""
    heads, bases = feelings(union.head), feelings(union.base)
    columns = {target.key: target.columns for target in targets.marked if target.kind == "curve"}
    cells: dict[int, list[Block]] = {}
    for path, changes in unsaid.items():
        at = next((v for n in columns[path] if (v := folded.visible(n)) is not None), None)
        feeling = bases.get(path.removeprefix(GONE)) if path.startswith(GONE) else heads.get(path)
        if at is not None and feeling:
            cells.setdefault(at, []).append(_cell(feeling, changes, grid.column - 2 * SIDE, kit))
    items: list[Drawn] = []
    height = 0.0
    for at, blocks in sorted(cells.items()):
        block = stack(blocks, 9)
        data = (("lane", "feelings"), ("step", kit.journey.columns[at].id))
        items.append(Group(block.at(grid.x(at) + SIDE, TOP), "cell", "", data))
        height = max(height, block.height)
    return Block(grid.right, TOP + height + TOP if height else 0.0, tuple(items))


def _cell(feeling: Feeling, changes: tuple[Change, ...], width: float, kit: Kit) -> Block:
    badges = kit.badges(feeling.personas, feeling.known)
    left = badges.width + 6 if badges.width else 0.0
    parts = [*Marked(changes).notes(width - left, kit)]
    forms = {form_of(change) for change in changes}
    if forms & {"added", "removed"}:
        facts = [kit.words.score(feeling.score), feeling.text]
        words = kit.text(", ".join(fact for fact in facts if fact), "label", width - left)
        parts.append(strike(words) if "removed" in forms else words)
    body = stack(parts, 1)
    return held(changes, Block(width, max(body.height, BADGE), (*badges.items, *body.at(left, 0))))
