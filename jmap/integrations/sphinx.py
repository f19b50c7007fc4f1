"""The Sphinx directive: `.. jmap:: path/to/map.journey.yaml`, or a map below it, as a picture and as tables."""

from __future__ import annotations

import hashlib
import os
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from jmap import __version__
from jmap.integrations.drawing import PICTURES, Drawer, Drawing, Passage
from jmap.integrations.markup import SHEET, cell, figure, heading, mistakes, style, told, where
from jmap.integrations.reader import Reader

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from jmap.diagnostics import Diagnostic
    from jmap.render.html.view import StageTable

log = logging.getLogger(__name__)


class Map(nodes.General, nodes.Element):
    """A map. What stands in it is its text alternative, for builders without pictures."""


class Mistakes(nodes.General, nodes.Element):
    """What is wrong with a map. What stands in it says so, for builders without HTML."""


class JmapDirective(SphinxDirective):
    """Shows one map. A file is named as seen from the page, or with a leading `/` from the root."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {"picture": lambda given: directives.choice(given, PICTURES)}

    def run(self) -> list[nodes.Node]:
        if bool(self.arguments) == bool(self.content):
            raise self.error("jmap takes the path of a map, or a map below it: one of the two")
        drawing = self._drawing(self.options.get("picture", PICTURES[0]))
        for source in drawing.sources:
            self.env.note_dependency(str(source))
        for mistake in drawing.mistakes:
            file = self._root() / mistake.file  # in full, as Sphinx does, for editors that lead there
            place = f"{os.path.normpath(file) if file.exists() else mistake.file}:{mistake.line}:{mistake.column}"
            log.warning("%s", told(mistake), type="jmap", subtype=mistake.code, location=place)
        made = _mistakes(drawing) if drawing.mistakes else _map(drawing)
        self.set_source_info(made)
        return [made]

    def _root(self) -> Path:
        return Path(self.env.srcdir, self.config.jmap_root).resolve()

    def _drawing(self, picture: str) -> Drawing:
        reader = Reader(Drawer(self._root()), self._root())
        source, line = self.get_source_info()
        page = Path(source)
        if self.arguments:
            return reader.file(self.arguments[0].strip(), page, line, picture)
        text = "".join(f"{one}\n" for one in self.content)
        return reader.passage(text, Passage(page, *_place(page, self.content, line)), picture)


def setup(app: Sphinx) -> ExtensionMetadata:
    """What Sphinx calls for `extensions = ["jmap.integrations.sphinx"]`."""
    app.add_config_value("jmap_root", ".", "env", [str])  # where maps may lie, seen from the source folder
    app.add_directive("jmap", JmapDirective)
    for node, visit in ((Map, _visit_map), (Mistakes, _visit_mistakes)):
        through = (_pass, _pass)
        app.add_node(node, html=(visit, None), latex=through, text=through, man=through, texinfo=through)
    app.add_css_file(SHEET)
    app.connect("build-finished", _write_sheet)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}


def _place(page: Path, content: Any, line: int) -> tuple[int, int]:
    """The line of a page on which the content of a directive begins, and its indentation there."""
    first = content.items[0][1] + 1 if content.items else line
    try:
        text = page.read_text("utf-8-sig").splitlines()[first - 1]
    except (OSError, ValueError, IndexError):
        return first, 0
    return first, max(text.find(content[0]), 0)


def _map(drawing: Drawing) -> Map:
    about = nodes.paragraph("", "", nodes.strong("", drawing.title), nodes.Text(f". {drawing.description}"))
    return Map("", about, *(part for table in drawing.tables for part in _stage(table)), drawing=drawing)


def _stage(table: StageTable) -> tuple[nodes.Node, nodes.Node]:
    """The stage's name, and a list of its steps with what is said of each: a table would be too wide for paper."""
    steps = [_item(_step(table, n), nodes.strong("", _name(table, n))) for n in range(len(table.columns))]
    return nodes.paragraph("", "", nodes.strong("", heading(table))), nodes.bullet_list("", *steps)


def _name(table: StageTable, column: int) -> str:
    step = table.columns[column]
    return f"{step.number} {step.name}".strip()


def _step(table: StageTable, column: int) -> list[nodes.Node]:
    rows = [(row.label, row.cells[column]) for row in table.rows if row.cells[column]]
    lines = [f"{label}: {', '.join(map(cell, entries))}" for label, entries in rows]
    return [nodes.bullet_list("", *(_item([], nodes.Text(line)) for line in lines))] if lines else []


def _item(below: list[nodes.Node], *line: nodes.Node) -> nodes.list_item:
    return nodes.list_item("", nodes.paragraph("", "", *line), *below)


def _mistakes(drawing: Drawing) -> Mistakes:
    return Mistakes("", *(part for d in drawing.mistakes for part in _mistake(d)), drawing=drawing)


def _mistake(d: Diagnostic) -> list[nodes.Node]:
    line = [nodes.literal_block("", d.source_line.strip())] if d.source_line.strip() else []
    return [nodes.paragraph("", "", nodes.literal("", where(d)), nodes.Text(f" {told(d)}")), *line]


def _visit_map(self: Any, node: Map) -> None:
    data = node["drawing"].svg.encode()
    name = f"jmap-{hashlib.sha256(data).hexdigest()[:16]}.svg"
    folder = Path(self.builder.outdir, self.builder.imagedir)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    address = posixpath.join(self.builder.imgpath, name)
    self.body.append(figure(node["drawing"], address, address))
    raise nodes.SkipNode  # its tables are in the figure


def _visit_mistakes(self: Any, node: Mistakes) -> None:
    self.body.append(mistakes(node["drawing"]))
    raise nodes.SkipNode


def _pass(self: Any, node: nodes.Element) -> None:
    """Other builders write what stands in the node."""


def _write_sheet(app: Sphinx, error: Exception | None) -> None:
    if app.builder.format == "html" and error is None:
        folder = Path(app.outdir, "_static")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / SHEET).write_text(style(), "utf-8")
