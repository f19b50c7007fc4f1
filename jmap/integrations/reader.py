"""What stands in a fence or below a directive: a whole map, or `jmap:` and the path of one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from jmap.diagnostics import Diagnostic
from jmap.integrations.drawing import Drawer, Drawing, Passage, failed
from jmap.source.document import Mapping, Scalar
from jmap.source.read import parse


@dataclass(frozen=True, slots=True)
class Reader:
    """Draws what pages name. Files are read from `root` and below only, whatever a page says."""

    drawer: Drawer
    root: Path

    def passage(self, text: str, passage: Passage, picture: str) -> Drawing:
        """A map that stands on a page, or the one that is named there. Raises nothing."""
        document = parse(text, self.drawer.shown(passage.file))
        named = _named(document.root)
        if named is None:
            return self.drawer.text(text, passage, picture)
        return self.file(named.value, passage.file, passage.line + named.line - 1, picture)

    def file(self, name: str, page: Path, line: int, picture: str) -> Drawing:
        """The map that a line of a page names: seen from the page, or with a leading `/` from the root."""
        path = Path(os.path.normpath(self.root / name.lstrip("/") if name.startswith("/") else page.parent / name))
        inside = Path(os.path.realpath(path)).is_relative_to(self.root.resolve())
        if inside and path.is_file():
            return self.drawer.file(path, picture)
        what = "there is no such file" if inside else "this file is outside of the folder that maps are shown from"
        expected = f"the path of a *.journey.yaml inside of {self.root.name or self.root}"
        shown, text = self.drawer.shown(page), _line(page, line)
        column = max(text.find(name), 0) + 1
        mistake = Diagnostic(shown, line, column, "no-map", f"{name}: {what}", expected, "", text, len(name))
        return failed(name, mistake, *([path] if inside else []))


def _named(root: object) -> Scalar | None:
    """The path, where nothing but one is given: `jmap: 1` begins a map."""
    value = root.get("jmap") if isinstance(root, Mapping) and len(root.entries) == 1 else None
    return value if isinstance(value, Scalar) and value.value.endswith((".yaml", ".yml")) else None


def _line(page: Path, number: int) -> str:
    """A line of a page; empty if it cannot be read."""
    try:
        return page.read_text("utf-8-sig").splitlines()[number - 1]
    except (OSError, ValueError, IndexError):
        return ""
