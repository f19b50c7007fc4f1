"""What a reader sees in a scene: its texts with their boxes, its marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jmap.layout.scene import Group, Item, Scene, Text


@dataclass(frozen=True)
class Seen:
    text: str
    left: float
    top: float
    right: float
    bottom: float


def everything(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from everything(item.children)


def seen_texts(scene: Scene) -> list[Seen]:
    """Ink boxes, roughly: from the height of capitals to the baseline."""
    from jmap.text.styles import STYLES

    found = []
    for item in everything(scene.children):
        if isinstance(item, Text) and item.text.strip():
            size = item.size or STYLES[item.style].size
            left = item.x - {"left": 0.0, "middle": 0.5, "right": 1.0}[item.anchor] * item.width
            found.append(Seen(item.text, left, item.y - 0.7 * size, left + item.width, item.y))
    return found


def overlaps(texts: list[Seen]) -> list[tuple[str, str]]:
    """Pairs of texts that cover each other by more than a pixel."""
    texts = sorted(texts, key=lambda t: t.top)
    pairs = []
    for n, a in enumerate(texts):
        for b in texts[n + 1 :]:
            if b.top >= a.bottom - 1:
                break
            if a.left < b.right - 1 and b.left < a.right - 1:
                pairs.append((a.text, b.text))
    return pairs


def words_of(scene: Scene) -> str:
    """All texts in reading order, in one line, without the breaks that wrapping made."""
    return " ".join(item.text for item in everything(scene.children) if isinstance(item, Text))
