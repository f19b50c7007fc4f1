"""A theme, ready to draw with: a value for every token, light and dark."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Mode = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by token, as `#RRGGBB`. `pictures` says which of both the pictures that stand alone use.

    The families are not a theme's to choose: text is measured with these two, and would not fit in others.
    """

    name: str
    light: Mapping[str, str]
    dark: Mapping[str, str]
    pictures: Mode = "light"
    sans: str = "Inter, system-ui, sans-serif"
    serif: str = "Newsreader, Georgia, serif"

    def colours(self, mode: Mode) -> Mapping[str, str]:
        """All tokens of one mode."""
        return self.light if mode == "light" else self.dark

    def ink(self, token: str) -> str:
        """The colour of a token in pictures that stand alone. An unknown token is a KeyError."""
        return self.colours(self.pictures)[token]
