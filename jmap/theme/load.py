"""Theme files to themes: follows `extends` down to the default theme, and says what is wrong on the way."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from jmap.diagnostics import Diagnostic
from jmap.resources import folder
from jmap.theme.theme import Mode, Theme
from jmap.theme.tokens import TOKENS

if TYPE_CHECKING:
    from jmap.model.theme_file import ThemeFile
    from jmap.source import Document

SUFFIX = ".theme.yaml"
BASE = "default"


def load_theme(name: str | Path, root: Path, at: Diagnostic | None = None) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """The theme of that name, or in that file, and what is wrong with it.

    A `str` is a name from the themes that come with jmap, or a path to a `*.theme.yaml` inside `root`; a `Path`
    is a file that the user chose by hand, and may lie anywhere. `at` is the place that named the theme: it takes
    the blame if there is none. With mistakes in it, what is left is filled up from the default theme.
    """
    chain = _Chain(root.resolve())
    chain.follow(name, at or Diagnostic(str(name), 1, 1, "", ""))
    return chain.theme(), tuple(chain.diagnostics)


def built_in() -> tuple[str, ...]:
    """The names of the themes that come with jmap."""
    return tuple(sorted(path.name.removesuffix(SUFFIX) for path in folder("themes").glob(f"*{SUFFIX}")))


@dataclass
class _Chain:
    """The files from the one asked for down to the default theme, each overriding the next."""

    root: Path
    files: list[ThemeFile] = field(default_factory=list)
    seen: list[Path] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def follow(self, name: str | Path, at: Diagnostic) -> None:
        """Reads the file, then the one that it extends."""
        path = self._find(name, at)
        if path is None:
            return
        if isinstance(name, Path) and not path.is_relative_to(self.root):
            self.root = path.parent
        if path in self.seen:
            self._blame(at, "theme-cycle", f"the theme `{name}` extends itself", "an `extends` that ends at a theme")
            return
        self.seen.append(path)
        document, file = self._read(path)
        if file is None:
            return
        self.files.append(file)
        if file.extends:
            self.follow(file.extends, document.diagnostic(("extends",), "", ""))

    def theme(self) -> Theme:
        """What the files say together, on top of the default theme."""
        if folder("themes").resolve() / (BASE + SUFFIX) not in self.seen:
            self.follow(BASE, Diagnostic(BASE, 1, 1, "", ""))
        pictures: Mode = next((file.pictures for file in self.files if file.pictures), "light")
        return Theme(self.files[0].name or "", self._merged("light"), self._merged("dark"), pictures)

    def _merged(self, mode: Mode) -> Mapping[str, str]:
        values: dict[str, str] = {}
        for file in reversed(self.files):
            values.update(file.light if mode == "light" else file.dark)
        return MappingProxyType({token: values[token].upper() for token in TOKENS})

    def _find(self, name: str | Path, at: Diagnostic) -> Path | None:
        if isinstance(name, Path):
            return name.resolve()
        if not name.endswith(SUFFIX):
            return self._by_name(name, at)
        base = self.seen[-1].parent if self.seen else self.root
        path = (base / name).resolve()
        if not path.is_relative_to(self.root) and path.parent != folder("themes").resolve():
            self._blame(at, "theme-outside", f"the theme `{name}` lies outside the project", "a file of the project")
        elif not path.is_file():
            self._blame(at, "unknown-theme", f"there is no file `{name}`", f"a `*{SUFFIX}` file of the project")
        else:
            return path
        return None

    def _by_name(self, name: str, at: Diagnostic) -> Path | None:
        names = built_in()
        if name in names:
            return folder("themes").resolve() / (name + SUFFIX)
        like = difflib.get_close_matches(name.casefold(), names, n=1)
        expected = f"{', '.join(names)}, or a path to a `*{SUFFIX}` file"
        self._blame(at, "unknown-theme", f"there is no theme `{name}`", expected, like[0] if like else "")
        return None

    def _read(self, path: Path) -> tuple[Document, ThemeFile | None]:
        from jmap.model import load_theme as load_file
        from jmap.source import read

        shown = path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.name
        document = read(path, shown)
        file, diagnostics = load_file(document)
        self.diagnostics.extend(diagnostics)
        return document, file

    def _blame(self, at: Diagnostic, code: str, message: str, expected: str, suggestion: str = "") -> None:
        self.diagnostics.append(replace(at, code=code, message=message, expected=expected, suggestion=suggestion))
