"""The names of all colours: every theme gives each of them a value for light and for dark."""

from collections.abc import Mapping
from types import MappingProxyType

_PERSONAS = range(1, 7)

_MEANINGS: dict[str, str] = {
    "paper": "the ground of cells and cards",
    "canvas": "the page behind the picture",
    "tint": "the ground of every second stage",
    "ink": "text",
    "ink2": "secondary text, marks, axes",
    "ink3": "captions",
    "line": "boundaries of stages",
    "hair": "rules between rows",
    "fill": "cards of the brand, tracks of bars",
    **{f"stage{n}": f"the band of stage {n}" for n in range(1, 6)},
    "stage_text": "text on the bands of stages",
    "stage_line": "edges of the bands of stages",
    "bar": "bars of metrics and of active time",
    "bar_line": "edges and stripes of bars of waiting time",
    **{f"persona{n}": f"curve and marks of persona {n}" for n in _PERSONAS},
    **{f"persona{n}_text": f"words of persona {n}, and the ground of a letter in its mark" for n in _PERSONAS},
    **{f"persona{n}_wash": f"spread of persona {n}, and the disc of its initials" for n in _PERSONAS},
    "pain": "pain points, exits",
    "pain_fill": "the ground of a pain point's card",
    "pain_line": "the edge of a pain point's card",
    "pain_wash": "the bottom of the feelings row",
    "gain": "gains",
    "gain_wash": "the top of the feelings row",
    "opportunity": "opportunities",
    "opportunity_fill": "the ground of an opportunity's card",
    "opportunity_line": "the edge of an opportunity's card",
    "moment": "moments of truth: star and words",
    "moment_fill": "the node of a moment of truth",
    "on_moment": "text on `moment_fill`",
    "moment_wash": "the column of a moment of truth",
    "moment_edge": "the edges of that column",
    "card_border": "the edge of a card that is not filled",
    "ribbon": "the path, as wide as the customers left",
    "ribbon_line": "the path's outline",
    "link": "links",
}

TOKENS: Mapping[str, str] = MappingProxyType(_MEANINGS)
"""What each token is for, by name, in the order in which they are documented."""
