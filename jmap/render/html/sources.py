"""The evidence of a map: each piece once, numbered in the order in which the map leans on it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jmap.render.html.links import safe_link
from jmap.render.html.view import EvidenceRow, Source

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.resolve.content import Evidence, Item


class Register:
    """Grows while the page's items are written down; read it when they all are."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._numbers: dict[Evidence, int] = {}
        self._uses: Counter[int] = Counter()

    def sources(self, item: Item, *, counted: bool = True) -> tuple[Source, ...]:
        """The lines under an item, each leading to its row. An item counts once, however often it is told."""
        return tuple(self._source(evidence, counted) for evidence in item.evidence)

    def rows(self) -> tuple[EvidenceRow, ...]:
        return tuple(self._row(number, evidence) for evidence, number in self._numbers.items())

    def _source(self, evidence: Evidence, counted: bool) -> Source:
        number = self._numbers.setdefault(evidence, len(self._numbers) + 1)
        self._uses[number] += counted
        text = self.words(f"method.{evidence.method}")
        if evidence.n is not None:
            text = f"{text}, {self.words('evidence.n', n=self.words.number(evidence.n))}"
        return Source(f"e{number}", text)

    def _row(self, number: int, evidence: Evidence) -> EvidenceRow:
        words = self.words
        return EvidenceRow(
            anchor=f"e{number}",
            method=words(f"method.{evidence.method}"),
            source=evidence.source,
            size=words.number(evidence.n) if evidence.n is not None else "",
            date=words.date(evidence.date) if evidence.date else "",
            level=words(f"level.{evidence.level}"),
            quote=words.quote(evidence.quote) if evidence.quote else "",
            items=words.number(self._uses[number]),
            known=evidence.level != "assumed",
            link=safe_link(evidence.link),
        )
