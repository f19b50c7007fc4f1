"""Pictures of a project, each read once; a picture that cannot be used is a mistake where it is named."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jmap.model.problem import shown
from jmap.resolve.content import Image
from jmap.resolve.report import Path as Place
from jmap.resolve.report import Report
from jmap.source.files import Files

if TYPE_CHECKING:
    from jmap.source.picture import Picture


@dataclass(slots=True)
class Pictures:
    """Loads pictures of a project, and remembers them."""

    files: Files
    _read: dict[str, Picture | str] = field(default_factory=dict)

    def load(self, report: Report, path: Place, file: str, alt: str) -> Image | None:
        """The picture that `file` names, None if no file is named or it cannot be used (which is reported)."""
        if not file:
            return None
        found = self._picture(file)
        if isinstance(found, str):
            expected = "a PNG, JPEG or WebP file inside the project"
            report.at(path, "bad-picture", f"the picture {shown(file)} {found}", expected)
            return None
        return Image(file, found.data, found.media_type, found.width, found.height, alt)

    @property
    def read(self) -> dict[str, bytes]:
        """What was found so far, by the names of the files."""
        return {file: found.data for file, found in self._read.items() if not isinstance(found, str)}

    def _picture(self, file: str) -> Picture | str:
        if file not in self._read:
            try:
                self._read[file] = self.files.picture(file)
            except RuntimeError:  # how pathlib says that a link leads to itself
                self._read[file] = "is a link that leads to itself"
        return self._read[file]
