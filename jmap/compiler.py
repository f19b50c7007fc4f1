"""The pipeline on one page: a workspace goes in, and the bytes of every picture, diagram and page come out.

    workspace, diagnostics = load_workspace([Path("my-journeys")], Path.cwd())
    theme, _ = load_theme(workspace.theme, Path(workspace.root))
    compiler = Compiler(workspace, theme)
    for journey in workspace.journeys:
        for suffix, data in compiler.compile(journey, ["svg"]).files.items():
            Path(f"{journey.id}.{suffix}").write_bytes(data)

Text has become journeys in `resolve.workspace`, by way of `source` (YAML and positions) and `model` (what a journey
is). Here `layout` and `graph` turn a journey into scenes, which are numbers without ink, and `render` turns scenes
into bytes. Nothing here reads a file of the project, the clock or the environment.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.diagnostics import Diagnostic
from jmap.graph.failure import DotFailed
from jmap.graph.flow import flow
from jmap.graph.links import links
from jmap.graph.touchpoints import touchpoints
from jmap.layout.scene import Scene
from jmap.layout.swimlane import headless, swimlane
from jmap.locale.words import Words, words
from jmap.render.dot_program import DotProgram, find, too_big
from jmap.render.svg import svg, texts_by_style
from jmap.resolve.journey import Journey, Workspace
from jmap.text.embed import font_css
from jmap.text.typesetter import Typesetter
from jmap.theme.theme import Theme

if TYPE_CHECKING:
    from jmap.graph.diagram import Diagram
    from jmap.render.html.templates import Templates


@dataclass(frozen=True, slots=True)
class Compiled:
    """The files of one map by suffix, and a sentence for each diagram that dot could not draw."""

    files: Mapping[str, bytes]
    missing: tuple[str, ...] = ()


class Compiler:
    """Compiles the maps of one workspace, and keeps what they share: fonts, words, templates."""

    def __init__(self, workspace: Workspace, theme: Theme, dot: DotProgram | None = None) -> None:
        """Without `dot`, the one that comes with jmap draws; `DotFailed` if that is missing."""
        self._workspace, self._theme, self._dot = workspace, theme, dot or find()
        self._titles = {journey.id: journey.title for journey in workspace.journeys}
        self._typesetter = Typesetter()
        self._words: dict[str, Words] = {}
        self._templates: Templates | None = None

    def compile(self, journey: Journey, formats: Collection[str]) -> Compiled:
        """The map in these formats (`html`, `svg`, `dot`)."""
        language = self._language(journey.locale)
        diagrams = self._diagrams(journey, language)
        files: dict[str, bytes] = {}
        missing: tuple[str, ...] = ()
        if "html" in formats or "svg" in formats:
            drawn, missing = self._draw(diagrams)
            scenes = {"swimlane": swimlane(journey, self._typesetter, language, self._titles), **drawn}
            if "html" in formats:
                files["html"] = self._page(journey, language, scenes).encode()
            if "svg" in formats:
                files |= {f"{name}.svg": self._picture(scene).encode() for name, scene in scenes.items()}
        if "dot" in formats:
            files |= {f"{name}.dot": diagram.source.encode() for name, diagram in diagrams.items()}
        return Compiled(files, missing)

    def _diagrams(self, journey: Journey, language: Words) -> dict[str, Diagram]:
        """What the map gives dot to draw."""
        return {
            "flow": flow(journey, self._theme, self._typesetter, language, self._titles),
            "touchpoints": touchpoints(journey, self._theme, self._typesetter, language, self._titles),
        }

    def _draw(self, diagrams: Mapping[str, Diagram]) -> tuple[dict[str, Scene], tuple[str, ...]]:
        """Scenes at the numbers that dot finds, in one run, and why some are missing."""
        missing = {name: reason for name, diagram in diagrams.items() if (reason := too_big(diagram))}
        asked = [name for name in diagrams if name not in missing]
        scenes: dict[str, Scene] = {}
        for name, layout in zip(asked, self._dot.run([diagrams[name].source for name in asked]), strict=True):
            try:
                if isinstance(layout, DotFailed):
                    raise layout
                scenes[name] = diagrams[name].scene(layout)
            except DotFailed as failure:
                missing[name] = str(failure)
        return scenes, tuple(f"the {name} diagram is missing: {reason}" for name, reason in missing.items())

    def _picture(self, scene: Scene) -> str:
        return svg(scene, self._theme, fonts=self._typesetter.fonts)

    def _page(self, journey: Journey, language: Words, scenes: Mapping[str, Scene]) -> str:
        from jmap.layout.paper.plan import plan
        from jmap.render.html.page import page, page_fonts, texts_of
        from jmap.render.html.prepare import prepare
        from jmap.render.html.templates import Templates

        self._templates = self._templates or Templates()
        shown = {name: headless(scene) if scene.head else scene for name, scene in scenes.items()}
        pictures = {name: svg(scene, self._theme, inline=True, prefix=name) for name, scene in shown.items()}
        used: dict[str, set[str]] = defaultdict(set)
        all_texts: list[Mapping[str, Collection[str]]] = [texts_by_style(scene) for scene in shown.values()]
        view = prepare(journey, self._workspace, language)
        for texts in (*all_texts, texts_of(view, language)):
            for style, strings in texts.items():
                used[style].update(strings)
        fonts = font_css(page_fonts(used), self._typesetter.fonts)
        paper = plan(shown["swimlane"])
        return page(journey, self._workspace, self._theme, language, pictures, fonts, self._templates, paper, view)

    def atlas(
        self, workspace: Workspace, diagnostics: Sequence[Diagnostic], *, whole: bool = True, others: Sequence[str] = ()
    ) -> bytes:
        """The page that lists all maps of the workspace, and what is wrong with those that failed.

        Without `whole`, the workspace holds some maps of its project only, and the page says so. `others` are the
        ids of maps that were built earlier: the page leads to them.
        """
        from jmap.render.html.index import index
        from jmap.render.html.templates import Templates

        self._templates = self._templates or Templates()
        language = self._language(workspace.locale)
        scene, missing = self._links(workspace, language)
        page = index(
            workspace, self._theme, language, workspace.failed, diagnostics, self._templates,
            picture=svg(scene, self._theme, inline=True, prefix="links") if scene else "",
            picture_texts=texts_by_style(scene) if scene else {},
            missing=missing, whole=whole, others=others, fonts=self._typesetter.fonts,
        )  # fmt: skip
        return page.encode()

    def _links(self, workspace: Workspace, language: Words) -> tuple[Scene | None, str]:
        """The diagram of how maps belong together, or why there is none; neither where no map names another."""
        diagram = links(workspace, self._theme, self._typesetter, language)
        if diagram is None:
            return None, ""
        scenes, _ = self._draw({"links": diagram})
        return scenes.get("links"), too_big(diagram)

    def _language(self, locale: str) -> Words:
        return self._words.setdefault(locale, self._words.get(locale) or words(locale))
