"""What stands around a flow: how many reach the last step, and a legend of just what is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jmap.graph.feelings import ink_of, personas_with_feelings
from jmap.graph.frame import Sheet
from jmap.graph.legend import entry, personas_only
from jmap.graph.ways import rest_is_everyone
from jmap.layout.kit import BADGE, Block, Kit, shape_of
from jmap.layout.scene import Box, Curve, Icon, Item, Mark
from jmap.resolve.content import Persona

if TYPE_CHECKING:
    from jmap.graph.flow import Flow

SAMPLE = 44.0


def flow_sheet(flow: Flow) -> Sheet:
    kit, words, journey = flow.kit, flow.kit.words, flow.kit.journey
    note = words("flow.rest") if rest_is_everyone(journey) else ""
    return Sheet(
        words("flow.title", title=journey.title), words("flow.description"), words("flow.subtitle"),
        figures(kit), legend(flow), note,
    )  # fmt: skip


def figures(kit: Kit) -> Block:
    """How many reach the last step: one figure, or one a persona where they differ, never a mean that hides one.

    Where nobody leaves before the last step, how many are there at the end of it.
    """
    journey = kit.journey
    if not journey.has_shares:
        return Block(0, 0)
    last = -2 if journey.left[-1] < 1 else -1
    reached = kit.words("flow.reach_last" if last == -2 else "flow.reach_end")
    if not journey.left_by_persona:
        return _figure((*journey.left, journey.left_at_end)[last], reached, None, kit)
    items: list[Item] = []
    x = height = 0.0
    for persona in journey.personas:
        block = _figure(journey.left_by_persona[persona.id][last], f"{persona.name}: {reached}", persona, kit)
        items += block.at(x, 0)
        x, height = x + block.width + 36, max(height, block.height)
    return Block(x - 36, height, tuple(items))


def _figure(share: float, caption: str, persona: Persona | None, kit: Kit) -> Block:
    words = kit.text(caption, "note", 200, "ink2")
    number = kit.line(kit.words.about(share), "key")
    badge = BADGE + 10 if persona else 0.0
    width = max(words.width, number.width * 1.04 + badge)
    left = width - number.width
    items: list[Item] = [*number.at(left, 0), *words.at(width - words.width, number.height + 4)]
    if persona:
        items.append(kit.badge(persona, left - 10 - BADGE / 2, number.height / 2))
    return Block(width, number.height + 4 + words.height, tuple(items))


def legend(flow: Flow) -> list[Block]:
    kit, seen = flow.kit, flow.kit.seen
    kinds = {link.kind for link in flow.links}
    entries = []
    if "on" in kinds:
        entries.append(entry(_ribbon(8 if flow.counted else 5), _on_words(flow), kit))
    if "skip" in kinds:
        entries.append(entry(_pointing("card_border"), kit.words("path.skip"), kit))
    if "back" in kinds:
        entries.append(entry(_dashed(), kit.words("path.back"), kit))
    if "exit" in seen:
        entries.append(entry(_leaving(), kit.words("flow.leaves"), kit))
    if "moment" in seen:
        star = Block(13, 16, (Mark("star", 6.5, 8, 13, "moment"),))
        entries.append(entry(star, kit.words("legend.moment"), kit))
    if "detail" in seen:
        icon = Block(14, 16, (Icon("square-plus", 0, 1, 14, "ink"),))
        entries.append(entry(icon, kit.words("flow.detail"), kit))
    return [*entries, *_feelings(kit), *personas_only(_limits(flow), kit)]


def _limits(flow: Flow) -> list[tuple[str, ...]]:
    named = [way.personas for link in flow.links for way in link.lines]
    return named + [exit.personas for leaving in flow.leavings for exit in leaving.exits]


def _on_words(flow: Flow) -> str:
    if not flow.counted:
        return flow.kit.words("path.on")
    return flow.kit.words("flow.on_mean" if flow.kit.journey.left_by_persona else "flow.on_width")


def _feelings(kit: Kit) -> list[Block]:
    """The marks that are drawn, filled and hollow, and what they say."""
    marks: list[Mark] = []
    x, levels = 0.0, []
    for level in ("known", "assumed"):
        shown = [p for p in personas_with_feelings(kit.journey) if f"feeling.{p.id}.{level}" in kit.seen]
        levels += [level] if shown else []
        for persona in shown:
            marks.append(Mark(shape_of(persona), x + 5, 8, 9, ink_of(persona), level == "assumed"))
            x += 14
    if not marks:
        return []
    one = len(kit.journey.personas) == 1
    name = kit.journey.personas[0].name if one else ""
    words = kit.words("flow.feeling_of", name=name) if one else kit.words("flow.feeling")
    words += kit.words("flow.feeling_" + "_".join(levels))
    return [entry(Block(x - 4, 16, tuple(marks)), words, kit)]


def _ribbon(width: float) -> Block:
    line = (("M", 5.0, 8.0), ("L", SAMPLE - 5, 8.0))
    return Block(SAMPLE, 16, (Curve(line, "ribbon_line", width + 1.5), Curve(line, "ribbon", width)))


def _dashed() -> Block:
    return Block(SAMPLE, 16, (Curve((("M", 0.0, 8.0), ("L", SAMPLE, 8.0)), "ink2", 1.5, "dashed"),))


def _pointing(ink: str) -> Block:
    line = Curve((("M", 0.0, 8.0), ("L", SAMPLE - 9, 8.0)), ink, 2.5)
    head = Curve((("M", SAMPLE, 8.0), ("L", SAMPLE - 10, 3.5), ("L", SAMPLE - 10, 12.5), ("Z",)), fill=ink)
    return Block(SAMPLE, 16, (line, head))


def _leaving() -> Block:
    line = Curve((("M", 0.0, 8.0), ("L", 26.0, 8.0)), "pain", 2.5)
    return Block(SAMPLE, 16, (line, Box(26.5, 2.5, 17, 11, "pain_fill", "pain", 1, 5)))
