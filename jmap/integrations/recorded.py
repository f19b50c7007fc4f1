"""A project's files that remember which of them were read, so that a page can be made anew when one changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jmap.source.files import Files, Listing

if TYPE_CHECKING:
    from jmap.source.picture import Picture


@dataclass(frozen=True, slots=True)
class Recorded:
    """Other files; `seen` grows with the name of each that is asked for, whether it is there or not."""

    below: Files
    seen: list[str] = field(default_factory=list)

    def listing(self, folder: str) -> Listing:
        return self.below.listing(folder)

    def data(self, name: str, limit: int) -> bytes | str:
        self.seen.append(name)
        return self.below.data(name, limit)

    def leads_out(self, name: str) -> bool:
        return self.below.leads_out(name)

    def picture(self, name: str) -> Picture | str:
        self.seen.append(name)
        return self.below.picture(name)
