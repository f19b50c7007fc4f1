"""The MkDocs plugin: fences that hold or name a map become its picture, or its mistakes as warnings and on the page."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from mkdocs.config import base, config_options
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

from jmap.integrations.drawing import Drawer, Drawing, Passage
from jmap.integrations.fences import Fence, fences
from jmap.integrations.markup import SHEET, figure, mistakes, style, told, where
from jmap.integrations.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown import Markdown
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

FOLDER = "assets/jmap"
BEFORE_OTHER_FENCES = 28  # fenced_code and superfences are at 25, the normalising of line ends at 30

log = get_plugin_logger("jmap")


class Options(base.Config):  # type: ignore[no-untyped-call]
    """What `mkdocs.yml` may say below `jmap:`."""

    root = config_options.Optional(config_options.Dir(exists=True))  # where maps may lie; default: beside mkdocs.yml


class JmapPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Reads no file outside of `root` for a page, and runs nothing that stands in one."""

    def __init__(self) -> None:
        super().__init__()
        self.server: LiveReloadServer | None = None
        self.watched: set[Path] = set()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Having this keeps the plugin alive from one build of `mkdocs serve` to the next."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        beside = Path(config.config_file_path).parent if config.config_file_path else Path(config.docs_dir)
        self.root = Path(self.config.root or beside).resolve()
        self.sources: set[Path] = set()
        config.extra_css.append(f"{FOLDER}/{SHEET}")
        config.markdown_extensions.append(_Fences(self._shown))  # type: ignore[arg-type]  # Markdown takes both
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        files.append(File.generated(config, f"{FOLDER}/{SHEET}", content=style()))
        # Drawn anew in every build: a catalogue or a theme may have changed with any of them.
        self.reader = Reader(Drawer(self.root), self.root)
        self.files, self.mkdocs = files, config
        return files

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        self.page, self.place = page, _Place(page.file.content_string)
        return markdown

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]) -> LiveReloadServer:
        self.server = server
        self._watch()
        return server

    def on_post_build(self, config: MkDocsConfig) -> None:
        self._watch()

    def _watch(self) -> None:
        """Build again when a file of a map changes; MkDocs itself watches those among the pages."""
        if self.server:
            pages = Path(self.mkdocs.docs_dir).resolve()
            for path in sorted(path for path in self.sources - self.watched if not path.is_relative_to(pages)):
                self.server.watch(str(path))
            self.watched |= self.sources

    def _shown(self, fence: Fence) -> str:
        """The HTML for a fence of the page that is being read."""
        made = Path(self.mkdocs.docs_dir, self.page.file.src_uri)  # where a page would lie that has no file
        file = Path(self.page.file.abs_src_path or made)
        line, indent = self.place.of(fence)
        drawing = self.reader.passage(fence.text, Passage(file, line, indent), fence.picture)
        self.sources.update(drawing.sources)
        for mistake in drawing.mistakes:
            log.warning("%s: %s", where(mistake), told(mistake))
        if drawing.mistakes:
            return mistakes(drawing)
        address = get_relative_url(self._put(drawing), self.page.url)
        return figure(drawing, address, address)

    def _put(self, drawing: Drawing) -> str:
        """The address in the site of a picture, which is written there once, however often it is shown."""
        data = drawing.svg.encode()
        name = f"{FOLDER}/{hashlib.sha256(data).hexdigest()[:16]}.svg"
        if name not in self.files.src_uris:
            self.files.append(File.generated(self.mkdocs, name, content=data))
        return name


class _Place:
    """Where fences stand in a page's file, whatever was done to the text before it came here."""

    def __init__(self, source: str) -> None:
        self.found = list(fences(source.expandtabs(4).splitlines()))

    def of(self, fence: Fence) -> tuple[int, int]:
        """The line on which its content begins, and the indentation: of the first that reads the same, once each."""
        same = next((n for n, one in enumerate(self.found) if one.text == fence.text), None)
        found = self.found.pop(same) if same is not None else fence
        return found.start + 2, found.indent


class _Fences(Extension):
    def __init__(self, shown: Callable[[Fence], str]) -> None:
        super().__init__()
        self.shown = shown

    def extendMarkdown(self, md: Markdown) -> None:  # Markdown's name
        md.preprocessors.register(_Replace(md, self.shown), "jmap", BEFORE_OTHER_FENCES)


class _Replace(Preprocessor):
    """Puts a placeholder in the place of each fence; Markdown puts the HTML there at the end."""

    def __init__(self, md: Markdown, shown: Callable[[Fence], str]) -> None:
        super().__init__(md)
        self.shown = shown

    def run(self, lines: list[str]) -> list[str]:
        made: list[str] = []
        at = 0
        for fence in fences(lines):
            place = " " * fence.indent + self.md.htmlStash.store(self.shown(fence))
            made += [*lines[at : fence.start], "", place, ""]
            at = fence.end
        return made + lines[at:]
