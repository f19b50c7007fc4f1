"""Pictures of a project, each read once; a picture that cannot be used is a mistake where it is named."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from jmap.resolve.journey import Image
from jmap.resolve.report import Path as Place
from jmap.resolve.report import Report


@dataclass(slots=True)
class Pictures:
    """Loads pictures of the project at `root`."""

    root: Path
    _read: dict[str, object] = field(default_factory=dict)

    def load(self, report: Report, path: Place, file: str, alt: str) -> Image | None:
        """The picture that `file` names, None if no file is named or it cannot be used (which is reported)."""
        return None
