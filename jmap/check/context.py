"""What rules may know besides the map they look at: the project, its settings, its theme, and the day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from jmap.check.sheet import Sheet
from jmap.model.span import DAY
from jmap.resolve.content import Touchpoint
from jmap.resolve.journey import Workspace
from jmap.source.document import Document
from jmap.theme.theme import Theme

if TYPE_CHECKING:
    from jmap.model.files import Catalogue
    from jmap.model.people import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """From where on a rule minds, as the project says or by default. Durations are seconds."""

    stale_after: float = 365.25 * DAY
    coverage: float | None = None  # None: half, and only of maps that say that they were researched
    longest_wait: float = 3 * DAY
    most_stages: int = 7
    most_personas: int = 5
    most_items: int = 7
    smallest_sample: int = 30
    jargon: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """The project's own theme: its values, and its file."""

    theme: Theme
    document: Document

    def sets(self, mode: str, *tokens: str) -> tuple[str, ...]:
        """Those of the tokens that the file itself sets for `light` or `dark`, rather than take over from another."""
        whole = self.document.node((mode,))
        return tuple(token for token in tokens if self.document.node((mode, token)) is not whole)


@dataclass(frozen=True, slots=True)
class Met:
    """A touchpoint where it stands."""

    sheet: Sheet
    touchpoint: Touchpoint

    @property
    def file(self) -> str:
        return self.sheet.journey.file


@dataclass(frozen=True, kw_only=True)
class Context:
    """Everything is as read: rules read no files. `whole`: every map of the project is here, and has no mistakes.

    `catalogue` holds `jmap.yaml` (first) and what it includes, `sheets` the maps that have no mistakes.
    """

    workspace: Workspace
    sheets: tuple[Sheet, ...]
    catalogue: tuple[tuple[Document, Catalogue], ...]
    documents: Mapping[str, Document]
    limits: Limits
    today: datetime.date
    whole: bool = True
    look: Look | None = None

    @cached_property
    def touchpoints(self) -> Mapping[str, tuple[Met, ...]]:
        """All touchpoints by the key that the same one shares in all maps."""
        found: dict[str, list[Met]] = {}
        for sheet in self.sheets:
            for touchpoint in sheet.touchpoints:
                found.setdefault(touchpoint.key, []).append(Met(sheet, touchpoint))
        return {key: tuple(group) for key, group in found.items()}

    def days_since(self, date: datetime.date) -> int:
        return (self.today - date).days

    def stale(self, date: datetime.date | None) -> bool:
        """Whether the date is longer ago than the project allows."""
        return date is not None and self.days_since(date) * DAY > self.limits.stale_after

    def listed_evidence(self) -> Iterator[tuple[str, tuple[str | int, ...], Evidence]]:
        """The evidence that the project's files and the maps list: file, path, entry."""
        for document, file in self.catalogue:
            yield from ((document.file, ("evidence", i), entry) for i, entry in enumerate(file.evidence))
        for sheet in self.sheets:
            listed = enumerate(sheet.file.evidence)
            yield from ((sheet.journey.file, ("evidence", i), entry) for i, entry in listed)
