"""Parts of a picture that are not items and hold for some personas only: a page can hide them with the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jmap.layout.scene import Group, Item


def whose(personas: Iterable[str], items: Sequence[Item]) -> tuple[Item, ...]:
    """The items, held together by the ids of their personas; as they are where they hold for all."""
    ids = " ".join(personas)
    return (Group(tuple(items), "whose", data=(("personas", ids),)),) if ids else tuple(items)
