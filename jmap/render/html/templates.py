"""The templates and the style sheets: read from the package, everything escaped, nothing undefined."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from jmap.icons import icon_paths
from jmap.render.html.outline import stroke
from jmap.render.html.report.labels import css_name
from jmap.render.html.squeeze import squeezed
from jmap.resources import PACKAGE
from jmap.text.units import keep_units

if TYPE_CHECKING:
    from jmap.diagnostics import Diagnostic
    from jmap.locale.words import Words

# How a template and a picture name an icon. What a map says cannot: its quotes are escaped.
_USED = re.compile(r'<use href="#i-([a-z0-9-]+)"')
FOLDER = PACKAGE / "render" / "html"


class Templates:
    """Compiled once, for as many pages as are made with it."""

    def __init__(self) -> None:
        loader = FileSystemLoader(FOLDER / "templates")
        self._environment = Environment(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_glued,
        )
        self._environment.globals["icon"] = icon
        self._environment.filters["base64"] = base64_text
        self._environment.filters["marker"] = marker
        self._environment.filters["css_name"] = css_name
        self._sheets: dict[str, str] = {}
        self._scripts: dict[tuple[str, ...], str] = {}

    def render(self, name: str, words: Words, **values: Any) -> str:
        """The page, with every icon that it uses drawn once, ahead of its content."""
        html = self._environment.get_template(name).render(w=words, **values)
        start = html.index(">", html.index("<body")) + 1
        icons = {name: f"i{n:x}" for n, name in enumerate(sorted(set(_USED.findall(html))))}
        drawn = "".join(_symbol(name, id) for name, id in icons.items())
        body = _USED.sub(lambda found: f'<use href="#{icons[found[1]]}"', html[start:])
        return f'{html[:start]}<svg width="0" height="0" display="none" aria-hidden="true">{drawn}</svg>{body}'

    def sheet(self, name: str) -> str:
        """A style sheet of the package."""
        if name not in self._sheets:
            self._sheets[name] = (FOLDER / name).read_text("utf-8")
        return self._sheets[name]

    def script(self, names: tuple[str, ...]) -> str:
        """Scripts of the package as one, in few bytes."""
        if names not in self._scripts:
            source = squeezed("".join(map(self.sheet, names)))
            self._scripts[names] = f'"use strict";(()=>{{\n{source}}})();'
        return self._scripts[names]


def _glued(value: Any) -> Any:
    """Numbers stay with their units in all text that is not markup of our own."""
    return keep_units(value) if type(value) is str else value


def base64_text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def marker(found: Diagnostic) -> str:
    """What stands under a line of source to point at the mistake."""
    return " " * (found.column - 1) + "^" * max(1, found.length)


def icon(name: str) -> Markup:
    """An icon in the colour of its text, said by nobody; its strokes stand once, at the beginning of the page."""
    return Markup(f'<svg class="icon" aria-hidden="true"><use href="#i-{name}"/></svg>')


def _symbol(name: str, id: str) -> str:
    strokes = f'<path d="{"".join(map(stroke, icon_paths(name)))}"/>'
    return f'<symbol id="{id}" viewBox="0 0 24 24">{strokes}</symbol>'
