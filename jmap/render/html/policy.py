"""A page's one style sheet, and the policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jmap.theme.theme import Theme


def content_policy(css: str, script: str = "") -> str:
    """No request to anywhere; this style sheet, this script and no other; pictures and fonts in the file itself."""
    allowed = f"script-src {_digest(script)}; " if script else ""
    return (
        f"default-src 'none'; {allowed}style-src {_digest(css)}; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def colours(theme: Theme) -> str:
    """The tokens as CSS variables: as the reader prefers, always dark for a dark theme, light on paper."""
    light, dark = _root("light", theme.light), _root("dark", theme.dark)
    screen = dark if theme.pictures == "dark" else f"{light}@media (prefers-color-scheme:dark){{{dark}}}"
    return f"{screen}@media print{{{light}}}"


def _root(scheme: str, tokens: Mapping[str, str]) -> str:
    return f":root{{color-scheme:{scheme};{';'.join(f'--{name}:{value}' for name, value in tokens.items())}}}"
