"""A chart of Mermaid's: bars before, a line after, so that nobody needs colours. It holds numbers only."""

from __future__ import annotations

from jmap.render.changes.kit.curve import Curve
from jmap.render.changes.kit.escape import Markdown

_LOOK = (
    '%%{init: {"theme": "base", "xyChart": {"height": 240}, '
    '"themeVariables": {"xyChart": {"plotColorPalette": "#B9C2CE, #1F4E9E"}}}}%%'
)


def chart(curve: Curve) -> Markdown:
    """The curve as a block of code that GitHub and GitLab draw."""
    lines = (
        "```mermaid",
        _LOOK,
        "xychart-beta",
        f"    x-axis [{', '.join(str(point.number) for point in curve.points)}]",
        "    y-axis -2 --> 2",
        f"    bar [{', '.join(f'{point.before:g}' for point in curve.points)}]",
        f"    line [{', '.join(f'{point.after:g}' for point in curve.points)}]",
        "```",
    )
    return Markdown("\n".join(lines))
